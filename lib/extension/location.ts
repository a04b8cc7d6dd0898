/** How often to look at the address where the browser does not tell of its changes (Firefox before 147), in ms. */
const interval = 1000;

/** Calls back when the page gives itself another address without being loaded anew, until the signal aborts. */
export function watchLocation(changed: () => void, signal: AbortSignal): void {
  let { href } = location;
  const look = (): void => {
    if (location.href === href) return;
    href = location.href;
    changed();
  };
  if ('navigation' in window) {
    window.navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = setInterval(look, interval);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
