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

/** Every case below tests/corpus, by folder and name; `none` holds texts that are no logs. */
export function corpus(): Case[] {
  return readdirSync(root)
    .filter((dialect) => dialect !== 'none')
    .flatMap((dialect) =>
      readdirSync(new URL(`${dialect}/`, root))
        .filter((file) => file.endsWith('.json'))
        .map((file) => {
          const name = `${dialect}/${file.slice(0, -'.json'.length)}`;
          const truth = JSON.parse(readFileSync(new URL(`${name}.json`, root), 'utf8')) as {
            dialect: string;
            sessions: TruthSession[];
          };
          return { ...truth, name, text: log(name) };
        }),
    );
}

/** The text of one log, such as `phpmailer/success-debug4`. */
export function log(name: string): string {
  return readFileSync(new URL(`${name}.log`, root), 'utf8');
}

/** Texts that share codes or words with SMTP logs and are none: name and text. */
export function negatives(): [name: string, text: string][] {
  return readdirSync(new URL('none/', root)).map((file) => [
    file,
    readFileSync(new URL(`none/${file}`, root), 'utf8'),
  ]);
}
