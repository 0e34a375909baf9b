import { matchesUrlPattern } from "#core/page";
import { silent, type DetectorType } from "../detector-contract.ts";

/** Senses that the chat panel became visible, by the visitor's hand or the page's. */
export const chatOpenedDetector: DetectorType = {
  type: "chat_opened",
  arm: (config) => {
    const pattern = config["url_pattern"];
    let url = "";
    return (signal) => {
      if (signal.type === "page_entered") url = signal.url;
      if (signal.type !== "chat_opened") return silent;
      if (typeof pattern === "string" && pattern !== "" && !matchesUrlPattern(pattern, url))
        return silent;
      return { evidence: { opened_by: signal.by }, wakeAt: null };
    };
  },
};
