import { baseLanguage } from "#core/domain";
import type { AnswerContext } from "../answer.ts";

/** English-speaking regions that write the month first. */
const monthFirst = new Set(["US", "PH", "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW"]);

/**
 * Says whether a language writes the day or the month first. "English" alone does not: in an American timezone it is the month,
 * elsewhere it may be either.
 */
export const dayOrderOf = ({ language, timezone }: AnswerContext): "dmy" | "mdy" | "either" => {
  if (baseLanguage(language) !== "en") return "dmy";
  const region = language
    .split("-")
    .slice(1)
    .find((part) => /^[A-Za-z]{2}$/.test(part))
    ?.toUpperCase();
  if (region !== undefined) return monthFirst.has(region) ? "mdy" : "dmy";
  return /^(America|US)\//.test(timezone) || timezone === "Pacific/Honolulu" ? "mdy" : "either";
};
