import type { Provider } from '../provider.ts';

// Source: postmaster.gmx.net and postmaster.web.de; Telekom's help on e-mail servers and its
// postmaster page; Yandex's help "Mail clients"; help.mail.ru; service.mail.qq.com; help.163.com;
// postmaster pages of Orange, Free, Comcast, Spectrum and Cox.

/** Mailbox services of a country or a language. */
export const REGIONAL_MAILBOXES: readonly Provider[] = [
  {
    id: 'gmx',
    name: 'GMX and WEB.DE',
    hosts: ['gmx.net', 'gmx.com', 'gmx.de', 'gmx.at', 'gmx.ch', 'web.de', 'mail.com'],
    incoming: [
      'mx00.emig.gmx.net',
      'mx01.emig.gmx.net',
      'mx00.gmx.net',
      'mx01.gmx.net',
      'mx-ha.web.de',
    ],
    words: ['postmaster.gmx', 'postmaster.web.de', 'gmx.net', 'postmaster.mail.com'],
    pairs: ['startTls', 'implicitTls'],
    user: 'At GMX, WEB.DE and mail.com the user name is the whole address.',
    password:
      'GMX, WEB.DE and mail.com: allow programs first, in the mailbox’s settings under POP3/IMAP. With two-factor login use an app password (“anwendungsspezifisches Passwort”) as {passwordField}.',
    switchOn:
      'GMX and WEB.DE: in the mailbox, open E-Mail → Einstellungen (Settings) → POP3/IMAP and allow access.',
    sender: 'GMX and WEB.DE send only with addresses that belong to the mailbox.',
    postmaster:
      'GMX and WEB.DE: compare your set-up with the rules for senders at postmaster.gmx.net or postmaster.web.de. There is a contact form too.',
  },
  {
    id: 't-online',
    name: 'Telekom (T-Online)',
    hosts: ['t-online.de', 'magenta.de'],
    incoming: ['mx00.t-online.de', 'mx01.t-online.de', 'mx02.t-online.de', 'mx03.t-online.de'],
    words: ['t-online.de'],
    server: 'securesmtp.t-online.de',
    pairs: ['implicitTls', 'startTls'],
    user: 'Telekom’s user name is the whole address (name@t-online.de).',
    password:
      'Telekom wants a password of its own for mail programs (“Passwort für E-Mail-Programme”). Set it in the Kundencenter or in the e-mail settings and use it as {passwordField}.',
    postmaster:
      'Telekom takes mail only from servers with a proper host name (PTR) and an operator who can be found on that name’s website. Write to tosa@rx.t-online.de, with the address of your server.',
  },
  {
    id: 'yandex',
    name: 'Yandex',
    hosts: ['yandex.com', 'yandex.ru', 'yandex.net', 'ya.ru'],
    incoming: ['mx.yandex.ru', 'mx.yandex.net'],
    words: ['ya.cc/', 'yandex'],
    pairs: ['implicitTls', 'startTls'],
    user: 'Yandex: the user name is the login; for a mailbox of your own domain the whole address.',
    password:
      'Yandex: switch on access for mail programs in the mailbox’s settings (“Email clients”), create an app password for mail at id.yandex.com/security/app-passwords, and use it as {passwordField}.',
    switchOn: 'Yandex: in the mailbox, open All settings → “Email clients” and allow access.',
    sender: 'Yandex sends only with the address of the mailbox or one of its aliases.',
  },
  {
    id: 'mail-ru',
    name: 'Mail.ru',
    hosts: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'],
    incoming: ['mxs.mail.ru'],
    words: ['mail.ru'],
    server: 'smtp.mail.ru',
    pairs: ['implicitTls', 'startTls'],
    user: 'Mail.ru’s user name is the whole address.',
    password:
      'Mail.ru wants a password for external applications: create one in the account’s security settings and use it as {passwordField}.',
    sender: 'Mail.ru sends only with the address of the mailbox itself.',
    postmaster:
      'Mail.ru: add your domain at postmaster.mail.ru. The rules for senders are at help.mail.ru/notspam.',
  },
  {
    id: 'qq',
    name: 'QQ Mail (Tencent)',
    hosts: ['qq.com', 'exmail.qq.com', 'foxmail.com'],
    incoming: ['mx1.qq.com', 'mx2.qq.com', 'mx3.qq.com', 'mxbiz1.qq.com', 'mxbiz2.qq.com'],
    words: ['mail.qq.com'],
    server: 'smtp.qq.com',
    pairs: ['implicitTls', 'startTls'],
    user: 'QQ Mail’s user name is the whole address.',
    password:
      'QQ Mail wants an authorisation code (授权码) in place of the password. Create one in the mailbox under Settings → Account, where the POP3/IMAP/SMTP service must be on, and use it as {passwordField}.',
    switchOn:
      'QQ Mail: in the mailbox, open Settings → Account and switch the POP3/IMAP/SMTP service on.',
    sender: 'QQ Mail sends only with the address that logs in.',
    postmaster:
      'QQ Mail: follow the link in the answer; it explains the refusal (service.mail.qq.com).',
  },
  {
    id: 'netease',
    name: 'NetEase (163, 126)',
    hosts: ['163.com', '126.com', 'yeah.net', 'ym.163.com'],
    incoming: ['163mx01.mxmail.netease.com', '126mx01.mxmail.netease.com', 'mxmail.netease.com'],
    words: ['mail.163.com', 'dt:spm', 'mi:spb', 'hl:rep'],
    pairs: ['implicitTls'],
    user: 'At 163 and 126 the user name is the whole address.',
    password:
      '163 and 126 want an authorisation code (授权码) in place of the password. Create one in the mailbox under Settings → POP3/SMTP/IMAP, where the service must be on, and use it as {passwordField}.',
    switchOn:
      '163 and 126: in the mailbox, open Settings → POP3/SMTP/IMAP and switch the service on.',
    sender: '163 and 126 send only with the address that logs in.',
    postmaster: 'NetEase: look up the code of the answer at help.mail.163.com.',
  },
  {
    id: 'orange',
    name: 'Orange',
    hosts: ['orange.fr', 'wanadoo.fr'],
    incoming: ['smtp-in.orange.fr'],
    words: ['ofr_', 'ofr0', 'orange.fr', 'wanadoo.fr'],
    server: 'smtp.orange.fr',
    pairs: ['implicitTls', 'startTls'],
    user: 'Orange’s user name is the whole address.',
    postmaster:
      'Orange: look up the number of the answer on its page for senders, postmaster.orange.fr.',
  },
  {
    id: 'free',
    name: 'Free',
    hosts: ['free.fr'],
    incoming: ['mx1.free.fr', 'mx2.free.fr'],
    words: ['postmaster.free.fr'],
    server: 'smtp.free.fr',
    pairs: ['implicitTls', 'startTls'],
    switchOn:
      'Free: in the mailbox’s settings (Zimbra or the subscriber’s page), switch on authenticated SMTP.',
    postmaster:
      'Free: compare your set-up with the rules for senders at postmaster.free.fr. There is a form too.',
  },
  {
    id: 'att',
    name: 'AT&T',
    hosts: ['att.net', 'sbcglobal.net', 'bellsouth.net'],
    words: ['att-mail.com', 'abuse_rbl@', 'postmaster.att.net'],
    server: 'smtp.mail.att.net',
    pairs: ['implicitTls', 'startTls'],
    user: 'AT&T’s user name is the whole address.',
    password:
      'AT&T wants a “secure mail key” from programs and not the account’s own password. Create one in the account’s sign-in settings (myAT&T) and use it as {passwordField}.',
  },
  {
    id: 'comcast',
    name: 'Comcast',
    hosts: ['comcast.net'],
    incoming: ['mx1.comcast.net', 'mx2.comcast.net', 'mx1h1.comcast.net'],
    words: ['postmaster.comcast.net', 'comcast block', 'comcast.net'],
    server: 'smtp.comcast.net',
    pairs: ['implicitTls', 'startTls'],
    switchOn: 'Comcast: in the mailbox’s settings, under Security, allow “Third Party Access”.',
    postmaster:
      'Comcast: look up the code of the answer (BL…, RL…) at postmaster.comcast.net, which has a form for removal too.',
  },
  {
    id: 'spectrum',
    name: 'Spectrum (Charter)',
    hosts: ['charter.net', 'spectrum.net', 'rr.com', 'twc.com'],
    words: ['spectrum.net', 'charter.net', 'aup#in-', 'aup#out-'],
    postmaster:
      'Spectrum: look up the number after AUP# on its page on e-mail error codes (spectrum.net/support).',
  },
  {
    id: 'cox',
    name: 'Cox',
    hosts: ['cox.net'],
    words: ['aup#cx', 'cdrbl', 'cxbl', 'cox.net'],
    postmaster: 'Cox: look up the code after AUP# on its page on e-mail error codes (cox.com).',
  },
];
