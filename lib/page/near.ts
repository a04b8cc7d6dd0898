/** Calls back, once each, when elements come near the view. */
export interface Near {
  whenNear(element: Element, then: () => void): void;
}

/** Opens one observer for all of them; without one (test DOMs) everything counts as near. */
export function createNear(signal: AbortSignal): Near {
  if (typeof IntersectionObserver !== 'function') return { whenNear: (_element, then) => then() };
  const waiting = new WeakMap<Element, () => void>();
  const observer = new IntersectionObserver(
    (records) => {
      for (const { isIntersecting, target } of records) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        waiting.get(target)?.();
      }
    },
    // Half a window ahead: filled before the eye gets there.
    { rootMargin: '50% 0px' },
  );
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    whenNear(element, then) {
      waiting.set(element, then);
      observer.observe(element);
    },
  };
}
