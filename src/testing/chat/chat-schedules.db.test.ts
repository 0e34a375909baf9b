import { attachSockets } from "#server/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../database/test-database.ts";
import { type TestWorkspace, aWorkspace } from "../doors/a-workspace.ts";
import { openDoors } from "../doors/open-doors.ts";
import { backWithinMs, type Played, playSchedule } from "./play-schedule.ts";

const { app, doors, tools } = openDoors(testDatabase(import.meta.url));
const sockets = attachSockets(app.server, doors);
let origin: string;
let workspace: TestWorkspace;
beforeAll(async () => {
  origin = await app.listen({ port: 0, host: "127.0.0.1" });
  workspace = await aWorkspace(tools);
});
afterAll(() => sockets.close());

const lotSize = 25;
const lots = Array.from({ length: 8 }, (_, lot) => ({
  first: lot * lotSize + 1,
  last: (lot + 1) * lotSize,
}));

/** What is wrong with one schedule, in words; empty when nothing is. */
const faultsOf = ({ written, held, shown, unsent, backAfterMs }: Played): string[] => [
  ...written.filter((text) => !held.includes(text)).map((text) => `${text} is lost`),
  ...held.filter((text, at) => held.indexOf(text) !== at).map((text) => `${text} is doubled`),
  ...["visitor", "team"]
    .filter((who) => {
      const numbers = held
        .filter((text) => text.startsWith(who))
        .map((text) => Number(text.split(" ")[1]));
      return numbers.some((number, at) => number !== [...numbers].sort((a, b) => a - b)[at]);
    })
    .map((who) => `what the ${who} wrote is out of order`),
  ...shown
    .filter((texts) => JSON.stringify(texts) !== JSON.stringify(held))
    .map((texts) => `a tab shows ${texts.join(", ")} of ${held.join(", ")}`),
  ...(unsent > 0 ? [`${unsent} still to send`] : []),
  ...(backAfterMs > backWithinMs ? [`back after ${backAfterMs} ms`] : []),
];

describe("the chat against the real server under drop, duplication, reordering, sleep and tab switching", () => {
  test.each(lots)(
    "seeds $first to $last: none lost, none doubled, in order, back within two seconds",
    async ({ first, last }) => {
      const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const played = await Promise.all(
        seeds.map((seed) => playSchedule({ seed, origin, workspace, tools })),
      );
      const faults = played
        .map((one) => ({ seed: one.seed, faults: faultsOf(one), acts: one.acts }))
        .filter((one) => one.faults.length > 0);
      expect(faults).toEqual([]);
      // A schedule in which nobody writes shows nothing.
      expect(played.flatMap(({ written }) => written).length).toBeGreaterThan(lotSize);
    },
    300_000, // nothing here measures time: a busy machine is no failure
  );
});
