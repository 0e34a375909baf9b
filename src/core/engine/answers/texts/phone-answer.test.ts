import { aReply, anAnswerContext, hostileTexts } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { parsePhoneAnswer } from "./phone-answer.ts";

const inGermany = (text: string) =>
  parsePhoneAnswer({ default_country: "DE" }, aReply(text), anAnswerContext());
const berlin = "+49301234567";

it.each([
  ["030 1234567", berlin],
  ["0301234567", berlin],
  ["030/1234567", berlin],
  ["030-123 45 67", berlin],
  ["(030) 1234567", berlin],
  ["030.123.45.67", berlin],
  ["+49 30 1234567", berlin],
  ["+49 (0) 30 1234567", berlin],
  ["+49(0)301234567", berlin],
  ["0049 30 1234567", berlin],
  ["tel:+49-30-1234567", berlin],
  ["+49 30 – 1234567", berlin],
  ["my number is 030 1234567, thanks", berlin],
  ["030 1234567 or +49 30 1234567", berlin],
  ["call me at 5 pm: 030 1234567", berlin],
  ["030 1234567.", berlin],
  ["\u202a+49 30 1234567\u202c", berlin],
  ["+49\u00a030\u00a01234567", berlin],
  ["０３０ １２３４５６７", berlin],
  ["+٤٩ ٣٠ ١٢٣٤٥٦٧", berlin],
  ["030\u20111234567", berlin],
  ["0\u200b301234567", berlin],
  ["0171 1234567", "+491711234567"],
  ["+1 415 555 2671", "+14155552671"],
  ["+1 (415) 555-2671", "+14155552671"],
  ["+44 20 7946 0958", "+442079460958"],
  ["+33 1 42 68 53 00", "+33142685300"],
  ["+34 912 34 56 78", "+34912345678"],
  ["+43 1 5123456", "+4315123456"],
  ["+41 44 668 18 00", "+41446681800"],
  ["{{ +49 30 1234567 }}", berlin],
])("reads %j", (text, value) => {
  expect(inGermany(text)).toEqual({ valid: true, value });
});

it.each([
  ["030 1234567 or 0171 1234567", "several_phone_numbers"],
  ["+49301234567, +14155552671", "several_phone_numbers"],
  ["12345", "no_phone_number"],
  ["+49 30", "no_phone_number"],
  ["+999 123456789", "no_phone_number"],
  ["+1 000 000 0000", "no_phone_number"],
  ["1234567890123456789", "no_phone_number"],
  ["none of your business", "no_phone_number"],
  ["zero three zero", "no_phone_number"],
  ["+", "no_phone_number"],
  ["((((", "no_phone_number"],
  ["1 2 3 4 ".repeat(600), "no_phone_number"],
  [
    Array.from({ length: 9 }, (_none, index) => `030 123456${index};x`).join(" "),
    "several_phone_numbers",
  ],
])("refuses %j", (text, reason) => {
  expect(inGermany(text)).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("finds none in %s", (_name, text) => {
  expect(inGermany(text)).toEqual({ valid: false, reason: "no_phone_number" });
});

describe("without a default country", () => {
  it.each([
    ["de-AT", "en", "01 5123456", "+4315123456"],
    ["de", "de-CH", "044 668 18 00", "+41446681800"],
    ["en-US", "de-DE", "(415) 555-2671", "+14155552671"],
    ["zh-Hant-TW", "en", "02 2345 6789", "+886223456789"],
    ["de", "en", "+49 30 1234567", berlin],
    ["de", "en", "0049 30 1234567", berlin],
  ])("takes the region of %s, then of %s, for %s", (language, workspaceLanguage, text, value) => {
    const context = anAnswerContext({ language, workspaceLanguage });
    expect(parsePhoneAnswer({}, aReply(text), context)).toEqual({ valid: true, value });
  });

  it.each(["de", "en-001", "", "constructor", "x-XX"])("knows no country for %j", (language) => {
    const context = anAnswerContext({ language, workspaceLanguage: "en" });
    expect(parsePhoneAnswer({}, aReply("030 1234567"), context)).toEqual({
      valid: false,
      reason: "no_country",
    });
  });
});
