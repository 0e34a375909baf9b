import { aReply, hostileTexts } from "#testing/builders";
import { expect, it } from "vitest";
import { parseYesNoAnswer } from "./yes-no-answer.ts";

it.each([
  ["en", "yes", true],
  ["en", "Yes!", true],
  ["en", "  YES  ", true],
  ["en", "y", true],
  ["en", "yep, thanks", true],
  ["en", "yes please", true],
  ["en", "Yes I'd like that", true],
  ["en", "of course", true],
  ["en", "ok thanks", true],
  ["en", "sure, why not", true],
  ["en", "yes, no problem", true],
  ["en", "no", false],
  ["en", "No.", false],
  ["en", "n", false],
  ["en", "no, thank you", false],
  ["en", "no thanks", false],
  ["en", "no I don't", false],
  ["en", "nope", false],
  ["en", "not really", false],
  ["en", "1", true],
  ["en", "2.", false],
  ["en", "👍", true],
  ["en", "👍🏿 great", true],
  ["en", "✅", true],
  ["en", "❌", false],
  ["en", "nein danke", false],
  ["en", "oui", true],
  ["de", "Ja, bitte", true],
  ["de", "ja klar", true],
  ["de", "na klar", true],
  ["de", "Nein, danke", false],
  ["de", "nein das will ich nicht", false],
  ["de", "auf keinen Fall", false],
  ["de", "natürlich", true],
  ["de", "yes", true],
  ["de", "nope", false],
  ["fr", "Oui, merci", true],
  ["fr", "d’accord", true],
  ["fr", "bien sûr", true],
  ["fr", "Non merci", false],
  ["fr", "pas du tout", false],
  ["es", "Sí, por favor", true],
  ["es", "si", true],
  ["es", "claro", true],
  ["es", "No, gracias", false],
  ["es", "no quiero", false],
  ["es", "para nada", false],
  ["it", "si", true],
  ["it", "no", false],
  ["", "yes", true],
  ["en", "ｙｅｓ", true],
  ["en", "y\u200bes", true],
  ["en", "\u202eyes", true],
  ["en", "\u0000no", false],
])("in %j %j is %s", (language, text, value) => {
  expect(parseYesNoAnswer(aReply(text), language)).toEqual({ valid: true, value });
});

it.each([
  ["en", "yes and no"],
  ["en", "no yes"],
  ["en", "no idea"],
  ["en", "no problem"],
  ["en", "no one came"],
  ["en", "right now"],
  ["en", "not sure"],
  ["en", "never mind"],
  ["en", "maybe"],
  ["en", "yesterday"],
  ["en", "nobody"],
  ["en", "I don't know"],
  ["en", "3"],
  ["en", "👍👎"],
  ["en", "{{ yes }} or {{ no }}"],
  ["de", "vielleicht"],
  ["de", "ja nein"],
  ["de", "ja nicht"],
  ["de", "keine Ahnung"],
  ["fr", "peut-être"],
  ["fr", "oui et non"],
  ["es", "no sé"],
  ["es", "no lo sé"],
  ["es", "no hay problema"],
  ["es", "quizás"],
])("in %j %j is neither", (language, text) => {
  expect(parseYesNoAnswer(aReply(text), language)).toEqual({
    valid: false,
    reason: "no_yes_or_no",
  });
});

it.each(hostileTexts)("finds neither in %s", (_name, text) => {
  for (const language of ["en", "de", "fr", "es", "ja"])
    expect(parseYesNoAnswer(aReply(text), language).valid).toBe(false);
});

it("takes a button whatever its label says", () => {
  expect(parseYesNoAnswer(aReply("no", { quickReplyId: "yes" }), "en")).toMatchObject({
    value: true,
  });
  expect(parseYesNoAnswer(aReply("x", { quickReplyId: "no" }), "en")).toMatchObject({
    value: false,
  });
});
