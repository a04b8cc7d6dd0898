import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Certificate } from './certificate.ts';
import { freePort } from './free-port.ts';

/** The lab's mail servers, bound to loopback. */
export interface LabSmtpServer {
  /** Shows the certificate it was given. */
  port: number;
  /** Shows a certificate that nobody vouches for. */
  untrustedPort: number;
  /** A port where nothing listens. */
  closedPort: number;
  close(): Promise<void>;
}

/** The one account of the lab. Everybody may know its password. */
const account = { user: 'shop@example.com', password: 'correct-horse-9' };

/**
 * Starts real SMTP servers on 127.0.0.1 that take mail from the account above over STARTTLS, refuse
 * `nobody@…` (550 5.1.1) and put off `later@…` (450 4.2.1). They keep nothing.
 *
 * The enhanced codes are smtp-server's own.
 *
 * @param trusted what the first one shows at STARTTLS; without it, smtp-server's own test certificate
 * @param untrusted the same for the second one
 */
export async function startSmtpServer(
  trusted?: Certificate,
  untrusted?: Certificate,
): Promise<LabSmtpServer> {
  const server = createSmtpServer(trusted);
  const stranger = createSmtpServer(untrusted);
  return {
    port: await listen(server),
    untrustedPort: await listen(stranger),
    closedPort: await freePort(),
    close: async () => {
      await Promise.all(
        [server, stranger].map((each) => new Promise<void>((resolve) => each.close(resolve))),
      );
    },
  };
}

function createSmtpServer(certificate?: Certificate): SMTPServer {
  let queued = 0;
  const server = new SMTPServer({
    name: 'mail.example.com',
    banner: 'ready',
    authMethods: ['LOGIN', 'PLAIN'],
    size: 10 * 1024 * 1024,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    ...(certificate && { key: certificate.key, cert: certificate.certificate }),
    onAuth(auth, _session, done) {
      if (auth.username === account.user && auth.password === account.password) {
        done(null, { user: auth.username });
      } else {
        done(refusal(535, 'Error: authentication failed: wrong user name or password'));
      }
    },
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('nobody@')) {
        done(refusal(550, `<${address}>: Recipient address rejected: User unknown`));
      } else if (address.startsWith('later@')) {
        done(refusal(450, `<${address}>: Recipient address rejected: Greylisted`));
      } else {
        done();
      }
    },
    onData(stream, _session, done) {
      stream.resume();
      stream.once('end', () => {
        queued += 1;
        done(null, `Ok: queued as 4LAB${String(queued).padStart(6, '0')}`);
      });
    },
  });
  // A client that trusts nobody hangs up in the middle of the handshake; that is one of the scenarios.
  server.on('error', () => undefined);
  return server;
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve((server.server.address() as AddressInfo).port);
    });
  });
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
