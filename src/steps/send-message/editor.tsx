import {
  type ConfigEditorProps,
  MessagePreview,
  OptionList,
  PanelSection,
  problemAt,
  problemsWithin,
  TemplateField,
} from "#browser/editing";
import { limits } from "#core/domain";
import { IconMessage2 } from "@tabler/icons-react";
import { z } from "zod";
import type { StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  text: z.string().catch(""),
  quick_replies: z.array(z.object({ id: z.string(), label: z.string().catch("") })).catch([]),
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  return (
    <>
      <PanelSection>
        <TemplateField
          label="Message"
          placeholder="Hello {{ contact.first_name }}, how can we help?"
          minRows={4}
          maxLength={limits.messageCharacters}
          value={draft.text}
          error={problemAt(problems, "text")}
          onChange={(text) => change({ text })}
        />
        <OptionList
          label="Quick replies"
          description="Buttons under the message. The run goes on without waiting for one."
          addLabel="Add a quick reply"
          placeholder="Track my order"
          max={limits.quickReplies}
          options={draft.quick_replies}
          problems={problemsWithin(problems, "quick_replies")}
          onChange={(quick_replies) => change({ quick_replies })}
        />
      </PanelSection>
      <PanelSection title="As the contact sees it">
        <MessagePreview text={draft.text} quickReplies={draft.quick_replies} />
      </PanelSection>
    </>
  );
};

/** Edits a message and its quick replies. */
export const sendMessageEditor: StepEditor = { icon: IconMessage2, hue: "petrol", Panel };
