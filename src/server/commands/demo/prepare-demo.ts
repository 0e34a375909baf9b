import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashPassword, verifyPassword } from "#server/platform";
import { findDemoWorkspace, findLogin, replaceDemoPasswords } from "#server/store";
import { DEMO_EMAIL, type DemoTools, seedDemo } from "./seed-demo.ts";

/** The login that is printed at start. */
export interface DemoLogin {
  readonly email: string;
  readonly password: string;
}

/**
 * Makes the demo workspace when the database is empty and returns its owner's login; `undefined` when somebody's own
 * workspace is there. The password is kept in `DATA_DIR/demo-password`, readable by its owner only, so that every start can print it.
 */
export async function prepareDemo(
  tools: DemoTools,
  folders: { readonly dataDir: string; readonly templatesDir: string },
): Promise<DemoLogin | undefined> {
  const password = await keepPassword(path.join(folders.dataDir, "demo-password"));
  const isNew = await seedDemo(tools, password, folders.templatesDir);
  const workspace = await findDemoWorkspace(tools.store);
  if (workspace === undefined) return undefined;
  if (!isNew) {
    const login = await findLogin(tools.store, DEMO_EMAIL);
    // the file was lost, or another machine made the demo
    if (login !== undefined && !(await verifyPassword(login.password_hash, password))) {
      await replaceDemoPasswords(tools.store, workspace.workspace_id, await hashPassword(password));
    }
  }
  return { email: DEMO_EMAIL, password };
}

async function keepPassword(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, `${randomBytes(9).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    await chmod(file, 0o600);
  }
  return (await readFile(file, "utf8")).trim();
}
