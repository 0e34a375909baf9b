import { UnstyledButton } from "@mantine/core";
import type { TemplateMark } from "./template-marks.ts";

interface TemplateNotesProps {
  readonly marks: readonly TemplateMark[];
  readonly onFallback: (path: string) => void;
  readonly onSpell: (path: string, meant: string) => void;
}

const shownNotes = 3;

/** Says of each marked variable what is the matter, and offers what would mend it. */
export const TemplateNotes = ({ marks, onFallback, onSpell }: TemplateNotesProps) => {
  const notes = marks.filter(
    ({ path }, index) => marks.findIndex((mark) => mark.path === path) === index,
  );
  if (notes.length === 0) return null;
  return (
    <ul className="editing-notes">
      {notes.slice(0, shownNotes).map(({ path, tone, reason, meant }) => (
        <li key={path} data-tone={tone}>
          <code>{path}</code> {reason}{" "}
          {meant !== null && (
            <UnstyledButton className="editing-mend" onClick={() => onSpell(path, meant)}>
              Use {meant}
            </UnstyledButton>
          )}
          {tone === "soft" && (
            <UnstyledButton
              className="editing-mend"
              aria-label={`Add a fallback for ${path}`}
              onClick={() => onFallback(path)}
            >
              Add a fallback
            </UnstyledButton>
          )}
        </li>
      ))}
      {notes.length > shownNotes && <li>and {notes.length - shownNotes} more</li>}
    </ul>
  );
};
