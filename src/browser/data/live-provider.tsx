import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { type Live, createLive } from "./create-live.ts";

const LiveContext = createContext<Live | null>(null);

/** Gives the page's socket and outbox to the hooks of this room. */
export const useLive = () => {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLive needs a LiveProvider above it");
  return live;
};

/** Keeps the socket and the outbox of the member who is signed in. */
export const LiveProvider = ({ memberId, children }: { memberId: string; children: ReactNode }) => {
  const client = useQueryClient();
  const live = useMemo(() => createLive(client, memberId), [client, memberId]);
  useEffect(() => {
    live.socket.start();
    live.outbox.resume();
    return () => live.socket.stop();
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
};
