import type { Tools } from '../browsers.ts';
import type { LivePage } from './page-server.ts';
import { startPageServer } from './page-server.ts';
import { startRecordedServer } from './recorded-server.ts';

/** The mail screen, and whether its mails are really sent. */
export interface Site extends LivePage {
  live: boolean;
}

/** Starts the page that sends where PHP and PHPMailer are there, else the page with recorded output. */
export async function startSite({ php, phpmailer }: Tools): Promise<Site> {
  return php && phpmailer
    ? { ...(await startPageServer(php, phpmailer)), live: true }
    : { ...(await startRecordedServer()), live: false };
}
