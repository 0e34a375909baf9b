import { useMe } from "#browser/data";
import { useCallback, useSyncExternalStore } from "react";
import { type DraftKind, type Drafts, draftOf, parseDrafts, putDraft } from "./drafts.ts";

let owner: string | null = null;
let drafts: Drafts = {};
const listeners = new Set<() => void>();

const storageKey = (memberId: string) => `switchboard.drafts.${memberId}`;

/** Drafts belong to a member: another one at the same browser sees their own. */
const draftsOf = (memberId: string) => {
  if (owner !== memberId) {
    owner = memberId;
    drafts = parseDrafts(localStorage.getItem(storageKey(memberId)));
  }
  return drafts;
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** All drafts of the member who is signed in. */
export const useDrafts = () => {
  const memberId = useMe().data?.member.id ?? "nobody";
  return useSyncExternalStore(subscribe, () => draftsOf(memberId));
};

/** The draft of one conversation and how to change it; kept over reloads. */
export const useDraft = (conversationId: string, kind: DraftKind) => {
  const memberId = useMe().data?.member.id ?? "nobody";
  const text = useSyncExternalStore(subscribe, () =>
    draftOf(draftsOf(memberId), conversationId, kind),
  );
  const setText = useCallback(
    (next: string) => {
      drafts = putDraft(draftsOf(memberId), conversationId, kind, next, Date.now());
      localStorage.setItem(storageKey(memberId), JSON.stringify(drafts));
      for (const listener of listeners) listener();
    },
    [memberId, conversationId, kind],
  );
  return [text, setText] as const;
};
