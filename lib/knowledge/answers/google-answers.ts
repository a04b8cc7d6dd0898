// Source: Google Workspace Admin Help, "About SMTP error messages" and "Email sender guidelines".
import type { Answerer } from './answer-row.ts';

const POSTMASTER =
  'Register your domain at postmaster.google.com: Google shows there how it rates your mail.';

/** Google names the reason in the link: `support.google.com/mail/?p=NoSuchUser`. */
export const GOOGLE_ANSWERS: Answerer = {
  name: 'Google',
  marks: ['- gsmtp', 'support.google.com', 'gmail.com', 'gmail has detected', 'google'],
  answers: [
    {
      phrases: ['p=nosuchuser'],
      says: 'Google has no account with this address. It may be mistyped, or have been deleted.',
    },
    {
      phrases: ['p=disableduser'],
      says: 'Google knows the address, but the account is switched off or has not been used for long.',
    },
    {
      phrases: ['p=receivingrate'],
      says: 'The mailbox exists. It gets more mail at the moment than Google lets in.',
    },
    {
      phrases: ['p=overquotatemp'],
      says: 'The recipient’s storage at Google is full. It is shared by mail, files and photos.',
    },
    {
      phrases: ['p=overquotaperm'],
      says: 'The recipient’s storage at Google is full, and the account has not been used for long.',
    },
    {
      phrases: ['p=blockedmessage'],
      says: 'Google does not let this kind of attachment in. A program inside an archive counts too.',
      steps: ['Put the file on a cloud drive, and send the link.'],
    },
    {
      phrases: ['same message-id'],
      says: 'The same message, by its Message-ID, went to too many Google addresses.',
      steps: ['Send a separate message to each recipient, or send to smaller groups over time.'],
    },
    {
      phrases: ['p=unsolicitedratelimiterror', 'unusual rate of unsolicited'],
      says: 'Google sees far more unwanted mail than usual from the address, network or domain that the answer names, and slows it down.',
      steps: ['Send much less for some days, and only to people who asked for it.', POSTMASTER],
    },
    {
      phrases: ['very low reputation of the sending domain', 'reputation of the sending domain'],
      says: 'Google has seen too much unwanted mail with your domain in it. It is not about the text of this one mail.',
      steps: [POSTMASTER],
    },
    {
      phrases: ['very low reputation of the sending ip', 'reputation of the sending ip'],
      says: 'Google has seen too much unwanted mail from the machine that sends. On shared hosting that can be somebody else’s.',
      steps: [
        '{notLoggedIn}Send through a mail provider with a login, so that its machines count.',
      ],
    },
    {
      phrases: ['suspicious due to the nature of'],
      says: 'Google finds the text or a link in this message suspicious.',
      steps: ['Send a short text without links. If that arrives, put the links back one by one.'],
    },
    {
      phrases: ['p=unsolicitedmessageerror', 'likely unsolicited mail'],
      says: 'It was Google’s own spam filter that judged it.',
      steps: [POSTMASTER],
    },
    {
      phrases: ['p=notauthorizederror', 'not authorized to send email directly'],
      says: 'The machine that sends has an address as homes and offices get it. Google takes no mail from such machines directly.',
      steps: ['Send through your mail provider’s server, with a login, instead of directly.'],
    },
    {
      phrases: [
        'p=ipv6autherror',
        'ipv6 sending guidelines',
        'guidelines regarding ptr records and authentication',
      ],
      says: 'Over IPv6 Google takes mail only from machines with a proper name in the DNS (PTR), and with a valid SPF or DKIM.',
    },
    {
      phrases: [
        'p=rfcmessagenoncompliant',
        'not rfc 5322 compliant',
        'not compliant with rfc 5322',
      ],
      says: 'Google wants exactly one From, and not more than one Message-ID, Date or Subject.',
    },
    {
      phrases: [
        '={4,5}.7.{26,27,30,31,32,40}',
        'unauthenticated',
        'dmarc policy',
        'p=unauthenticatedemail',
        'required authentication',
      ],
      says: 'Google wants SPF or DKIM to pass for the domain in From. The answer may list which of them failed.',
    },
    {
      phrases: ['={4,5}.7.{23,25}', 'ptr record'],
      says: 'The sending machine has no name in the DNS (PTR record), or the name does not lead back to the same address.',
    },
    {
      phrases: ['={4,5}.7.29', 'sent over a tls connection'],
      says: 'The mail came without encryption. Google demands TLS from those who send much.',
    },
    {
      phrases: ['tls required for rcpt domain'],
      says: 'The recipient’s organisation takes mail only over an encrypted connection.',
    },
    {
      phrases: ['policy that prohibited'],
      says: 'A rule which the recipient’s organisation has made at Google stopped the mail.',
      steps: ['Ask the recipient, by other means, to have their administrator look into it.'],
    },
    {
      phrases: ['relay denied', 'credentials for relay'],
      says: 'This is Google’s relay for organisations. It does not know your server’s address, or the sender’s domain does not belong to the organisation.',
      steps: [
        'In admin.google.com under Apps → Google Workspace → Gmail → Routing → SMTP relay service, enter the address of your server, and allow the sender’s domain.',
      ],
    },
    {
      phrases: ['daily*limit', 'sending quota exceeded', 'p=dailysendinglimit'],
      says: 'This Google account has sent as much as it may within a day.',
      steps: ['Wait about a day. Google lifts the limit by itself.'],
    },
    {
      phrases: ['p=weblogin', 'web browser'],
      says: 'Google wants the account’s owner to sign in with a browser first.',
    },
    {
      phrases: ['p=invalidsecondfactor', 'application-specific password'],
      says: 'The account uses two-step verification.',
    },
    {
      phrases: ['p=badcredentials'],
      says: [
        '{byPassword}At Google this usually means that the password is not an app password, or one that was taken back.',
        'Google did not accept this login.',
      ],
    },
    {
      phrases: ['multiple destination domains per transaction'],
      says: 'One message may go to recipients of one domain only here.',
      steps: ['Send a separate message to the recipients of each domain.'],
    },
  ],
};
