import { type DraftNews, useDraftRoom, useMe } from "#browser/data";
import { useMemo } from "react";
import type { Selection } from "../document/selection.ts";
import { type Person, toPerson } from "./person.ts";

/** Stands in the draft's room with what is selected here; gives who else is there and what they did to the draft. */
export function usePresence(
  workflowId: string,
  { cards }: Selection,
): { readonly news: DraftNews; readonly people: readonly Person[] } {
  const news = useDraftRoom(workflowId, cards);
  const { data: me } = useMe();
  const myMemberId = me?.member.id ?? null;
  const people = useMemo(
    () => news.editors.map((editor) => toPerson(editor, myMemberId)),
    [news.editors, myMemberId],
  );
  const ownNews = useMemo(
    () =>
      news.saved !== null && news.saved.memberId !== null && news.saved.memberId === myMemberId
        ? { ...news, saved: { ...news.saved, by: "You, in another tab," } }
        : news,
    [news, myMemberId],
  );
  return { news: ownNews, people };
}
