import { aReply, hostileTexts } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { parseRatingAnswer, ratingButtons, ratingScales } from "./rating-answer.ts";

it.each([
  ["4", 4],
  ["1", 1],
  ["5", 5],
  ["5.0", 5],
  ["4, thanks", 4],
  ["I'd say 4.", 4],
  ["a solid 4!", 4],
  ["4/5", 4],
  ["4 / 5", 4],
  ["4 out of 5", 4],
  ["4 von 5", 4],
  ["4 sur 5", 4],
  ["4 de 5", 4],
  ["4 stars", 4],
  ["4⭐", 4],
  ["⭐⭐⭐", 3],
  ["★★★★☆", 4],
  ["four", 4],
  ["Fünf", 5],
  ["quatre", 4],
  ["cinco", 5],
  ["I waited 45 minutes, so 2", 2],
  ["4 and I mean 4", 4],
  ["４", 4],
  ["٤", 4],
  ["\u200f4\u202c", 4],
  ["\u00004", 4],
  ["{{ 4 }}", 4],
])("on 1–5 reads %j as %d", (text, value) => {
  expect(parseRatingAnswer({ scale: "1_to_5" }, aReply(text), "en")).toEqual({
    valid: true,
    value,
  });
});

it.each([
  ["0", "not_on_the_scale"],
  ["6", "not_on_the_scale"],
  ["-4", "not_on_the_scale"],
  ["4.5", "not_on_the_scale"],
  ["4,5", "not_on_the_scale"],
  ["8/10", "not_on_the_scale"],
  ["4 of 10", "not_on_the_scale"],
  ["⭐".repeat(6), "not_on_the_scale"],
  ["3 or 4", "several_ratings"],
  ["4, no, three", "several_ratings"],
  ["★★ ★★★", "several_ratings"],
  ["great", "no_rating"],
  ["☆☆☆☆☆", "no_rating"],
  ["👍", "no_rating"],
  ["A4", "no_rating"],
  ["4th", "no_rating"],
  ["44444444444444444444444", "not_on_the_scale"],
])("on 1–5 refuses %j: %s", (text, reason) => {
  expect(parseRatingAnswer({ scale: "1_to_5" }, aReply(text), "en")).toEqual({
    valid: false,
    reason,
  });
});

it.each(hostileTexts.flatMap((row) => ratingScales.map((scale) => [scale, ...row] as const)))(
  "on %s finds no score in %s",
  (scale, _name, text) => {
    expect(parseRatingAnswer({ scale }, aReply(text), "en")).toMatchObject({ valid: false });
  },
);

describe("the other scales", () => {
  it.each([
    ["1_to_10", "10", 10],
    ["1_to_10", "8/10", 8],
    ["1_to_10", "zehn", 10],
    ["0_to_10", "0", 0],
    ["0_to_10", "zero", 0],
    ["0_to_10", "10 out of 10", 10],
    ["thumbs", "👍", 1],
    ["thumbs", "👍🏽", 1],
    ["thumbs", "👎", 0],
    ["thumbs", "+1", 1],
    ["thumbs", "-1", 0],
    ["thumbs", "yes", 1],
    ["thumbs", "no, thanks", 0],
  ] as const)("%s reads %j as %d", (scale, text, value) => {
    expect(parseRatingAnswer({ scale }, aReply(text), "en")).toEqual({ valid: true, value });
  });

  it.each([
    ["1_to_10", "0"],
    ["1_to_10", "11"],
    ["0_to_10", "-1"],
    ["thumbs", "👍👎"],
    ["thumbs", "4"],
    ["thumbs", "meh"],
  ] as const)("%s refuses %j", (scale, text) => {
    expect(parseRatingAnswer({ scale }, aReply(text), "en").valid).toBe(false);
  });
});

it.each(ratingScales)("takes every button of %s as its own score", (scale) => {
  const scores = ratingButtons(scale).map(({ id }) =>
    parseRatingAnswer({ scale }, aReply("whatever 3 or 4", { quickReplyId: id }), "en"),
  );
  const values = scores.map((answer) => (answer.valid ? answer.value : null));
  expect(values).toEqual(
    scale === "thumbs" ? [1, 0] : ratingButtons(scale).map(({ label }) => Number(label)),
  );
});

it("takes no button that the scale does not have", () => {
  const answer = parseRatingAnswer({ scale: "1_to_5" }, aReply("x", { quickReplyId: "9" }), "en");
  expect(answer.valid).toBe(false);
});
