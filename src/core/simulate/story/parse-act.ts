import { day, hour, jsonSchema, minute, presences, second } from "#core/domain";
import { z } from "zod";
import type { Act } from "./story.ts";

const units: Readonly<Record<string, number>> = { second, minute, hour, day };
const inputsSchema = z.record(z.string(), jsonSchema);

/** How each act is written; the first form that fits is taken. */
const forms: readonly {
  readonly form: RegExp;
  readonly toAct: (groups: readonly string[]) => Act | null;
}[] = [
  {
    form: /^(\w+) writes: (.+)$/,
    toAct: ([contact = "", text = ""]) => ({ kind: "write", contact, text }),
  },
  {
    form: /^(\w+) presses (\S+)$/,
    toAct: ([contact = "", quickReplyId = ""]) => ({ kind: "press", contact, quickReplyId }),
  },
  {
    form: /^(\w+) opens the chat on (\S+)$/,
    toAct: ([contact = "", path = ""]) => ({
      kind: "detect",
      contact,
      triggerType: "chat_opened",
      path,
      seconds: null,
    }),
  },
  {
    form: /^(\w+) views (\S+) for (\d+) s$/,
    toAct: ([contact = "", path = "", seconds]) => ({
      kind: "detect",
      contact,
      triggerType: "page_view",
      path,
      seconds: Number(seconds),
    }),
  },
  {
    form: /^(\w+) replies: (.+)$/,
    toAct: ([member = "", text = ""]) => ({ kind: "reply", member, text }),
  },
  {
    form: /^(\w+) notes: (.+)$/,
    toAct: ([member = "", text = ""]) => ({ kind: "note", member, text }),
  },
  {
    form: /^(\w+) (close|reopen)s the conversation$/,
    toAct: ([member = "", verb]) => ({ kind: verb === "close" ? "close" : "reopen", member }),
  },
  {
    form: /^(\w+) (pause|continue|skip|end)s the run$/,
    toAct: ([member = "", verb]) =>
      verb === "pause" || verb === "continue" || verb === "skip" || verb === "end"
        ? { kind: verb, member }
        : null,
  },
  {
    form: /^(\w+) assigns (\w+)$/,
    toAct: ([member = "", to = ""]) => ({
      kind: "assign",
      member,
      to: to === "nobody" ? null : to,
    }),
  },
  {
    form: /^(\w+) goes (\w+)$/,
    toAct: ([member = "", word]) => {
      const presence = presences.find((each) => each === word);
      return presence === undefined ? null : { kind: "presence", member, presence };
    },
  },
  {
    form: /^(\w+) (starts|ends the holder and starts) ([^{]+?)(?: (\{.*\}))?$/,
    toAct: ([member = "", how, workflow = "", inputs = "{}"]) => ({
      kind: "request",
      member,
      workflow,
      inputs: inputsSchema.parse(JSON.parse(inputs)),
      endsHolder: how !== "starts",
    }),
  },
  {
    form: /^(\d+) (second|minute|hour|day)s? pass(?:es)?$/,
    toAct: ([amount, unit = ""]) => ({
      kind: "wait",
      milliseconds: Number(amount) * (units[unit] ?? 0),
    }),
  },
  { form: /^the same event comes again$/, toAct: () => ({ kind: "repeat" }) },
  { form: /^the last timer fires again$/, toAct: () => ({ kind: "repeat_timer" }) },
];

/** Reads one act; null for a line that is none. */
export const parseAct = (line: string): Act | null => {
  for (const { form, toAct } of forms) {
    const match = form.exec(line);
    if (match !== null) return toAct(match.slice(1));
  }
  return null;
};
