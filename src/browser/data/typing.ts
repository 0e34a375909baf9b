import { useSyncExternalStore } from "react";

export interface Typing {
  readonly by: "contact" | "member";
  /** Null: the contact, or a member without a name. */
  readonly name: string | null;
}

/** The typist sends news every few seconds; silence for this long means they stopped. */
const lifetime = 6_000;

const current = new Map<
  string,
  { readonly typing: Typing; readonly timer: ReturnType<typeof setTimeout> }
>();
const listeners = new Set<() => void>();

const announce = () => {
  for (const listener of listeners) listener();
};

/** Forgets that somebody types: their message came. */
export const forgetTyping = (conversationId: string) => {
  clearTimeout(current.get(conversationId)?.timer);
  if (current.delete(conversationId)) announce();
};

/** Records that somebody types in a conversation now. */
export const noteTyping = (conversationId: string, by: Typing["by"], name: string | null) => {
  const before = current.get(conversationId);
  clearTimeout(before?.timer);
  const isSame = before?.typing.by === by && before.typing.name === name;
  current.set(conversationId, {
    typing: isSame ? before.typing : { by, name },
    timer: setTimeout(() => forgetTyping(conversationId), lifetime),
  });
  if (!isSame) announce();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Who types in a conversation now; null when nobody does. */
export const useTyping = (conversationId: string) =>
  useSyncExternalStore(subscribe, () => current.get(conversationId)?.typing ?? null);
