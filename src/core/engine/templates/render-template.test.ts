import type { Json, JsonObject } from "#core/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainLine } from "./escape-markdown.ts";
import { parseTemplate, templateReads } from "./parse-template.ts";
import { renderTemplate } from "./render-template.ts";

const values: JsonObject = {
  name: "mia berg",
  empty: "",
  list: ["a", "b", "c"],
  record: { a: 1 },
  amount: "1234.5",
  day: "2026-03-02T09:05:00Z",
  link: "https://shop.example/a b?(x)",
  braces: "{{ name }}",
  markdown: "# *hi* [x](y) `c` <b> 1.",
};
const find = (path: string): Json | undefined =>
  Object.hasOwn(values, path) ? values[path] : undefined;
const berlin = { language: "en", timezone: "Europe/Berlin" };
const render = (text: string, target: "markdown" | "plain" = "plain", language = "en") =>
  renderTemplate(text, target, find, { ...berlin, language }, () => {});

describe("a template", () => {
  it.each([
    ["no slots", "no slots"],
    ["Hi {{name}}!", "Hi mia berg!"],
    ["{{ name | capitalize }}", "Mia berg"],
    ["{{ name | upcase | downcase | capitalize }}", "Mia berg"],
    ['{{ missing | default: "there" }}', "there"],
    ['{{ empty | default: "there" | upcase }}', "THERE"],
    ["[{{ missing }}]", "[]"],
    ['{{ list | join: " | " }}', "a | b | c"],
    ["{{ list }}", "a, b, c"],
    ["{{ list | first }}{{ list | last }}{{ list | size }}", "ac3"],
    ["{{ record | json }}", '{"a":1}'],
    ["{{ amount | number: 2 }}", "1,234.50"],
    ['{{ amount | currency: "EUR" }}', "€1,234.50"],
    ["{{ name | number: 2 }}", "mia berg"],
    ['{{ day | date: "D MMMM YYYY, HH:mm" }}', "2 March 2026, 10:05"],
    ['{{ day | date: "dddd, MMM D at h:mm A" }}', "Monday, Mar 2 at 10:05 AM"],
    ['{{ name | date: "D" }}', "mia berg"],
    ["{{ link | url_encode }}", "https%3A%2F%2Fshop.example%2Fa%20b%3F(x)"],
    ["{{ braces }}", "{{ name }}"],
  ])("%s becomes %s", (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it("speaks the run's language where it formats", () => {
    expect(render('{{ day | date: "D. MMMM" }} {{ amount | number: 1 }}', "plain", "de")).toBe(
      "2. März 1.234,5",
    );
    expect(render('{{ day | date: "D MMMM" }}', "plain", "not a language!")).toBe("2 March");
  });

  it("escapes values where they land, and nothing of its own", () => {
    expect(render("**{{ name }}**", "markdown")).toBe("**mia berg**");
    expect(render("{{ markdown }}", "markdown")).toBe("\\# \\*hi\\* \\[x\\](y) \\`c\\` \\<b\\> 1.");
    expect(render("[Track]({{ link }}) {{ link }}", "markdown")).toBe(
      "[Track](https://shop.example/a%20b?%28x%29) https://shop.example/a b?(x)",
    );
  });

  it("reports what had no value", () => {
    const missing: string[] = [];
    renderTemplate(
      '{{ a }}{{ b | default: "x" }}{{ name }}{{ contact.custom.plan }}',
      "plain",
      find,
      berlin,
      (path) => missing.push(path),
    );
    expect(missing).toEqual(["a", "contact.custom.plan"]);
  });

  it.each([
    ["{{ name", "“{{” at character 1 has no “}}”"],
    ["{{ }}", "“{{ }}” is empty: name a variable"],
    ["{{ 1 + 1 }}", "“1 + 1” is not a variable's name"],
    ["{{ name | default }}", 'the filter default needs a value, as in default: "…"'],
    ['{{ name | upcase: "x" }}', "the filter upcase takes no value"],
    ["{{ name | default: there }}", "write the value of default in quotation marks"],
    ["{{ name | number: 99 }}", "number shows at most 20 digits"],
    [
      '{{ name | currency: "euro" }}',
      'currency takes a code of three letters, as in currency: "EUR"',
    ],
  ])("that says %s is refused with a reason", (text, message) => {
    expect(parseTemplate(text)).toEqual({ ok: false, message });
  });

  it("reads braces and bars inside quotation marks as text", () => {
    expect(render('{{ missing | default: "}} | {{" }}')).toBe("}} | {{");
  });

  it("says what it needs", () => {
    expect(templateReads('{{ a.b }} {{ c | default: "x" }}')).toEqual([
      { path: "a.b", isOptional: false },
      { path: "c", isOptional: true },
    ]);
  });
});

describe("for anything at all", () => {
  const pieces = fc.oneof(
    fc.string(),
    fc.constantFrom("{{", "}}", "{{ name }}", "|", '"', 'default: "x"', "](", ")", "date", "json"),
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(" "));

  it("rendering never throws", () => {
    fc.assert(
      fc.property(texts, fc.jsonValue(), fc.string(), (text, value, language) => {
        const json: Json = JSON.parse(JSON.stringify(value));
        renderTemplate(
          text,
          "markdown",
          () => json,
          { language, timezone: "Europe/Berlin" },
          () => {},
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("an escaped value reads as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (value) => {
        const shown = toPlainLine(
          renderTemplate(
            "{{ x }}",
            "markdown",
            () => value,
            berlin,
            () => {},
          ),
        );
        expect(shown).toBe(value.replace(/\s+/g, " ").trim());
      }),
      { numRuns: 1_000 },
    );
  });
});
