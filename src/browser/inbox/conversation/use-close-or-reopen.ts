import type { ConversationBody } from "#contract";
import { explainError, useClose, useReopen } from "#browser/data";
import { notifyFailed } from "#browser/ui";

/** Closes an open conversation, or opens a closed one again. */
export const useCloseOrReopen = (conversation: ConversationBody) => {
  const close = useClose(conversation.id);
  const reopen = useReopen(conversation.id);
  const isBusy = close.isPending || reopen.isPending;
  const run = () => {
    if (isBusy) return;
    if (conversation.status === "open")
      close.mutate(undefined, {
        onError: (error) => notifyFailed("Not closed", explainError(error)),
      });
    else
      reopen.mutate(undefined, {
        onError: (error) => notifyFailed("Not reopened", explainError(error)),
      });
  };
  return { run, isBusy };
};
