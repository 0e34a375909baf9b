import { migrate as bringUpToDate } from "#server/store";
import type { Command } from "./command.ts";

export const migrate: Command = {
  name: "migrate",
  summary: "Bring the database up to this version; every start does it too.",
  options: [],
  async run(world) {
    const done = await world.withStore((store) => bringUpToDate(store));
    world.print(done.length === 0 ? "The database is up to date." : `Done: ${done.join(", ")}`);
  },
};
