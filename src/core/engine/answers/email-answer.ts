import { z } from "zod";
import { type Answer, invalid, type Reply, valid } from "./answer.ts";

/** Longest address of RFC 5321, 254, with room for the quirks of old ones. */
const longestAddress = 320;

/** Takes the one e-mail address in a message ("it's a@b.de, thanks"), in lower case. Two different ones are none. */
export const parseEmailAnswer = (reply: Reply): Answer => {
  const found = new Set<string>();
  for (const word of reply.text.split(/[\s,;:<>()[\]"“”„|]+/)) {
    if (!word.includes("@") || word.length > longestAddress) continue;
    const address = word.replace(/^['`*._]+|['`*.!?_]+$/g, "").toLowerCase();
    if (z.regexes.email.test(address)) found.add(address);
  }
  const [address] = found;
  if (address === undefined) return invalid("no_email_address");
  return found.size > 1 ? invalid("several_email_addresses") : valid(address);
};
