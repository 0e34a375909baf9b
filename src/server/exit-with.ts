import { StartError } from "#server/platform";

/** Says why the program ends, in its own words when they are meant for a person, and ends it with code 1. */
export function exitWith(error: unknown): never {
  const isForPerson = error instanceof StartError;
  const text = isForPerson
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
  process.stderr.write(`\n${text}\n\n`);
  process.exit(1);
}
