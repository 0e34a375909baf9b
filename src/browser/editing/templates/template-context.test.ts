import { describe, expect, it } from "vitest";
import { completeFilter, completeVariable, templateContextAt } from "./template-context.ts";

/** Reads a text whose caret is written as a bar `¦`. */
const at = (marked: string) => {
  const caret = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  return { text, context: templateContextAt(text, caret) };
};

describe("what is being typed", () => {
  it.each([
    ["Hello {{¦", "variable", ""],
    ["Hello {{ con¦", "variable", "con"],
    ["Hello {{ con¦tact.name }}!", "variable", "con"],
    ["{{ a }} and {{ b.c¦", "variable", "b.c"],
    ["{{ a |¦", "filter", ""],
    ["{{ a | up¦ }}", "filter", "up"],
    ['{{ a | default: "x|y" | d¦', "filter", "d"],
  ])("in %s is a %s", (marked, kind, query) => {
    expect(at(marked).context).toMatchObject({ kind, query });
  });

  it.each([
    "Hello ¦",
    "{{ a }}¦",
    '{{ a | default: "th¦',
    "{{ a | number: ¦",
    "{{ a b¦",
    "{ {¦",
    "{{\n a¦",
  ])("is nothing in %s", (marked) => {
    expect(at(marked).context).toBeNull();
  });
});

const completed = (marked: string, path: string): string => {
  const { text, context } = at(marked);
  if (context === null) throw new Error("nothing is being typed");
  const { text: after, start } = completeVariable(text, context, path);
  return `${after.slice(0, start)}¦${after.slice(start)}`;
};

describe("a variable that is taken", () => {
  it.each([
    ["Hello {{¦", "Hello {{ x.y }}¦"],
    ["Hello {{ co¦, you", "Hello {{ x.y }}¦, you"],
    ["Hello {{ co¦ntact }}!", "Hello {{ x.y }}¦!"],
    ["Hello {{co¦ | upcase }}!", "Hello {{ x.y¦ | upcase }}!"],
    ["{{ a¦ and {{ b }}", "{{ x.y }}¦ and {{ b }}"],
  ])("in %s gives %s", (marked, expected) => {
    expect(completed(marked, "x.y")).toBe(expected);
  });
});

describe("a filter that is taken", () => {
  it.each([
    ["{{ a |¦", "upcase", null, "{{ a | upcase }}", ""],
    ["{{ a | def¦ }}", "default", '"there"', '{{ a | default: "there" }}', "there"],
    ["{{ a | n¦}}", "number", "2", "{{ a | number: 2 }}", ""],
  ])("in %s as %s selects its value", (marked, name, argument, expected, selected) => {
    const { text, context } = at(marked);
    if (context === null) throw new Error("nothing is being typed");
    const edited = completeFilter(text, context, name, argument);
    expect(edited.text).toBe(expected);
    expect(edited.text.slice(edited.start, edited.end)).toBe(selected);
  });
});
