/**
 * `npm run bench -- supportrun [--json] [--seconds=N] [--rounds=N]`: the comparable job of DESIGN 10 and the floor under it.
 *
 * One SupportRun is two events: a contact's first message (three branches, a question, the run parks) and the reply
 * (validated, branched on, assigned round robin to one of ten, closed). The floor is one transaction per event that locks,
 * inserts and updates one row, by pgbench where it is installed, on the same server. Both are measured in turns.
 */
import { createLogger } from "#server/platform";
import { type Figure, printFigures } from "./support/figures.ts";
import { type Floor, prepareFloor } from "./support/floor.ts";
import { median, percentile } from "./support/statistics.ts";
import { type SupportRunLoad, prepareLoad } from "./support/support-run-load.ts";
import { measureHistory } from "./support/history.ts";
import { endedChildrenCpuSeconds, startServer } from "./support/server.ts";

const words = process.argv.slice(2);
const option = (name: string, otherwise: number): number => {
  const word = words.find((one) => one.startsWith(`--${name}=`));
  return word === undefined ? otherwise : Number(word.slice(name.length + 3));
};
const seconds = option("seconds", 8);
const rounds = option("rounds", 3);
const inFlight = 64;
const eventsPerRun = 2;

interface Turn {
  readonly runsPerSecond: number;
  readonly floorPerSecond: number;
  readonly shareOfFloor: number;
  readonly flushesPerRun: number;
  readonly cpuPerEvent: number;
  readonly cpuPerFloor: number;
}

const server = await startServer(createLogger({ level: "error", format: "text" }));
try {
  const load = await prepareLoad(server);
  const floor = await prepareFloor(server);
  // plans, caches and compiler are warm and the tables have statistics, as after a server's first minute
  await load.keepInFlight(inFlight, 3);
  await server.store.query({ text: "analyze" });
  await load.keepInFlight(inFlight, 2);
  const turns: Turn[] = [];
  for (let turn = 0; turn < rounds; turn += 1) turns.push(await takeTurn(load, floor));
  const alone = await load.oneByOne(200);
  const runsPerSecond = median(turns.map((turn) => turn.runsPerSecond));
  const half = await load.atRate((runsPerSecond * eventsPerRun) / 2, seconds);
  const flush = await floor.flushMilliseconds();
  const history = await measureHistory(server.store);
  printFigures(
    "supportrun",
    [...figuresOfTurns(turns, floor), ...figuresOfTimes(alone, half, flush), history],
    words.includes("--json"),
  );
  await load.stop();
} finally {
  await server.stop();
}

async function takeTurn(load: SupportRunLoad, floor: Floor): Promise<Turn> {
  const cpuBefore = server.cpuSeconds() + endedChildrenCpuSeconds();
  const floorPerSecond = await floor.measure(inFlight, seconds);
  const floorCpu = server.cpuSeconds() + endedChildrenCpuSeconds() - cpuBefore;
  const measured = await load.keepInFlight(inFlight, seconds);
  const runsPerSecond = measured.runs / measured.seconds;
  return {
    floorPerSecond,
    runsPerSecond,
    shareOfFloor: (runsPerSecond * eventsPerRun) / floorPerSecond,
    flushesPerRun: measured.commits / measured.runs,
    cpuPerEvent: (measured.cpuSeconds * 1_000) / (measured.runs * eventsPerRun),
    cpuPerFloor: (floorCpu * 1_000) / (floorPerSecond * seconds),
  };
}

function figuresOfTurns(turns: readonly Turn[], floor: Floor): Figure[] {
  const of = (key: keyof Turn) => turns.map((turn) => turn[key]);
  return [
    {
      name: "runs_per_second_at_64",
      values: of("runsPerSecond"),
      unit: "runs/s",
      target: { text: ">= 1000", isMet: (value) => value >= 1_000 },
    },
    {
      name: "events_share_of_floor",
      values: of("shareOfFloor"),
      unit: "events/s per floor transaction/s",
      target: { text: ">= 0.6", isMet: (value) => value >= 0.6 },
    },
    {
      name: "floor_per_second_at_64",
      values: of("floorPerSecond"),
      unit: `transactions/s by ${floor.name}`,
    },
    {
      name: "flushes_per_run_at_64",
      values: of("flushesPerRun"),
      unit: "commits, each one flush at most",
      target: { text: "<= 0.3", isMet: (value) => value <= 0.3 },
    },
    {
      name: "cpu_per_event_at_64",
      values: of("cpuPerEvent"),
      unit: "ms, ours with its callers and PostgreSQL's",
    },
    {
      name: "cpu_per_floor_transaction_at_64",
      values: of("cpuPerFloor"),
      unit: `ms, ${floor.name}'s and PostgreSQL's`,
    },
  ];
}

function figuresOfTimes(
  alone: Awaited<ReturnType<SupportRunLoad["oneByOne"]>>,
  half: readonly number[],
  flush: number,
): Figure[] {
  return [
    {
      name: "flushes_per_run_alone",
      values: [alone.flushesPerRun],
      unit: "commits, each one flush at most",
      target: { text: "<= 2", isMet: (value) => value <= 2.001 },
    },
    {
      name: "reply_to_next_message_alone_p50",
      values: [percentile(alone.replies, 50)],
      unit: "ms",
      target: {
        text: `<= ${(flush + 3).toFixed(2)}: one durable commit, ${flush.toFixed(2)} ms here, and 3 ms`,
        isMet: (value) => value <= flush + 3,
      },
    },
    { name: "p50_at_half_of_maximum", values: [percentile(half, 50)], unit: "ms" },
    {
      name: "p99_at_half_of_maximum",
      values: [percentile(half, 99)],
      unit: "ms",
      target: { text: "<= 25", isMet: (value) => value <= 25 },
    },
  ];
}
