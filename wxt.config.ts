import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

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

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()], build: { sourcemap: false }, worker: { format: 'es' } }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab'],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      extension_pages: written(command === 'serve' ? policyWhileDeveloping : policy),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'smtp-lens@smtp-lens.example',
              // The first release that reads `data_collection_permissions`.
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // `storage.session` with room for a large log is in 112, the CSS of the page's bar in 120.
          minimum_chrome_version: '120',
        }),
  }),
});
