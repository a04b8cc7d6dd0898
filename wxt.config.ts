import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { withoutSources } from './scripts/without-sources.ts';

/** `storage.session` has room for a large log since 112; the style sheet's newest parts are from 123. */
const MIN_CHROME = 123;
/** The first release that reads `data_collection_permissions`. */
const MIN_FIREFOX = 140;

/** What our own pages may load and reach: their own files, and nothing on any network. */
const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** While developing, the pages are served by Vite on this machine, which sends changes over a socket. */
const policyWhileDeveloping = {
  ...policy,
  'style-src': "'self' 'unsafe-inline' http://localhost:*",
  'connect-src': 'http://localhost:* ws://localhost:*',
};

function written(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/**
 * Preact can set a node's HTML from text (`dangerouslySetInnerHTML`). Nothing here uses it, and with
 * this nothing can: what is asked for as HTML is set as text. Add-on reviewers look for it, too.
 */
function withoutRawHtml() {
  return {
    name: 'without-raw-html',
    transform(code: string, id: string) {
      if (!id.includes('/node_modules/preact/dist/')) return undefined;
      return { code: code.replaceAll('.innerHTML=', '.textContent='), map: null };
    },
  };
}

/** Where a row of knowledge comes from is for those who change it; the package does without. */
function withoutTheirSources() {
  return {
    name: 'without-sources',
    enforce: 'pre' as const,
    apply: 'build' as const,
    transform(code: string, id: string) {
      return id.includes('/lib/knowledge/') ? { code: withoutSources(code), map: null } : undefined;
    },
  };
}

/**
 * The list of known screens is for the manifest, which is written from the sources. In the content
 * script itself nobody reads it, so it is left out of the bundle.
 */
function withoutSiteList() {
  return {
    name: 'without-site-list',
    apply: 'build' as const,
    transform(_code: string, id: string) {
      if (!id.endsWith('/lib/extension/sites.ts')) return undefined;
      return { code: 'export const sites = []; export const siteMatches = [];', map: null };
    },
  };
}

/** Words and icons come with the style sheet, for pages that have a log (`background:looks`). */
function withoutLooks() {
  return {
    name: 'without-looks',
    transform(_code: string, id: string) {
      if (id.endsWith('/lib/locales/en.ts')) return { code: 'export const en = {};', map: null };
      return id.endsWith('/components/shapes.ts')
        ? { code: 'export const shapes = {};', map: null }
        : undefined;
    },
  };
}

/** What runs in pages: the content script, and the panel for a marked text, which is loaded on demand. */
const inPages = new Set(['content-script', 'unlisted-script']);

/**
 * The content script is loaded on every screen of a dashboard, so what it can do without stays out:
 * - the polyfill: of the extension's functions it uses messages and storage, where the browsers
 *   since MV3 give promises themselves, and answers by `sendResponse`, which both know;
 * - words and icons of what is drawn, which a page without a log does not need;
 * - the framework's context, for which `lib/extension/script-context.ts` stands in.
 */
function lightenContentScript(config: UserConfig): void {
  const context = new URL('./lib/extension/script-context.ts', import.meta.url);
  config.resolve = {
    ...config.resolve,
    alias: {
      ...config.resolve?.alias,
      'wxt/browser': '@wxt-dev/browser',
      'wxt/utils/content-script-context': fileURLToPath(context),
    },
  };
  config.plugins = [...(config.plugins ?? []), terseElements(), withoutLooks(), twiceMinified()];
}

/**
 * The worker of our own pages is built together with them and the background, so that the engine
 * is in the package once: all three load the same chunk.
 */
function addWorker(config: UserConfig): void {
  const worker = new URL('./entrypoints/popup/explain-worker.ts', import.meta.url);
  const input = config.build?.rollupOptions?.input as Record<string, string> | undefined;
  if (input) input['explain-worker'] = fileURLToPath(worker);
}

/** Elements by Preact's `h(type, props, ...children)`: a kilobyte less than by its JSX runtime. */
function terseElements() {
  return {
    name: 'terse-elements',
    enforce: 'post' as const,
    config: () => ({
      oxc: {
        jsx: { runtime: 'classic' as const, pragma: 'h', pragmaFrag: 'Fragment' },
        jsxInject: "import { h, Fragment } from 'preact'",
      },
    }),
  };
}

/** What Terser finds after Vite's own minifier is a kilobyte. */
function twiceMinified() {
  return {
    name: 'twice-minified',
    apply: 'build' as const,
    async generateBundle(
      _options: unknown,
      bundle: Record<string, { type: string; code?: string }>,
    ) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || file.code === undefined) continue;
        const { code } = await minify(file.code, {
          ecma: 2020,
          compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
        });
        file.code = code ?? file.code;
      }
    },
  };
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => inPages.has(type))) lightenContentScript(config);
      if (entrypoints.some(({ type }) => type === 'background')) addWorker(config);
    },
  },
  vite: ({ browser }) => ({
    plugins: [withoutRawHtml(), withoutSiteList(), withoutTheirSources(), preact()],
    // What these browsers know needs no substitute in the bundle.
    build: {
      sourcemap: false,
      target: browser === 'firefox' ? `firefox${MIN_FIREFOX}` : `chrome${MIN_CHROME}`,
    },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'contextMenus'],
    optional_host_permissions: ['*://*/*'],
    // Besides these two, the browser has a shortcut for the toolbar button that a person may set.
    commands: {
      'explain-selection': {
        suggested_key: { default: 'Alt+Shift+E', mac: 'MacCtrl+Shift+E' },
        description: '__MSG_explainSelection__',
      },
      'find-logs': {
        suggested_key: { default: 'Alt+Shift+F', mac: 'MacCtrl+Shift+F' },
        description: '__MSG_findLogs__',
      },
    },
    content_security_policy: {
      extension_pages: written(command === 'serve' ? policyWhileDeveloping : policy),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'smtp-lens@smtp-lens.example',
              strict_min_version: `${MIN_FIREFOX}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: String(MIN_CHROME) }),
  }),
});
