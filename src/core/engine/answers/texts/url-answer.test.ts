import { aReply, hostileTexts } from "#testing/builders";
import { expect, it } from "vitest";
import { parseUrlAnswer } from "./url-answer.ts";

it.each([
  ["https://example.com", "https://example.com/"],
  ["http://example.com", "http://example.com/"],
  ["HTTPS://EXAMPLE.com/Path", "https://example.com/Path"],
  ["example.com", "https://example.com/"],
  ["example.com/a?b=c#d", "https://example.com/a?b=c#d"],
  ["www.example.com", "https://www.example.com/"],
  ["https://example.com:443/a", "https://example.com/a"],
  ["http://example.com:80/a", "http://example.com/a"],
  ["http://example.com:8080/a", "http://example.com:8080/a"],
  ["see https://example.com/a.", "https://example.com/a"],
  ["(https://example.com/a)", "https://example.com/a"],
  ["https://example.com/a_(b)", "https://example.com/a_(b)"],
  ["<https://example.com/a>", "https://example.com/a"],
  ["it's example.com, thanks", "https://example.com/"],
  ["https://example.com and example.com", "https://example.com/"],
  ["our shop.example or https://example.com", "https://example.com/"],
  ["https://example.com/a/../b", "https://example.com/b"],
  ["https://müller.de/straße", "https://xn--mller-kva.de/stra%C3%9Fe"],
  ["www.müller.de", "https://www.xn--mller-kva.de/"],
  ["mia@berg.example www.berg.example", "https://www.berg.example/"],
  ["https://192.168.0.1/a", "https://192.168.0.1/a"],
  ["https://[::1]/a", "https://[::1]/a"],
  ["http://localhost:3000", "http://localhost:3000/"],
  ["ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ", "https://example.com/"],
  ["\u202ahttps://example.com\u202c", "https://example.com/"],
  ["https://exam\u200bple.com", "https://example.com/"],
  ["\u0000https://example.com\u0000", "https://example.com/"],
  ["https://example.com/?q={{ a }}", "https://example.com/?q="],
  ["**https://example.com**", "https://example.com/"],
  ["https://example.com/%E4", "https://example.com/%E4"],
])("takes %j", (text, value) => {
  expect(parseUrlAnswer(aReply(text))).toEqual({ valid: true, value });
});

it.each([
  ["http://a.de and http://b.de", "several_urls"],
  ["a.de or b.de", "several_urls"],
  ["ftp://a.de", "not_a_web_address"],
  ["file:///etc/passwd", "not_a_web_address"],
  ["javascript://a.de/%0aalert(1)", "not_a_web_address"],
  ["javascript:alert(1)", "no_url"],
  ["data:text/html,hi", "no_url"],
  ["mailto:mia@berg.example", "no_url"],
  ["mia@berg.example", "no_url"],
  ["https://user:secret@example.com", "no_url"],
  ["https://user@example.com", "no_url"],
  ["https://", "no_url"],
  ["http://%zz", "no_url"],
  ["https://example.com:99999", "no_url"],
  ["e.g. this", "no_url"],
  ["no.", "no_url"],
  ["1.5", "no_url"],
  ["10.3.2026", "no_url"],
  [`https://example.com/${"a".repeat(2_100)}`, "no_url"],
  [`${"a.".repeat(2_000)}com`, "no_url"],
  [`${"a-".repeat(2_000)}.com`, "no_url"],
])("refuses %j", (text, reason) => {
  expect(parseUrlAnswer(aReply(text))).toEqual({ valid: false, reason });
});

it.each(hostileTexts)("finds none in %s", (_name, text) => {
  expect(parseUrlAnswer(aReply(text))).toMatchObject({ valid: false });
});
