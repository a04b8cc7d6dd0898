/**
 * Puts text on the clipboard; true when that worked. Call it from a click: browsers ask for one.
 * Pages without TLS have no `navigator.clipboard`; there the copy event carries the text, so
 * nothing is added to the page and its selection stays.
 */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byCopyEvent(text);
  }
}

function byCopyEvent(text: string): boolean {
  let done = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    done = event.clipboardData !== null;
  };
  window.addEventListener('copy', onCopy, { capture: true, once: true });
  try {
    document.execCommand('copy');
  } catch {
    // An old or locked-down browser: the caller says that nothing was copied.
  }
  window.removeEventListener('copy', onCopy, { capture: true });
  return done;
}
