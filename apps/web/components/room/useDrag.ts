'use client';
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react';

/** Pixels that a pointer moves before a press becomes a drag. */
const SLACK = 6;
/** Near the upper and lower edge of the window a drag scrolls: within so many pixels, by so many each frame. */
const EDGE = 70;
const SCROLL = 12;

export interface Drag {
  /** What is being dragged, and what it is over. */
  readonly dragged: string | null;
  readonly over: string | null;
  /** Where the pointer is on the screen, for the picture of what is dragged. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** To be put on each thing that can be dragged. */
  readonly start: (id: string) => (event: ReactPointerEvent) => void;
}

/**
 * Dragging by mouse or pen onto elements that say in `data-drop` what they are. A finger scrolls; for it and for the keyboard
 * there is another way to do the same.
 */
export function useDrag(onDrop: (id: string, target: string) => void): Drag {
  const [state, setState] = useState<{ id: string; over: string | null; x: number; y: number } | null>(null);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  }, [onDrop]);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  function start(id: string) {
    return (event: ReactPointerEvent): void => {
      if (event.pointerType === 'touch' || event.button !== 0) return;
      const from = { x: event.clientX, y: event.clientY };
      let dragging = false;
      let frame = 0;
      let y = from.y;
      const scroll = (): void => {
        if (dragging && y < EDGE) window.scrollBy(0, -SCROLL);
        if (dragging && y > window.innerHeight - EDGE) window.scrollBy(0, SCROLL);
        frame = requestAnimationFrame(scroll);
      };
      const move = (now: PointerEvent): void => {
        dragging ||= Math.hypot(now.clientX - from.x, now.clientY - from.y) > SLACK;
        if (!dragging) return;
        now.preventDefault();
        y = now.clientY;
        setState({ id, over: targetAt(now), x: now.clientX, y: now.clientY });
      };
      const end = (now: PointerEvent): void => {
        stop.current();
        const target = targetAt(now);
        if (!dragging) return;
        // The click that follows a drag is not meant.
        addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
        if (target !== null) drop.current(id, target);
      };
      const escape = (key: KeyboardEvent): void => {
        if (key.key === 'Escape') stop.current();
      };
      stop.current = () => {
        cancelAnimationFrame(frame);
        removeEventListener('pointermove', move);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', stop.current);
        removeEventListener('keydown', escape);
        setState(null);
      };
      frame = requestAnimationFrame(scroll);
      addEventListener('pointermove', move);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', stop.current);
      addEventListener('keydown', escape);
    };
  }

  return {
    dragged: state?.id ?? null,
    over: state?.over ?? null,
    at: state && { x: state.x, y: state.y },
    start,
  };
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function targetAt({ clientX, clientY }: PointerEvent): string | null {
  const found = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-drop]');
  return found?.dataset.drop ?? null;
}
