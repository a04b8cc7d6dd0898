/**
 * Whether this document is shown in a frame for mails: `mode=iframe_preview`, `#email-body`. What
 * stands there is a letter, even when it quotes a log.
 */
export function isLetter(view: Window): boolean {
  // Null for the page itself and where the frame belongs to a page of another site.
  const frame = view.frameElement;
  return (
    frame !== null &&
    /preview|body|messag|letter/i.test(
      ['id', 'class', 'name', 'title', 'src'].map((name) => frame.getAttribute(name)).join(),
    )
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
export function hostsOf({ origin, location }: Window & typeof globalThis): string[] {
  return [origin, ...(location.ancestorOrigins ?? [])].map((each) => each.replace(/^.*\//, ''));
}
