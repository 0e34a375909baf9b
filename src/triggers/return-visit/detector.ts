import { silent, type DetectorType } from "../detector-contract.ts";

/** Senses that a later visitor session of this browser begins on a watched page. */
export const returnVisitDetector: DetectorType = {
  type: "return_visit",
  sources: [],
  arm: () => ({
    take: (signal, isWatched) =>
      signal.type === "session_began" && signal.visitNumber > 1 && isWatched
        ? { evidence: { visit_number: signal.visitNumber }, wakeAt: null }
        : silent,
    look: () => ({}),
  }),
};
