import { type ReactNode, useEffect, useRef } from "react";

interface ReachMarkProps {
  /** Called when the mark comes into view, again after each time it was switched off and on. */
  readonly onReach: () => void;
  readonly isOff?: boolean;
  readonly children?: ReactNode;
}

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
      { rootMargin: "200px" },
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
