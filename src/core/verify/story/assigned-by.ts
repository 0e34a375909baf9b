import type { StepId } from "#core/domain";
import type { BoundStep } from "#core/engine";
import { applyEffects } from "./apply-effects.ts";
import { ensureConversation, type Pretended, toContext } from "./pretended.ts";
import { whatMayCome } from "./what-may-come.ts";

/** Finds the path by which a step is left when it has given the conversation to somebody; null when it gives it to nobody. */
export const assignedBy = (step: BoundStep, id: StepId, start: Pretended): string | null => {
  const before = ensureConversation(start);
  const entered = step.enter(toContext(before, id));
  const { effects = [] } = entered;
  const moment = applyEffects(before, id, effects);
  if (entered.kind === "leave") return isAssigned(moment) ? entered.path : null;
  if (entered.kind !== "wait" || !effects.some(({ type }) => type === "request_assignment"))
    return null;
  for (const coming of whatMayCome({ wait: entered.wait, effects, moment }, [])) {
    const left = step.resume(toContext(coming.moment, id), coming.event, entered.state);
    if (left.kind === "leave" && isAssigned(coming.moment)) return left.path;
  }
  return null;
};

const isAssigned = ({ conversation }: Pretended): boolean =>
  conversation !== null && (conversation.assigneeId !== null || conversation.aiAgentId !== null);
