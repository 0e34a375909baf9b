import { PanelSection } from "#browser/editing";
import { KeyHint } from "#browser/ui";
import type { ReactNode } from "react";

/** What the panel shows while nothing is selected: what is left to mend, and what the keys do. */
export const OverviewPanel = ({ children }: { children: ReactNode }) => (
  <>
    {children}
    <PanelSection title="Keys">
      <dl className="builder-keys">
        {keys.map(([words, pressed]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <KeyHint keys={pressed} />
            </dd>
          </div>
        ))}
      </dl>
    </PanelSection>
  </>
);

const keys: readonly (readonly [string, readonly string[]])[] = [
  ["Undo", ["Ctrl", "Z"]],
  ["Redo", ["Ctrl", "Shift", "Z"]],
  ["Duplicate", ["Ctrl", "D"]],
  ["Delete", ["Del"]],
  ["Copy, cut, paste", ["Ctrl", "C", "X", "V"]],
  ["Add a note", ["N"]],
  ["Select several", ["Shift", "drag"]],
  ["From card to card", ["↑", "↓", "←", "→"]],
  ["Add a step", ["A"]],
  ["Search", ["Ctrl", "F"]],
  ["All keys", ["?"]],
];
