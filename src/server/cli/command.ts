import type { Config } from "#server/platform";
import type { Store } from "#server/store";

/** Where a command reads its options and says what it did. */
interface CommandWorld {
  readonly config: Config;
  readonly options: { readonly [name: string]: string | undefined };
  print(line: string): void;
  /** Opens the database: the one DATABASE_URL names, the running server's, or the embedded one started for this command. */
  withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
  /** Runs the server until it is stopped. */
  serve(): Promise<void>;
}

/** One verb of the command line. */
export interface Command {
  /** As it is typed: `api-key create`. */
  readonly name: string;
  readonly summary: string;
  readonly options: readonly {
    readonly name: string;
    readonly value: string;
    readonly summary: string;
  }[];
  run(world: CommandWorld): Promise<void>;
}
