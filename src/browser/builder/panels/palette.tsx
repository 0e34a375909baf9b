import { IconTile } from "#browser/ui";
import type { StepType } from "#core/engine";
import { stepTypes } from "#steps";
import { stepEditors } from "#steps/editors";
import { carryType } from "../canvas/dragged-type.ts";

/** The step types to drag or click onto the canvas, in the order of the step list. */
export const Palette = ({ onAdd }: { onAdd: (type: StepType) => void }) => (
  <nav className="builder-palette" aria-label="Steps to add">
    <h2 className="builder-palette-title">Steps</h2>
    {stepTypes.map((type) => (
      <button
        key={type.type}
        type="button"
        className="builder-palette-entry"
        draggable
        title={type.description}
        onDragStart={(event) => carryType(event, type.type)}
        onClick={() => onAdd(type)}
      >
        <IconTile icon={stepEditors[type.type].icon} hue={stepEditors[type.type].hue} size={28} />
        <span>{type.title}</span>
      </button>
    ))}
    <p className="builder-palette-hint">Drag onto the canvas or a line, or click to add.</p>
  </nav>
);
