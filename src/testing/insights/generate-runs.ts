import {
  type ContactId,
  type ConversationId,
  type EventBody,
  type Moment,
  type RunId,
  type VersionId,
  type WorkspaceId,
  hour,
  toVersionId,
  toVisitorSessionId,
} from "#core/domain";
import type { NewEvent } from "#server/accept";
import { newUuid } from "#server/platform";
import type { Runner } from "#server/runner";
import { type Store, bumpConfigRevision, insertVersion, setLiveVersion } from "#server/store";
import { aMessage, newContactId } from "../runner/new-events.ts";
import type { SeededWorkspace } from "../runner/seed-workspace.ts";
import { countedGraph } from "./counted-graph.ts";

/** Draws numbers from 0 to 1, the same ones for the same seed. */
export type Dice = () => number;

export const diceOf = (seed: number): Dice => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export interface World {
  readonly store: Store;
  readonly runner: Runner;
  readonly workspace: SeededWorkspace;
  readonly dice: Dice;
  /** The clock of the runner, which is moved on here. */
  readonly clock: { now: Moment };
}

interface Standing {
  readonly run_id: RunId;
  readonly contact_id: ContactId;
  readonly conversation_id: ConversationId | null;
  readonly state: string;
  readonly step_id: string | null;
}

const TICKS = 48;
const TICK = 5 * hour;

/**
 * Plays contacts through three versions of one workflow for ten days, by the real runner: they answer, answer wrongly or keep silent; members
 * pause, skip, end and retry; runs are moved to newer versions or ended by them; some contacts only try things out.
 */
export async function generateRuns(world: World, contacts: number): Promise<void> {
  for (let tick = 0; tick < TICKS; tick += 1) {
    if (tick === TICKS / 3) await publish(world, 2);
    if (tick === (TICKS * 2) / 3) await publish(world, 3);
    const newcomers =
      Math.floor(((tick + 1) * contacts) / TICKS) - Math.floor((tick * contacts) / TICKS);
    await begin(world, newcomers);
    world.clock.now += 1 + Math.floor(world.dice() * hour);
    await act(world);
    world.clock.now += TICK;
    await world.runner.checkTimers();
    await settled(world);
  }
}

/** Waits until what timers gave rise to is handled. */
async function settled({ store, workspace }: World): Promise<void> {
  for (;;) {
    const [row] = await store.query<{ pending: number }>({
      text: "select count(*)::int as pending from event where workspace_id = $1 and state = 'pending'",
      values: [workspace.workspaceId],
    });
    if (row?.pending === 0) return;
  }
}

async function begin({ runner, workspace, dice }: World, count: number): Promise<void> {
  const { workspaceId } = workspace;
  const newcomers = Array.from({ length: count }, () => ({
    contactId: newContactId(),
    isTest: dice() < 0.06,
  }));
  await Promise.all(
    newcomers
      .filter(({ isTest }) => isTest)
      .map(({ contactId }) =>
        runner.accept(
          event(workspaceId, contactId, {
            type: "visitor_seen",
            visitorSessionId: toVisitorSessionId(newUuid()),
            page: { url: "https://shop.example/?switchboard_test", title: "", referrer: "" },
            device: "desktop",
            language: "en",
          }),
        ),
      ),
  );
  await Promise.all(
    newcomers.map(({ contactId }) =>
      runner.accept(aMessage({ workspaceId, contactId, text: "help me" })),
    ),
  );
}

const standing = ({ store, workspace }: World) =>
  store.query<Standing>({
    text: `select run_id, contact_id, conversation_id, state, step_id from run
      where workspace_id = $1 and (ended_at is null or (state = 'failed' and ended_at > $2)) order by run_id`,
    values: [workspace.workspaceId, new Date(0)],
  });

const retried = new WeakMap<World, Set<RunId>>();

async function act(world: World): Promise<void> {
  const { runner, workspace } = world;
  const done = retried.get(world) ?? new Set<RunId>();
  retried.set(world, done);
  const acts: NewEvent[] = [];
  for (const run of await standing(world)) {
    if (run.state === "failed" && done.has(run.run_id)) continue;
    if (run.state === "failed") done.add(run.run_id);
    if (run.state === "failed" && world.dice() < 0.5) continue;
    const next = nextAct(run, workspace.workspaceId, world.dice);
    if (next !== null) acts.push(next);
  }
  await Promise.all(acts.map((one) => runner.accept(one)));
}

const answers = [
  "order",
  "return",
  "other",
  "broken",
  "nonsense",
  "5",
  "2",
  "red",
  "red, blue",
  "blue",
];

function nextAct(run: Standing, workspaceId: WorkspaceId, dice: Dice): NewEvent | null {
  const chance = dice();
  const { run_id: runId, contact_id: contactId, conversation_id: conversationId } = run;
  const control = (verb: "pause" | "continue" | "skip" | "end") =>
    event(workspaceId, contactId, {
      type: "run_controlled",
      runId,
      control: verb,
      byMemberId: null,
    });
  if (run.state === "failed")
    return event(workspaceId, contactId, {
      type: "run_retried",
      runId,
      byMemberId: null,
      confirmsUnknown: false,
    });
  if (run.state === "paused")
    return chance < 0.7 ? control(chance < 0.5 ? "continue" : "end") : null;
  if (chance < 0.03) return control("pause");
  if (chance < 0.05) return control("skip");
  if (chance < 0.07) return control("end");
  if (chance < 0.12)
    return event(workspaceId, contactId, {
      type: "contact_updated",
      fields: { phone: "+49301234567" },
      verification: "claimed",
      byMemberId: null,
    });
  if (chance > 0.75 || run.step_id === "pause") return null;
  const text = answers[Math.floor(dice() * answers.length)] ?? "order";
  return aMessage({ workspaceId, contactId, text, conversationId });
}

const event = (workspaceId: WorkspaceId, contactId: ContactId, body: EventBody): NewEvent => ({
  workspaceId,
  contactId,
  door: "team",
  sourceKey: newUuid(),
  body,
  createsContact: true,
});

/** Publishes the next version; of the runs that wait some are moved to it, some are ended, the rest finish where they are. */
async function publish(world: World, number: 2 | 3): Promise<void> {
  const { store, runner, workspace, clock, dice } = world;
  const { workspaceId, workflowId } = workspace;
  const versionId: VersionId = toVersionId(newUuid());
  await store.transaction(async (session) => {
    await insertVersion(session, {
      workspaceId,
      workflowId,
      versionId,
      graph: countedGraph(number),
      contentHash: "",
      note: "",
      publishedAt: new Date(clock.now),
      publishedBy: null,
    });
    await setLiveVersion(session, workspaceId, workflowId, versionId);
    await bumpConfigRevision(session, workspaceId);
  });
  clock.now += 1;
  const moves = (await standing(world)).flatMap(({ state, run_id: runId, contact_id }) => {
    const chance = dice();
    if (state === "failed" || chance > 0.6) return [];
    const toVersionId = chance < 0.5 ? versionId : null;
    return [
      event(workspaceId, contact_id, { type: "run_moved", runId, toVersionId, byMemberId: null }),
    ];
  });
  await Promise.all(moves.map((one) => runner.accept(one)));
  clock.now += 1;
}
