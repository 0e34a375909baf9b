import type { Choice, GivenValue } from "#browser/editing";
import { firstVariant } from "#core/domain";
import type { AnswerDraft, AnswerName } from "./draft.ts";

type Held = Omit<GivenValue, "path">;

const plain: Readonly<Record<AnswerName, Held>> = {
  text: { kind: "text", example: "It came without the lid." },
  email: { kind: "text", example: "mia@example.com" },
  phone: { kind: "text", example: "+493012345678" },
  number: { kind: "number", example: 42 },
  date: { kind: "date", example: "2026-03-31" },
  url: { kind: "text", example: "https://shop.example/orders/1042" },
  yes_no: {
    kind: "boolean",
    example: true,
    choices: [
      { value: "true", label: "Yes" },
      { value: "false", label: "No" },
    ],
  },
  single_choice: { kind: "text" },
  multiple_choice: { kind: "list" },
  rating: { kind: "number", example: 5 },
  file: { kind: "list" },
};

/** What the variable holds that an answer is saved to. */
export const savedValue = ({ type, options, min, max }: AnswerDraft): Held => {
  const held = plain[type];
  if (type === "single_choice" || type === "multiple_choice")
    return { ...held, ...chosenOf(options, type) };
  // An example that the question itself would refuse would only confuse.
  return type === "number" && (typeof min === "number" || typeof max === "number")
    ? { ...held, example: typeof min === "number" ? min : (max ?? 42) }
    : held;
};

const chosenOf = (options: AnswerDraft["options"], type: AnswerName): Partial<Held> => {
  const choices: readonly Choice[] = options.map(({ id, label }) => {
    const shown = firstVariant(label);
    return { value: id, label: shown.trim() === "" ? id : shown };
  });
  const [first] = choices;
  if (first === undefined) return { choices };
  return { choices, example: type === "single_choice" ? first.value : [first.value] };
};
