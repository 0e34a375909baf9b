import type { InsightsBody } from "#contract";

const formatter = new Intl.NumberFormat("en");

/** Says a count: "1,204". */
export const countWords = (count: number): string => formatter.format(count);

/** Says a share of a whole: "64 %", "< 1 %"; nothing of nothing is "–". */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return "–";
  const share = (part / whole) * 100;
  if (share > 0 && share < 1) return "< 1 %";
  if (share > 99 && share < 100) return "> 99 %";
  return `${Math.round(share)} %`;
}

export const outcomeTitles: Readonly<
  Record<InsightsBody["runs"]["outcomes"][number]["outcome"], string>
> = {
  conversation_closed: "Conversation closed",
  handed_over: "Handed over",
  ended: "Reached an end",
  asked_for_person: "Asked for a person",
  failed: "Failed",
  cancelled: "Ended early",
  expired: "Expired",
};

const endTitles = {
  dropped: "ended without an answer",
  failed: "failed",
  cancelled: "ended early",
  expired: "expired",
} as const;

/** Says where those are who got no further: "3 wait there now, 2 failed". Empty when everybody went on. */
export const dropOffWords = ({
  waiting,
  ended,
}: Pick<InsightsBody["steps"][number], "waiting" | "ended">): string =>
  [
    ...(waiting > 0 ? [`${countWords(waiting)} wait there now`] : []),
    ...(["dropped", "failed", "cancelled", "expired"] as const)
      .filter((end) => ended[end] > 0)
      .map((end) => `${countWords(ended[end])} ${endTitles[end]}`),
  ].join(", ");
