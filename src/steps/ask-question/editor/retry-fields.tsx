import {
  LocalizedField,
  OptionalPath,
  PanelSection,
  problemAt,
  problemsWithin,
} from "#browser/editing";
import { limits } from "#core/domain";
import { NumberInput } from "@mantine/core";
import type { Part } from "./draft.ts";

/** What is said to an answer that does not fit, how often, and when messages are read as one. */
export const RetryFields = ({ draft, problems, change, language }: Part) => (
  <PanelSection title="When the answer does not fit">
    <LocalizedField
      label="Say"
      minRows={2}
      maxLength={limits.messageCharacters}
      value={draft.retry_text}
      language={language}
      problems={problemsWithin(problems, "retry_text")}
      onChange={(retry_text) => change({ retry_text })}
    />
    <LocalizedField
      label="Why you ask"
      description="Said to a question in return, such as “why?”, which costs no try. Empty: what is said above."
      minRows={1}
      maxLength={limits.messageCharacters}
      value={draft.why_text}
      language={language}
      problems={problemsWithin(problems, "why_text")}
      onChange={(why_text) => change({ why_text: why_text === "" ? null : why_text })}
    />
    <NumberInput
      label="Ask again"
      placeholder={
        draft.answer.type === "rating" ? "never, for a rating" : "2 times on chat, once by mail"
      }
      suffix={draft.retries === 1 ? " time" : " times"}
      min={limits.retries.min}
      max={limits.retries.max}
      allowDecimal={false}
      value={draft.retries ?? ""}
      error={problemAt(problems, "retries")}
      onChange={(value) => change({ retries: typeof value === "number" ? value : null })}
    />
    <OptionalPath
      label="Own way after that"
      description="A path “No valid answer”. Without it the run ends."
      isOn={draft.no_valid_answer}
      onChange={(no_valid_answer) => change({ no_valid_answer })}
    />
    {draft.answer.type === "text" && (
      <OptionalPath
        label="Read several messages as one"
        description="Waits for two seconds of silence. Always so for messages that do not fit."
        isOn={draft.join_messages !== false}
        onChange={(isOn) => change({ join_messages: isOn ? null : false })}
      />
    )}
  </PanelSection>
);
