import { describe, expect, it } from "vitest";
import { FakeWidgetServer } from "../../../testing/widget/fake-widget-server.ts";
import { MemoryStorage } from "../../../testing/widget/memory-storage.ts";
import { virtualClock } from "../../../testing/widget/virtual-clock.ts";
import { visitedPage } from "../../../testing/widget/visited-page.ts";
import { createVisitorSession } from "../session/visitor-session.ts";
import { createKeep } from "../storage/keep.ts";
import { createVisits } from "./visits.ts";

const setUp = () => {
  const storage = new MemoryStorage();
  const server = new FakeWidgetServer();
  const clock = virtualClock();
  const open = (href = "https://a.test/") => {
    const keep = createKeep("s:", () => storage);
    return createVisits({
      key: "pk",
      keep,
      request: server.request,
      session: createVisitorSession(keep, clock),
      ...visitedPage,
      page: { ...visitedPage.page, location: { href } },
    });
  };
  return { server, clock, open };
};

describe("a visit", () => {
  it("is told to the server once, however many ask", async () => {
    const { server, open } = setUp();
    const visits = open();
    await Promise.all([visits.ensure(), visits.ensure()]);
    await visits.ensure();
    expect(server.calls).toEqual(["POST /visits"]);
  });

  it("is known to the next page", async () => {
    const { server, open } = setUp();
    await open().ensure();
    expect(await open().ensure()).toMatchObject({ kind: "known", visit: { token: "token-1" } });
    expect(server.calls).toHaveLength(1);
  });

  it("opens a new session of the same browser after 30 minutes", async () => {
    const { clock, server, open } = setUp();
    const visits = open();
    await visits.ensure();
    await clock.advance(31 * 60_000);
    expect(await visits.ensure()).toMatchObject({ kind: "known", visit: { token: "token-1" } });
    expect(server.calls).toHaveLength(2);
  });

  it("starts as an unknown browser when the server has forgotten the token", async () => {
    const { clock, server, open } = setUp();
    const visits = open();
    await visits.ensure();
    server.knownTokens.clear();
    await clock.advance(31 * 60_000);
    expect(await visits.ensure()).toMatchObject({ kind: "known", visit: { token: "token-2" } });
  });

  it("goes on under another id when the session is somebody else's, and asks no more than once", async () => {
    const { server, open } = setUp();
    const visits = open();
    const first = await visits.ensure();
    const taken = first.kind === "known" ? first.visit.sessionId : "";
    server.knownTokens.clear();
    server.takenSessions = new Set([taken]);
    visits.forget();
    const next = await visits.ensure();
    expect(next).toMatchObject({ kind: "known", visit: { token: "token-2" } });
    expect(next).not.toMatchObject({ visit: { sessionId: taken } });
    expect(await visits.ensure()).toEqual(next);
    expect(server.calls).toHaveLength(3);
    visits.forget();
    server.takenSessions = { has: () => true };
    expect(await visits.ensure()).toEqual({ kind: "refused", status: 409 });
    expect(server.calls).toHaveLength(5);
  });

  it("is asked for again later when the server is out of reach", async () => {
    const { server, open } = setUp();
    server.mishaps = ["request lost"];
    const visits = open();
    expect(await visits.ensure()).toMatchObject({ kind: "later" });
    expect(await visits.ensure()).toMatchObject({ kind: "known" });
  });

  it("says the same from every tab and page until it is known", async () => {
    const { server, open } = setUp();
    server.mishaps = ["answer lost", "none"];
    await open("https://a.test/").ensure();
    await open("https://a.test/other").ensure();
    expect(server.bodies).toHaveLength(2);
    expect(server.bodies[1]).toEqual(server.bodies[0]);
  });

  it("asks anew when it was told to, whatever is under way", async () => {
    const { server, open } = setUp();
    server.mishaps = ["stuck"];
    const visits = open();
    void visits.ensure();
    visits.restart();
    expect(await visits.ensure()).toMatchObject({ kind: "known" });
  });
});
