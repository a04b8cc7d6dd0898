import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { place } from './place.ts';

export interface PopoverProps {
  /** What it explains; focus goes back there on Escape. */
  anchor: HTMLElement;
  label: string;
  /** Takes the focus; without it (pointing only) the focus stays where it is. */
  focus: boolean;
  onClose(): void;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  children: ComponentChildren;
}

/** How far the anchor may move before its popover closes, in px. */
const slack = 4;

/** Only one stands open: opening another closes it. */
let closeOpen: (() => void) | undefined;

/**
 * A popover in the top layer beside its anchor. Escape, a press elsewhere, scrolling, a resize and
 * moving on by Tab close it. `popover="manual"`, because a press on the anchor must not close and
 * open it in one go.
 */
export function Popover(props: PopoverProps): JSX.Element {
  const { anchor, label, focus, onClose } = props;
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const shut = (): void => close.current();
    if (closeOpen) closeOpen();
    closeOpen = shut;
    // Old browsers and test DOMs lack popovers: the box then stands in the page, fixed all the same.
    if ('showPopover' in box) box.showPopover();
    const was = anchor.getBoundingClientRect();
    const at = place(
      was,
      { width: box.offsetWidth, height: box.offsetHeight },
      { width: document.documentElement.clientWidth, height: window.innerHeight },
    );
    box.style.left = `${at.left}px`;
    box.style.top = `${at.top}px`;

    const root = box.getRootNode() as Document | ShadowRoot;
    // Seen from the window, everything in a closed root is its host.
    const own = 'host' in root ? [root.host] : [box, anchor];
    const onPress = (event: Event): void => {
      const path = event.composedPath();
      if (!own.some((element) => path.includes(element))) shut();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      if (event.key === 'Escape') {
        // The page's own dialog, if the log stands in one, is not meant.
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      // Tab goes on from the anchor: a popover's place in the page's order is not the same everywhere.
      if (box.contains(root.activeElement)) anchor.focus({ preventScroll: true });
      shut();
    };
    const onScroll = (): void => {
      const is = anchor.getBoundingClientRect();
      // Elsewhere on the page, or the end of the scroll that brought the anchor into view.
      if (Math.abs(is.top - was.top) + Math.abs(is.left - was.left) > slack) shut();
    };
    const controller = new AbortController();
    const options = { capture: true, passive: true, signal: controller.signal };
    window.addEventListener('pointerdown', onPress, options);
    window.addEventListener('keydown', onKey, { capture: true, signal: controller.signal });
    window.addEventListener('scroll', onScroll, options);
    window.addEventListener('resize', shut, options);
    return () => {
      controller.abort();
      if (closeOpen === shut) closeOpen = undefined;
    };
  }, [anchor]);

  useLayoutEffect(() => {
    if (focus) ref.current?.focus({ preventScroll: true });
  }, [focus]);

  return (
    <div
      ref={ref}
      popover="manual"
      class="lens-popover"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onPointerEnter={props.onPointerEnter}
      onPointerLeave={props.onPointerLeave}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && to !== anchor && !event.currentTarget.contains(to)) onClose();
      }}
    >
      {props.children}
    </div>
  );
}
