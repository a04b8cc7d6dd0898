import { describe, expect, test } from 'vitest';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { siteMatches, sites } from '../../lib/extension/sites.ts';

const patterns = siteMatches.map((pattern) => new MatchPattern(pattern));
const runs = (url: string): boolean => patterns.some((pattern) => pattern.includes(url));

describe('sites', () => {
  test('all patterns name a path, on any host, once', () => {
    for (const pattern of siteMatches) {
      expect(pattern).toMatch(/^\*:\/\/\*\/.*[A-Za-z]{3,}/);
    }
    expect(new Set(siteMatches).size).toBe(siteMatches.length);
    expect(new Set(sites.map(({ product }) => product)).size).toBe(sites.length);
  });

  test.each([
    'https://shop.example.com/wp-admin/admin.php?page=wp-mail-smtp-tools&tab=test',
    'https://example.com/blog/wp-admin/options-general.php',
    'http://localhost/wp/wp-admin/network/',
    'https://host.example.com/cpsess0123456789/frontend/jupiter/mail/delivery_report.html',
    'https://host.example.com/modules/log-browser/index.php',
    'https://host.example.com/smb/log-file/browser/id/769',
    'https://host.example.com/CMD_SHOW_LOG?name=exim',
    'https://host.example.com/evo/admin/mail-queue',
    'https://host.example.com/postfix/mailq.cgi',
    'https://host.example.com/logviewer/view_log.cgi?idx=1',
    'https://mail.example.com/admin/queue',
    'https://host.example.com/list/log/?user=admin',
    'https://app.example.com/telescope/exceptions/9',
    'https://app.example.com/_profiler/5c1a?panel=mailer',
    'https://learn.example.com/admin/testoutgoingmailconf.php',
  ])('runs on %s', (url) => expect(runs(url)).toBe(true));

  test.each([
    'https://example.com/',
    'https://example.com/admin/',
    'https://example.com/admin/users',
    'https://example.com/smb/',
    'https://example.com/smb/cloud-phones',
    'https://example.com/postfix/howto.html',
    'https://example.com/telescope/hubble',
    'https://example.com/evo/cars',
    'https://example.com/debug/vars',
    'https://example.com/blog/what-is-wp-admin',
    'https://mail.example.com/webmail/?_task=mail',
    'https://forum.example.com/t/smtp-error-535',
  ])('is not loaded on %s', (url) => expect(runs(url)).toBe(false));
});
