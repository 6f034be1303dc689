/**
 * Mouse, pen and fingers on the board, as intentions. One set of listeners on the board's element; which cell is
 * meant follows from geometry alone.
 *
 * - Mouse: moving hovers, a click presses; dragging pans while zoomed; Ctrl+wheel (a pinch on a trackpad) zooms.
 * - Touch: one finger aims, two zoom and pan. The first finger waits a moment before it aims, so that a pinch does
 *   not move the aim.
 */

import { hitTest, type Layout, type Point, type View, WHOLE, zoomAround } from './geometry.ts';

export interface GestureHost {
  layout(): Layout;
  view(): View;
  setView(view: View): void;
  /** The mouse is over a cell, or over none. */
  onHover(cell: number | null): void;
  /** A finger aims at a cell; `isDown` is false when it has been lifted. */
  onTouch(cell: number, isDown: boolean): void;
  /** A finger went away without aiming (it became part of a pinch, or the system took it). */
  onTouchEnd(): void;
  onClick(cell: number): void;
}

const TOUCH_WAIT_MS = 70;
const SLOP = 6;
const PAN_SLOP = 8;

interface Pinch {
  readonly view: View;
  readonly middle: Point;
  readonly distance: number;
}

type Mode = 'idle' | 'waiting' | 'aiming' | 'pinching' | 'mouse' | 'panning';

/** Attaches the listeners; returns how to take them off. */
export function attachGestures(element: HTMLElement, host: GestureHost): () => void {
  const touches = new Map<number, Point>();
  let mode: Mode = 'idle';
  let start: Point = { x: 0, y: 0 };
  let startView: View = WHOLE;
  let pinch: Pinch | null = null;
  let timer = 0;

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const cellUnder = (point: Point, isClamped: boolean) =>
    hitTest(host.layout(), host.view(), point, isClamped);
  const isOff = (point: Point, slop: number) => Math.hypot(point.x - start.x, point.y - start.y) > slop;

  const aimAt = (point: Point, isDown: boolean) => {
    clearTimeout(timer);
    const cell = cellUnder(point, true);
    if (cell !== null) host.onTouch(cell, isDown);
  };

  const startPinch = () => {
    clearTimeout(timer);
    const [a, b] = [...touches.values()];
    if (!a || !b) return;
    if (mode === 'aiming') host.onTouchEnd();
    mode = 'pinching';
    pinch = {
      view: host.view(),
      middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
      distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
    };
  };

  const movePinch = () => {
    const [a, b] = [...touches.values()];
    if (!a || !b || !pinch) return;
    const zoom = (pinch.view.zoom * Math.hypot(a.x - b.x, a.y - b.y)) / pinch.distance;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    host.setView(zoomAround(host.layout(), pinch.view, zoom, pinch.middle, middle));
  };

  const onDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    const point = pointOf(event);
    if (event.pointerType === 'mouse') {
      if (event.button !== 0) return;
      mode = 'mouse';
      start = point;
      startView = host.view();
      return;
    }
    element.setPointerCapture(event.pointerId);
    touches.set(event.pointerId, point);
    if (touches.size === 2) startPinch();
    if (touches.size !== 1) return;
    mode = cellUnder(point, true) === null ? 'idle' : 'waiting';
    start = point;
    timer = window.setTimeout(() => {
      if (mode !== 'waiting') return;
      mode = 'aiming';
      aimAt(start, true);
    }, TOUCH_WAIT_MS);
  };

  const onMove = (event: PointerEvent) => {
    const point = pointOf(event);
    if (event.pointerType === 'mouse') {
      if (mode === 'mouse' && startView.zoom > 1 && isOff(point, PAN_SLOP)) {
        mode = 'panning';
        element.setPointerCapture(event.pointerId);
        host.onHover(null);
      }
      if (mode === 'panning')
        host.setView(zoomAround(host.layout(), startView, startView.zoom, start, point));
      else host.onHover(cellUnder(point, false));
      return;
    }
    if (!touches.has(event.pointerId)) return;
    touches.set(event.pointerId, point);
    if (mode === 'pinching') movePinch();
    else if (mode === 'waiting' && isOff(point, SLOP)) mode = 'aiming';
    if (mode === 'aiming') aimAt(point, true);
  };

  const onUp = (event: PointerEvent) => {
    const point = pointOf(event);
    if (event.pointerType === 'mouse') {
      const cell = cellUnder(point, false);
      if (mode === 'mouse' && cell !== null && !isOff(point, PAN_SLOP * 2)) host.onClick(cell);
      mode = 'idle';
      return;
    }
    if (!touches.delete(event.pointerId)) return;
    if (mode === 'waiting' || mode === 'aiming') aimAt(point, false);
    // A finger left over from a pinch neither aims nor pans until all are lifted.
    if (touches.size < 2) pinch = null;
    if (touches.size === 0) mode = 'idle';
  };

  const onCancel = (event: PointerEvent) => {
    clearTimeout(timer);
    touches.delete(event.pointerId);
    if (mode === 'aiming') host.onTouchEnd();
    if (touches.size === 0) mode = 'idle';
  };

  const onLeave = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && mode !== 'panning') host.onHover(null);
  };

  const onWheel = (event: WheelEvent) => {
    const view = host.view();
    if (event.ctrlKey) {
      event.preventDefault();
      const zoom = view.zoom * Math.exp(-event.deltaY * 0.01);
      host.setView(zoomAround(host.layout(), view, zoom, pointOf(event)));
    } else if (view.zoom > 1) {
      event.preventDefault();
      const from = pointOf(event);
      const to = { x: from.x - event.deltaX, y: from.y - event.deltaY };
      host.setView(zoomAround(host.layout(), view, view.zoom, from, to));
    }
  };

  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onCancel, { signal });
  element.addEventListener('pointerleave', onLeave, { signal });
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
