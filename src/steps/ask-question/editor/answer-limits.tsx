import {
  FieldPair,
  LocalizedField,
  OptionalPath,
  problemAt,
  problemsWithin,
} from "#browser/editing";
import { limits } from "#core/domain";
import { fileKinds, phoneCountries } from "#core/engine";
import { MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import type { AnswerDraft, Part } from "./draft.ts";

interface LimitsProps extends Part {
  readonly changeAnswer: (more: Partial<AnswerDraft>) => void;
}

/** What an answer of the chosen kind may be; nothing for kinds without settings. */
export const AnswerLimits = (props: LimitsProps) => {
  switch (props.draft.answer.type) {
    case "text":
      return <TextLimits {...props} />;
    case "phone":
      return <PhoneCountry {...props} />;
    case "number":
      return <NumberLimits {...props} />;
    case "date":
      return <DateLimits {...props} />;
    case "rating":
      return <RatingScaleField {...props} />;
    case "yes_no":
      return <YesNoLabels {...props} />;
    case "file":
      return <FileLimits {...props} />;
    case "multiple_choice":
      return <CountPair {...props} least="Fewest" most="Most" min={0} max={limits.choices.max} />;
    default:
      return null;
  }
};

const TextLimits = ({ draft, problems, changeAnswer }: LimitsProps) => (
  <>
    <FieldPair>
      <NumberInput
        label="Shortest"
        placeholder="no limit"
        suffix=" characters"
        min={0}
        allowDecimal={false}
        value={draft.answer.min_length ?? ""}
        error={problemAt(problems, "answer", "min_length")}
        onChange={(value) => changeAnswer({ min_length: toNumber(value) })}
      />
      <NumberInput
        label="Longest"
        placeholder="no limit"
        suffix=" characters"
        min={1}
        allowDecimal={false}
        value={draft.answer.max_length ?? ""}
        error={problemAt(problems, "answer", "max_length")}
        onChange={(value) => changeAnswer({ max_length: toNumber(value) })}
      />
    </FieldPair>
    <TextInput
      label="Pattern"
      description="The whole answer, or one part of it, has to match; that part is saved."
      placeholder="[A-Z]{2}-\d{4}"
      spellCheck={false}
      classNames={{ input: "editing-mono" }}
      value={draft.answer.pattern ?? ""}
      error={problemAt(problems, "answer", "pattern")}
      onChange={(event) => changeAnswer({ pattern: event.currentTarget.value })}
    />
  </>
);

const regions = new Intl.DisplayNames(["en"], { type: "region" });
const countries = phoneCountries
  .map((value) => ({ value, label: `${regions.of(value) ?? value} (${value})` }))
  .toSorted((one, other) => one.label.localeCompare(other.label, "en"));

const PhoneCountry = ({ draft, problems, changeAnswer }: LimitsProps) => (
  <Select
    label="Country of numbers without one"
    placeholder="The region of the contact’s language"
    clearable
    searchable
    data={countries}
    value={draft.answer.default_country ?? null}
    error={problemAt(problems, "answer", "default_country")}
    onChange={(country) => changeAnswer({ default_country: country ?? undefined })}
  />
);

const NumberLimits = ({ draft, problems, changeAnswer }: LimitsProps) => (
  <>
    <FieldPair>
      <NumberInput
        label="Lowest"
        placeholder="no limit"
        value={draft.answer.min ?? ""}
        error={problemAt(problems, "answer", "min")}
        onChange={(value) => changeAnswer({ min: toNumber(value) })}
      />
      <NumberInput
        label="Highest"
        placeholder="no limit"
        value={draft.answer.max ?? ""}
        error={problemAt(problems, "answer", "max")}
        onChange={(value) => changeAnswer({ max: toNumber(value) })}
      />
    </FieldPair>
    <OptionalPath
      label="Whole numbers only"
      description="2.5 does not fit then."
      isOn={draft.answer.integer}
      onChange={(integer) => changeAnswer({ integer })}
    />
  </>
);

const DateLimits = ({ draft, problems, changeAnswer }: LimitsProps) => (
  <>
    <FieldPair>
      <TextInput
        label="First day"
        placeholder="2026-03-31 or today"
        value={draft.answer.min ?? ""}
        error={problemAt(problems, "answer", "min")}
        onChange={(event) => changeAnswer({ min: event.currentTarget.value.trim() })}
      />
      <TextInput
        label="Last day"
        placeholder="2026-12-31 or today"
        value={draft.answer.max ?? ""}
        error={problemAt(problems, "answer", "max")}
        onChange={(event) => changeAnswer({ max: event.currentTarget.value.trim() })}
      />
    </FieldPair>
    <OptionalPath
      label="Words count too"
      description="“Tomorrow”, “in 3 days”, in the contact’s language."
      isOn={draft.answer.allow_words}
      onChange={(allow_words) => changeAnswer({ allow_words })}
    />
  </>
);

const scales = [
  { value: "1_to_5", label: "1 to 5" },
  { value: "1_to_10", label: "1 to 10" },
  { value: "0_to_10", label: "0 to 10" },
  { value: "thumbs", label: "Thumb up or down" },
] as const;

const RatingScaleField = ({ draft, problems, changeAnswer }: LimitsProps) => (
  <>
    <Select
      label="Scale"
      data={[...scales]}
      value={draft.answer.scale}
      allowDeselect={false}
      error={problemAt(problems, "answer", "scale")}
      onChange={(chosen) => {
        const scale = scales.find(({ value }) => value === chosen)?.value;
        if (scale !== undefined) changeAnswer({ scale });
      }}
    />
    <OptionalPath
      label="Rates the conversation"
      description="Kept with the conversation, for reports."
      isOn={draft.answer.save_as_rating}
      onChange={(save_as_rating) => changeAnswer({ save_as_rating })}
    />
  </>
);

const YesNoLabels = ({ draft, problems, changeAnswer, language }: LimitsProps) => (
  <FieldPair>
    <LocalizedField
      label="Yes button"
      placeholder="Yes"
      value={draft.answer.yes_label}
      language={language}
      hasVariables={false}
      problems={problemsWithin(problems, "answer", "yes_label")}
      onChange={(yes_label) => changeAnswer({ yes_label })}
    />
    <LocalizedField
      label="No button"
      placeholder="No"
      value={draft.answer.no_label}
      language={language}
      hasVariables={false}
      problems={problemsWithin(problems, "answer", "no_label")}
      onChange={(no_label) => changeAnswer({ no_label })}
    />
  </FieldPair>
);

const kindNames: Readonly<Record<(typeof fileKinds)[number], string>> = {
  image: "Pictures",
  pdf: "PDF",
  document: "Documents",
  spreadsheet: "Spreadsheets",
  audio: "Sound",
  video: "Video",
  archive: "Archives",
};

const FileLimits = (props: LimitsProps) => (
  <>
    <CountPair {...props} least="At least" most="At most" min={1} max={limits.files.max} />
    <MultiSelect
      label="Kinds"
      description="Each file has at most 10 MB."
      placeholder={props.draft.answer.kinds.length === 0 ? "Any kind" : ""}
      clearable
      data={fileKinds.map((value) => ({ value, label: kindNames[value] }))}
      value={props.draft.answer.kinds}
      error={problemAt(props.problems, "answer", "kinds")}
      onChange={(chosen) =>
        props.changeAnswer({ kinds: fileKinds.filter((kind) => chosen.includes(kind)) })
      }
    />
  </>
);

interface CountPairProps extends LimitsProps {
  readonly least: string;
  readonly most: string;
  readonly min: number;
  readonly max: number;
}

const CountPair = ({ draft, problems, changeAnswer, least, most, min, max }: CountPairProps) => (
  <FieldPair>
    <NumberInput
      label={least}
      placeholder="1"
      min={min}
      max={max}
      allowDecimal={false}
      value={draft.answer.min ?? ""}
      error={problemAt(problems, "answer", "min")}
      onChange={(value) => changeAnswer({ min: toNumber(value) })}
    />
    <NumberInput
      label={most}
      placeholder={draft.answer.type === "file" ? "1" : "all"}
      min={1}
      max={max}
      allowDecimal={false}
      value={draft.answer.max ?? ""}
      error={problemAt(problems, "answer", "max")}
      onChange={(value) => changeAnswer({ max: toNumber(value) })}
    />
  </FieldPair>
);

const toNumber = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;
