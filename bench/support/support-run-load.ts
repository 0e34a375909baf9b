import {
  aMessage,
  newContactId,
  realEngine,
  seedWorkspace,
  supportRunGraph,
} from "../../src/testing/runner/index.ts";
import type { Accepted } from "#server/accept";
import { createAnnouncements, createLogger } from "#server/platform";
import { startRunner } from "#server/runner";
import { startAnnouncementRelay } from "#server/store";
import type { BenchServer } from "./server.ts";

interface Measured {
  readonly runs: number;
  readonly seconds: number;
  /** Transactions that handled events: each is one flush at most. */
  readonly commits: number;
  /** Of this process, callers included, and of PostgreSQL. */
  readonly cpuSeconds: number;
}

/** SupportRuns on demand. */
export interface SupportRunLoad {
  /** As many runs as possible, with so many unacknowledged events at any moment. */
  keepInFlight(count: number, seconds: number): Promise<Measured>;
  /** Runs one after another; times of the replies in milliseconds. */
  oneByOne(runs: number): Promise<{ flushesPerRun: number; replies: number[] }>;
  /** Events that come at a steady rate whether or not earlier ones are done; times since they were due. */
  atRate(eventsPerSecond: number, seconds: number): Promise<number[]>;
  stop(): Promise<void>;
}

export async function prepareLoad(server: BenchServer): Promise<SupportRunLoad> {
  const { store } = server;
  const { workspaceId } = await seedWorkspace(store, { members: 10, graph: supportRunGraph });
  let commits = 0;
  const fail = (error: unknown) => console.error(error);
  const relay = startAnnouncementRelay({
    store,
    announcements: createAnnouncements(fail),
    onFailure: fail,
  });
  const runner = startRunner({
    store,
    engine: realEngine,
    announce: (list) => relay.announce(list),
    log: createLogger({ level: "warn", format: "text" }),
    crashPoint: (name) => {
      if (name === "after_commit") commits += 1;
    },
  });

  async function send(
    message: Omit<Parameters<typeof aMessage>[0], "workspaceId">,
  ): Promise<Accepted> {
    const accepted = await runner.accept(aMessage({ workspaceId, ...message }));
    if (accepted.problem !== null) throw new Error(accepted.problem.message);
    return accepted;
  }
  async function begin() {
    const contactId = newContactId();
    const { conversationId } = await send({ contactId, text: "help me" });
    return { contactId, conversationId };
  }
  const reply = (begun: Awaited<ReturnType<typeof begin>>) =>
    send({ ...begun, text: "ann@example.com" });

  return {
    async keepInFlight(count, seconds) {
      let runs = 0;
      const [commitsBefore, cpuBefore] = [commits, cpuSeconds(server)];
      const startedAt = performance.now();
      const until = startedAt + seconds * 1_000;
      await Promise.all(
        Array.from({ length: count }, async () => {
          while (performance.now() < until) {
            await reply(await begin());
            runs += 1;
          }
        }),
      );
      return {
        runs,
        seconds: (performance.now() - startedAt) / 1_000,
        commits: commits - commitsBefore,
        cpuSeconds: cpuSeconds(server) - cpuBefore,
      };
    },
    async oneByOne(runs) {
      const before = commits;
      const replies: number[] = [];
      for (let n = 0; n < runs; n += 1) {
        const begun = await begin();
        const sentAt = performance.now();
        await reply(begun);
        replies.push(performance.now() - sentAt);
      }
      return { flushesPerRun: (commits - before) / runs, replies };
    },
    async atRate(eventsPerSecond, seconds) {
      const times: number[] = [];
      const timed = async <Result>(dueAt: number, work: () => Promise<Result>) => {
        const result = await work();
        times.push(performance.now() - dueAt);
        return result;
      };
      const parked: Awaited<ReturnType<typeof begin>>[] = [];
      const going: Promise<void>[] = [];
      const startedAt = performance.now();
      for (let sent = 0; sent < eventsPerSecond * seconds;) {
        const due = ((performance.now() - startedAt) / 1_000) * eventsPerSecond;
        for (; sent < due; sent += 1) {
          const dueAt = startedAt + (sent / eventsPerSecond) * 1_000;
          const begun = sent % 2 === 1 ? parked.shift() : undefined;
          going.push(
            begun === undefined
              ? timed(dueAt, begin).then((one) => void parked.push(one))
              : timed(dueAt, () => reply(begun)).then(() => undefined),
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await Promise.all(going);
      return times;
    },
    async stop() {
      await runner.stop();
      await relay.stop();
    },
  };
}

function cpuSeconds(server: BenchServer): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000 + server.cpuSeconds();
}
