import { z } from "zod";

const draftSchema = z.strictObject({ reply: z.string(), note: z.string(), changedAt: z.number() });
const draftsSchema = z.record(z.string(), draftSchema);

export type DraftKind = "reply" | "note";
/** What was begun and not sent, by conversation. */
export type Drafts = z.infer<typeof draftsSchema>;

/** More than anybody comes back to; the oldest go first. */
const mostDrafts = 200;

/** Reads drafts that an earlier load of the page stored; unreadable ones are none. */
export const parseDrafts = (text: string | null): Drafts => {
  if (text === null) return {};
  try {
    const parsed = draftsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

/** The draft of a conversation; empty when nothing was begun. */
export const draftOf = (drafts: Drafts, conversationId: string, kind: DraftKind) =>
  Object.hasOwn(drafts, conversationId) ? (drafts[conversationId]?.[kind] ?? "") : "";

/** Keeps what is being written; an emptied conversation is dropped, and so is the oldest beyond the limit. */
export const putDraft = (
  drafts: Drafts,
  conversationId: string,
  kind: DraftKind,
  text: string,
  now: number,
): Drafts => {
  const before = Object.hasOwn(drafts, conversationId) ? drafts[conversationId] : undefined;
  const draft = {
    reply: before?.reply ?? "",
    note: before?.note ?? "",
    [kind]: text,
    changedAt: now,
  };
  const others = Object.entries(drafts).filter(([id]) => id !== conversationId);
  const all =
    draft.reply === "" && draft.note === ""
      ? others
      : [...others, [conversationId, draft] as const];
  return Object.fromEntries(
    all.toSorted(([, one], [, other]) => other.changedAt - one.changedAt).slice(0, mostDrafts),
  );
};
