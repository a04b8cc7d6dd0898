import { useEffect, useState } from 'preact/hooks';
import { getSetting, watchSetting } from '../../lib/extension/settings.ts';
import type { SettingName, Settings } from '../../lib/extension/settings.ts';

/** A setting as it holds now, wherever it is changed. Undefined until it has been read. */
export function useSetting<N extends SettingName>(name: N): Settings[N] | undefined {
  const [value, setValue] = useState<Settings[N]>();
  useEffect(() => {
    const end = new AbortController();
    watchSetting(name, (changed) => setValue(() => changed), end.signal);
    void getSetting(name).then((read) => {
      if (!end.signal.aborted) setValue((known) => known ?? read);
    });
    return () => end.abort();
  }, [name]);
  return value;
}
