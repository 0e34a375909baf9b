import { type Answer, invalid, type Reply, valid } from "../answer.ts";
import { toScanned } from "../scanned-text.ts";
import { type YesNoWords, yesNoWords } from "./yes-no-words.ts";

/** Takes a yes or no: a button, its number, or a message that begins with one and does not say the other. The value is true or false. */
export const parseYesNoAnswer = (reply: Reply, language: string): Answer => {
  if (reply.quickReplyId === "yes" || reply.quickReplyId === "no")
    return valid(reply.quickReplyId === "yes");
  const said = judgeYesNo(toScanned(reply.text), language);
  return said === null ? invalid("no_yes_or_no") : valid(said);
};

/** Reads a yes or no in a message made ready for it; null when it says neither or both. */
export const judgeYesNo = (scanned: string, language: string): boolean | null => {
  const folded = scanned
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, " ")
    .trim();
  const byMark = judgeMarks(folded);
  if (byMark !== null) return byMark;
  // Numbered buttons: 1 is yes, 2 is no.
  const numbered = /^([12]) ?[.)]?$/.exec(folded);
  if (numbered !== null) return numbered[1] === "1";
  const { own, others } = yesNoWords(language);
  const said = own === null ? null : judgeWords(folded, own, own.yes, own.no);
  if (said !== null) return said;
  const answers = new Set(
    others.map((words) =>
      own === null
        ? judgeWords(folded, words, words.yes, words.no)
        : judgeWords(folded, words, words.firmYes, words.firmNo),
    ),
  );
  answers.delete(null);
  const [answer = null] = answers;
  return answers.size === 1 ? answer : null;
};

const judgeMarks = (text: string): boolean | null => {
  const isYes = /[👍✅✔☑🆗]/u.test(text);
  const isNo = /[👎❌✖🚫]/u.test(text);
  return isYes === isNo ? null : isYes;
};

const judgeWords = (
  text: string,
  words: YesNoWords,
  yes: ReadonlySet<string>,
  no: ReadonlySet<string>,
): boolean | null => {
  // Only the beginning decides, and a long story is none.
  const [first = "", ...rest] = words.split(text.slice(0, longestBeginning));
  const isYes = yes.has(first);
  if (!isYes && !no.has(first)) return null;
  const opposite = isYes ? words.no : words.yes;
  if (rest.some((each) => opposite.has(each))) return null;
  const isMeant =
    rest[0] === undefined ||
    rest[0] === "," ||
    words.firmYes.has(first) ||
    words.firmNo.has(first) ||
    words.following.has(rest[0]);
  return isMeant ? isYes : null;
};

const longestBeginning = 500;
