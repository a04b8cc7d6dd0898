/**
 * Whether this document is shown in a frame for mails: `mode=iframe_preview`, `#email-body`. What
 * stands there is a letter, even when it quotes a log.
 */
export function isLetter(view: Window): boolean {
  // Null for the page itself, for a frame in another site's page, and in a sandbox.
  const frame = view.frameElement;
  // What a page fills and locks up is not its own: `<iframe sandbox srcdoc="…">`.
  if (!frame) return view !== view.top && view.location.protocol === 'about:';
  return /preview|body|messag|letter/i.test(
    ['id', 'class', 'name', 'title', 'src'].map((name) => frame.getAttribute(name)).join(),
  );
}

/** Whether a frame has no address of its own: its text came from a script or from `srcdoc`. */
export function isFilled(view: Window): boolean {
  return view.frameElement !== null && view.location.protocol === 'about:';
}

/**
 * The hosts (as in `location.host`) of this document and of the pages around it. A frame without an
 * address has that of the page that filled it.
 */
export function hostsOf(view: Window & typeof globalThis): string[] {
  // Firefox does not tell the frames of another site who stands around them, apart from the referrer.
  const around =
    view.location.ancestorOrigins ?? (view === view.top ? [] : [view.document.referrer]);
  return [view.origin, ...around].map((each) => each.replace(/^.*?\/\/|\/.*/g, ''));
}
