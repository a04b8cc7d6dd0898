import type { Exchange, Session } from '../types.ts';

/** A refusal that may decide: the exchange whose reply it is. */
interface Refusal {
  exchange?: Exchange;
}

/** Of several refusals the one that counts: the first for good, else the first. */
export function worst<One extends Refusal>(refusals: readonly One[]): One | undefined {
  return refusals.find(isPermanent) ?? refusals[0];
}

/**
 * The refusal after which the client did nothing more, though commands that it had sent before
 * (RFC 2920) are left without their replies.
 *
 * @param refusals of recipients and messages, in order
 */
export function gaveUpAfter<One extends Refusal>(
  { exchanges }: Session,
  refusals: readonly One[],
): One | undefined {
  const last = refusals.at(-1)?.exchange?.reply?.entry;
  if (last === undefined) return undefined;
  const goesOn = exchanges.some(
    ({ command, reply }) =>
      command?.verb !== 'QUIT' && ((command?.entry ?? 0) > last || (reply?.entry ?? 0) > last),
  );
  return goesOn ? undefined : worst(refusals);
}

function isPermanent({ exchange }: Refusal): boolean {
  return (exchange?.reply?.code ?? 0) >= 500;
}
