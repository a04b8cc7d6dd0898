import { describe, expect, it } from 'vitest';
import { extensions } from '../../lib/knowledge/extensions.ts';
import { mechanisms } from '../../lib/knowledge/mechanisms.ts';
import { expectRows, expectSentences } from './rows.ts';

/** IANA, SMTP Service Extensions. */
const REGISTERED =
  '8BITMIME ATRN AUTH BINARYMIME BURL CHECKPOINT CHUNKING CONNEG CONPERM DELIVERBY DSN ' +
  'ENHANCEDSTATUSCODES ETRN EXPN FUTURERELEASE HELP LIMITS MT-PRIORITY MTRK NO-SOLICITING ONEX ' +
  'PIPELINING REQUIRETLS RRVS SAML SEND SIZE SMTPUTF8 SOML STARTTLS SUBMITTER TURN UTF8SMTP VERB';

/** Met, though not registered. */
const MET =
  'XCLIENT XFORWARD XVERP XEXCH50 XRDST XSHADOW XSHADOWREQUEST XOORG XPROXY XPROXYFROM XPROXYTO ' +
  'XSESSIONPARAMS XMESSAGECONTEXT XSYSPROBE XORIGFROM X-ANONYMOUSTLS X-EXPS X-LINK2STATE ' +
  'XADR XSTA XCIR XGEN XLOOP VRFY DATA NOOP RSET QUIT HELO MAIL RCPT PIPECONNECT X_PIPE_CONNECT PRDR';

/** IANA, SASL Mechanisms, and those that servers offer without a registration. */
const MECHANISMS =
  'PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-1-PLUS SCRAM-SHA-256 SCRAM-SHA-256-PLUS ' +
  'SCRAM-SHA-512 SCRAM-SHA3-512 XOAUTH2 OAUTHBEARER NTLM GSSAPI GS2-KRB5 GSS-SPNEGO EXTERNAL ' +
  'ANONYMOUS OTP SKEY SECURID KERBEROS_V4 NMAS-SAMBA-AUTH NMAS_AUTHEN NMAS_LOGIN ' +
  '9798-U-RSA-SHA1-ENC 9798-M-RSA-SHA1-ENC 9798-U-DSA-SHA1 9798-M-DSA-SHA1 9798-U-ECDSA-SHA1 ' +
  '9798-M-ECDSA-SHA1 EAP-AES128 EAP-AES128-PLUS SAML20 OPENID20 OAUTH10A ECDSA-NIST256P-CHALLENGE ' +
  'XOAUTH PLAIN-CLIENTTOKEN';

describe('extensions', () => {
  it('are all that are registered and those that are met', () => {
    expect(Object.keys(extensions).toSorted()).toEqual(
      `${REGISTERED} ${MET}`.split(' ').toSorted(),
    );
  });

  it('have words and a source', () => {
    expectRows(extensions);
    expectSentences(extensions);
  });

  it('say which have a parameter', () => {
    expect(extensions.SIZE.parameter).toBe('size');
    expect(extensions.AUTH.parameter).toBe('mechanisms');
    expect(extensions.LIMITS.parameter).toBe('limits');
    expect(extensions.PIPELINING.parameter).toBeUndefined();
  });
});

describe('login mechanisms', () => {
  it('are all that are registered', () => {
    for (const name of MECHANISMS.split(' ')) expect(Object.keys(mechanisms)).toContain(name);
  });

  it('have words and a source', () => {
    expectRows(mechanisms);
    expectSentences(mechanisms);
  });

  it('tell which of them send the password itself', () => {
    const open = Object.entries(mechanisms).filter(([, { carries }]) => carries === 'password');
    expect(open.map(([name]) => name)).toEqual(['PLAIN', 'LOGIN', 'PLAIN-CLIENTTOKEN']);
    expect(mechanisms.XOAUTH2.carries).toBe('token');
    expect(mechanisms['CRAM-MD5'].carries).toBe('proof');
  });
});
