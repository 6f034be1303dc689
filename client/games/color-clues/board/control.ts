/**
 * The board behind the component: holds the view, the aim and the cursor, and keeps picture, grid and labels in step.
 * No rendering of its own and no framework.
 */

import {
  cellRect,
  clampView,
  ensureVisible,
  type Layout,
  layoutOf,
  type View,
  WHOLE,
  zoomAround,
} from './geometry.ts';
import { attachGestures } from './gestures.ts';
import { type KeyState, pressKey } from './keyboard.ts';
import { type LoupeSpot, placeLoupe } from './loupe.ts';
import type { BoardProps, Painter, PaintModel } from './model.ts';
import { easeInOut } from './motion.ts';
import { paintPixels } from './palette.ts';
import { revealTimes, revealView } from './reveal.ts';
import { spokenLabels } from './spoken.ts';
import { createStage } from './stage.ts';

/** What the component shows besides the picture and the grid. */
export interface BoardFace {
  readonly loupe: { readonly cell: number; readonly spot: LoupeSpot } | null;
  /** Where the button "Whole board" is: away from the aim; null while it is not needed or would be in the way. */
  readonly whole: 'left' | 'right' | null;
  readonly typed: string;
  /** Set as long as Phaser has not painted: where things are. */
  readonly sketch: Place | null;
  /** Set while a crowd is shown: where things are. */
  readonly crowd: Place | null;
}

/** Where things are. */
interface Place {
  readonly layout: Layout;
  readonly view: View;
}

export interface BoardControl {
  update(props: BoardProps): void;
  showWhole(): void;
  destroy(): void;
}

const VIEW_MS = 380;
/** A shown color that lies farther to the right, in widths of the board, has the button on its other side. */
const FAR_RIGHT = 0.6;
const KEY_ZOOM = 1.5;

/** Everything in the props that can be seen or heard, but for `nameOf`. */
const signatureOf = ({
  markers,
  frame,
  isRevealing,
  chosen,
  cardCells,
  mode,
  aids,
  isUpright,
  reducedMotion,
  occupied,
}: BoardProps) =>
  JSON.stringify([
    markers,
    frame,
    isRevealing,
    chosen,
    cardCells,
    mode,
    aids,
    isUpright,
    reducedMotion,
    [...occupied],
  ]);

