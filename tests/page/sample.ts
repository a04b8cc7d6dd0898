/** A short failing session, as PHPMailer prints it. */
export const sampleLog = `2026-11-23 18:19:23	Connection: opening to smtp.hosting.example.com:587, timeout=30, options=array()
2026-11-23 18:19:23	SERVER -> CLIENT: 220 smtp.hosting.example.com ESMTP Postfix
2026-11-23 18:19:23	CLIENT -> SERVER: EHLO shop.example.com
2026-11-23 18:19:23	SERVER -> CLIENT: 250 smtp.hosting.example.com
2026-11-23 18:19:23	CLIENT -> SERVER: MAIL FROM:<shop@example.com>
2026-11-23 18:19:23	SERVER -> CLIENT: 553 5.7.1 Sender address rejected: not owned by user`;

export const sampleLines = sampleLog.split('\n');

/** Text as a page's source has it. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Fills the test's document. */
export function setBody(html: string): void {
  document.body.innerHTML = html;
}
