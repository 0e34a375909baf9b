import { acceptedSchema } from "#contract";
import { type Accepted, notFound } from "#server/commands";
import { OtherAnswer } from "../endpoint.ts";

/** Loads the answer of a verb once its event is handled; 202 while it is not. */
export async function answerOrPending<Answer>(
  accepted: Accepted,
  load: () => Promise<Answer | undefined>,
): Promise<Answer | OtherAnswer> {
  if (accepted.state === "pending")
    return new OtherAnswer(
      202,
      acceptedSchema.parse({ state: "pending", event_id: accepted.eventId }),
    );
  const answer = await load();
  if (answer === undefined) throw notFound("result");
  return answer;
}
