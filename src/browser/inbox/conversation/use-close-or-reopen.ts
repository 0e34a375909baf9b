import type { ConversationBody } from "#contract";
import { reportProblem, useClose, useReopen } from "#browser/data";

/** Closes an open conversation, or opens a closed one again. */
export const useCloseOrReopen = (conversation: ConversationBody) => {
  const close = useClose(conversation.id);
  const reopen = useReopen(conversation.id);
  const isBusy = close.isPending || reopen.isPending;
  const run = () => {
    if (isBusy) return;
    if (conversation.status === "open")
      close.mutate(undefined, {
        onError: reportProblem("Not closed"),
      });
    else
      reopen.mutate(undefined, {
        onError: reportProblem("Not reopened"),
      });
  };
  return { run, isBusy };
};
