/** Room kept between a popover and the edges of the window, and between it and its anchor, in px. */
const edge = 8;
const gap = 4;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Where a popover stands: under its anchor, above it where there is more room, never over an edge.
 * All in px of the window.
 */
export function place(
  anchor: Box,
  popover: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - gap - popover.height;
  const fits = below + popover.height <= view.height - edge;
  const roomAbove = anchor.top;
  const roomBelow = view.height - anchor.top - anchor.height;
  const top = fits || roomBelow >= roomAbove ? below : above;
  return {
    left: within(anchor.left, view.width - popover.width),
    top: within(top, view.height - popover.height),
  };
}

function within(value: number, room: number): number {
  return Math.max(edge, Math.min(value, room - edge));
}
