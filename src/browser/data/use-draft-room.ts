import { useEffect, useRef, useSyncExternalStore } from "react";
import { type DraftNews, forgetRoom, listenToRooms, newsOf } from "./draft-room.ts";
import { useLive } from "./live-provider.tsx";

/** Milliseconds; a selection that changes with every move of a frame is told now and then. */
const tellEvery = 150;

/** Stands in a draft's room while the caller is on the screen: tells what is selected here, and hears of the others. */
export const useDraftRoom = (workflowId: string, selected: readonly string[]): DraftNews => {
  const { socket } = useLive();
  const newest = useRef(selected);
  useEffect(() => {
    newest.current = selected;
    const timer = setTimeout(() => socket.editDraft({ workflowId, selected }), tellEvery);
    return () => clearTimeout(timer);
  }, [socket, workflowId, selected]);
  useEffect(() => {
    socket.editDraft({ workflowId, selected: newest.current });
    return () => {
      socket.editDraft(null);
      forgetRoom(workflowId);
    };
  }, [socket, workflowId]);
  return useSyncExternalStore(listenToRooms, () => newsOf(workflowId));
};
