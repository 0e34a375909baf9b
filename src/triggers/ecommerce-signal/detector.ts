import { silent, type DetectorType, type Evidence } from "../detector-contract.ts";

/** Senses that the page is one of a shop's: each kind once per page, also when what tells it arrives late. */
export const ecommerceSignalDetector: DetectorType = {
  type: "ecommerce_signal",
  sources: ["shop"],
  arm: ({ kinds }) => {
    if (typeof kinds !== "string") return null;
    let path: string | undefined;
    let open: readonly string[] = [];
    let seen: Evidence = {};
    return {
      take: (signal, isWatched) => {
        if (signal.type === "page_entered") {
          const [entered] = signal.url.split("?", 1);
          // A change of the query alone is no other page.
          if (signal.isLoad || entered !== path) {
            open = kinds.split(",");
            seen = {};
          }
          path = entered;
        }
        if (signal.type !== "shop_page_seen") return silent;
        const { kind } = signal.found;
        seen = { ...signal.found };
        if (!isWatched || !open.includes(kind)) return silent;
        open = open.filter((one) => one !== kind);
        return { evidence: seen, wakeAt: null };
      },
      look: () => seen,
    };
  },
};
