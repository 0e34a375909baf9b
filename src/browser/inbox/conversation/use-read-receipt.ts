import type { ConversationBody } from "#contract";
import { useMarkRead } from "#browser/data";
import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect } from "react";

/** A glance shorter than this is not reading. */
const glance = 600;

/** Tells the server that the team has read a conversation while it is on a visible screen. */
export const useReadReceipt = (conversation: ConversationBody, newestHeld: number) => {
  const { mutate } = useMarkRead(conversation.id);
  const isVisible = useDocumentVisibility() === "visible";
  const isUnread = newestHeld > conversation.member_read_sequence;
  useEffect(() => {
    if (!isVisible || !isUnread) return;
    const timer = setTimeout(() => mutate(newestHeld), glance);
    return () => clearTimeout(timer);
  }, [isVisible, isUnread, newestHeld, mutate]);
};
