import { mkdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Logger } from "../logger.ts";
import { StartError } from "../start-error.ts";
import { lockDataDir } from "./data-dir-lock.ts";
import { initialiseCluster } from "./initialise-cluster.ts";
import { choosePostgresAccount } from "./postgres-account.ts";
import { POSTGRES_NAME, type PostgresAddress, choosePostgresAddress } from "./postgres-address.ts";
import { checkPostgresBinaries, findPostgresBinaries } from "./postgres-binaries.ts";
import { type PostgresProcess, startPostgresProcess } from "./postgres-process.ts";
import { stopOrphan } from "./stop-orphan.ts";

const SETTINGS = {
  fsync: "on",
  synchronous_commit: "on",
  max_connections: "60",
  shared_buffers: "192MB",
  wal_compression: "on",
  max_wal_size: "512MB", // what a start after a crash may have to replay
  jit: "off", // our statements are short
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_error_statement: "panic", // statements and their values are customers' words
  log_error_verbosity: "terse",
};

const LONGEST_PAUSE_MS = 10_000;

/** A PostgreSQL that is ours alone: it starts with us, stops with us, and only we can connect. */
export interface EmbeddedPostgres {
  connectionString: string;
  /** Folder of its unix socket; `undefined` where it listens on a loopback port. */
  socketDir: string | undefined;
  /** Returns the address of another database on the same server. */
  connectionStringOf(database: string): string;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dataDir/postgres`, made on first use, and resolves when it takes connections.
 * A server left over from a killed Switchboard is stopped first; one that dies is started again at the same address.
 * @throws StartError when another Switchboard holds the directory or PostgreSQL cannot run here.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: Logger;
  /** What a second starter on this directory is told about us, such as our web address. */
  address?: string;
  /** Server settings over ours. */
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const { log } = options;
  const dataDir = makeDataDir(options.dataDir);
  const clusterDir = path.join(dataDir, "postgres");
  const lock = await lockDataDir(dataDir, options.address ?? "an unknown address");
  try {
    if ((await stopOrphan(clusterDir)) === "stopped")
      log.warn("stopped a PostgreSQL left over from a Switchboard that was killed");
    const found = findPostgresBinaries(dataDir);
    checkPostgresBinaries(found);
    const { account, binaries } = choosePostgresAccount(clusterDir, dataDir, found);
    initialiseCluster({ binaries, account, dataDir, clusterDir });
    const address = await choosePostgresAddress(dataDir, account);
    const start = () =>
      startPostgresProcess({
        binaries,
        account,
        clusterDir,
        logFile: path.join(dataDir, "postgres.log"),
        settings: { ...SETTINGS, ...options.settings, ...address.settings },
      });
    const keeper = keepRunning(await start(), start, log);
    await makeDatabase(address).catch(async (error: unknown) => {
      await keeper.stop();
      throw error;
    });
    return {
      connectionString: address.connectionString(POSTGRES_NAME),
      socketDir: address.socketDir,
      connectionStringOf: (database) => address.connectionString(database),
      async stop() {
        await keeper.stop();
        address.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Starts the server again whenever it ends without being asked to. */
function keepRunning(
  first: PostgresProcess,
  start: () => Promise<PostgresProcess>,
  log: Logger,
): { stop(): Promise<void> } {
  let current = first;
  let isStopping = false;
  const keeping = keep();
  async function keep(): Promise<void> {
    for (;;) {
      await current.ended;
      for (let pause = 250; !isStopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        log.error("PostgreSQL ended unexpectedly; starting it again");
        await sleep(pause);
        if (isStopping) return;
        try {
          current = await start();
          log.info("PostgreSQL runs again");
          break;
        } catch (error) {
          log.error(error);
        }
      }
      if (isStopping) return await current.stop();
    }
  }
  return {
    async stop() {
      isStopping = true;
      await current.stop();
      await keeping;
    },
  };
}

async function makeDatabase(address: PostgresAddress): Promise<void> {
  const client = new Client({ connectionString: address.connectionString("postgres") });
  await client.connect();
  const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [POSTGRES_NAME]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${POSTGRES_NAME}`);
  await client.end();
}

function makeDataDir(wanted: string): string {
  try {
    // 0711: the account PostgreSQL runs under may pass through, and list nothing
    mkdirSync(wanted, { recursive: true, mode: 0o711 });
    statSync(wanted);
    return realpathSync(wanted);
  } catch (cause) {
    throw new StartError(
      `The data directory ${wanted} cannot be made: ${String(cause)}. Choose another with DATA_DIR.`,
      { cause },
    );
  }
}
