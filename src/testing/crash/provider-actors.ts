import { type CallAnswer, jsonSchema } from "#core/domain";
import { type Actors, type CrashPoint, notConnected } from "#server/runner";

/** Actors that call the fake provider over HTTP, as an integration does; `during_call` lies between its work and its answer. */
export const actorsOf = (url: string, crashPoint: CrashPoint): Actors => ({
  ...notConnected,
  async callAction({ action, input }, { key, signal }): Promise<CallAnswer> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify({ action, text: input["text"] }),
        signal,
      });
      crashPoint("during_call");
      return { kind: "done", output: jsonSchema.parse(await response.json()) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: "unknown", problem: { code: "no_answer", message } };
    }
  },
});
