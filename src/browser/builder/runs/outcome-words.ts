import { insightOutcomes } from "#contract";

/** How a run ended, in words: the outcome of a completed one, or the state another one ended in. */
export const outcomeWords: Readonly<Record<(typeof insightOutcomes)[number], string>> = {
  conversation_closed: "Conversation closed",
  handed_over: "Handed over",
  ended: "Reached an end",
  asked_for_person: "Asked for a person",
  failed: "Failed",
  cancelled: "Ended early",
  expired: "Expired",
};

/** Says an outcome as the API names it; one that is not known here reads as its name. */
export const sayOutcome = (outcome: string): string => {
  const known = insightOutcomes.find((one) => one === outcome);
  return known === undefined ? outcome.replaceAll("_", " ") : outcomeWords[known];
};
