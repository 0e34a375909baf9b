import { silent, type DetectorType } from "../detector-contract.ts";

/** Senses that the first visitor session of this browser begins on a watched page. */
export const firstVisitDetector: DetectorType = {
  type: "first_visit",
  sources: [],
  arm: () => ({
    take: (signal, isWatched) =>
      signal.type === "session_began" && signal.visitNumber === 1 && isWatched
        ? { evidence: { visit_number: 1 }, wakeAt: null }
        : silent,
    look: () => ({}),
  }),
};
