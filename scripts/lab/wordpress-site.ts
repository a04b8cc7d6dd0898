import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { WordPressTools } from '../wordpress.ts';
import { startDatabase } from './database.ts';
import { startMailLab } from './mail-lab.ts';
import { startPhpServer } from './php-server.ts';

/** A real WordPress on 127.0.0.1 that sends through the lab's mail servers. */
export interface WordPressSite {
  /** Without a slash at the end. */
  origin: string;
  /** The administrator. */
  user: string;
  password: string;
  close(): Promise<void>;
}

/**
 * Sets up a WordPress in a temporary folder: a copy of Debian's files, the lab's own must-use plugin and theme, an
 * empty database, PHP's own web server, and the installation by WordPress's own form. Nothing of it is left after
 * `close`. The site asks nobody outside of this machine.
 *
 * @throws Error in a plain sentence when one of the parts does not come up
 */
export async function startWordPressSite(tools: WordPressTools): Promise<WordPressSite> {
  const folder = await mkdtemp(join(tmpdir(), 'smtp-lens-wp-'));
  const closers = [(): Promise<void> => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const each of closers.splice(0).toReversed()) await each();
  };
  try {
    const [database] = await Promise.all([
      startDatabase(tools, await makeFolder(folder, 'database')),
      copyFiles(tools, join(folder, 'site')),
    ]);
    closers.push(database.close);
    await writeFile(join(folder, 'site/wp-config.php'), writeConfiguration(database.host));
    const mail = await startMailLab(tools.php);
    closers.push(mail.close);
    const { port, untrustedPort, closedPort } = mail.servers;
    const server = await startPhpServer({
      php: tools.php,
      folder: join(folder, 'site'),
      flags: [...tools.phpFlags, ...mail.flags],
      environment: {
        // The block editor asks for many things at once.
        PHP_CLI_SERVER_WORKERS: '3',
        SMTP_LENS_LAB: JSON.stringify({ port, untrustedPort, closedPort, verify: mail.verify }),
      },
    });
    closers.push(server.close);
    const account = { user: 'admin', password: 'correct-horse-9' };
    await install(server.origin, account);
    return { origin: server.origin, ...account, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeFolder(parent: string, name: string): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder);
  return folder;
}

/**
 * Debian's files are half links into other packages (`wp-includes/js/underscore.js` to
 * `../../../javascript/underscore/underscore.js`), which lead nowhere from a copy.
 */
async function copyFiles({ files, roots }: WordPressTools, site: string): Promise<void> {
  await cp(files, site, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const link = join(entry.parentPath, entry.name);
    // Where it would lead on a system with all packages installed.
    const there = entry.parentPath.replace(site, '/usr/share/wordpress');
    const wanted = resolve(there, await readlink(link));
    const target = roots.map((root) => join(root, wanted)).find((path) => existsSync(path));
    await rm(link);
    if (target !== undefined) await symlink(target, link);
  }
  const own = join(import.meta.dirname, 'wordpress');
  const content = join(site, 'wp-content');
  for (const name of ['mu-plugins', 'themes'])
    await cp(join(own, name), join(content, name), { recursive: true });
}

function writeConfiguration(databaseHost: string): string {
  const constants: Readonly<Record<string, string | boolean>> = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: databaseHost,
    DB_CHARSET: 'utf8mb4',
    WP_DEFAULT_THEME: 'lab',
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_AUTO_UPDATE_CORE: false,
    AUTH_KEY: 'lab 1',
    SECURE_AUTH_KEY: 'lab 2',
    LOGGED_IN_KEY: 'lab 3',
    NONCE_KEY: 'lab 4',
    AUTH_SALT: 'lab 5',
    SECURE_AUTH_SALT: 'lab 6',
    LOGGED_IN_SALT: 'lab 7',
    NONCE_SALT: 'lab 8',
  };
  const lines = Object.entries(constants).map(
    ([name, value]) =>
      `define('${name}', ${typeof value === 'string' ? `'${value.replaceAll(/[\\']/g, '\\$&')}'` : value});`,
  );
  return `<?php
${lines.join('\n')}
define('ABSPATH', __DIR__ . '/');
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
`;
}

async function install(
  origin: string,
  { user, password }: Pick<WordPressSite, 'user' | 'password'>,
): Promise<void> {
  const response = await fetch(`${origin}/wp-admin/install.php?step=2`, {
    method: 'POST',
    body: new URLSearchParams({
      weblog_title: 'Example Shop',
      user_name: user,
      admin_password: password,
      admin_password2: password,
      pw_weak: 'on',
      admin_email: 'shop@example.com',
      blog_public: '0',
      language: '',
    }),
    signal: AbortSignal.timeout(45_000),
  });
  const page = await response.text();
  if (!response.ok || !page.includes('wp-login.php'))
    throw new Error(`WordPress could not be installed (status ${response.status}).`);
}
