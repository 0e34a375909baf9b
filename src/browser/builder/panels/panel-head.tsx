import type { Hue } from "#browser/ui";
import { IconTile } from "#browser/ui";
import { limits } from "#core/domain";
import { type Icon, IconQuestionMark } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface PanelHeadProps {
  readonly icon: Icon | undefined;
  readonly hue: Hue | undefined;
  readonly kind: string;
  readonly name: string;
  readonly placeholder?: string;
  /** Absent when the name cannot be changed. */
  readonly onRename?: (name: string) => void;
  readonly actions?: ReactNode;
  readonly isRound?: boolean;
}

/** Top of a panel: what is being edited, its name, and what can be done to it. */
export const PanelHead = ({
  icon = IconQuestionMark,
  hue = "slate",
  kind,
  name,
  placeholder,
  onRename,
  actions,
  isRound = false,
}: PanelHeadProps) => (
  <header className="builder-panel-head">
    <IconTile icon={icon} hue={hue} size={34} isRound={isRound} />
    <div className="builder-panel-names">
      <span className="builder-panel-kind">{kind}</span>
      {onRename === undefined ? (
        <span className="builder-panel-name">{name}</span>
      ) : (
        <input
          className="builder-panel-name"
          aria-label="Name of the step"
          value={name}
          placeholder={placeholder}
          maxLength={limits.nameCharacters}
          onChange={(event) => onRename(event.currentTarget.value)}
        />
      )}
    </div>
    {actions}
  </header>
);
