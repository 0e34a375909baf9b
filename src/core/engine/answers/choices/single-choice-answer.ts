import { type Answer, invalid, type Reply, valid } from "../answer.ts";
import { cutToScan } from "../scanned-text.ts";
import { matchOption, type Option, optionsInSentence, simplify } from "./option-labels.ts";

/**
 * Takes an option by its button, number, exact text or unambiguous beginning, or the one option a sentence names; case and accents
 * do not matter. The value is the option's id.
 */
export const parseSingleChoiceAnswer = (options: readonly Option[], reply: Reply): Answer => {
  const pressed = options.find(({ id }) => id === reply.quickReplyId);
  if (pressed !== undefined) return valid(pressed.id);
  const text = cutToScan(reply.text);
  const matched = matchOption(options, text);
  if (typeof matched !== "string") return valid(matched.id);
  if (simplify(text) === "") return invalid("empty");
  const [named, ...others] = optionsInSentence(options, text);
  if (named === undefined) return invalid(matched);
  return others.length > 0 ? invalid("ambiguous_choice") : valid(named.id);
};
