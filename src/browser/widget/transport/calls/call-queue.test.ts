import { describe, expect, it } from "vitest";
import { FakeWidgetServer } from "../../../../testing/widget/fake-widget-server.ts";
import { MemoryStorage } from "../../../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../../../testing/widget/virtual-clock.ts";
import { visitedPage } from "../../../../testing/widget/visited-page.ts";
import { createVisitorSession } from "../../session/visitor-session.ts";
import { createKeep } from "../../storage/keep.ts";
import { keepReport } from "../kept-reports.ts";
import { createVisits } from "../visits.ts";
import { createCallQueue } from "./call-queue.ts";

const workflowId = "20000000-0000-4000-8000-000000000000";

const setUp = () => {
  const storage = new MemoryStorage();
  const server = new FakeWidgetServer();
  const clock = virtualClock();
  const told: string[] = [];
  /** A page load: memory is new, storage stays. */
  const load = () => {
    const keep = createKeep("s:", () => storage);
    const session = createVisitorSession(keep, clock);
    const { request } = server;
    const visits = createVisits({ key: "pk", keep, request, session, ...visitedPage });
    const queue = createCallQueue({
      keep,
      visits,
      request,
      clock,
      onReported: () => told.push("reported"),
      onAnotherContact: () => told.push("another contact"),
    });
    const put = (verb: string, ...values: readonly unknown[]): string => {
      const visitor_session_id = session.touch();
      const call = { verb, values: JSON.stringify(values), visitor_session_id };
      return keepReport(keep, clock, "calls", call, 0);
    };
    const call = (verb: string, ...values: readonly unknown[]): Promise<unknown> =>
      queue.finish(put(verb, ...values));
    return { queue, put, call, visits };
  };
  return { server, clock, storage, told, load, said: () => [...server.said.values()] };
};

describe("a call of the page", () => {
  it("reaches the server as the contract wants it", async () => {
    const { load, said, told } = setUp();
    const { call } = load();
    await call("identify", { name: "Ada", custom: { plan: "pro" } });
    await call("update", { email: "ada@example.com" });
    await call("track", "order placed", { total: 12 });
    await call("startWorkflow", workflowId, { topic: "returns" });
    expect(said()).toEqual([
      ["/identify", { fields: { name: "Ada", custom: { plan: "pro" } } }],
      ["/update", { fields: { email: "ada@example.com" } }],
      ["/track", { name: "order placed", properties: { total: 12 } }],
      ["/start-workflow", { workflow_id: workflowId, inputs: { topic: "returns" } }],
    ]);
    expect(told).toEqual(["reported", "reported"]);
  });

  it("goes on with the token of the signed contact, and keeps it from the page", async () => {
    const { load, server, told } = setUp();
    const { call, visits } = load();
    const value = await call("identify", { user_jwt: "a.b.c" });
    expect(Object.keys(Object(value))).toEqual(["contact_id"]);
    expect(visits.known()?.token).toBe("token-signed");
    expect(told).toEqual(["another contact"]);
    await call("update", { name: "Ada" });
    expect(server.calls.filter((one) => one === "POST /visits")).toHaveLength(1);
  });

  it("is sent in order with the others, once, when answers are lost", async () => {
    const { load, server, clock, said } = setUp();
    const { call } = load();
    server.mishaps = ["none", "answer lost"];
    const both = Promise.all([call("track", "first"), call("track", "second")]);
    await clock.advance(5_000);
    await both;
    expect(said().map(([, what]) => what)).toMatchObject([{ name: "first" }, { name: "second" }]);
  });

  it("is sent by the next page when the visitor leaves too early", async () => {
    const { load, clock, said } = setUp();
    load().put("track", "left");
    load().queue.send();
    await clock.settle();
    expect(said()).toHaveLength(1);
  });

  it("fails with what the server says, and the next one goes on", async () => {
    const { load, server, said } = setUp();
    const { call } = load();
    server.mishaps = ["none", "refused"];
    await expect(call("track", "bad")).rejects.toMatchObject({ code: "422" });
    await call("track", "good");
    expect(said()).toHaveLength(1);
  });

  it.each([
    ["a verb that is none", "toString", []],
    ["a verb of the prototype", "constructor", []],
  ])("fails for %s", async (_, verb, values) => {
    const { load, server } = setUp();
    await expect(load().call(verb, ...values)).rejects.toMatchObject({ code: "invalid_call" });
    expect(server.calls).toEqual([]);
  });

  it("is given up when it could not be sent for too long", async () => {
    const { load, server, clock } = setUp();
    server.mishaps = Array.from({ length: 100 }, () => "request lost" as const);
    const outcome = load()
      .call("track", "late")
      .catch((problem: unknown) => problem);
    await clock.advance(10 * 60_000);
    expect(await outcome).toMatchObject({ code: "stale" });
  });

  it("survives a list that somebody has written nonsense into", async () => {
    const { load, storage, said } = setUp();
    storage.setItem("s:calls", '[null, {"id": "x", "verb": "track", "values": "[", "due_at": 0}]');
    await load().call("track", "fine");
    expect(said()).toHaveLength(1);
  });
});
