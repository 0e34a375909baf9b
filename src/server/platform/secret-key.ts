import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Config } from "./config.ts";
import { StartError } from "./start-error.ts";

/**
 * Returns the key that seals stored secrets. With the embedded database it is made once in
 * `DATA_DIR/secret.key`, readable by its owner only; an outside database needs `SECRET_KEY`,
 * since every process that shares it must have the same one.
 * Call it after the data directory is locked.
 */
export async function loadSecretKey(
  config: Pick<Config, "secretKey" | "databaseUrl" | "dataDir">,
): Promise<string> {
  if (config.secretKey !== undefined) return config.secretKey;
  if (config.databaseUrl !== undefined) {
    throw new StartError(
      "SECRET_KEY is required together with DATABASE_URL. Make one with: openssl rand -base64 32",
    );
  }
  const file = path.join(config.dataDir, "secret.key");
  await mkdir(config.dataDir, { recursive: true });
  try {
    await writeFile(file, `${randomBytes(32).toString("base64")}\n`, {
      mode: 0o600,
      flag: "wx",
      flush: true,
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    await chmod(file, 0o600);
  }
  const key = (await readFile(file, "utf8")).trim();
  if (key.length < 32)
    throw new StartError(
      `${file} does not hold a key of at least 32 characters. Restore it from your backup.`,
    );
  return key;
}
