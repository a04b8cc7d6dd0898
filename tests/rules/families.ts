/** The causes of each family, as the list of causes has them. */
export const FAMILIES: Readonly<Record<string, string>> = {
  '---': '---',
  'network-error':
    'connection-refused connection-failed connection-timeout port-blocked network-unreachable wrong-host-or-port missing-host local-policy-blocked hosting-blocks-smtp firewall-inspection antivirus-proxy greeting-timeout client-timeout idle-timeout retry-time-not-reached connection-dropped',
  'domain-not-found': 'dns-failure domain-not-found',
  'tls-required':
    'openssl-missing tls-certificate-untrusted certificate-self-signed certificate-hostname-mismatch certificate-expired tls-version-mismatch tls-on-wrong-port tls-handshake-failed starttls-required tls-temporarily-unavailable starttls-not-offered',
  'auth-failed':
    'wrong-credentials app-password-required app-password-revoked auth-disabled-by-provider suspicious-login-blocked oauth-token-rejected oauth-scope-missing brute-force auth-mechanism-mismatch auth-not-offered',
  'server-error': 'auth-temporary-failure server-temporary-error',
  'auth-required': 'auth-required',
  'relay-denied': 'relay-denied',
  'no-reverse-dns': 'helo-rejected no-reverse-dns',
  'syntax-error':
    'protocol-sequence client-command-intercepted smtputf8-unsupported recipient-syntax too-many-errors no-recipient syntax-error',
  'message-malformed': 'bare-lf line-too-long message-malformed',
  'sender-rejected': 'sender-rejected sender-not-owned sender-syntax',
  'sender-suspended': 'sender-suspended',
  'rate-limited': 'sending-quota-exceeded too-many-recipients rate-limited',
  'spf-dkim-dmarc-fail': 'spf-fail dkim-fail dmarc-unauthenticated',
  blocklisted: 'blocklisted-ip blocklisted-domain ipv6-reputation dnsbl-misconfigured-at-recipient',
  'spam-content': 'spam-content',
  virus: 'virus',
  policy: 'policy recipient-rejected',
  greylisted: 'greylisted',
  'mail-loop': 'mail-loop',
  'recipient-unknown': 'recipient-unknown',
  'recipient-disabled': 'recipient-disabled',
  'recipient-moved': 'recipient-moved',
  'recipient-restricted': 'recipient-restricted',
  'mailbox-full': 'mailbox-full',
  'message-too-large': 'message-too-large',
  other: 'other php-mail-failed attachment-unreadable',
};
