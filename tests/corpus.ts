import { readdirSync, readFileSync } from 'node:fs';

/** What a careful reader can know of one session from the log alone. */
export interface TruthSession {
  server: string | null;
  port: number | null;
  tls: string;
  auth: { mechanism: string | null; result: string; user: string | null };
  envelope: { from: string | null; to: string[]; rejectedTo: string[] };
  exchange: {
    line: number;
    from: 'server' | 'client';
    code?: number;
    enhanced?: string | null;
    verb?: string;
    dup?: boolean;
  }[];
  outcome: string;
  failedAt: string | null;
  cause: string | null;
  secrets: string[];
}

/** A log with its ground truth. */
export interface Case {
  dialect: string;
  /** `phpmailer/success-debug4` */
  name: string;
  text: string;
  sessions: readonly TruthSession[];
}

const root = new URL('corpus/', import.meta.url);

/**
 * Every case below a folder, by dialect and name; `none` holds texts that are no logs.
 *
 * @param folder tests/corpus if left out; its address ends with a slash
 */
export function corpus(folder: URL = root): Case[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'none')
    .map((entry) => entry.name)
    .flatMap((dialect) =>
      readdirSync(new URL(`${dialect}/`, folder))
        .filter((file) => file.endsWith('.json'))
        .map((file) => {
          const name = `${dialect}/${file.slice(0, -'.json'.length)}`;
          const truth = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
            dialect: string;
            sessions: TruthSession[];
          };
          return { ...truth, name, text: log(name, folder) };
        }),
    );
}

/** The text of one log, such as `phpmailer/success-debug4`. */
export function log(name: string, folder: URL = root): string {
  return readFileSync(new URL(`${name}.log`, folder), 'utf8');
}

/** Texts that share codes or words with SMTP logs and are none: name and text. */
export function negatives(): [name: string, text: string][] {
  return readdirSync(new URL('none/', root)).map((file) => [
    file,
    readFileSync(new URL(`none/${file}`, root), 'utf8'),
  ]);
}
