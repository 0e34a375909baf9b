/** SPEC 3 "Assign To" where it needs locks: whose turn it is, who is free, and what frees a place. */
import { type JsonObject, type MemberId, hour } from "#core/domain";
import { createLogger } from "#server/platform";
import { type Runner, startRunner } from "#server/runner";
import { createStore, replaceMembersOfTeam, replaceTeamsOfMember } from "#server/store";
import {
  type Opened,
  type SeededWorkspace,
  assignGraph,
  assignmentDesk,
  pick,
  realEngine,
  seedWorkspace,
  testDatabase,
} from "#testing";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";

const database = testDatabase(import.meta.url);
const store = createStore({ connectionString: database.connectionString, maxConnections: 20 });
const log = createLogger({ level: "silent", format: "text" });

const { open, happen, close, goes, assigneeOf, countsOf, hold, isQueued, isOffered, addMember } =
  assignmentDesk(store);
const runners: Runner[] = [];
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});
afterAll(() => store.close());

function aRunner(): Runner {
  const runner = startRunner({ store, engine: realEngine, announce: () => undefined, log });
  runners.push(runner);
  return runner;
}

const aWorkspace = (
  members: number,
  config: JsonObject = {},
  presence: "online" | "offline" = "online",
) =>
  seedWorkspace(store, {
    members,
    presence,
    graph: (teamId) => assignGraph({ target: { type: "team", team_id: teamId }, ...config }),
  });

/** Well before the sweep, which looks for forgotten waits every 30 s. */
const soon = { timeout: 8_000 };
const untilAssigned = (opened: Opened) =>
  vi.waitUntil(async () => (await assigneeOf(opened)) !== null, soon);

