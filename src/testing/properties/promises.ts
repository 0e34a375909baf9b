import { finalRunStates } from "#core/domain";
import type { LaneOutcome } from "#core/engine";
import type { Happening, PretendWorld } from "#core/simulate";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

type Promises = Readonly<Record<string, (world: PretendWorld) => void>>;

const always =
  (check: (happening: Happening) => void) =>
  ({ happenings }: PretendWorld): void =>
    happenings.forEach(check);

const readme = readFileSync(
  path.join(import.meta.dirname, "../../core/engine/runs/README.md"),
  "utf8",
);
const drawn = new Set(
  [...readme.matchAll(/^ {2}(\w+) --> (\w+):/gm)].map(([, from, to]) => `${from} ${to}`),
);

/** What holds of every play, whatever is drawn and whatever happens. The last one plays on, so it stays last. */
export const promises: Promises = {
  "numbers messages without gaps and makes no id and no key twice": ({ happenings }) => {
    const last = new Map<string, number>();
    for (const { conversationId, sequence } of happenings.flatMap(
      ({ outcome }) => outcome.changes.messages,
    )) {
      // A message is written again when it was delivered or seen.
      const known = last.get(conversationId) ?? 0;
      assert.ok(sequence <= known + 1);
      last.set(conversationId, Math.max(known, sequence));
    }
    const keys = happenings.flatMap(({ outcome: { requests, changes } }) => [
      ...requests.map(({ key }) => key),
      ...changes.calls.map(({ key }) => key),
    ]);
    assert.equal(new Set(keys).size, keys.length);
    const ids = new Map<string, string>();
    for (const [kind, id] of happenings.flatMap(idsOf))
      assert.equal(ids.get(id) ?? kind, ids.set(id, kind).get(id));
  },

  "gives the floor only to a run that may still speak, and to one at a time": always(
    ({ outcome: { lane } }) => {
      for (const { id, floor, status } of lane.conversations) {
        if (floor.holder !== "run") continue;
        const run = lane.runs.find((each) => each.id === floor.runId);
        assert.equal(run?.isCustomerFacing, true);
        assert.equal(run?.conversationId, id);
        assert.equal(
          status === "open" || run?.wait?.keepAfterClose === true || run?.wait?.for !== "time",
          true,
        );
      }
    },
  ),

  "leaves every run waiting, paused or ended, and no timer without its owner": always(
    ({ outcome: { lane, changes } }) => {
      for (const run of lane.runs) {
        assert.ok(["waiting", "paused"].includes(run.state), run.state);
        assert.notEqual(run.wait, null);
        assert.equal(
          lane.visits.some(({ id, leftAt }) => id === run.visitId && leftAt === null),
          true,
        );
        // A caller's wait ends with what it called, which has a moment of its own.
        if (run.wait?.for !== "child")
          assert.equal(
            lane.timers.some(({ visitId }) => visitId === run.visitId),
            true,
          );
      }
      for (const { visitId, conversationId } of lane.timers)
        assert.equal(
          visitId === null
            ? lane.conversations.some(({ id }) => id === conversationId)
            : lane.runs.some((run) => run.visitId === visitId),
          true,
        );
      for (const run of changes.runs)
        if (finalRunStates.includes(run.state))
          assert.deepEqual([run.wait, run.visitId, run.endedAt === null], [null, null, false]);
    },
  ),

  "changes a run's state only as its README draws": always(({ before, outcome }) => {
    for (const run of outcome.changes.runs) {
      const was = before.runs.find(({ id }) => id === run.id)?.state ?? "start";
      assert.ok(drawn.has(`${was} ${run.state}`), `${was} ${run.state}`);
    }
  }),

  "leaves no visit open behind a run": ({ happenings }) => {
    const visits = new Map(
      happenings.flatMap(({ outcome }) => outcome.changes.visits).map((visit) => [visit.id, visit]),
    );
    const standing = new Set(happenings.at(-1)?.outcome.lane.runs.map(({ visitId }) => visitId));
    for (const visit of visits.values())
      assert.equal(visit.leftAt === null, standing.has(visit.id));
  },

  "closes no conversation under a run that should have ended with it": always(
    ({ outcome: { lane } }) => {
      for (const run of lane.runs) {
        const conversation = lane.conversations.find(({ id }) => id === run.conversationId);
        const startedBefore =
          conversation?.closedAt != null && run.startedAt < conversation.closedAt;
        // A run kept after close may have moved on to another step since.
        if (
          conversation?.status === "closed" &&
          startedBefore &&
          run.wait?.keepAfterClose === false
        )
          assert.ok(run.visitCount > 1);
      }
    },
  ),

  "changes nothing when a run's timer or an assignment's answer comes a second time": (world) => {
    for (const { event } of world.happenings.filter(
      ({ event: { body } }) =>
        (body.type === "timer_due" && body.runId !== null) ||
        (body.type === "assignment_settled" &&
          body.request.runId !== null &&
          body.outcome.kind === "assigned"),
    )) {
      if (event.contactId === null) continue;
      world.happen(event.contactId, event.body);
      const again = world.happenings.at(-1);
      assert.deepEqual(again === undefined ? [] : changedRows(again.outcome), []);
      assert.match(again?.outcome.problem?.code ?? "", /^(stale_timer|run_not_waiting)$/);
    }
  },
};

const idsOf = ({ outcome: { changes } }: Happening): readonly (readonly [string, string])[] => [
  ...changes.runs.map(({ id }) => [`run`, id] as const),
  ...changes.visits.map(({ id, runId }) => [`visit of ${runId}`, id] as const),
  ...changes.timersSet.map(({ id, runId, name }) => [`timer ${name} of ${runId}`, id] as const),
  ...changes.messages.map(
    ({ id, conversationId, sequence }) => [`message ${sequence} of ${conversationId}`, id] as const,
  ),
  ...changes.conversations.map(({ id }) => ["conversation", id] as const),
  ...changes.calls.map(({ id, key }) => [`call ${key}`, id] as const),
];

const changedRows = ({ changes }: LaneOutcome): readonly unknown[] =>
  [
    changes.contact,
    ...changes.conversations,
    ...changes.messages,
    ...changes.runs,
    ...changes.visits,
    ...changes.timersSet,
    ...changes.timersCleared,
    ...changes.decisions,
  ].filter((row) => row !== null);
