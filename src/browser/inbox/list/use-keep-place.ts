import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

const offsetsIn = (view: HTMLElement) => {
  const { top, bottom } = view.getBoundingClientRect();
  const offsets = new Map<string, number>();
  for (const row of view.querySelectorAll<HTMLElement>("[data-conversation]")) {
    const place = row.getBoundingClientRect();
    if (place.bottom > top && place.top < bottom)
      offsets.set(row.dataset["conversation"] ?? "", place.top - top);
  }
  return offsets;
};

/** How far most rows have moved: the one that jumped to the top says nothing about the others. */
const medianShift = (before: ReadonlyMap<string, number>, view: HTMLElement) => {
  const { top } = view.getBoundingClientRect();
  const shifts: number[] = [];
  for (const [id, offset] of before) {
    const row = view.querySelector(`[data-conversation="${CSS.escape(id)}"]`);
    if (row !== null) shifts.push(row.getBoundingClientRect().top - top - offset);
  }
  return shifts.toSorted((one, other) => one - other)[Math.floor(shifts.length / 2)] ?? 0;
};

/**
 * Keeps the rows under the reader's eyes where they are while others come, go and move above them.
 * At the very top it lets new ones push down. Returns what must hear of scrolling.
 */
export const useKeepPlace = (viewRef: RefObject<HTMLElement | null>, order: string) => {
  const offsetsRef = useRef<ReadonlyMap<string, number>>(new Map());
  const remember = useCallback(() => {
    if (viewRef.current !== null) offsetsRef.current = offsetsIn(viewRef.current);
  }, [viewRef]);
  useLayoutEffect(() => {
    const view = viewRef.current;
    if (view === null) return;
    if (view.scrollTop > 0) view.scrollTop += medianShift(offsetsRef.current, view);
    remember();
  }, [viewRef, order, remember]);
  return remember;
};
