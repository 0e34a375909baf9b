import { silent, type DetectorType } from "../detector-contract.ts";

/** Senses that the chat panel became visible, by the visitor's hand or the page's. */
export const chatOpenedDetector: DetectorType = {
  type: "chat_opened",
  sources: [],
  arm: () => ({
    take: (signal, isWatched) =>
      signal.type === "chat_opened" && isWatched
        ? { evidence: { opened_by: signal.by }, wakeAt: null }
        : silent,
    look: () => ({}),
  }),
};
