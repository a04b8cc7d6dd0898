import type { Box } from './place.ts';

/** Room kept to the window's edges and to what is explained, in px. */
const edge = 8;
const gap = 8;

/**
 * Where a large panel stands so that it does not cover what it explains: under it, at its right, at
 * its left, above it, whichever has the room first; else in the lower right corner. All in px of the window.
 */
export function beside(
  anchor: Box,
  panel: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  const left = clamp(anchor.left, view.width - panel.width);
  const top = clamp(anchor.top, view.height - panel.height);
  if (bottom > 0 && bottom + gap + panel.height <= view.height - edge) {
    return { left, top: bottom + gap };
  }
  if (right + gap + panel.width <= view.width - edge) return { left: right + gap, top };
  if (anchor.left - gap - panel.width >= edge)
    return { left: anchor.left - gap - panel.width, top };
  if (anchor.top - gap - panel.height >= edge) {
    return { left, top: Math.min(anchor.top, view.height) - gap - panel.height };
  }
  return {
    left: clamp(view.width, view.width - panel.width),
    top: clamp(view.height, view.height - panel.height),
  };
}

function clamp(value: number, room: number): number {
  return Math.max(edge, Math.min(value, room - edge));
}
