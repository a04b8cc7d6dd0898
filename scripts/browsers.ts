import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

/** What the demo and the end-to-end tests borrow from the machine. */
export type Need = 'chromium' | 'firefox' | 'php';

/** Paths of what was found. */
export interface Tools {
  chromium?: string;
  firefox?: string;
  php?: string;
  /** PHPMailer's autoload.php. */
  phpmailer?: string;
}

/**
 * Finds browsers and PHP on this machine; on a Debian where the right to install is there (root, or sudo that
 * asks for no password) it installs what is missing and says so. Says in plain words what stays missing; the
 * caller goes on without it. Silent where everything is there. `SMTP_LENS_NO_INSTALL=1` forbids installing.
 *
 * @param needs what the caller can use
 */
export async function ensureTools(needs: readonly Need[]): Promise<Tools> {
  const tools = findTools(needs);
  const packages = listMissing(tools, needs);
  if (packages.length === 0) return tools;
  const installer = findInstaller();
  if (installer) {
    console.log(
      `Not on this machine yet: ${packages.join(', ')}. Installing with apt-get, which takes a minute or two …`,
    );
    const failure = install(installer, packages);
    if (failure) console.log(`apt-get could not do it: ${failure}`);
    else console.log('Installed.');
  }
  const found = installer ? findTools(needs) : tools;
  if (!process.env.SMTP_LENS_QUIET) {
    for (const name of listMissing(found, needs)) console.log(advice[name]);
  }
  return found;
}

type Package = 'chromium' | 'firefox-esr' | 'php-cli' | 'libphp-phpmailer';

const advice: Readonly<Record<Package, string>> = {
  chromium:
    'No Chromium here. Install Chromium, Edge or Chrome for Testing, or name one in CHROME_PATH (Debian: apt-get install chromium).',
  'firefox-esr':
    'No Firefox here. Install Firefox 140 or newer, or name one in FIREFOX_PATH (Debian: apt-get install firefox-esr).',
  'php-cli':
    'No PHP with OpenSSL here. Install PHP 8, or name one in PHP_PATH (Debian: apt-get install php-cli).',
  'libphp-phpmailer':
    'No PHPMailer here. Name its autoload.php in PHPMAILER_PATH (Debian: apt-get install libphp-phpmailer).',
};

function findTools(needs: readonly Need[]): Tools {
  const chromium = needs.includes('chromium') ? findChromium() : undefined;
  const firefox = needs.includes('firefox') ? findFirefox() : undefined;
  const php = needs.includes('php') ? findPhp() : undefined;
  const phpmailer = needs.includes('php') ? findPhpMailer() : undefined;
  return {
    ...(chromium && { chromium }),
    ...(firefox && { firefox }),
    ...(php && { php }),
    ...(phpmailer && { phpmailer }),
  };
}

function listMissing(tools: Tools, needs: readonly Need[]): Package[] {
  const missing: Package[] = [];
  if (needs.includes('chromium') && !tools.chromium) missing.push('chromium');
  if (needs.includes('firefox') && !tools.firefox) missing.push('firefox-esr');
  if (needs.includes('php') && !tools.php) missing.push('php-cli');
  if (needs.includes('php') && !tools.phpmailer) missing.push('libphp-phpmailer');
  return missing;
}

