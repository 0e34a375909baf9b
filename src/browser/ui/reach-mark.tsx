import { type ReactNode, useEffect, useRef } from "react";

interface ReachMarkProps {
  /** Called when the mark comes into view, again after each time it was switched off and on. */
  readonly onReach: () => void;
  readonly isOff?: boolean;
  readonly children?: ReactNode;
}

/** The area that scrolls the mark; the margin counts only from its edge. */
const findScroller = (mark: Element): Element | null => {
  for (let area = mark.parentElement; area !== null; area = area.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(area).overflowY)) return area;
  }
  return null;
};

/** Stands at the end of what is loaded and asks for more when it is reached. */
export const ReachMark = ({ onReach, isOff = false, children }: ReachMarkProps) => {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = ref.current;
    if (mark === null || isOff) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onReach();
      },
      { root: findScroller(mark), rootMargin: "200px" },
    );
    observer.observe(mark);
    return () => observer.disconnect();
  }, [onReach, isOff]);
  return (
    <div ref={ref} className="ui-reach">
      {children}
    </div>
  );
};
