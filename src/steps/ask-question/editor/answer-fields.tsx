import { LocalizedOptionList, problemAt, problemsWithin } from "#browser/editing";
import { limits } from "#core/domain";
import { Select } from "@mantine/core";
import { AnswerLimits } from "./answer-limits.tsx";
import { type AnswerDraft, answerTypes, type Part } from "./draft.ts";

/** Chooses the kind of answer and sets what it may be. */
export const AnswerFields = (part: Part) => {
  const { draft, problems, change, language } = part;
  const { type, options } = draft.answer;
  const hasOptions = type === "single_choice" || type === "multiple_choice";
  return (
    <>
      <Select
        label="Answer"
        data={[...answerTypes]}
        value={type}
        allowDeselect={false}
        error={problemAt(problems, "answer", "type")}
        onChange={(chosen) =>
          chosen !== null &&
          chosen !== type &&
          change({ answer: { type: chosen, ...(isChoice(chosen) ? { options } : {}) } })
        }
      />
      {hasOptions && (
        <LocalizedOptionList
          label="Options"
          addLabel="Add an option"
          placeholder="An order"
          max={limits.choices.max}
          options={options}
          language={language}
          problems={problemsWithin(problems, "answer", "options")}
          onChange={(changed) =>
            change({ answer: toAnswer({ ...draft.answer, options: changed }) })
          }
        />
      )}
      <AnswerLimits
        {...part}
        changeAnswer={(more) => change({ answer: toAnswer({ ...draft.answer, ...more }) })}
      />
    </>
  );
};

const isChoice = (type: string): boolean => type === "single_choice" || type === "multiple_choice";

/** Keeps of the settings those that the kind of answer has, and leaves out what is at its default. */
export const toAnswer = (answer: AnswerDraft): Record<string, unknown> => {
  const { type } = answer;
  const given = Object.entries(answer).filter(
    ([name, value]) =>
      settings[type].includes(name) &&
      value !== undefined &&
      value !== "" &&
      value !== false &&
      !(name === "kinds" && Array.isArray(value) && value.length === 0),
  );
  return { type, ...Object.fromEntries(given) };
};

const settings: Readonly<Record<AnswerDraft["type"], readonly string[]>> = {
  text: ["min_length", "max_length", "pattern"],
  email: [],
  phone: ["default_country"],
  number: ["min", "max", "integer"],
  date: ["min", "max", "allow_words"],
  url: [],
  yes_no: ["yes_label", "no_label"],
  single_choice: ["options"],
  multiple_choice: ["options", "min", "max"],
  rating: ["scale", "save_as_rating"],
  file: ["min", "max", "kinds"],
};
