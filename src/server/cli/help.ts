import type { Command } from "./command.ts";

/** Describes the commands, one line each and one per option. */
export function describeCommands(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => [
    `  ${[command.name, ...(command.words === undefined ? [] : [command.words])].join(" ").padEnd(26)} ${command.summary}`,
    ...command.options.map(
      ({ name, value, summary }) =>
        `    ${`--${name} ${value ?? ""}`.trimEnd().padEnd(24)} ${summary}`,
    ),
  ]);
  return [
    "Usage: npm run switchboard -- COMMAND [options]",
    "",
    ...lines,
    `  ${"help".padEnd(26)} Show this.`,
  ].join("\n");
}
