import { describe, expect, test } from "vitest";
import { type FakeReply, createFakeModel } from "./fake.ts";
import { type ModelRequest, modelOutputSchema } from "./model.ts";

const request: ModelRequest = {
  kind: "model",
  purpose: "message",
  aiAgentId: null,
  prompt: "Say hello",
  mayQuoteKnowledge: false,
  language: "en",
};
const inTime = () => ({ signal: new AbortController().signal, timeoutMs: 1_000 });

describe("the fake model", () => {
  test.each<[FakeReply, object]>([
    [{ says: "Hello" }, { kind: "done", output: { text: "Hello" } }],
    [{ verdict: "unsure" }, { kind: "done", output: { verdict: "unsure" } }],
    [
      { says: "Hello", delayMs: 5 },
      { kind: "done", output: { text: "Hello" } },
    ],
    [{ abstains: true }, { kind: "failed", problem: { code: "model_abstained" } }],
    [{ fails: "refused" }, { kind: "failed", problem: { code: "model_failed" } }],
    [{ fails: "overloaded" }, { kind: "not_done", problem: { code: "model_failed" } }],
    [{ fails: "no_answer" }, { kind: "unknown", problem: { code: "model_failed" } }],
  ])("%j", async (reply, expected) => {
    const answer = await createFakeModel([reply]).ask(request, inTime());
    expect(answer).toMatchObject(expected);
    if (answer.kind === "done")
      expect(modelOutputSchema.safeParse(answer.output).success).toBe(true);
  });

  test("says one reply after the other, the last one for ever, and remembers what it was asked", async () => {
    const model = createFakeModel([{ says: "one" }, { says: "two" }]);
    const said: unknown[] = [];
    for (let turn = 0; turn < 3; turn += 1) said.push(await model.ask(request, inTime()));
    expect(said).toMatchObject([
      { output: { text: "one" } },
      { output: { text: "two" } },
      { output: { text: "two" } },
    ]);
    expect(model.asked).toEqual([request, request, request]);
  });

  test("stops waiting when its time is over", async () => {
    const overdue = new AbortController();
    const answer = createFakeModel([{ says: "too late", delayMs: 60_000 }]).ask(request, {
      signal: overdue.signal,
      timeoutMs: 1,
    });
    overdue.abort();
    expect(await answer).toMatchObject({ kind: "unknown" });
  });
});
