import type { LaneDraft } from "../lane/lane-draft.ts";

/** Chooses a run's language: the contact's set one, else the page's, else the browser's, else the workspace's (SPEC 3). */
export const languageOf = (lane: LaneDraft): string => {
  const session = lane.newestSession();
  return (
    lane.contact.language ??
    session?.pageLanguage ??
    session?.language ??
    lane.world.workspace.language
  );
};
