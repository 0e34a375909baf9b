import { type Answer, invalid, type Reply, takeOnly, valid } from "../answer.ts";
import { toScanned } from "../scanned-text.ts";
import { countWords } from "./count-words.ts";
import { judgeYesNo } from "./yes-no-answer.ts";

export const ratingScales = ["1_to_5", "1_to_10", "0_to_10", "thumbs"] as const;
export type RatingScale = (typeof ratingScales)[number];

/** The lowest and highest score of a scale; a thumb is 1 up and 0 down. */
const scaleBounds = {
  "1_to_5": { min: 1, max: 5 },
  "1_to_10": { min: 1, max: 10 },
  "0_to_10": { min: 0, max: 10 },
  thumbs: { min: 0, max: 1 },
} as const satisfies Record<RatingScale, { min: number; max: number }>;

/** The buttons of a scale; a score's id is the score, a thumb's `up` or `down`. */
export const ratingButtons = (
  scale: RatingScale,
): readonly { readonly id: string; readonly label: string }[] => {
  if (scale === "thumbs")
    return [
      { id: "up", label: "👍" },
      { id: "down", label: "👎" },
    ];
  const { min, max } = scaleBounds[scale];
  return Array.from({ length: max - min + 1 }, (_none, index) => {
    const id = String(min + index);
    return { id, label: id };
  });
};

/** Takes the one score in a message: a button, a number ("4", "4/5", "four"), stars, or a thumb. The value is the score as a number. */
export const parseRatingAnswer = (
  { scale }: { readonly scale: RatingScale },
  reply: Reply,
  language: string,
): Answer => {
  const pressed = ratingButtons(scale).find(({ id }) => id === reply.quickReplyId);
  if (scale === "thumbs") {
    const isUp = pressed === undefined ? toThumb(reply.text, language) : pressed.id === "up";
    return isUp === null ? invalid("no_rating") : valid(isUp ? 1 : 0);
  }
  if (pressed !== undefined) return valid(Number(pressed.id));
  const { min, max } = scaleBounds[scale];
  const text = toScanned(reply.text).toLowerCase();
  const scores = [...findScores(text, max), ...countStars(text)];
  const allowed = scores.filter((score) => Number.isInteger(score) && score >= min && score <= max);
  return takeOnly(allowed, scores.length > 0 ? "not_on_the_scale" : "no_rating", "several_ratings");
};

const fraction = /(?<![\p{L}\d.,])(\d{1,3}) ?(?:\/|out of|of|von|sur|de) ?(\d{1,3})(?![\d\p{L}])/gu;
const number = /(?<![\p{L}\d]|\d[.,])[-+]?\d+(?:[.,]\d+)*(?![\d\p{L}])/gu;

/** The numbers of a text; of "4/5" only the 4, and only where 5 is the best there is. */
const findScores = (text: string, max: number): readonly number[] => {
  const scores: number[] = [];
  const rest = text.replace(fraction, (_whole, score: string, best: string) => {
    scores.push(Number(best) === max ? Number(score) : Number.NaN);
    return " ";
  });
  for (const [written] of rest.matchAll(number)) scores.push(Number(written.replace(",", ".")));
  for (const [word] of rest.matchAll(/\p{L}+/gu)) {
    const count = countWords.get(word.normalize("NFD").replace(/\p{M}+/gu, ""));
    if (count !== undefined) scores.push(count);
  }
  return scores;
};

/** Each run of stars is a score; hollow ones only fill it up. */
const countStars = (text: string): readonly number[] =>
  // In "4⭐" the star says what the 4 counts.
  [...text.matchAll(/(?<!\d ?)[★⭐🌟☆]+/gu)].flatMap(([stars]) => {
    const filled = [...stars].filter((star) => star !== "☆").length;
    return filled === 0 ? [] : [filled];
  });

const toThumb = (text: string, language: string): boolean | null => {
  const words = toScanned(text);
  const isUp = /👍|\+1(?!\d)/u.test(words);
  const isDown = /👎|-1(?!\d)/u.test(words);
  if (isUp !== isDown) return isUp;
  return isUp ? null : judgeYesNo(words, language);
};