/** Takes over an element; `onFace` is told when loupe, zoom button or typed text change. */
export function createControl(
  host: HTMLElement,
  first: BoardProps,
  onFace: (face: BoardFace) => void,
): BoardControl {
  let props = first;
  let layout: Layout = layoutOf(0, 0, first.isUpright, first.aids.familyBands);
  let view: View = WHOLE;
  /** The cell that pointer, finger or keys are at. */
  let cursor: number | null = null;
  let source: 'mouse' | 'touch' | 'keys' = 'keys';
  /** A click holds the aim there; the mouse then only looks around. */
  let pinned: number | null = null;
  /** The cell clicked last, if nothing was aimed at since: a second click there places. */
  let clicked: number | null = null;
  /** The last cell the owner was told of. */
  let asked: number | null = null;
  let keys: KeyState = { cell: first.chosen ?? 0, typed: '', typedAt: 0 };
  let loupeAt: LoupeSpot | null = null;
  let painter: Painter | null = null;
  let isDestroyed = false;
  let viewFrame = 0;
  /** When the view comes closer at a reveal, as long as that is ahead. */
  let closer: ReturnType<typeof setTimeout> | null = null;
  let lastPointer = Number.NEGATIVE_INFINITY;

  const stage = createStage(host);
  const { grid } = stage;
  const strong = matchMedia('(prefers-contrast: more)');

  const modelOf = (): PaintModel => ({
    layout,
    view,
    dpr: devicePixelRatio || 1,
    markers: props.markers,
    frame: props.frame,
    highest: props.highest ?? 3,
    isRevealing: props.isRevealing,
    chosen: props.chosen,
    cursor: source === 'keys' ? null : cursor,
    cardCells: props.cardCells,
    mode: props.mode,
    hasTexture: props.aids.familyTexture,
    reducedMotion: props.reducedMotion,
    isStrong: strong.matches,
    font: getComputedStyle(host).fontFamily,
  });

  const wholeSide = () => {
    if (view.zoom === 1 || (source === 'touch' && cursor !== null)) return null;
    if (props.frame !== null) {
      const { x, w } = cellRect(layout, view, props.frame);
      return x + w / 2 > FAR_RIGHT * layout.width ? 'left' : 'right';
    }
    const { x, y, w, h } = cellRect(layout, view, keys.cell);
    const isInWay = x + w > layout.width - 170 && y + h > layout.height - 76;
    return isInWay && x > 170 ? 'left' : 'right';
  };

  const tellFace = () => {
    const isShown = cursor !== null && layout.area.w > 0;
    loupeAt =
      isShown && cursor !== null ? placeLoupe(layout, view, cursor, source === 'touch', loupeAt) : loupeAt;
    onFace({
      loupe: isShown && cursor !== null && loupeAt ? { cell: cursor, spot: loupeAt } : null,
      whole: wholeSide(),
      typed: keys.typed,
      sketch: painter || layout.area.w <= 0 ? null : { layout, view },
      crowd: props.crowd && layout.area.w > 0 ? { layout, view } : null,
    });
  };

  const place = () => {
    stage.place(layout, view, keys.cell);
    painter?.render(modelOf());
  };

  /** The view goes nowhere by itself. */
  const stayHere = () => {
    cancelAnimationFrame(viewFrame);
    if (closer) clearTimeout(closer);
    closer = null;
  };

  const setView = (next: View) => {
    stayHere();
    view = clampView(layout, next);
    place();
    tellFace();
  };

  /** Eases to a view; at once when movement is unwanted. */
  const moveView = (to: View) => {
    stayHere();
    if (props.reducedMotion || document.hidden) return setView(to);
    const from = view;
    const start = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - start) / VIEW_MS));
      const at = easeInOut(t);
      const mix = (a: number, b: number) => a + (b - a) * at;
      setView(
        t === 1 ? to : { zoom: mix(from.zoom, to.zoom), dx: mix(from.dx, to.dx), dy: mix(from.dy, to.dy) },
      );
      if (t < 1) viewFrame = requestAnimationFrame(step);
    };
    viewFrame = requestAnimationFrame(step);
  };

  /** The whole board, until only what is near the color is left to be judged. */
  const showReveal = (target: number) => {
    const { markers } = props;
    const come = () => moveView(revealView(layout, target, markers));
    if (!props.isRevealing) return come();
    setView(WHOLE);
    const { frames } = revealTimes(
      markers.map(({ points }) => points ?? 0),
      props.highest,
    );
    closer = setTimeout(come, frames[0]);
  };

  const setCursor = (cell: number | null, from: typeof source) => {
    if (cell === cursor && from === source) return;
    cursor = cell;
    source = from;
    painter?.render(modelOf());
    tellFace();
  };

  /** The aim goes to a cell: tab stop, ring and the owner of the board are told. */
  const aim = (cell: number, from: typeof source, hasFocus: boolean) => {
    clicked = null;
    keys = { ...keys, cell };
    grid.setCurrent(cell, hasFocus);
    setCursor(cell, from);
    place();
    if (asked === cell && props.chosen === cell) return;
    asked = cell;
    props.onAim(cell);
  };

  const press = (cell: number) => {
    if (props.mode === 'aim' && clicked === cell) return props.onPlace(cell);
    pinned = cell;
    aim(cell, 'mouse', true);
    clicked = cell;
  };

  const detach = attachGestures(host, {
    layout: () => layout,
    view: () => view,
    setView,
    onHover(cell) {
      const isFree = props.mode === 'aim' && pinned === null;
      if (cell !== null && cell !== cursor && isFree) aim(cell, 'mouse', false);
      else setCursor(cell, 'mouse');
    },
    onTouch(cell, isDown) {
      lastPointer = performance.now();
      pinned = cell;
      if (cell !== cursor || cell !== props.chosen) aim(cell, 'touch', !isDown);
      if (!isDown) {
        grid.setCurrent(cell, true);
        setCursor(null, 'touch');
      }
    },
    onTouchEnd: () => setCursor(null, 'touch'),
    onClick(cell) {
      lastPointer = performance.now();
      press(cell);
    },
  });

  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || grid.cellOf(event.target) === null) return;
    const { key, ctrlKey: ctrl, timeStamp: at } = event;
    const { state, action } = pressKey(keys, { key, at, ctrl, isUpright: props.isUpright });
    if (action === 'none') return;
    event.preventDefault();
    event.stopPropagation();
    keys = state;
    host.toggleAttribute('data-keys', true);
    if (action === 'aim') {
      pinned = state.cell;
      view = ensureVisible(layout, view, state.cell);
      aim(state.cell, 'keys', true);
    } else if (action === 'place') {
      if (props.mode === 'aim') props.onPlace(state.cell);
    } else if (action === 'cancel') {
      pinned = clicked = null;
      setCursor(null, 'keys');
      props.onCancel();
    } else if (action === 'zoomIn' || action === 'zoomOut') {
      const rect = cellRect(layout, view, state.cell);
      const zoom = view.zoom * (action === 'zoomIn' ? KEY_ZOOM : 1 / KEY_ZOOM);
      const middle = { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
      moveView(ensureVisible(layout, zoomAround(layout, view, zoom, middle), state.cell));
    }
    tellFace();
  };

  /** Screen readers and switch devices click without a pointer. */
  const onClick = (event: MouseEvent) => {
    const cell = grid.cellOf(event.target);
    if (cell === null || performance.now() - lastPointer < 800) return;
    press(cell);
  };

  const onFocus = (event: FocusEvent) => {
    const cell = grid.cellOf(event.target);
    if (cell === null) return;
    if (cell !== keys.cell) keys = { ...keys, cell, typed: '' };
    // Where the page scrolls, the board has to be seen; its cells must not scroll within it.
    host.scrollIntoView({ block: 'nearest' });
    // Browsers disagree on `:focus-visible` after a script has focused for a finger; the time tells them apart.
    if (performance.now() - lastPointer > 800) {
      host.toggleAttribute('data-keys', true);
      setCursor(cell, 'keys');
    }
    place();
  };
  const onBlur = () => {
    host.toggleAttribute('data-keys', false);
    if (source === 'keys') setCursor(null, 'keys');
  };
  const onDown = () => {
    lastPointer = performance.now();
    host.toggleAttribute('data-keys', false);
  };
  host.addEventListener('pointerdown', onDown, { capture: true });
  grid.element.addEventListener('keydown', onKey);
  grid.element.addEventListener('click', onClick);
  grid.element.addEventListener('focusin', onFocus);
  grid.element.addEventListener('focusout', onBlur);

  const resize = () => {
    const { clientWidth, clientHeight } = host;
    layout = layoutOf(clientWidth, clientHeight, props.isUpright, props.aids.familyBands);
    view = clampView(layout, view);
    place();
    tellFace();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(host);
  strong.addEventListener('change', place);
  // The pixel ratio may change without the size: another monitor, the browser's zoom.
  addEventListener('resize', place);

  const sync = (before: BoardProps | null) => {
    if (!before || before.isUpright !== props.isUpright) {
      layout = layoutOf(host.clientWidth, host.clientHeight, props.isUpright, props.aids.familyBands);
      view = WHOLE;
      paintPixels(stage.pixels, props.isUpright);
      grid.setUpright(props.isUpright);
    }
    grid.describe(spokenLabels(props), props.chosen);
    if (before?.chosen !== props.chosen && props.chosen !== null) {
      keys = { ...keys, cell: props.chosen };
      grid.setCurrent(props.chosen, false);
      if (view.zoom > 1) view = ensureVisible(layout, view, props.chosen, 0);
    }
    // The owner took the aim away or chose another cell: the mouse is free again.
    const isOverruled = before?.chosen !== props.chosen && props.chosen !== asked;
    if (isOverruled || before?.mode !== props.mode) pinned = clicked = null;
    if (
      !before ||
      before.isUpright !== props.isUpright ||
      before.aids.familyBands !== props.aids.familyBands
    ) {
      resize();
    } else place();
    // Whoever comes in the middle of a reveal sees it as the others do.
    if (!before && props.frame !== null && !props.isRevealing)
      setView(revealView(layout, props.frame, props.markers));
    if (before && before.frame !== props.frame) {
      setCursor(null, source);
      if (props.frame !== null) showReveal(props.frame);
      else if (props.mode === 'aim') setView(WHOLE);
      else moveView(WHOLE);
    }
    const isSkipped = closer !== null && !props.isRevealing;
    if (isSkipped && props.frame !== null) moveView(revealView(layout, props.frame, props.markers));
    // Whoever has a card sees all of it at once.
    if (before?.cardCells.length === 0 && props.cardCells.length > 0) setView(WHOLE);
  };

  grid.setUpright(first.isUpright);
  sync(null);

  import('./painter.ts')
    .then(({ createPainter }) => (isDestroyed ? null : createPainter(stage.paint, modelOf())))
    .then((ready) => {
      if (!ready) return;
      if (isDestroyed) return ready.destroy();
      painter = ready;
      stage.pixels.remove();
      place();
      tellFace();
      // Initials drawn before the web font came are drawn again with it.
      document.fonts.ready.then(() => painter?.render(modelOf()));
    })
    .catch(() => host.toggleAttribute('data-unpainted', true));

  return {
    update(next) {
      if (next === props) return;
      const before = props;
      props = next;
      // A page that renders again for a clock or a chat line costs the board nothing.
      if (signatureOf(before) !== signatureOf(next) || before.nameOf !== next.nameOf) sync(before);
    },
    showWhole: () => moveView(WHOLE),
    destroy() {
      isDestroyed = true;
      stayHere();
      observer.disconnect();
      strong.removeEventListener('change', place);
      removeEventListener('resize', place);
      detach();
      host.removeEventListener('pointerdown', onDown, { capture: true });
      painter?.destroy();
      stage.remove();
    },
  };
}
