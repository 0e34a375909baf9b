import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useLive } from "./live-provider.tsx";

/** Files chosen for a message of this conversation and kind, and how they fare. */
export const useUploads = (conversationId: string, kind: "reply" | "note") => {
  const { uploads } = useLive();
  const place = `${conversationId} ${kind}`;
  const all = useSyncExternalStore(uploads.subscribe, uploads.getFiles);
  const files = useMemo(() => all.filter((one) => one.place === place), [all, place]);
  const add = useCallback((added: readonly File[]) => uploads.add(place, added), [uploads, place]);
  const take = useCallback(() => uploads.take(place), [uploads, place]);
  return { files, add, remove: uploads.remove, take };
};
