import { IconTile } from "#browser/ui";
import type { Look } from "#browser/graph";

interface TriggerTypeChoiceProps {
  readonly value: string;
  readonly options: readonly {
    readonly type: string;
    readonly title: string;
    readonly description: string;
    readonly look: Look;
  }[];
  readonly onChange: (type: string) => void;
}

const showChosen = (list: HTMLElement | null): void => {
  const chosen = list?.querySelector<HTMLElement>("[data-chosen]") ?? null;
  if (list !== null && chosen !== null)
    list.scrollTop = chosen.offsetTop - (list.clientHeight - chosen.offsetHeight) / 2;
};

/** Chooses what starts the workflow, each kind said in a sentence. */
export const TriggerTypeChoice = ({ value, options, onChange }: TriggerTypeChoiceProps) => (
  <div
    role="radiogroup"
    aria-label="What starts the workflow"
    className="builder-trigger-types"
    // The list is longer than its frame: it opens at the one that is chosen.
    ref={showChosen}
  >
    {options.map((option) => (
      <label
        key={option.type}
        className="builder-trigger-type"
        data-chosen={option.type === value || undefined}
      >
        <input
          type="radio"
          name="trigger-type"
          value={option.type}
          checked={option.type === value}
          onChange={() => onChange(option.type)}
        />
        <IconTile icon={option.look.icon} hue={option.look.hue} size={28} isRound />
        <span>
          <strong>{option.title}</strong>
          <small>{option.description}</small>
        </span>
      </label>
    ))}
  </div>
);
