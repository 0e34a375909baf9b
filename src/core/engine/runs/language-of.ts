import type { LaneDraft } from "../lane/lane-draft.ts";

/** Chooses a run's language: the contact's set one, else the browser's, else the workspace's (SPEC 3). */
export const languageOf = (lane: LaneDraft): string =>
  lane.contact.language ?? lane.newestSession()?.language ?? lane.world.workspace.language;
