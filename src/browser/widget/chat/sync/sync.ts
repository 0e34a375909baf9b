import type { Clock } from "../../clock.ts";
import type { Request } from "../../transport/request.ts";
import { retryDelayMs } from "../../transport/retry-delay.ts";
import type { Visits } from "../../transport/visits.ts";
import { conversationsListed, hasGap, pageFetched } from "../state/changes.ts";
import { shownConversation, shownThread, type ChatState } from "../state/chat-state.ts";
import type { Store } from "../state/store.ts";
import { readAnswering, readConversations, readMessagePage } from "../wire/read-wire.ts";

/** Messages fetched at once. */
const pageSize = 50;

export interface Sync {
  /** Fetches states and messages that may be missing. Calls while one is under way are answered by one more. */
  readonly catchUp: () => void;
  /** Fetches at once, whatever is under way: after a sleep it may never be answered. */
  readonly restart: () => void;
  readonly loadEarlier: () => Promise<void>;
}

export interface SyncPorts {
  readonly request: Request;
  readonly visits: Visits;
  readonly clock: Clock;
  readonly store: Store<ChatState>;
  /** These have come, so nothing is left to send of them. */
  readonly onFetched: (ids: ReadonlySet<string>) => void;
  /** The server has answered and everything is here. */
  readonly onDone: () => void;
}

/** Asks the server what the socket may have missed, by sequence number and never by time. */
export const createSync = ({
  request,
  visits,
  clock,
  store,
  onFetched,
  onDone,
}: SyncPorts): Sync => {
  let isRunning = false;
  let isWantedAgain = false;
  let failures = 0;
  let turn = 0;
  let cancelRetry = (): void => {};

  const fetchMessages = async (
    token: string,
    conversationId: string,
    wanted: "newest" | "later" | "earlier",
    query: string,
  ): Promise<boolean> => {
    const answer = await request(
      "GET",
      `/conversations/${conversationId}/messages?limit=${pageSize}${query}`,
      { token },
    );
    const page = answer.kind === "done" ? readMessagePage(answer.body) : null;
    if (page === null) return false;
    store.change((state) => pageFetched(state, page, wanted));
    onFetched(new Set(page.messages.map(({ id }) => id)));
    return true;
  };

  const fetchShown = async (token: string): Promise<boolean> => {
    const conversation = shownConversation(store.get());
    if (conversation === null) return true;
    if ((store.get().threads[conversation.id]?.syncedThrough ?? 0) === 0)
      return fetchMessages(token, conversation.id, "newest", "");
    let isFirst = true;
    // Once even without a gap, for the states of what is held already.
    while (isFirst || hasGap(store.get(), conversation.id)) {
      isFirst = false;
      const before = store.get().threads[conversation.id]?.syncedThrough;
      if (!(await fetchMessages(token, conversation.id, "later", `&after=${before}`))) return false;
      if (store.get().threads[conversation.id]?.syncedThrough === before) break;
    }
    return true;
  };

  const fetchAll = async (): Promise<boolean> => {
    const outcome = await visits.ensure();
    if (outcome.kind !== "known") return false;
    const answer = await request("GET", "/conversations", { token: outcome.visit.token });
    if (answer.kind === "refused" && answer.status === 401) {
      visits.forget();
      store.change((state) => ({ ...state, conversations: [], threads: {} }));
    }
    const conversations = answer.kind === "done" ? readConversations(answer.body) : null;
    if (conversations === null) return false;
    const answering = answer.kind === "done" ? readAnswering(answer.body) : null;
    store.change((state) => ({ ...conversationsListed(state, conversations), answering }));
    return fetchShown(outcome.visit.token);
  };

  const run = async (): Promise<void> => {
    if (isRunning) {
      isWantedAgain = true;
      return;
    }
    isRunning = true;
    isWantedAgain = false;
    cancelRetry();
    turn += 1;
    const own = turn;
    const isDone = await fetchAll();
    // Overtaken: what it brought is in the state, what follows is up to the newer one.
    if (own !== turn) return;
    isRunning = false;
    if (isDone) {
      failures = 0;
      store.change((state) => ({ ...state, loading: "loaded", connection: "fine" }));
      onDone();
      return isWantedAgain ? run() : undefined;
    }
    failures += 1;
    store.change((state) => ({
      ...state,
      loading: state.loading === "loaded" ? "loaded" : "failed",
      connection: state.connection === "offline" ? "offline" : "lost",
    }));
    cancelRetry = clock.after(retryDelayMs(failures, clock.random()), () => void run());
  };

  return {
    catchUp: () => void run(),
    restart: () => {
      isRunning = false;
      void run();
    },
    loadEarlier: async () => {
      const conversation = shownConversation(store.get());
      const first = shownThread(store.get()).messages[0];
      const token = visits.known()?.token;
      if (conversation === null || first === undefined || token === undefined) return;
      await fetchMessages(token, conversation.id, "earlier", `&before=${first.sequence}`);
    },
  };
};
