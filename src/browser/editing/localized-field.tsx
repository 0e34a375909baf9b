import { chooseVariant, type LocalizedOption, type LocalizedText } from "#core/domain";
import type { ConfigProblem } from "#core/engine";
import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { languageName } from "./language-switcher.tsx";
import { variantIn, withVariant } from "./localized.ts";
import { OptionList } from "./option-list.tsx";
import { problemAt } from "./problem-at.ts";
import { TemplateField } from "./templates/template-field.tsx";
import type { ShownLanguage } from "./use-languages.ts";

interface LocalizedFieldProps {
  readonly label: string;
  readonly value: LocalizedText;
  readonly onChange: (value: LocalizedText) => void;
  readonly language: ShownLanguage;
  /** Problems counted from the text itself. */
  readonly problems: readonly ConfigProblem[];
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly minRows?: number;
  readonly maxLength?: number;
  /** A button's label has none and is one line. */
  readonly hasVariables?: boolean;
}

/** Edits the shown language's variant of a text and leaves the others as they are. */
export const LocalizedField = ({
  value,
  onChange,
  language,
  problems,
  placeholder,
  hasVariables = true,
  ...field
}: LocalizedFieldProps) => {
  const { shown, base } = language;
  const spoken = chooseVariant(value, shown, base);
  const common = {
    label: field.label,
    description: field.description,
    placeholder: spoken === "" ? (placeholder ?? "") : spoken,
    value: variantIn(value, shown, base),
    error: localizedProblem(problems, shown),
  };
  const write = (text: string) => onChange(withVariant(value, shown, base, text));
  return hasVariables ? (
    <TemplateField {...field} {...common} onChange={write} />
  ) : (
    <TextInput {...common} onChange={(event) => write(event.currentTarget.value)} />
  );
};

/** What is wrong with the shown variant, else with the whole, else with another one, which is named. */
const localizedProblem = (
  problems: readonly ConfigProblem[],
  shown: string,
): string | undefined => {
  const here = problemAt(problems, shown) ?? problemAt(problems);
  if (here !== undefined) return here;
  const tag = problems.find(({ path }) => path.length === 1)?.path[0];
  return typeof tag === "string"
    ? `${languageName(tag)}: ${problemAt(problems, tag) ?? ""}`
    : undefined;
};

interface LocalizedOptionListProps {
  readonly label: string;
  readonly description?: string;
  readonly options: readonly LocalizedOption[];
  readonly onChange: (options: LocalizedOption[]) => void;
  readonly language: ShownLanguage;
  readonly addLabel: string;
  readonly placeholder: string;
  readonly max: number;
  readonly problems: readonly ConfigProblem[];
}

/** Edits options whose labels may have a variant per language; ids are shared, and order and number are the same in all. */
export const LocalizedOptionList = ({
  options,
  onChange,
  language: { shown, base },
  problems,
  ...list
}: LocalizedOptionListProps) => (
  <OptionList
    {...list}
    options={options.map(({ id, label }) => ({ id, label: variantIn(label, shown, base) }))}
    placeholderOf={(id) => {
      const label = options.find((option) => option.id === id)?.label ?? "";
      return chooseVariant(label, shown, base);
    }}
    problems={problems.map((problem) =>
      // A variant's problem stands at its label.
      ({ ...problem, path: problem.path.slice(0, 2) }),
    )}
    onChange={(edited) =>
      onChange(
        edited.map(({ id, label }) => {
          const before = options.find((option) => option.id === id)?.label ?? "";
          return { id, label: withVariant(before, shown, base, label) };
        }),
      )
    }
  />
);
