import type { ChatPort } from "../chat-port.ts";
import { readThrough } from "./state/changes.ts";
import { shownConversation, shownThread, type ChatState } from "./state/chat-state.ts";
import type { Store } from "./state/store.ts";

/** What a tab tells the others when the visitor has read something. */
export interface ReadNews {
  readonly conversation_id: string;
  readonly read_through: number;
}

export interface ReadMarks {
  /** The visitor looks at the end of the conversation shown. */
  readonly saw: () => void;
  /** Tells the server what it has not heard yet: the call that should have told it may be lost. */
  readonly tell: () => void;
}

/** Keeps the server and the other tabs up to date on what the visitor has seen. */
export const createReadMarks = (
  { request, visits }: Pick<ChatPort, "request" | "visits">,
  store: Store<ChatState>,
  share: (news: ReadNews) => void,
): ReadMarks => {
  const told = new Map<string, number>();
  const own = new Map<string, number>();

  const tellOne = async (id: string, sequence: number): Promise<void> => {
    const token = visits.known()?.token;
    if (token === undefined || (told.get(id) ?? 0) >= sequence) return;
    const before = told.get(id) ?? 0;
    told.set(id, sequence);
    const body = { sequence };
    const answer = await request("POST", `/conversations/${id}/read`, { token, body });
    if (answer.kind === "later" && told.get(id) === sequence) told.set(id, before);
  };
  return {
    saw: () => {
      const conversation = shownConversation(store.get());
      const last = shownThread(store.get()).messages.at(-1)?.sequence ?? 0;
      if (conversation === null || last <= conversation.contact_read_sequence) return;
      const { id } = conversation;
      store.change((state) => readThrough(state, id, last));
      share({ conversation_id: id, read_through: last });
      own.set(id, last);
      void tellOne(id, last);
    },
    tell: () => {
      for (const [id, sequence] of own) void tellOne(id, sequence);
    },
  };
};
