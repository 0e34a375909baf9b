import { useState } from "react";

/** How far Page Up and Page Down go. */
const page = 8;

/** Walks a list of so many entries by keys; a new question begins at the first again. */
export function useWalk(count: number, question: string) {
  const [at, setAt] = useState({ question, index: 0 });
  const active = at.question === question ? Math.min(at.index, Math.max(count - 1, 0)) : 0;
  const setActive = (index: number) => setAt({ question, index });
  /** Takes a key; false when it is not one of the walk's. */
  const walk = (key: string): boolean => {
    const moved =
      key === "ArrowDown"
        ? (active + 1) % Math.max(count, 1)
        : key === "ArrowUp"
          ? (active + count - 1) % Math.max(count, 1)
          : key === "PageDown"
            ? Math.min(active + page, count - 1)
            : key === "PageUp"
              ? Math.max(active - page, 0)
              : null;
    if (moved === null || count === 0) return false;
    setActive(moved);
    return true;
  };
  return { active, setActive, walk };
}
