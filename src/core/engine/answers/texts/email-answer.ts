import { z } from "zod";
import { type Answer, type Reply, takeOnly } from "../answer.ts";
import { toScanned, trimSigns } from "../scanned-text.ts";

/** Longest address of RFC 5321, 254, with room for the quirks of old ones. */
const longestAddress = 320;

/** Takes the one e-mail address in a message ("it's a@b.de, thanks"), in lower case. Two different ones are none. */
export const parseEmailAnswer = (reply: Reply): Answer =>
  takeOnly(findAddresses(toScanned(reply.text)), "no_email_address", "several_email_addresses");

const findAddresses = (text: string): readonly string[] =>
  text.split(/[\s,;:<>()[\]{}"“”„«»|\\/]+/).flatMap((word) => {
    if (!word.includes("@") || word.length > longestAddress) return [];
    const address = trimSigns(word, "'`*._‘’", "'`*.!?_‘’").toLowerCase();
    return z.regexes.email.test(address) ? [address] : [];
  });
