import { Component, createRef, type ComponentChildren, type JSX } from 'preact';
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
  /** The focus came in, by a press on something in it. */
  onFocusIn?: () => void;
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
export class Popover extends Component<PopoverProps> {
  readonly #box = createRef<HTMLDivElement>();
  readonly #listening = new AbortController();
  readonly #shut = (): void => this.props.onClose();

  override componentDidMount(): void {
    const box = this.#box.current;
    if (!box) return;
    const { anchor } = this.props;
    const shut = this.#shut;
    closeOpen?.();
    closeOpen = shut;
    // Old browsers and test DOMs lack popovers: the box then stands in the page, fixed all the same.
    if ('showPopover' in box) box.showPopover();
    const was = anchor.getBoundingClientRect();
    const settle = (): void => stand(box, was);
    settle();
    // It grows where the meaning of a term opens.
    const growth = new ResizeObserver(settle);
    growth.observe(box);
    this.#listening.signal.addEventListener('abort', () => growth.disconnect());
    this.componentDidUpdate({ focus: false });

    const root = rootOf(box);
    // Seen from the window, everything in a closed root is its host.
    const own = 'host' in root ? [root.host] : [box, anchor];
    const listen = <E extends keyof WindowEventMap>(
      type: E,
      listener: (event: WindowEventMap[E]) => void,
    ): void => {
      window.addEventListener(type, listener, { capture: true, signal: this.#listening.signal });
    };
    listen('pointerdown', (event) => {
      const path = event.composedPath();
      if (!own.some((element) => path.includes(element))) shut();
    });
    listen('keydown', (event) => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      const inside = box.contains(root.activeElement);
      // First through the terms of the text; the meaning of one closes before its popover.
      const next =
        event.key === 'Tab'
          ? inside && stopAfter(box, root.activeElement, event.shiftKey)
          : box.querySelector<HTMLElement>('.meaning button');
      if (next || event.key === 'Escape') {
        // The page's own dialog, if the log stands in one, is not meant.
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      if (next) {
        if (event.key === 'Tab') next.focus();
        else next.click();
        return;
      }
      // Tab goes on from the anchor: a popover's place in the page's order is not the same everywhere.
      if (inside) anchor.focus({ preventScroll: true });
      shut();
    });
    listen('scroll', () => {
      const is = anchor.getBoundingClientRect();
      // Elsewhere on the page, or the end of the scroll that brought the anchor into view.
      if (Math.abs(is.top - was.top) + Math.abs(is.left - was.left) > slack) shut();
    });
    listen('resize', shut);
  }

  override componentDidUpdate(was: Pick<PopoverProps, 'focus'>): void {
    const box = this.#box.current;
    if (box && this.props.focus && !was.focus && !box.contains(rootOf(box).activeElement))
      box.focus({ preventScroll: true });
  }

  override componentWillUnmount(): void {
    this.#listening.abort();
    if (closeOpen === this.#shut) closeOpen = undefined;
  }

  override render({
    anchor,
    label,
    onPointerEnter,
    onPointerLeave,
    onFocusIn,
    children,
  }: PopoverProps): JSX.Element {
    return (
      <div
        ref={this.#box}
        popover="manual"
        class="popover"
        role="dialog"
        aria-label={label}
        tabindex={-1}
        onPointerEnter={onPointerEnter}
        onPointerLeave={onPointerLeave}
        onFocusIn={onFocusIn}
        onFocusOut={(event) => {
          const to = event.relatedTarget;
          if (to instanceof Node && to !== anchor && !event.currentTarget.contains(to))
            this.#shut();
        }}
      >
        {children}
      </div>
    );
  }
}

/** Puts a popover beside what it explains, whose box in the window is given. */
function stand(box: HTMLElement, anchor: DOMRect): void {
  const page = document.documentElement;
  const { left, top } = place(anchor, box.getBoundingClientRect(), {
    width: page.clientWidth * zoomOf(page),
    height: window.innerHeight,
  });
  const zoom = zoomOf(box);
  box.style.left = `${left / zoom}px`;
  box.style.top = `${top / zoom}px`;
}

/** What Tab reaches next in a popover; undefined behind its last stop and before its first. */
function stopAfter(
  box: HTMLElement,
  active: Element | null,
  backwards: boolean,
): HTMLElement | undefined {
  const stops = [...box.querySelectorAll<HTMLElement>('button, .term')];
  return stops[stops.findIndex((stop) => stop === active) + (backwards ? -1 : 1)];
}

function rootOf(box: HTMLElement): Document | ShadowRoot {
  return box.getRootNode() as Document | ShadowRoot;
}

/** What the page's own `zoom` makes of a pixel here: rectangles are after it, styles before it. */
function zoomOf(element: Element): number {
  return element.currentCSSZoom || 1;
}