/** Branded Chrome comes last: since version 137 it takes no unpacked extension from the command line. */
function findChromium(): string | undefined {
  const named = [process.env.CHROMIUM_PATH, process.env.CHROME_PATH];
  const commands = [
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome-for-testing',
    'google-chrome',
    'google-chrome-stable',
  ];
  const applications = [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const programs = [
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Google/Chrome/Application/chrome.exe',
  ];
  const [branded, others] = split(onThisSystem(commands, applications, programs), isBrandedChrome);
  return [...named, ...others, ...listDownloadedChromiums(), ...branded].find(isProgram);
}

function findFirefox(): string | undefined {
  const candidates = onThisSystem(
    ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    ['Mozilla Firefox/firefox.exe'],
  );
  return [process.env.FIREFOX_PATH, ...candidates].find(isProgram);
}

function findPhp(): string | undefined {
  const candidates = [
    process.env.PHP_PATH,
    ...onThisSystem(['php', 'php8.4', 'php8.3', 'php8.2'], [], []),
  ];
  return candidates.find(
    (path) =>
      isProgram(path) &&
      spawnSync(
        path,
        ['-r', 'exit(PHP_MAJOR_VERSION >= 8 && extension_loaded("openssl") ? 0 : 1);'],
        {
          stdio: 'ignore',
          timeout: 10_000,
        },
      ).status === 0,
  );
}

function findPhpMailer(): string | undefined {
  const candidates = [
    process.env.PHPMAILER_PATH,
    '/usr/share/php/libphp-phpmailer/autoload.php',
    '/usr/share/php/PHPMailer/autoload.php',
    join(homedir(), '.config/composer/vendor/autoload.php'),
    join(homedir(), '.composer/vendor/autoload.php'),
  ];
  return candidates.find(
    (path) =>
      path !== undefined &&
      existsSync(path) &&
      // Composer's own autoloader is there without PHPMailer, too.
      (!path.includes('composer') || existsSync(join(path, '../phpmailer/phpmailer'))),
  );
}

/** Every place where this system may keep a program: on the PATH, in Applications, under Program Files. */
function onThisSystem(
  commands: readonly string[],
  applications: readonly string[],
  programs: readonly string[],
): string[] {
  if (platform() === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter((root) => root !== undefined);
    return [
      ...programs.flatMap((program) => roots.map((root) => join(root, program))),
      ...commands.flatMap((command) => onPath(`${command}.exe`)),
    ];
  }
  const installed =
    platform() === 'darwin'
      ? applications.flatMap((name) => [
          join('/Applications', name),
          join(homedir(), 'Applications', name),
        ])
      : [];
  return [...installed, ...commands.flatMap(onPath)];
}

function onPath(command: string): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders, '/usr/bin', '/usr/local/bin', '/snap/bin']
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, command));
}

/** Chromiums that Playwright and Puppeteer keep in the user's cache, newest first. */
function listDownloadedChromiums(): string[] {
  const cache =
    platform() === 'darwin'
      ? join(homedir(), 'Library/Caches')
      : platform() === 'win32'
        ? (process.env.LOCALAPPDATA ?? homedir())
        : join(homedir(), '.cache');
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
  ];
  const folders = [
    ...listFolders(join(cache, 'ms-playwright')).filter((folder) => /chromium-\d+$/.test(folder)),
    ...listFolders(join(homedir(), '.cache/puppeteer/chrome')),
  ];
  return folders.flatMap((folder) => inside.map((path) => join(folder, path)));
}

function listFolders(folder: string): string[] {
  try {
    return readdirSync(folder)
      .toSorted()
      .toReversed()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function isBrandedChrome(path: string): boolean {
  return /google-chrome(-stable)?$|Google Chrome$|Google[\\/]Chrome[\\/]/.test(path);
}

function isProgram(path: string | undefined): path is string {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function split<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** The words in front of a command that may install packages, or undefined. */
function findInstaller(): readonly string[] | undefined {
  if (process.env.SMTP_LENS_NO_INSTALL || platform() !== 'linux') return undefined;
  // Ubuntu's chromium and firefox packages are only pointers to snaps, which see neither /tmp nor a profile there.
  if (!/^ID=debian$/m.test(readIfThere('/etc/os-release'))) return undefined;
  if (!isProgram('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['env'];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore', timeout: 10_000 });
  return sudo.status === 0 ? ['sudo', '-n', 'env'] : undefined;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @returns what went wrong, in apt-get's own last words, or undefined */
function install(installer: readonly string[], packages: readonly string[]): string | undefined {
  const [program = 'env', ...words] = [...installer, 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...packages],
  ];
  for (const step of steps) {
    const { status, stderr, error } = spawnSync(program, [...words, ...step], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      timeout: 15 * 60_000,
    });
    if (status !== 0)
      return error?.message ?? (stderr.trim().split('\n').at(-1) || `exit code ${status}`);
  }
  return undefined;
}
