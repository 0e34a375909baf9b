import {
  ActionPicker,
  type ConfigEditorProps,
  Hint,
  LanguageSwitcher,
  PanelSection,
  problemAt,
  useEditingWorld,
  useLanguages,
  withoutLanguage,
} from "#browser/editing";
import { NumberInput } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import type { Names, StepEditor } from "../editor-contract.ts";
import { AnswerFields } from "./editor/answer-fields.tsx";
import { Confirmation } from "./editor/confirmation.tsx";
import { draftSchema, limitNames } from "./editor/draft.ts";
import { FailureFields } from "./editor/failure-fields.tsx";
import { InputFields } from "./editor/input-fields.tsx";
import type { Part } from "./editor/part.ts";
import { savedValues } from "./editor/saved-values.ts";

const limitTitles = {
  per_call: "Most in one call",
  per_contact_30_days: "Most for one contact in 30 days",
  per_day: "Most in one day, all contacts together",
} as const satisfies Record<(typeof limitNames)[number], string>;

const Limits = ({ draft, problems, change }: Part) => (
  <PanelSection title="Limits">
    {limitNames.map((name) => (
      <NumberInput
        key={name}
        label={limitTitles[name]}
        placeholder="No limit"
        min={0}
        value={draft.limits[name] ?? ""}
        error={problemAt(problems, "limits", name)}
        onChange={(value) =>
          change({ limits: { ...draft.limits, [name]: value === "" ? null : Number(value) } })
        }
      />
    ))}
    <Hint>Above a limit the step fails and nothing moves.</Hint>
  </PanelSection>
);

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  const { actions } = useEditingWorld();
  const action = actions?.find(({ name }) => name === draft.action);
  const texts = [draft.confirm_text, draft.error_message];
  const language = useLanguages(texts);
  const part = { draft, action, problems, change, language };
  return (
    <>
      <PanelSection>
        <ActionPicker
          value={draft.action}
          error={problemAt(problems, "action")}
          onChange={({ name, confirms, inputs }) => {
            const known = new Set(inputs.map((field) => field.name));
            const kept = Object.entries(draft.input).filter(([input]) => known.has(input));
            change({ action: name, confirm: confirms, input: Object.fromEntries(kept) });
          }}
        />
      </PanelSection>
      <InputFields {...part} />
      {action !== undefined && action.amount !== null && <Limits {...part} />}
      <PanelSection>
        <LanguageSwitcher
          language={language}
          texts={texts}
          onRemove={(tag) => {
            const from = (text: (typeof texts)[number]) =>
              withoutLanguage(text, tag, language.base) || null;
            change({
              confirm_text: from(draft.confirm_text),
              error_message: from(draft.error_message),
            });
          }}
        />
      </PanelSection>
      <Confirmation {...part} />
      <AnswerFields {...part} />
      <FailureFields {...part} />
    </>
  );
};

/** Says which action runs, with whom it speaks first, and what it leaves behind. */
const describe = (config: ConfigEditorProps["config"], names: Names): string | null => {
  const { action, save_to, confirm } = draftSchema.parse(config);
  if (action === "") return "Choose what to do";
  const title = names.action(action);
  if (title === undefined) return "An action that is no longer there";
  const saved = save_to === null || save_to === "" ? "" : `, saved as ${save_to}`;
  return `${title}${confirm === true ? ", once the contact says yes" : ""}${saved}`;
};

/** Edits which action runs, with what, whether the contact is asked first, and what becomes of the answer. */
export const runActionEditor: StepEditor = {
  icon: IconBolt,
  hue: "green",
  Panel,
  describe,
  saves: savedValues,
};
