import { type Answer, invalid, type Reply, valid } from "../answer.ts";
import { toScanned } from "../scanned-text.ts";
import { type YesNoWords, yesNoWords } from "./yes-no-words.ts";

/** Takes a yes or no: a button, its number, or a message that begins with one and does not say the other. The value is true or false. */
export const parseYesNoAnswer = (reply: Reply, language: string): Answer => {
  if (reply.quickReplyId === "yes" || reply.quickReplyId === "no")
    return valid(reply.quickReplyId === "yes");
  const said = judgeYesNo(reply.text, language);
  return said === null ? invalid("no_yes_or_no") : valid(said);
};

/** Reads a yes or no in a message; null when it says neither or both. */
export const judgeYesNo = (text: string, language: string): boolean | null => {
  const folded = toScanned(text)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/’/g, "'");
  const byMark = judgeMarks(folded);
  if (byMark !== null) return byMark;
  // Numbered buttons: 1 is yes, 2 is no.
  const numbered = /^\s*([12])\s*[.)]?\s*$/.exec(folded);
  if (numbered !== null) return numbered[1] === "1";
  const languages = yesNoWords(language);
  const answers = new Set(languages.map((words) => judgeWords(folded, words)));
  answers.delete(null);
  const [answer = null] = answers;
  return answers.size === 1 ? answer : null;
};

const judgeMarks = (text: string): boolean | null => {
  const isYes = /[👍✅✔☑🆗]/u.test(text);
  const isNo = /[👎❌✖🚫]/u.test(text);
  return isYes === isNo ? null : isYes;
};

const judgeWords = (text: string, words: YesNoWords): boolean | null => {
  // Only the beginning decides, and a long story is none.
  const [first = "", ...rest] = words.split(text.slice(0, longestBeginning));
  const isYes = words.yes.has(first);
  if (!isYes && !words.no.has(first)) return null;
  const opposite = isYes ? words.no : words.yes;
  if (rest.some((each) => opposite.has(each))) return null;
  const isMeant =
    rest[0] === undefined ||
    rest[0] === "," ||
    words.firm.has(first) ||
    words.following.has(rest[0]);
  return isMeant ? isYes : null;
};

const longestBeginning = 500;
