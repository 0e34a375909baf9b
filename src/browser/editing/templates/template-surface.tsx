import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { TemplateMark } from "./template-marks.ts";

interface TemplateSurfaceProps {
  readonly text: string;
  readonly marks: readonly TemplateMark[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly children: ReactNode;
}

/** Underlines marked variables of a text field: the same text, unseen, lies on the field and carries the lines. */
export const TemplateSurface = ({ text, marks, field, children }: TemplateSurfaceProps) => {
  const mirror = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = field.current;
    if (area === null) return;
    const follow = () => {
      if (mirror.current !== null) mirror.current.scrollTop = area.scrollTop;
    };
    follow();
    area.addEventListener("scroll", follow);
    return () => area.removeEventListener("scroll", follow);
  }, [field, text]);
  return (
    <div className="editing-surface">
      {children}
      {marks.length > 0 && (
        <div className="editing-mirror" aria-hidden ref={mirror}>
          {toPieces(text, marks)}
        </div>
      )}
    </div>
  );
};

const toPieces = (text: string, marks: readonly TemplateMark[]): ReactNode[] => {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to, tone } of marks) {
    pieces.push(text.slice(at, from));
    pieces.push(
      <mark key={from} data-tone={tone}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  // A last line that is empty has no height without something in it.
  return [...pieces, `${text.slice(at)}\u200b`];
};
