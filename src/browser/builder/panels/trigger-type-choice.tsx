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

/** Chooses what starts the workflow, each kind said in a sentence. */
export const TriggerTypeChoice = ({ value, options, onChange }: TriggerTypeChoiceProps) => (
  <div role="radiogroup" aria-label="What starts the workflow" className="builder-trigger-types">
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
