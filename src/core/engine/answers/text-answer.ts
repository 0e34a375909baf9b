import { type Answer, invalid, type Reply, valid } from "./answer.ts";

/** Takes any text within its lengths, without the space around it. */
export const parseTextAnswer = (
  limits: { readonly min_length: number; readonly max_length: number },
  reply: Reply,
): Answer => {
  const text = reply.text.trim();
  const length = [...text].length;
  if (length < limits.min_length) return invalid("too_short");
  return length > limits.max_length ? invalid("too_long") : valid(text);
};
