import type { CardId } from "#browser/graph";
import type { DraftEditorBody } from "#contract";
import { toStepId } from "#core/domain";
import { createContext, useContext } from "react";

/** Somebody else's tab on the same draft. */
export interface Person {
  readonly tabId: string;
  readonly name: string;
  /** The member of this page, in another tab. */
  readonly isMe: boolean;
  readonly selected: readonly CardId[];
}

/** Turns what the server tells into people. */
export const toPerson = (editor: DraftEditorBody, myMemberId: string | null): Person => ({
  tabId: editor.tab_id,
  name: editor.name,
  isMe: editor.member_id === myMemberId,
  selected: editor.selected.map((id) => (id === "trigger" ? id : toStepId(id))),
});

const Context = createContext<readonly Person[]>([]);

/** Tells the canvas who else is there. */
export const PeopleProvider = Context.Provider;

export const usePeople = (): readonly Person[] => useContext(Context);
