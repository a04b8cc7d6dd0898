import { useCallback, useEffect, useState } from 'preact/hooks';
import { findTab, framesOf, logsOf, lookForLogs } from '../../lib/extension/tab.ts';
import type { TabLog } from '../../lib/extension/tab.ts';

/**
 * - `asking`: nothing is known yet. - `closed`: a page of the browser. - `idle`: the content
 * script does not run there. - `refused`: it was asked to and may not. - `running`: it answers.
 */
export type TabStatus = 'asking' | 'closed' | 'idle' | 'looking' | 'refused' | 'running';

export interface TabView {
  id: number | undefined;
  host: string | null;
  status: TabStatus;
  /** A page of a site, for which the browser can be asked; a file is none. */
  grantable: boolean;
  logs: readonly TabLog[];
  /** The person asked for a look, and the page was looked through. */
  looked: boolean;
  /** Looks through the page. Quietly: a page that refuses is left alone without a word. */
  look(quietly?: boolean): void;
}

/** How often an open popup asks again, in milliseconds: logs come and go while it is open. */
const AGAIN = 1000;
/** How long a page that was just asked to look may take before "none found" is said. */
const LOOK_TIME = 1500;

/** The tab in front and its logs, kept up to date while the popup is open. */
export function useTab(address: string): TabView {
  const [id, setId] = useState<number>();
  const [frames, setFrames] = useState<readonly number[]>([0]);
  const [host, setHost] = useState<string | null>(null);
  const [status, setStatus] = useState<TabStatus>('asking');
  const [logs, setLogs] = useState<readonly TabLog[]>([]);
  const [looked, setLooked] = useState(false);
  const [grantable, setGrantable] = useState(true);

  useEffect(() => {
    let gone = false;
    void (async () => {
      const tab = await findTab(address);
      if (gone) return;
      if (tab === undefined || tab.closed) {
        setStatus('closed');
        return;
      }
      setHost(tab.host);
      setGrantable(tab.grantable);
      setId(tab.id);
      const reached = await framesOf(tab.id);
      if (!gone) setFrames(reached);
    })();
    return () => {
      gone = true;
    };
  }, [address]);

  useEffect(() => {
    if (id === undefined) return undefined;
    let gone = false;
    const ask = async (): Promise<void> => {
      const found = await logsOf(id, frames);
      if (gone) return;
      if (found === undefined) {
        setStatus((known) => (known === 'looking' || known === 'refused' ? known : 'idle'));
        setLogs((known) => (known.length === 0 ? known : []));
        return;
      }
      setStatus((known) => (known === 'looking' && found.logs.length === 0 ? known : 'running'));
      if (found.host !== '') setHost(found.host);
      setLogs((known) => (isSame(known, found.logs) ? known : found.logs));
    };
    void ask();
    const timer = setInterval(() => void ask(), AGAIN);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [id, frames]);

  const look = useCallback(
    (quietly = false): void => {
      if (id === undefined) return;
      setStatus('looking');
      void (async () => {
        if (!(await lookForLogs(id))) {
          setStatus(quietly ? 'idle' : 'refused');
          return;
        }
        setFrames(await framesOf(id));
        setTimeout(() => {
          setLooked(true);
          setStatus((known) => (known === 'looking' ? 'running' : known));
        }, LOOK_TIME);
      })();
    },
    [id],
  );

  return { id, host, status, grantable, logs, looked, look };
}

function isSame(a: readonly TabLog[], b: readonly TabLog[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
