/** Longest stretch that a `*` in a phrase bridges, in characters. */
const BRIDGE = 48;
/** From so many characters on a text is looked through piece by piece first. */
const LONG = 600;

/** A piece of a phrase: plain words, or a choice in braces. */
interface Piece {
  wordings: readonly string[];
  /** How far behind the piece before it may begin: 0, or the length of the bridge. */
  reach: number;
  /** A word must begin here; a word must end here. */
  opens: boolean;
  closes: boolean;
}

/** A phrase as the tables write it (`refusal-row.ts` says how), ready to be compared. */
export class Phrase {
  readonly pieces: readonly Piece[];

  constructor(written: string) {
    this.pieces = written.split('*').flatMap(piecesOf);
  }

  /** Whether a normalised text holds this phrase. */
  isIn(text: string): boolean {
    // Of a long text most phrases lack a piece; looking that up first keeps the work linear.
    return (
      (text.length < LONG || this.pieces.every((piece) => hasPiece(text, piece))) &&
      hasPieces(text, this.pieces, 0, 0)
    );
  }
}

/** The stretch between two `*`: `fail{s,ed} to pass` has three pieces. */
function piecesOf(stretch: string): Piece[] {
  const isWhole = stretch.startsWith('=');
  const words = (isWhole ? stretch.slice(1) : stretch).split(/[{}]/);
  // Every second one stood in braces.
  const pieces = words
    .map((word, place) => (place % 2 === 0 ? [word] : word.split(',')))
    .filter((wordings) => wordings.length > 1 || wordings[0] !== '');
  return pieces.map((wordings, place) => ({
    wordings,
    reach: place === 0 ? BRIDGE : 0,
    opens: isWhole && place === 0,
    closes: isWhole && place === pieces.length - 1,
  }));
}

function hasPiece(text: string, { wordings }: Piece): boolean {
  return wordings.some((wording) => text.includes(wording));
}

/** Where words stand from `from` on; -1, or beyond `last`, where they do not stand up to `last`. */
function indexIn(text: string, wording: string, from: number, last: number): number {
  const end = last + wording.length;
  if (text.length < LONG || end >= text.length) return text.indexOf(wording, from);
  // A search of the whole text for words that stand far away, or nowhere, is work for nothing.
  const at = text.slice(from, end).indexOf(wording);
  return at < 0 ? -1 : from + at;
}

/** Whether the pieces from `which` on stand in their order, the first within reach of `from`. */
function hasPieces(text: string, pieces: readonly Piece[], which: number, from: number): boolean {
  const piece = pieces[which];
  if (piece === undefined) return true;
  const last = which === 0 ? text.length : from + piece.reach;
  for (const wording of piece.wordings) {
    let at = piece.reach > 0 ? indexIn(text, wording, from, last) : from;
    if (piece.reach === 0 && !text.startsWith(wording, from)) at = -1;
    while (at >= 0 && at <= last) {
      const end = at + wording.length;
      const isWord = !(piece.opens && isWordChar(text, at - 1));
      if (isWord && !(piece.closes && isWordChar(text, end))) {
        if (hasPieces(text, pieces, which + 1, end)) return true;
      }
      // An empty choice is found at the end again and again.
      at = piece.reach > 0 && at < last ? indexIn(text, wording, at + 1, last) : -1;
    }
  }
  return false;
}

/** A letter or a digit. */
function isWordChar(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code >= 0xc0;
}
