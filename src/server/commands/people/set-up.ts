import { toMemberId, toWorkspaceId } from "#core/domain";
import { hashPassword, newUuid } from "#server/platform";
import {
  hasWorkspace,
  insertLogin,
  insertMember,
  insertWorkspace,
  lockWorkspaces,
} from "#server/store";
import { conflict } from "../refusals.ts";
import type { Tools } from "../tools.ts";
import { newPublicKey } from "./new-public-key.ts";
import { type StartedLogin, startLogin } from "./log-in.ts";

/**
 * Makes the first workspace and its owner, once.
 * @throws RequestError 409 `setup_done` when a workspace exists.
 */
export async function setUp(
  tools: Tools,
  given: {
    readonly workspace_name: string;
    readonly name: string;
    readonly email: string;
    readonly password: string;
    readonly timezone: string;
  },
): Promise<StartedLogin> {
  const passwordHash = await hashPassword(given.password);
  const workspaceId = toWorkspaceId(newUuid());
  const memberId = toMemberId(newUuid());
  const loginId = newUuid();
  const createdAt = tools.clock.now();
  await tools.store.transaction(async (session) => {
    await lockWorkspaces(session);
    if (await hasWorkspace(session))
      throw conflict("setup_done", "The first owner has been made already. Sign in instead.");
    await insertWorkspace(session, {
      workspace_id: workspaceId,
      slug: toSlug(given.workspace_name),
      name: given.workspace_name,
      timezone: given.timezone,
      language: "en",
      public_key: newPublicKey(),
      is_demo: false,
      created_at: createdAt,
    });
    await insertLogin(session, {
      loginId,
      email: given.email,
      passwordHash,
      isDemo: false,
      createdAt,
    });
    await insertMember(session, {
      workspaceId,
      memberId,
      loginId,
      name: given.name,
      email: given.email,
      role: "owner",
      presence: "offline",
      createdAt,
    });
  });
  return await startLogin(tools, { loginId, workspaceId, memberId });
}

function toSlug(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "") // é falls apart into e and its accent
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return slug === "" ? "workspace" : slug;
}
