import { expect, it } from "vitest";
import { withVariable } from "./with-variable.ts";

it.each([
  ["in the middle", "Hello !", 6, 6, "Hello {{ contact.name }}!"],
  ["in place of a selection", "Hello you!", 6, 9, "Hello {{ contact.name }}!"],
  ["after braces that were just typed", "Hello {{", 8, 8, "Hello {{ contact.name }}"],
  ["between a pair of braces", "Hello {{ }}!", 8, 8, "Hello {{ contact.name }}!"],
])("puts a variable %s, with the caret behind it", (_case, text, start, end, expected) => {
  const put = withVariable(text, start, end, "contact.name");
  expect(put.text).toBe(expected);
  expect(put.text.slice(0, put.caret)).toBe("Hello {{ contact.name }}");
});
