import type { Theme } from './drawing.ts';
import { styleOf } from './layout.ts';

/** Below this relative luminance (WCAG 2.2) light text reads better. */
const darkBelow = 0.22;

/** Light or dark, by what really stands behind an element, not by what the system prefers. */
export function themeOf(element: Element): Theme {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = parse(styleOf(at).backgroundColor);
    if (colour) return luminance(colour) < darkBelow ? 'dark' : 'light';
  }
  // The bare canvas is dark only where the page says that it can be, and the system wants it.
  const scheme = styleOf(element.ownerDocument.documentElement).colorScheme ?? '';
  if (!scheme.includes('dark')) return 'light';
  const prefersDark = element.ownerDocument.defaultView?.matchMedia?.(
    '(prefers-color-scheme: dark)',
  ).matches;
  return !scheme.includes('light') || prefersDark ? 'dark' : 'light';
}

/** Red, green, blue of `rgb(…)`; undefined for a colour that lets through what is behind it. */
function parse(colour: string): number[] | undefined {
  if (!colour.startsWith('rgb')) return undefined;
  const [red = 255, green = 255, blue = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return alpha < 0.5 ? undefined : [red, green, blue];
}

function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
