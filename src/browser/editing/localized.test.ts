import { describe, expect, it } from "vitest";
import {
  languagesOf,
  localizedDraftSchema,
  variantIn,
  withoutLanguage,
  withVariant,
} from "./localized.ts";

describe("changing one language", () => {
  it.each([
    ["Hi", "en", "Hello", "Hello"],
    ["Hi", "de", "Hallo", { en: "Hi", de: "Hallo" }],
    ["Hi", "de", "", "Hi"],
    ["", "de", "Hallo", { de: "Hallo" }],
    [{ en: "Hi", de: "Hallo" }, "en", "", { de: "Hallo" }],
    [{ de: "Hallo" }, "de", "", ""],
    [{ en: "Hi", de: "Hallo" }, "de", "Moin", { en: "Hi", de: "Moin" }],
    [{ en: "Hi", de: "Hallo" }, "en", "Hello", { en: "Hello", de: "Hallo" }],
    [{ en: "Hi", de: "Hallo" }, "fr", "Salut", { en: "Hi", de: "Hallo", fr: "Salut" }],
    [{ en: "Hi", de: "Hallo" }, "de", "", "Hi"],
    [{ en: "Hi", de: "Hallo", fr: "Salut" }, "de", "", { en: "Hi", fr: "Salut" }],
    [{ de: "Hallo" }, "de", "Moin", { de: "Moin" }],
    [{ de: "Hallo" }, "en", "Hi", { de: "Hallo", en: "Hi" }],
  ])("%j, %s: %j", (text, language, value, expected) => {
    expect(withVariant(text, language, "en", value)).toEqual(expected);
  });

  it("leaves every other variant as it was, whatever is typed", () => {
    const text = { en: "Hi", de: "Hallo", "pt-BR": "Oi" };
    for (const value of ["", "x", "Hi", "__proto__"]) {
      const changed = withVariant(text, "de", "en", value);
      expect(variantIn(changed, "en", "en")).toBe("Hi");
      expect(variantIn(changed, "pt-BR", "en")).toBe("Oi");
    }
  });
});

it("takes a language out", () => {
  expect(withoutLanguage({ en: "Hi", de: "Hallo", fr: "Salut" }, "de", "en")).toEqual({
    en: "Hi",
    fr: "Salut",
  });
  expect(withoutLanguage({ en: "Hi", de: "Hallo" }, "de", "en")).toBe("Hi");
  expect(withoutLanguage("Hi", "de", "en")).toBe("Hi");
});

it("names the languages of several texts, the workspace's first", () => {
  expect(languagesOf(["Hi", "Bye"], "en")).toEqual([]);
  expect(languagesOf(["Hi", { de: "Hallo", fr: "Salut" }, { en: "x", es: "y" }], "en")).toEqual([
    "en",
    "de",
    "fr",
    "es",
  ]);
});

it.each([
  ["Hi", "Hi"],
  [
    { en: "Hi", de: 5 },
    { en: "Hi", de: "" },
  ],
  [5, ""],
  [null, ""],
  [["Hi"], ""],
])("reads %j of a draft", (value, expected) => {
  expect(localizedDraftSchema.parse(value)).toEqual(expected);
});
