import {
  Hint,
  LocalizedField,
  MessagePreview,
  OptionalPath,
  PanelSection,
  problemsWithin,
} from "#browser/editing";
import { chooseVariant } from "#core/domain";
import { gateTexts } from "#steps";
import type { Part } from "./part.ts";

/** Whether the contact is asked first, in which words, and what they see then. */
export const Confirmation = ({ draft, action, problems, change, language }: Part) => {
  const isOn = draft.confirm ?? action?.confirms ?? false;
  return (
    <PanelSection title="Confirmation">
      <OptionalPath
        label="Ask the contact first"
        description="They see what will be done with which values, and press yes or no."
        isOn={isOn}
        onChange={(confirm) => change({ confirm })}
      >
        <LocalizedField
          label="Question"
          placeholder={gateTexts(language.shown).ask}
          description="The values are listed under it. A yes counts for exactly these, once."
          value={draft.confirm_text}
          language={language}
          problems={problemsWithin(problems, "confirm_text")}
          onChange={(text) => change({ confirm_text: text === "" ? null : text })}
        />
        {action !== undefined && (
          <MessagePreview
            language={language.shown}
            text={toQuestion({ draft, action, language })}
            quickReplies={toButtons(language.shown)}
          />
        )}
      </OptionalPath>
      {action?.confirms === true && !isOn && (
        <Hint>This action moves money or cannot be taken back. It will run without asking.</Hint>
      )}
    </PanelSection>
  );
};

const toButtons = (language: string) => {
  const { yes, no } = gateTexts(language);
  return [
    { id: "yes", label: yes },
    { id: "no", label: no },
  ];
};

/** The message that asks, with the values as the step will list them. */
const toQuestion = ({
  draft,
  action,
  language: { shown, base },
}: Pick<Part, "draft" | "language"> & { readonly action: NonNullable<Part["action"]> }): string => {
  const own = chooseVariant(draft.confirm_text, shown, base);
  const lines = action.inputs.flatMap(({ name, title }) => {
    const value = valueOf(draft.input[name]);
    return value === "" ? [] : [`- ${title}: ${value}`];
  });
  const asked = own === "" ? `${gateTexts(shown).ask}\n\n**${action.title}**` : own;
  return [asked, lines.join("\n")].filter((part) => part !== "").join("\n\n");
};

const valueOf = (binding: Part["draft"]["input"][string] | undefined): string => {
  if (binding?.template !== undefined) return binding.template;
  if (binding?.variable !== undefined && binding.variable !== "")
    return `{{ ${binding.variable} }}`;
  const { literal } = binding ?? {};
  if (literal === undefined || literal === null) return "";
  return typeof literal === "string" ? literal : JSON.stringify(literal);
};
