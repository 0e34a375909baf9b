import { type ClientConfig, type PoolClient, Pool, type QueryConfig, types } from "pg";
import { nameDatabaseError } from "./database-errors.ts";
import { parseTimestamptz } from "./moments.ts";
import { SocketOfOneWrite } from "./socket-of-one-write.ts";

/** One statement with its values. A name makes the server keep its plan on that connection. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

/** Something that runs statements: the pool, or one transaction. */
export interface Session {
  query<Row>(statement: Statement): Promise<Row[]>;
}

/** The way to the database; every connection has the timeouts of DESIGN 10. */
export interface Store extends Session {
  /** Runs `work` in one transaction and commits, or rolls back when it throws. */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Lends one connection, released afterwards; broken ones are thrown away. */
  connect(): Promise<Connection>;
  readonly connectionConfig: ClientConfig;
  close(): Promise<void>;
}

export interface Connection extends Session {
  release(isBroken?: boolean): void;
}

const TIMESTAMPTZ = 1184;
const BIGINT = 20;

/** Opens a pool of connections to `connectionString`; nothing is sent until the first query. */
export function createStore(options: {
  connectionString: string;
  maxConnections?: number;
  /** Hears of connections that break; the pool replaces them by itself. */
  onConnectionLost?: (error: Error) => void;
}): Store {
  const connectionConfig = describeConnection(options.connectionString);
  const pool = new Pool({ ...connectionConfig, max: options.maxConnections ?? 10 });
  const lost = (error: Error) => options.onConnectionLost?.(error);
  pool.on("error", lost);
  // also while it is lent: a connection that breaks between two statements must not end the process
  pool.on("connect", (client) => client.on("error", lost));
  const connect = async () => toConnection(await named(() => pool.connect()));
  return {
    connectionConfig,
    connect,
    query: (statement) => runStatement(pool, statement),
    async transaction(work) {
      const connection = await connect();
      return await inTransaction(connection, work);
    },
    close: () => pool.end(),
  };
}

/** Settings of every connection of ours, also of those outside the pool. */
function describeConnection(connectionString: string): ClientConfig {
  return {
    connectionString,
    application_name: "switchboard",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    lock_timeout: 2_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000, // the fence for a stopped process
    options: "-c timezone=UTC -c jit=off",
    stream: () => new SocketOfOneWrite(),
    pipeline: true, // statements that do not need each other's answers share a round trip
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") => {
        if (id === TIMESTAMPTZ) return parseTimestamptz;
        if (id === BIGINT) return Number; // positions and counts stay far below 2^53
        return types.getTypeParser(id, format);
      },
    },
  };
}

function toConnection(client: PoolClient): Connection {
  return {
    query: (statement) => runStatement(client, statement),
    release: (isBroken) => client.release(isBroken),
  };
}

async function inTransaction<Result>(
  connection: Connection,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  let isBroken = false;
  try {
    await connection.query({ text: "begin" });
    const result = await work(connection);
    await connection.query({ text: "commit" });
    return result;
  } catch (error) {
    await connection.query({ text: "rollback" }).catch(() => (isBroken = true));
    throw error;
  } finally {
    connection.release(isBroken);
  }
}

async function runStatement<Row>(
  target: { query(config: QueryConfig): Promise<{ rows: Row[] }> },
  statement: Statement,
): Promise<Row[]> {
  const { text, name, values } = statement;
  const config: QueryConfig = { text };
  if (name !== undefined) config.name = name;
  if (values !== undefined) config.values = [...values];
  const result = await named(() => target.query(config));
  return result.rows;
}

async function named<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw nameDatabaseError(error);
  }
}
