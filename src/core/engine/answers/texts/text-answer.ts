import { cutToScan, isBlank, toStorable } from "../scanned-text.ts";
import { type Answer, invalid, type Reply, takeOnly, valid } from "../answer.ts";
import { findInAnswer } from "./answer-pattern.ts";

interface TextAnswer {
  readonly min_length: number;
  readonly max_length: number;
  readonly pattern?: string | undefined;
}

/**
 * Takes any text within its lengths, without the space around it. With a pattern the whole text has to match it, or exactly one
 * part of it does and is taken ("it's AB-1234, thanks").
 */
export const parseTextAnswer = (config: TextAnswer, reply: Reply): Answer => {
  // A message twice as long as the longest answer is too long however its characters are counted.
  const cut = cutToScan(reply.text, 2 * config.max_length + 2);
  const text = toStorable(cut);
  if (isBlank(text)) return invalid("empty");
  if (config.pattern === undefined) return judgeLength(config, text);
  const found = findInAnswer(config, config.pattern, text);
  if (found === null) return invalid("too_long");
  const judged = found.map((part) => judgeLength(config, part));
  const values = judged.flatMap((answer) => (answer.valid ? [answer.value] : []));
  const refused = judged.find((answer) => !answer.valid);
  const reason = refused?.valid === false ? refused.reason : "does_not_match";
  return takeOnly(values, reason, "several_matches");
};

const judgeLength = ({ min_length, max_length }: TextAnswer, text: string): Answer => {
  const length = [...text].length;
  if (length < min_length) return invalid("too_short");
  return length > max_length ? invalid("too_long") : valid(text);
};
