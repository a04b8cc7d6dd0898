import { expect, test } from 'vitest';
import config from '../../wxt.config.ts';

type Manifest = Record<string, unknown>;

function manifestOf(browser: string): Manifest {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('The manifest depends on the browser.');
  return manifest({
    browser,
    command: 'build',
    manifestVersion: 3,
    mode: 'production',
  }) as Manifest;
}

// A permission more is a question more at the installation: README.md says why each one is there.
test.each(['chrome', 'firefox'])('asks in %s for nothing but this', (browser) => {
  const manifest = manifestOf(browser);
  expect(manifest['permissions']).toEqual(['storage', 'scripting', 'activeTab', 'contextMenus']);
  expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
  for (const name of [
    'host_permissions',
    'optional_permissions',
    'web_accessible_resources',
    'externally_connectable',
  ]) {
    expect(manifest[name], name).toBeUndefined();
  }
});
