import { parseArgs } from "node:util";
import {
  type Config,
  type Logger,
  StartError,
  findRunningPostgres,
  startEmbeddedPostgres,
} from "#server/platform";
import { type Store, createStore } from "#server/store";
import { check } from "./check.ts";
import type { Catalogues, Command } from "./command.ts";
import { createApiKey } from "./create-api-key.ts";
import { describeCommands } from "./help.ts";
import { exportWorkflows } from "./export.ts";
import { importWorkflows } from "./import.ts";
import { migrate } from "./migrate.ts";
import { serve } from "./serve.ts";
import { simulate } from "./simulate.ts";
import { test } from "./test.ts";

const commands: readonly Command[] = [
  serve,
  migrate,
  createApiKey,
  check,
  simulate,
  test,
  exportWorkflows,
  importWorkflows,
];

/**
 * Runs the command that the words name.
 * @throws StartError, in words for the person who typed it.
 */
export async function runCommandLine(
  words: readonly string[],
  world: {
    readonly config: Config;
    readonly log: Logger;
    readonly catalogues: Catalogues;
    readonly input: AsyncIterable<string>;
    print(line: string): void;
    serve(): Promise<void>;
  },
): Promise<void> {
  if (words.length === 0 || ["help", "--help", "-h"].includes(words[0] ?? ""))
    return world.print(describeCommands(commands));
  const command = commands.find(({ name }) => startsWith(words, name.split(" ")));
  if (command === undefined)
    throw new StartError(
      `There is no command ${words.join(" ")}.\n\n${describeCommands(commands)}`,
    );
  const typed = readOptions(command, words.slice(command.name.split(" ").length));
  await command.run({
    ...world.catalogues,
    ...typed,
    config: world.config,
    input: world.input,
    print: (line) => world.print(line),
    serve: () => world.serve(),
    withStore: (work) => withStore(world.config, world.log, work),
  });
}

const startsWith = (words: readonly string[], wanted: readonly string[]) =>
  wanted.every((word, index) => words[index] === word);

function readOptions(
  command: Command,
  typed: readonly string[],
): { options: { [name: string]: string | undefined }; words: readonly string[] } {
  const known = Object.fromEntries(
    command.options.map(({ name, value }) => [
      name,
      { type: value === null ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      options: known,
      strict: true,
      allowPositionals: command.words !== undefined,
    });
    const options = Object.entries(values).map(([name, value]) => [name, String(value)]);
    return { options: Object.fromEntries(options), words: positionals };
  } catch (error) {
    if (error instanceof TypeError)
      throw new StartError(`${error.message}\n\n${describeCommands([command])}`, { cause: error });
    throw error;
  }
}

/** Works on the database beside a running server, or starts it for as long as the work takes. */
async function withStore<Result>(
  config: Config,
  log: Logger,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const running = config.databaseUrl ?? findRunningPostgres(config.dataDir);
  if (running !== undefined) return await withConnection(running, work);
  const postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log,
    address: "the command line",
  });
  try {
    return await withConnection(postgres.connectionString, work);
  } finally {
    await postgres.stop();
  }
}

async function withConnection<Result>(
  connectionString: string,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = createStore({ connectionString, maxConnections: 2 });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
