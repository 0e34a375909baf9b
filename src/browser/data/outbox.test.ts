import type { MessageBody } from "#contract";
import { describe, expect, test } from "vitest";
import { ApiProblem } from "./api-problem.ts";
import { type OutgoingMessage, createOutbox } from "./outbox.ts";

const conversationId = "0193a0f0-0000-7000-8000-000000000001";
const idOf = (number: number) => `0193a0f0-0000-4000-8000-00000000000${number}`;

const toMessage = (entry: OutgoingMessage, sequence: number): MessageBody => ({
  id: entry.id,
  conversation_id: entry.conversationId,
  sequence,
  author: { kind: "contact" },
  is_public: !entry.isNote,
  is_note: entry.isNote,
  text: entry.text,
  quick_replies: [],
  quick_reply_id: null,
  answer_input: null,
  delivery: "sent",
  sent_at: "2026-11-24T10:00:00.000Z",
});

/** A server that gives the listed answers in turn, and then accepts. */
const aWorld = (answers: (ApiProblem | null)[], stored: string | null = null) => {
  const sent: string[] = [];
  const arrived: MessageBody[] = [];
  let saved = stored;
  const outbox = createOutbox({
    send: (entry) => {
      sent.push(entry.text);
      const problem = answers.shift() ?? null;
      return problem === null
        ? Promise.resolve(toMessage(entry, sent.length))
        : Promise.reject(problem);
    },
    onSent: (message) => arrived.push(message),
    pause: () => Promise.resolve(),
    load: () => saved,
    save: (text) => {
      saved = text;
    },
  });
  const write = (number: number, text: string) =>
    outbox.send({ id: idOf(number), conversationId, text, files: [], isNote: false, writtenAt: 0 });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { outbox, sent, arrived, write, settle, saved: () => saved };
};

const unreachable = () =>
  new ApiProblem({ code: "unreachable", status: 0, detail: "The server cannot be reached." });
const refused = () => new ApiProblem({ code: "invalid_request", status: 422, detail: "too long" });

describe("the outbox", () => {
  test("sends the second message only after the first arrived, though the first had to be tried again", async () => {
    const world = aWorld([unreachable(), unreachable()]);
    world.write(1, "one");
    world.write(2, "two");
    await world.settle();
    expect(world.sent).toEqual(["one", "one", "one", "two"]);
    expect(world.arrived.map((one) => one.text)).toEqual(["one", "two"]);
    expect(world.outbox.getEntries()).toEqual([]);
  });

  test("keeps a refused message with its reason and lets the next one pass", async () => {
    const world = aWorld([refused()]);
    world.write(1, "long");
    world.write(2, "short");
    await world.settle();
    expect(world.arrived.map((one) => one.text)).toEqual(["short"]);
    expect(world.outbox.getEntries()).toMatchObject([
      { text: "long", state: "refused", problem: "too long" },
    ]);
    world.outbox.retry(idOf(1));
    await world.settle();
    expect(world.outbox.getEntries()).toEqual([]);
  });

  test("takes up after a reload what was not sent, under the same id", async () => {
    const entry = {
      id: idOf(1),
      conversationId,
      text: "left",
      isNote: false,
      writtenAt: 0,
      state: "waiting",
      problem: null,
    };
    const world = aWorld([], JSON.stringify([entry]));
    world.outbox.resume();
    await world.settle();
    expect(world.arrived.map((one) => one.id)).toEqual([idOf(1)]);
    expect(world.saved()).toBe("[]");
  });

  test("starts empty when what was stored is not readable", () => {
    const world = aWorld([], "{broken");
    world.outbox.resume();
    expect(world.outbox.getEntries()).toEqual([]);
  });

  test("waits for the socket to bring a message that was stored but not yet handled", async () => {
    const world = aWorld([new ApiProblem({ code: "still_handling", status: 202, detail: "" })]);
    world.write(1, "slow");
    await world.settle();
    expect(world.outbox.getEntries()).toMatchObject([{ state: "stored" }]);
    world.outbox.remove(idOf(1));
    expect(world.outbox.getEntries()).toEqual([]);
  });
});
