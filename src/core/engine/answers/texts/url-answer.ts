import { type Answer, invalid, type Reply, takeOnly } from "../answer.ts";
import { toScanned, trimSigns } from "../scanned-text.ts";

/** The part of the platform's URL that is used here; pure rooms have no platform types. */
declare const URL: new (text: string) => {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly href: string;
};

/** Longer addresses are refused by browsers and mail programs before they are by us. */
const longestUrl = 2_000;
const bareHost = /^([a-z0-9\p{L}]([a-z0-9\p{L}-]{0,61}[a-z0-9\p{L}])?\.)+\p{L}{2,63}$/iu;

/**
 * Takes the one web address in a message, normalised: http or https, a lower-case host, no default port, `https://` put before a
 * bare `example.com/page`. Addresses with a scheme or `www.` win over bare ones.
 */
export const parseUrlAnswer = (reply: Reply): Answer => {
  const words = toScanned(reply.text)
    .split(/[\s<>"“”„«»|\\^`{}]+/)
    .map(trimPunctuation)
    .filter((word) => word.length > 0 && word.length <= longestUrl);
  const marked = words.filter((word) => /^([a-z][a-z0-9+.-]*:\/\/|www\.)/i.test(word));
  if (marked.some((word) => /^[a-z][a-z0-9+.-]*:\/\//i.test(word) && !/^https?:/i.test(word)))
    return invalid("not_a_web_address");
  const candidates = marked.length > 0 ? marked : words.filter(isBare);
  return takeOnly(
    candidates.flatMap((word) => normalise(word) ?? []),
    "no_url",
    "several_urls",
  );
};

/** A word of a sentence loses what stands around it; a closing bracket stays when it was opened inside. */
const trimPunctuation = (word: string): string => {
  const trimmed = trimSigns(word, "('‘*_[", ".,;:!?'’*_");
  return /[([]/.test(trimmed) ? trimmed : trimSigns(trimmed, "", ")].,;:!?");
};

const isBare = (word: string): boolean => {
  if (word.includes("@")) return false;
  const host = word.split(/[/?#:]/, 1)[0] ?? "";
  return host.length <= 253 && bareHost.test(host);
};

const normalise = (word: string): string | null => {
  try {
    const url = new URL(/^https?:\/\//i.test(word) ? word : `https://${word}`);
    const isWeb = url.protocol === "https:" || url.protocol === "http:";
    const isPlain = url.username === "" && url.password === "";
    return isWeb && isPlain && url.hostname !== "" && url.href.length <= longestUrl
      ? url.href
      : null;
  } catch (error) {
    // What the constructor throws for a text that is no address.
    if (error instanceof TypeError) return null;
    throw error;
  }
};
