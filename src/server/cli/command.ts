import type { CheckingTools } from "#server/commands";
import type { ActionCatalogue, StepCatalogue, TriggerCatalogue } from "#core/engine";
import type { Config } from "#server/platform";
import type { Store } from "#server/store";

/** Everything a workflow can be made of. */
export interface Catalogues {
  readonly steps: StepCatalogue;
  readonly triggers: TriggerCatalogue;
  readonly actions: ActionCatalogue;
  /** Integrations that have to be connected before their actions may be published. */
  readonly integrations: CheckingTools["integrations"];
}

/** Where a command reads its options and says what it did. */
export interface CommandWorld extends Catalogues {
  readonly config: Config;
  readonly options: { readonly [name: string]: string | undefined };
  /** The words that are no options: files, names. */
  readonly words: readonly string[];
  print(line: string): void;
  /** What somebody types, line by line. */
  readonly input: AsyncIterable<string>;
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
  /** What the words after it are: `FILE…`; left out when there are none. */
  readonly words?: string;
  readonly options: readonly {
    readonly name: string;
    /** Null for one that is there or not. */
    readonly value: string | null;
    readonly summary: string;
  }[];
  run(world: CommandWorld): Promise<void>;
}
