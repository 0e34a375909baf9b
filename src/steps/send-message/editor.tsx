import {
  type ConfigEditorProps,
  LanguageSwitcher,
  LocalizedField,
  LocalizedOptionList,
  localizedDraftSchema,
  localizedOptionsDraftSchema,
  MessagePreview,
  PanelSection,
  problemsWithin,
  useLanguages,
  withoutLanguage,
} from "#browser/editing";
import { chooseVariant, limits } from "#core/domain";
import { IconMessage2 } from "@tabler/icons-react";
import { z } from "zod";
import type { StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  text: localizedDraftSchema,
  quick_replies: localizedOptionsDraftSchema,
});

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const { text, quick_replies: replies } = draftSchema.parse(config);
  const texts = [text, ...replies.map(({ label }) => label)];
  const language = useLanguages(texts);
  const { shown, base } = language;
  return (
    <>
      <PanelSection>
        <LanguageSwitcher
          language={language}
          texts={texts}
          onRemove={(tag) =>
            change({
              text: withoutLanguage(text, tag, base),
              quick_replies: replies.map(({ id, label }) => ({
                id,
                label: withoutLanguage(label, tag, base),
              })),
            })
          }
        />
        <LocalizedField
          label="Message"
          placeholder="Hello {{ contact.first_name }}, how can we help?"
          minRows={4}
          maxLength={limits.messageCharacters}
          value={text}
          language={language}
          problems={problemsWithin(problems, "text")}
          onChange={(changed) => change({ text: changed })}
        />
        <LocalizedOptionList
          label="Quick replies"
          description="Buttons under the message. The run goes on without waiting for one."
          addLabel="Add a quick reply"
          placeholder="Track my order"
          max={limits.quickReplies}
          options={replies}
          language={language}
          problems={problemsWithin(problems, "quick_replies")}
          onChange={(quick_replies) => change({ quick_replies })}
        />
      </PanelSection>
      <PanelSection title="As the contact sees it">
        <MessagePreview
          text={chooseVariant(text, shown, base)}
          quickReplies={replies.map(({ id, label }) => ({
            id,
            label: chooseVariant(label, shown, base),
          }))}
        />
      </PanelSection>
    </>
  );
};

/** Edits a message and its quick replies, in each language. */
export const sendMessageEditor: StepEditor = { icon: IconMessage2, hue: "petrol", Panel };
