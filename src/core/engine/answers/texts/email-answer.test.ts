import { aReply, hostileTexts } from "#testing/builders";
import { expect, it } from "vitest";
import { parseEmailAnswer } from "./email-answer.ts";

it.each([
  ["a@b.de", "a@b.de"],
  ["Mia.Berg@Example.COM", "mia.berg@example.com"],
  ["it's a@b.de, thanks", "a@b.de"],
  ["<A.B+c@Sub.Example.COM>.", "a.b+c@sub.example.com"],
  ["mail me: a@b.de or a@b.de", "a@b.de"],
  ["A@B.de or a@b.DE", "a@b.de"],
  ["Mia Berg <mia@berg.example>", "mia@berg.example"],
  ["mailto:mia@berg.example", "mia@berg.example"],
  ["„mia@berg.example“", "mia@berg.example"],
  ["(mia@berg.example)", "mia@berg.example"],
  ["mia@berg.example!!", "mia@berg.example"],
  ["**mia@berg.example**", "mia@berg.example"],
  ["`mia@berg.example`", "mia@berg.example"],
  ["é mia@berg.example é", "mia@berg.example"],
  ["my mail\nmia@berg.example\nbye", "mia@berg.example"],
  ["mia@berg.example;", "mia@berg.example"],
  ["mia_berg-1@x-y.co.uk", "mia_berg-1@x-y.co.uk"],
  ["o'neil@example.ie", "o'neil@example.ie"],
  ["\u202aa@b.de\u202c", "a@b.de"],
  ["a\u200b@b.de", "a@b.de"],
  ["ａ＠ｂ．ｄｅ", "a@b.de"],
  ["\u0000a@b.de\u0000", "a@b.de"],
  ["{{ a@b.de }}", "a@b.de"],
  [`${"x ".repeat(2_000)}a@b.de`, "a@b.de"],
  ["a@b.de/c", "a@b.de"],
])("takes the address of %j", (text, address) => {
  expect(parseEmailAnswer(aReply(text))).toEqual({ valid: true, value: address });
});

it.each([
  ["a@b.de or c@d.de", "several_email_addresses"],
  ["a@b.de/c@d.de", "several_email_addresses"],
  ["a@b.de,c@d.de", "several_email_addresses"],
  ["a@b", "no_email_address"],
  ["a@b.d", "no_email_address"],
  ["a@@b.de", "no_email_address"],
  ["@b.de", "no_email_address"],
  ["a@", "no_email_address"],
  ["a b@", "no_email_address"],
  ["a..b@c.de", "no_email_address"],
  [".a.@b..de", "no_email_address"],
  ["a@-b.de", "no_email_address"],
  ["a at b dot de", "no_email_address"],
  ["no idea", "no_email_address"],
  ["@mia", "no_email_address"],
  ["jörg@müller.de", "no_email_address"],
  [`${"a".repeat(400)}@b.de`, "no_email_address"],
  [`a@${"b".repeat(400)}.de`, "no_email_address"],
  ["\ud83d@b.de", "no_email_address"],
  // Beyond what a message may have nothing is read.
  [`${"x ".repeat(2_600)}a@b.de`, "no_email_address"],
])("takes none of %j", (text, reason) => {
  expect(parseEmailAnswer(aReply(text))).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("takes none of %s", (_name, text) => {
  expect(parseEmailAnswer(aReply(text))).toEqual({ valid: false, reason: "no_email_address" });
});
