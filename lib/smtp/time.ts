/**
 * Reads a log's time stamp.
 *
 * @param stamp as written: `2026-11-23 18:32:17`, with `T`, fractions of a second or a zone
 *   allowed; `Nov 23 18:32:17` (RFC 3164, which has no year); or a time of day alone
 * @returns milliseconds on a scale that is common to one log (the epoch where there is a date,
 *   midnight where not), or undefined
 */
export function parseTime(stamp: string): number | undefined {
  const old = RFC_3164.exec(stamp);
  if (old) {
    const [, name = '', day, clock = ''] = old;
    const time = parseTime(clock);
    // A leap year, so that every day exists.
    return time === undefined
      ? undefined
      : Date.UTC(2000, MONTHS.indexOf(name), Number(day)) + time;
  }
  const match = /^(?:(\d{4})[-/](\d\d)[-/](\d\d)[T ])?(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?/.exec(
    stamp,
  );
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = ''] = match;
  const clock = Number(hour) * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000;
  const ms = clock + Number(fraction.padEnd(3, '0').slice(0, 3));
  return year === undefined ? ms : Date.UTC(Number(year), Number(month) - 1, Number(day)) + ms;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const RFC_3164 =
  /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d.{0,7})$/;

/** A session's time, from its first stamp on. */
export interface Clock {
  /** Milliseconds since the first stamp; undefined where this one says nothing. */
  at(stamp: string | undefined): number | undefined;
  /** Milliseconds between the first and the last stamp. */
  span(): number | undefined;
}

/** Reads the time stamps of one session, in their order. */
export function createClock(): Clock {
  let first: number | undefined;
  let last: number | undefined;
  return {
    at(stamp) {
      const now = stamp === undefined ? undefined : parseTime(stamp);
      if (now === undefined) return undefined;
      first ??= now;
      last = now;
      return now - first;
    },
    span: () => (first === undefined || last === undefined ? undefined : last - first),
  };
}
