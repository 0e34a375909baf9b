import {
  type ConfigEditorProps,
  LanguageSwitcher,
  LocalizedField,
  LocalizedOptionList,
  localizedDraftSchema,
  localizedOptionsDraftSchema,
  Hint,
  MessagePreview,
  OptionalPath,
  PanelSection,
  problemAt,
  problemsWithin,
  RemovableItem,
  saysNothing,
  TemplateField,
  useEditingWorld,
  useLanguages,
  withoutLanguage,
} from "#browser/editing";
import { chooseVariant, firstVariant, limits } from "#core/domain";
import { Button, SegmentedControl, Select, Switch, TextInput } from "@mantine/core";
import { IconMessage2, IconPlus } from "@tabler/icons-react";
import { z } from "zod";
import type { Names, StepEditor } from "../editor-contract.ts";

const draftSchema = z.object({
  mode: z.enum(["static", "ai"]).catch("static"),
  text: localizedDraftSchema,
  prompt: z.string().catch(""),
  ai_agent_id: z.string().nullable().catch(null),
  may_quote_knowledge: z.boolean().catch(false),
  fallback_text: localizedDraftSchema,
  quick_replies: localizedOptionsDraftSchema,
  attachments: z
    .array(z.object({ name: z.string().catch(""), url: z.string().catch("") }))
    .catch([]),
  delivery_failed: z.boolean().catch(false),
});
type Draft = z.infer<typeof draftSchema>;
type PartProps = Pick<ConfigEditorProps, "problems" | "change"> & { readonly draft: Draft };

/** What a model is asked to write, in whose voice. */
const AiFields = ({ draft, problems, change }: PartProps) => {
  const { aiAgents } = useEditingWorld();
  return (
    <>
      <TemplateField
        label="What the message should say"
        placeholder="Answer “{{ conversation.last_message }}” in two friendly sentences."
        minRows={4}
        maxLength={limits.messageCharacters}
        value={draft.prompt}
        error={problemAt(problems, "prompt")}
        onChange={(prompt) => change({ prompt })}
      />
      {aiAgents.length > 0 && (
        <Select
          label="In the voice of"
          placeholder="No AI agent in particular"
          data={aiAgents.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.ai_agent_id}
          error={problemAt(problems, "ai_agent_id")}
          clearable
          onChange={(id) => change({ ai_agent_id: id })}
        />
      )}
      <Switch
        label="May quote knowledge"
        checked={draft.may_quote_knowledge}
        onChange={(event) => change({ may_quote_knowledge: event.currentTarget.checked })}
      />
      <Hint>
        The message is labelled as written by AI. When no model answers within 20 seconds, the text
        below is sent instead.
      </Hint>
    </>
  );
};

const Attachments = ({ draft, problems, change }: PartProps) => {
  const { attachments } = draft;
  const set = (changed: Draft["attachments"]) => change({ attachments: changed });
  return (
    <>
      {attachments.map((file, index) => (
        <RemovableItem
          // Files of a draft have no id of their own; their place is what they are known by.
          key={index}
          removeLabel="Remove the file"
          onRemove={() => set(attachments.toSpliced(index, 1))}
        >
          <TextInput
            label="Name"
            placeholder="Size guide.pdf"
            value={file.name}
            error={problemAt(problems, "attachments", index, "name")}
            onChange={(event) =>
              set(attachments.with(index, { ...file, name: event.currentTarget.value }))
            }
          />
          <TextInput
            label="Address"
            placeholder="https://shop.example/size-guide.pdf"
            value={file.url}
            error={problemAt(problems, "attachments", index, "url")}
            onChange={(event) =>
              set(attachments.with(index, { ...file, url: event.currentTarget.value }))
            }
          />
        </RemovableItem>
      ))}
      {attachments.length < limits.attachments && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="editing-add"
          leftSection={<IconPlus size={14} />}
          onClick={() => set([...attachments, { name: "", url: "" }])}
        >
          Add a file by its address
        </Button>
      )}
    </>
  );
};

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const draft = draftSchema.parse(config);
  const { quick_replies: replies } = draft;
  const isAi = draft.mode === "ai";
  const field = isAi ? "fallback_text" : "text";
  const text = draft[field];
  const texts = [text, ...replies.map(({ label }) => label)];
  const language = useLanguages(texts);
  const { shown, base } = language;
  return (
    <>
      <PanelSection>
        <SegmentedControl
          aria-label="Who writes the message"
          data={[
            { value: "static", label: "A text" },
            { value: "ai", label: "Written by AI" },
          ]}
          value={draft.mode}
          onChange={(mode) => change({ mode })}
        />
        {isAi && <AiFields draft={draft} problems={problems} change={change} />}
        <LanguageSwitcher
          language={language}
          texts={texts}
          onRemove={(tag) =>
            change({
              [field]: withoutLanguage(text, tag, base),
              quick_replies: replies.map(({ id, label }) => ({
                id,
                label: withoutLanguage(label, tag, base),
              })),
            })
          }
        />
        <LocalizedField
          label={isAi ? "Sent when no model answers" : "Message"}
          placeholder="Hello {{ contact.first_name }}, how can we help?"
          minRows={isAi ? 2 : 4}
          maxLength={limits.messageCharacters}
          value={text}
          language={language}
          problems={problemsWithin(problems, field)}
          onChange={(changed) => change({ [field]: changed })}
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
        <Attachments draft={draft} problems={problems} change={change} />
      </PanelSection>
      <PanelSection>
        <OptionalPath
          label="Go on by “Delivery failed”"
          description="On channels that can fail: waits up to 60 seconds for the message to be taken."
          isOn={draft.delivery_failed}
          onChange={(delivery_failed) => change({ delivery_failed })}
        />
      </PanelSection>
      <PanelSection title="As the contact sees it">
        <MessagePreview
          language={shown}
          isByAi={isAi}
          attachments={draft.attachments.map(({ name }) => name)}
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

/** The text, or who writes what; what is to be written while there is none. */
const describe = (config: ConfigEditorProps["config"], names: Names): string | null => {
  const { mode, text, prompt, ai_agent_id } = draftSchema.parse(config);
  if (mode === "static") return saysNothing(text) ? "Write the message" : firstVariant(text);
  if (prompt.trim() === "") return "Write what the AI is to say";
  const voice = ai_agent_id === null ? undefined : names.aiAgent(ai_agent_id);
  return `${voice ?? "AI"} writes: ${prompt}`;
};

/** Edits a message, written here or by a model, and its quick replies, in each language. */
export const sendMessageEditor: StepEditor = { icon: IconMessage2, hue: "petrol", Panel, describe };
