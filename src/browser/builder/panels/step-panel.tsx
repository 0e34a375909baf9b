import { type ConfigEditorProps, Hint, PanelSection } from "#browser/editing";
import type { Focus } from "#browser/graph";
import { IconAction } from "#browser/ui";
import { jsonSchema, type Step } from "#core/domain";
import { stepCatalogue } from "#steps";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import { z } from "zod";
import { changeConfig } from "../commands/change-config.ts";
import { renameStep } from "../commands/rename-step.ts";
import { deleteCommand, duplicateCommand } from "../canvas/edit-commands.ts";
import { stepEditorsByType } from "../editors-by-type.ts";
import { type Finding, problemsOf } from "../findings/finding.ts";
import type { Builder } from "../use-builder.ts";
import { CardFindings } from "./card-findings.tsx";
import { PanelHead } from "./panel-head.tsx";
import { PathTargets } from "./path-targets.tsx";

const settingsSchema = z.record(z.string(), jsonSchema);

/** Turns what an editor set into what JSON can hold; a setting that is undefined is left out. */
const toSettings = (settings: Parameters<ConfigEditorProps["change"]>[0]) =>
  settingsSchema.parse(JSON.parse(JSON.stringify(settings)));

interface StepPanelProps {
  readonly builder: Builder;
  readonly step: Step;
  readonly findings: readonly Finding[];
  readonly onFocus: (focus: Focus) => void;
}

/** Everything about the selected step: its name, its type's editor, where its paths lead, what is wrong. */
export const StepPanel = ({ builder, step, findings, onFocus }: StepPanelProps) => {
  const type = stepCatalogue.get(step.type);
  const editor = stepEditorsByType.get(step.type);
  return (
    <>
      <PanelHead
        icon={editor?.icon}
        hue={editor?.hue}
        kind={type?.title ?? step.type}
        name={step.name}
        placeholder={type?.title ?? step.type}
        onRename={(name) => builder.perform(renameStep(step.id, name))}
        actions={
          <>
            <IconAction
              label="Duplicate"
              keys="Ctrl+D"
              onClick={() => builder.perform(duplicateCommand)}
            >
              <IconCopy size={16} />
            </IconAction>
            <IconAction label="Delete" keys="Del" onClick={() => builder.perform(deleteCommand)}>
              <IconTrash size={16} />
            </IconAction>
          </>
        }
      />
      {editor === undefined ? (
        <PanelSection>
          <Hint>This kind of step is not known to this release. It can be moved and deleted.</Hint>
        </PanelSection>
      ) : (
        <editor.Panel
          config={step.config}
          problems={problemsOf(type?.bind(step.config), findings)}
          change={(settings) =>
            builder.perform(
              changeConfig(step.id, { ...step.config, ...toSettings(settings) }, stepCatalogue),
            )
          }
        />
      )}
      <PathTargets builder={builder} card={step.id} onFocus={onFocus} />
      <CardFindings findings={findings} />
    </>
  );
};
