import type { Party } from '../types.ts';

/**
 * A text with `{name}` places, or several in order of preference: the first one whose places are
 * all known is used. Places are listed in lib/explain-findings.ts.
 */
export type Text = string | readonly string[];

/**
 * Who must act, where that depends on the session. `operator`: whoever runs the server of the
 * session, the mail provider or the recipient. `receiver`: the recipient, unless the own provider
 * refused after a login. `ip-owner`: who owns the address that counts, the web host or, after a
 * login, the mail provider.
 */
export type CauseParty = Party | 'operator' | 'receiver' | 'ip-owner';

/** What there is to say of a cause, to someone who owns a site and not a mail server. */
export interface Cause {
  /** Who must act first. */
  party: CauseParty;
  /** Whether waiting helps; `by-code`: where the server said 4xx, or says in words that it passes. */
  temporary: boolean | 'by-code';
  /** The verdict's clause after "The mail was not sent: ". No full stop. */
  reason: Text;
  /** What it means and what is behind it, in whole sentences. */
  why: Text;
  /**
   * Steps in order. A step whose places are not known is left out. `{programStep}` alone stands for
   * the steps that the program has for this cause, which are the first ones otherwise.
   */
  fix: readonly Text[];
  /**
   * Steps in place of `fix` where the log is of the very server that refused: its reader looks
   * after the server, and somebody else has to mend a program, or is a stranger.
   */
  serving?: readonly Text[];
  /**
   * What to write to the party that must act, or to the one that a step names: whole sentences,
   * to which greeting and the log's facts are added.
   */
  message?: Text;
  references: readonly string[];
}
