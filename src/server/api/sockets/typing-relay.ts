import type { ConversationId, MemberId, WorkspaceId } from "#core/domain";

/** Somebody types in a conversation. */
interface Typing {
  readonly workspaceId: WorkspaceId;
  readonly conversationId: ConversationId;
  /** null: the contact types. */
  readonly member: { readonly memberId: MemberId; readonly name: string } | null;
}

/** Carries "is typing" between the two kinds of sockets of this process; stored nowhere, lost without harm. */
export interface TypingRelay {
  contactTypes(workspaceId: WorkspaceId, conversationId: ConversationId): void;
  memberTypes(typing: Typing): void;
  listen(listener: (typing: Typing) => void): () => void;
}

export function createTypingRelay(): TypingRelay {
  const listeners = new Set<(typing: Typing) => void>();
  const tell = (typing: Typing) => listeners.forEach((listener) => listener(typing));
  return {
    contactTypes: (workspaceId, conversationId) =>
      tell({ workspaceId, conversationId, member: null }),
    memberTypes: tell,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
