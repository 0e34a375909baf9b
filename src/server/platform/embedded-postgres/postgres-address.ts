import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type PostgresAccount, giveTo } from "./postgres-account.ts";

const SOCKET_NAME = ".s.PGSQL.5432";
const LONGEST_SOCKET_PATH = 103; // macOS takes 103 bytes, Linux 107

/** Name of the only role and the only database. */
export const POSTGRES_NAME = "switchboard";

/** Where the server listens: only we can get there. */
export interface PostgresAddress {
  socketDir: string | undefined;
  settings: Record<string, string>;
  connectionString(database: string): string;
  close(): void;
}

/** Chooses a socket in a private folder with a short path; where there are no such sockets, a free loopback port with a password. */
export async function choosePostgresAddress(
  dataDir: string,
  account: PostgresAccount,
): Promise<PostgresAddress> {
  if (process.platform !== "win32") {
    for (const parent of new Set([tmpdir(), "/tmp"])) {
      const socketDir = makePrivateFolder(parent, dataDir, account);
      if (socketDir !== undefined) return socketAddress(socketDir, account);
    }
  }
  return loopbackAddress(await findFreePort(), readPassword(dataDir));
}

/** Makes, once, the password that the server asks for on a loopback port. Returns the file that holds it. */
export function preparePasswordFile(dataDir: string): string {
  const file = path.join(dataDir, "postgres.password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return file;
}

function socketAddress(socketDir: string, account: PostgresAccount): PostgresAddress {
  giveTo(account, socketDir);
  return {
    socketDir,
    settings: {
      listen_addresses: "",
      unix_socket_directories: socketDir,
      unix_socket_permissions: "0700",
      port: "5432",
    },
    connectionString: (database) =>
      `postgresql://${POSTGRES_NAME}@localhost/${database}?host=${encodeURIComponent(socketDir)}`,
    close: () => rmSync(socketDir, { recursive: true, force: true }),
  };
}

function loopbackAddress(port: number, password: string): PostgresAddress {
  return {
    socketDir: undefined,
    settings: { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port) },
    connectionString: (database) =>
      `postgresql://${POSTGRES_NAME}:${password}@127.0.0.1:${port}/${database}`,
    close: () => undefined,
  };
}

/** The same folder for the same data whenever possible, so that a killed server leaves nothing behind that its next start does not find. */
function makePrivateFolder(
  parent: string,
  dataDir: string,
  account: PostgresAccount,
): string | undefined {
  const name = `switchboard-${createHash("sha256").update(`${process.getuid?.()} ${dataDir}`).digest("hex").slice(0, 12)}`;
  const folder = path.join(parent, name);
  if (Buffer.byteLength(path.join(folder, SOCKET_NAME)) > LONGEST_SOCKET_PATH) return undefined;
  try {
    const left = lstatSync(folder, { throwIfNoEntry: false });
    const isOurs =
      left?.uid === process.getuid?.() || (left !== undefined && left.uid === account.owner?.uid);
    if (left !== undefined && !isOurs) return mkdtempSync(path.join(parent, "switchboard-"));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  } catch {
    return undefined; // not ours to write in; the next candidate is tried
  }
}

function readPassword(dataDir: string): string {
  return readFileSync(preparePasswordFile(dataDir), "utf8");
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address: AddressInfo | string | null = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