describe("turns", () => {
  test.each(["team", "workspace"])(
    "stay fair over restarts, one conversation at a time: %s",
    async (type) => {
      const seeded = await seedWorkspace(store, {
        members: 4,
        graph: (teamId) =>
          assignGraph({ target: type === "team" ? { type, team_id: teamId } : { type } }),
      });
      for (let restart = 0; restart < 5; restart += 1) {
        const runner = aRunner();
        for (let index = 0; index < 3; index += 1) {
          await open(runner, seeded);
          const counts = await countsOf(seeded);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
        await runner.stop();
      }
      expect((await countsOf(seeded)).reduce((sum, count) => sum + count)).toBe(15);
    },
  );

  test("of the whole workspace are shared by two processes, members without a team included", async () => {
    const seeded = await seedWorkspace(store, {
      members: 6,
      graph: () => assignGraph({ target: { type: "workspace" }, open_limit: 5 }),
    });
    await store.query({
      text: "delete from team_member where workspace_id = $1 and member_id = $2",
      values: [seeded.workspaceId, pick(seeded.memberIds, 0)],
    });
    const [here, there] = [aRunner(), aRunner()];
    await Promise.all(
      Array.from({ length: 34 }, (_, index) => open(index % 2 === 0 ? here : there, seeded)),
    );
    expect(await countsOf(seeded)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(await isQueued(4, seeded)).toBe(true);
  });

  test("go to whoever has the fewest open", async () => {
    const seeded = await aWorkspace(2, { policy: "least_open" });
    const runner = aRunner();
    const [first] = [
      await open(runner, seeded),
      await open(runner, seeded),
      await open(runner, seeded),
    ];
    expect(Math.max(...(await countsOf(seeded)))).toBe(2);
    await close(runner, seeded, first);
    await open(runner, seeded);
    await open(runner, seeded);
    expect(await countsOf(seeded)).toEqual([2, 2]);
  });
});

describe("between a look and an assignment", () => {
  test("who leaves the team is never chosen (C9)", async () => {
    const seeded = await aWorkspace(2);
    const [leaving, staying] = [pick(seeded.memberIds, 0), pick(seeded.memberIds, 1)];
    const letGo = await hold((session) =>
      replaceMembersOfTeam(session, seeded.workspaceId, seeded.teamId, [staying]),
    );
    const opening = open(aRunner(), seeded); // waits for the team's lock
    await new Promise((resolve) => setTimeout(resolve, 200));
    await letGo();
    const opened = await opening;
    expect(await assigneeOf(opened)).toBe(staying);
    expect(await assigneeOf(opened)).not.toBe(leaving);
  });

  test.each(["team", "workspace"])(
    "who goes offline is passed over, and with nobody left the run waits (C10): %s",
    async (type) => {
      const seeded = await seedWorkspace(store, {
        members: 2,
        graph: (teamId) =>
          assignGraph({ target: type === "team" ? { type, team_id: teamId } : { type } }),
      });
      const runner = aRunner();
      const offline = (memberIds: readonly MemberId[]) =>
        hold((session) =>
          session.query({
            text: "update member set presence = 'offline' where workspace_id = $1 and member_id = any($2)",
            values: [seeded.workspaceId, memberIds],
          }),
        );
      const letFirstGo = await offline([pick(seeded.memberIds, 0)]);
      const opening = open(runner, seeded);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await letFirstGo();
      expect(await assigneeOf(await opening)).toBe(pick(seeded.memberIds, 1));
      const letSecondGo = await offline([pick(seeded.memberIds, 1)]);
      const openingAgain = open(runner, seeded);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await letSecondGo();
      const waiting = await openingAgain;
      expect([await assigneeOf(waiting), await isQueued(1, seeded)]).toEqual([null, true]);
      await goes(runner, seeded, pick(seeded.memberIds, 0), "online");
      await untilAssigned(waiting);
    },
  );
});

describe("a place that becomes free goes to the queue at once", () => {
  test.each<[string, (had: Opened, seeded: SeededWorkspace, runner: Runner) => Promise<unknown>]>([
    ["by closing", (had, seeded, runner) => close(runner, seeded, had)],
    [
      "by unassigning",
      ({ contactId, conversationId }, seeded, runner) =>
        happen(runner, seeded, contactId, {
          type: "conversation_assigned",
          conversationId,
          memberId: null,
          teamId: null,
          byMemberId: null,
        }),
    ],
    [
      "by snoozing",
      ({ contactId, conversationId }, seeded, runner) =>
        happen(runner, seeded, contactId, {
          type: "conversation_snoozed",
          conversationId,
          until: Date.now() + hour,
          byMemberId: null,
        }),
    ],
    [
      "by coming online",
      async (_had, seeded, runner) => {
        const memberId = await addMember(seeded, "offline");
        await store.transaction((session) =>
          replaceTeamsOfMember(session, seeded.workspaceId, memberId, [seeded.teamId]),
        );
        await goes(runner, seeded, memberId, "online");
      },
    ],
    [
      "by joining the team",
      async (_had, seeded) => {
        const memberId = await addMember(seeded, "online");
        await store.transaction((session) =>
          replaceTeamsOfMember(session, seeded.workspaceId, memberId, [seeded.teamId]),
        );
      },
    ],
    [
      "by being put into the team",
      async (_had, seeded) => {
        const memberId = await addMember(seeded, "online");
        await store.transaction((session) =>
          replaceMembersOfTeam(session, seeded.workspaceId, seeded.teamId, [
            ...seeded.memberIds,
            memberId,
          ]),
        );
      },
    ],
  ])("%s", async (_name, act) => {
    const seeded = await aWorkspace(1, { open_limit: 1 });
    const runner = aRunner();
    const [had, waiting] = [await open(runner, seeded), await open(runner, seeded)];
    expect(await assigneeOf(waiting)).toBeNull();
    await act(had, seeded, runner);
    await untilAssigned(waiting);
    expect(Math.max(...(await countsOf(seeded)))).toBe(1);
  });

  test("and one that was full by hand gets nothing before it is below the limit", async () => {
    const seeded = await aWorkspace(1, { open_limit: 1 });
    const runner = aRunner();
    const [had, forced, waiting] = [
      await open(runner, seeded),
      await open(runner, seeded),
      await open(runner, seeded),
    ];
    await happen(runner, seeded, forced.contactId, {
      type: "conversation_assigned",
      conversationId: forced.conversationId,
      memberId: pick(seeded.memberIds, 0),
      teamId: seeded.teamId,
      byMemberId: null,
    });
    await close(runner, seeded, had);
    expect([await countsOf(seeded), await isOffered(waiting)]).toEqual([[1], false]);
    await close(runner, seeded, forced);
    await untilAssigned(waiting);
  });
});

test("a conversation that wakes counts again, past the limit if need be, and nothing is added to it", async () => {
  const seeded = await aWorkspace(1, { open_limit: 1 });
  const runner = aRunner();
  const [had, waiting] = [await open(runner, seeded), await open(runner, seeded)];
  const snooze = (until: number | null) =>
    happen(runner, seeded, had.contactId, {
      type: "conversation_snoozed",
      conversationId: had.conversationId,
      until,
      byMemberId: null,
    });
  await snooze(Date.now() + hour);
  await untilAssigned(waiting);
  await snooze(null);
  expect(await countsOf(seeded)).toEqual([2]);
  const late = await open(runner, seeded);
  await close(runner, seeded, had);
  expect([await assigneeOf(late), await countsOf(seeded)]).toEqual([null, [1]]);
});
