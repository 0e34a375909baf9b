import type { Command } from "./command.ts";

export const serve: Command = {
  name: "serve",
  summary: "Run the server, as npm start does.",
  options: [],
  run: async (world) => await world.serve(),
};
