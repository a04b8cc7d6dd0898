import type { Phase } from '../types.ts';
import { REFUSAL_CODES, REFUSAL_ENHANCED, REFUSAL_LOOSE } from '../knowledge/refusal-codes.ts';
import type { RefusalCode } from '../knowledge/refusal-codes.ts';
import { REFUSALS } from '../knowledge/refusals.ts';
import type { Refusal } from '../knowledge/refusal-row.ts';
import { VAGUE_REFUSALS } from '../knowledge/refusals/vague-refusals.ts';
import { WEAKEST_REFUSALS, WEAK_REFUSALS } from '../knowledge/refusals/weak-refusals.ts';
import { normalise } from './normalise.ts';
import { indexPhrases } from './phrase-index.ts';

/** A reply that refuses, as much as is known of it. */
export interface RefusedReply {
  /** 0 where the log shows words without a code. */
  code: number;
  enhanced?: string | undefined;
  /** The words of all lines, joined by blanks. */
  text: string;
  /** The step that it answered, where known. */
  phase?: Phase | undefined;
}

/** Reads refusals by tables of phrases. */
export interface RefusalReader {
  /** What the words alone prove, or undefined. */
  byWords(reply: RefusedReply): string | undefined;
  /** What a reply states whose words prove nothing. */
  byCodes(reply: RefusedReply): string;
}

/** Tables of phrases, from the exact to those that say little. */
export interface RefusalTables {
  exact: readonly Refusal[];
  weak: readonly Refusal[];
  vague: readonly Refusal[];
  weakest: readonly Refusal[];
}

/** A reader by the given tables. */
export function refusalReader(tables: RefusalTables): RefusalReader {
  const { exact, weak, vague, weakest } = tables;
  // One search for all: where no row of one table fits, the best row is that of a later one.
  const rows = [...exact, ...weak, ...vague, ...weakest];
  const find = indexPhrases(rows);
  const weakFrom = exact.length;
  const vagueFrom = weakFrom + weak.length;
  // Both questions are asked of a reply that the words do not settle.
  let last: { reply?: RefusedReply; rank: number } = { rank: -1 };
  const rankOf = (reply: RefusedReply): number => {
    if (reply !== last.reply) {
      last = { reply, rank: find(normalise(reply.text), (row) => fitsRow(row, reply)) };
    }
    return last.rank;
  };
  return {
    byWords(reply) {
      const rank = rankOf(reply);
      return rank < weakFrom ? rows[rank]?.cause : undefined;
    },
    byCodes(reply) {
      const enhanced = byCode(REFUSAL_ENHANCED, reply);
      if (enhanced !== undefined) return enhanced;
      const rank = rankOf(reply);
      const said = rows[rank]?.cause;
      if (rank >= weakFrom && rank < vagueFrom && said !== undefined) return said;
      const vaguely = rank >= vagueFrom ? said : undefined;
      return byCode(REFUSAL_LOOSE, reply) ?? vaguely ?? byCode(REFUSAL_CODES, reply) ?? 'other';
    },
  };
}

/** All tables. */
export const REFUSAL_TABLES: RefusalTables = {
  exact: REFUSALS,
  weak: WEAK_REFUSALS,
  vague: VAGUE_REFUSALS,
  weakest: WEAKEST_REFUSALS,
};

/** The reader by all tables. */
export const refusalsRead: RefusalReader = refusalReader(REFUSAL_TABLES);

/**
 * Names the cause that a refusing reply states, as a slug: the words win over the enhanced code,
 * that over words that say little, those over the basic code with its step. `other` where nothing
 * tells. RFC 5321 section 4.2, RFC 3463.
 */
export function classifyReply(reply: RefusedReply): string {
  return refusalsRead.byWords(reply) ?? refusalsRead.byCodes(reply);
}

function byCode(rows: readonly RefusalCode[], reply: RefusedReply): string | undefined {
  return rows.find((row) => fitsCode(row, reply))?.cause;
}

function fitsRow(row: Refusal, reply: RefusedReply): boolean {
  if (!fitsPhase(row, reply) || (reply.phase && row.except?.includes(reply.phase))) return false;
  if (row.coded && reply.code === 0 && reply.enhanced === undefined) return false;
  // A text without a code may be a quoted reply whose code got lost: the words decide then.
  if (row.class !== undefined && classOf(reply) > 0 && row.class !== classOf(reply)) return false;
  if (row.codes && reply.code > 0 && !row.codes.includes(reply.code)) return false;
  return !row.enhanced || (reply.enhanced !== undefined && row.enhanced.includes(reply.enhanced));
}

function fitsCode(row: RefusalCode, reply: RefusedReply): boolean {
  if (!fitsPhase(row, reply)) return false;
  if (row.class !== undefined && row.class !== classOf(reply)) return false;
  if (row.codes && !row.codes.includes(reply.code)) return false;
  if (!row.enhanced) return true;
  const code = reply.enhanced;
  return (
    code !== undefined && (row.enhanced.includes(code) || row.enhanced.includes(code.slice(2)))
  );
}

function fitsPhase(row: { phases?: readonly Phase[] }, reply: RefusedReply): boolean {
  return !row.phases || (reply.phase !== undefined && row.phases.includes(reply.phase));
}

/** 4 or 5, 0 where no code is known; the basic code wins over an enhanced code that disagrees (`550 4.2.0`). */
function classOf(reply: RefusedReply): number {
  if (reply.code > 0) return Math.floor(reply.code / 100);
  return Number(reply.enhanced?.[0] ?? 0);
}
