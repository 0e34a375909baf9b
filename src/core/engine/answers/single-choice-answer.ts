import { type Answer, invalid, type Reply, valid } from "./answer.ts";

interface Option {
  readonly id: string;
  readonly label: string;
}

/** Takes an option by its button, number, exact text or unambiguous beginning; case and accents do not matter. The value is the option's id. */
export const parseSingleChoiceAnswer = (options: readonly Option[], reply: Reply): Answer => {
  const pressed = options.find((option) => option.id === reply.quickReplyId);
  if (pressed !== undefined) return valid(pressed.id);
  const said = simplify(reply.text);
  if (said === "") return invalid("empty");
  const exact = options.filter((option) => simplify(option.label) === said);
  if (exact[0] !== undefined)
    return exact.length === 1 ? valid(exact[0].id) : invalid("ambiguous_choice");
  const numbered = /^\d{1,2}$/.test(said) ? options[Number(said) - 1] : undefined;
  if (numbered !== undefined) return valid(numbered.id);
  const begun = options.filter((option) => simplify(option.label).startsWith(said));
  if (begun[0] !== undefined && begun.length === 1) return valid(begun[0].id);
  return invalid(begun.length > 1 ? "ambiguous_choice" : "no_such_choice");
};

const simplify = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”.,!?()#]+|[\s"'“”.,!?()]+$/g, "");
