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
import { median, percentile, spread } from "./support/statistics.ts";
import { type SupportRunLoad, prepareLoad } from "./support/support-run-load.ts";
import { startServer } from "./support/server.ts";

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
  readonly flushesPerRun: number;
  readonly cpuPerEvent: number;
}

const server = await startServer(createLogger({ level: "error", format: "text" }));
try {
  const load = await prepareLoad(server);
  const floor = await prepareFloor(server);
  await load.keepInFlight(inFlight, 3); // plans, caches and the just-in-time compiler are warm from here on
  const turns: Turn[] = [];
  for (let turn = 0; turn < rounds; turn += 1) turns.push(await takeTurn(load, floor));
  const alone = await load.oneByOne(200);
  const perSecond = median(turns.map(({ runsPerSecond }) => runsPerSecond));
  const half = await load.atRate((perSecond * eventsPerRun) / 2, seconds);
  const flush = await floor.flushMilliseconds();
  const figures: Figure[] = [
    figure(
      "runs_per_second_at_64",
      perSecond,
      "runs/s",
      ">= 1000",
      perSecond >= 1_000,
      turns,
      "runsPerSecond",
    ),
    figure(
      "events_share_of_floor",
      share(turns),
      "events/s per floor transaction/s",
      ">= 0.6",
      share(turns) >= 0.6,
    ),
    figure(
      "floor_per_second_at_64",
      median(turns.map((turn) => turn.floorPerSecond)),
      `transactions/s by ${floor.name}`,
      null,
      true,
      turns,
      "floorPerSecond",
    ),
    figure(
      "flushes_per_run_alone",
      alone.flushesPerRun,
      "commits",
      "<= 2",
      alone.flushesPerRun <= 2.001,
    ),
    figure(
      "flushes_per_run_at_64",
      median(turns.map((turn) => turn.flushesPerRun)),
      "commits",
      "<= 0.3",
      turns.every((turn) => turn.flushesPerRun <= 0.3),
      turns,
      "flushesPerRun",
    ),
    figure("p50_at_half_of_maximum", percentile(half, 50), "ms", null, true),
    figure(
      "p99_at_half_of_maximum",
      percentile(half, 99),
      "ms",
      "<= 25",
      percentile(half, 99) <= 25,
    ),
    figure(
      "reply_to_next_message_alone_p50",
      percentile(alone.replies, 50),
      "ms",
      `<= ${(flush + 3).toFixed(2)} (one flush of ${flush.toFixed(2)} ms + 3)`,
      percentile(alone.replies, 50) <= flush + 3,
    ),
    figure(
      "cpu_per_event_at_64",
      median(turns.map((turn) => turn.cpuPerEvent)),
      "ms, ours and PostgreSQL's",
      null,
      true,
      turns,
      "cpuPerEvent",
    ),
  ];
  printFigures("supportrun", figures, words.includes("--json"));
  await load.stop();
} finally {
  await server.stop();
}

async function takeTurn(load: SupportRunLoad, floor: Floor): Promise<Turn> {
  const floorPerSecond = await floor.measure(inFlight, seconds);
  const measured = await load.keepInFlight(inFlight, seconds);
  return {
    floorPerSecond,
    runsPerSecond: measured.runs / measured.seconds,
    flushesPerRun: measured.commits / measured.runs,
    cpuPerEvent: (measured.cpuSeconds * 1_000) / (measured.runs * eventsPerRun),
  };
}

function share(turns: readonly Turn[]): number {
  return median(turns.map((turn) => (turn.runsPerSecond * eventsPerRun) / turn.floorPerSecond));
}

function figure(
  name: string,
  value: number,
  unit: string,
  target: string | null,
  isMet: boolean,
  turns: readonly Turn[] = [],
  key: keyof Turn = "runsPerSecond",
): Figure {
  const values = turns.map((turn) => turn[key]);
  return { name, value, unit, target, isMet, spread: values.length > 1 ? spread(values) : null };
}
