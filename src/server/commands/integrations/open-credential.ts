import type { WorkspaceId } from "#core/domain";
import type { CredentialRow } from "#server/store";
import { z } from "zod";
import type { Tools } from "../tools.ts";
import { type CredentialValues, credentialPurpose } from "./connectable.ts";

const valuesSchema = z.record(z.string(), z.string());

/** Opens what was sealed; undefined with another key, or for a row that was changed or moved. */
export function openCredential(
  { sealer }: Pick<Tools, "sealer">,
  workspaceId: WorkspaceId,
  row: CredentialRow,
): CredentialValues | undefined {
  const purpose = credentialPurpose(workspaceId, row.integration, row.credential_id);
  const text = sealer.open(purpose, row.sealed);
  return text === undefined ? undefined : valuesSchema.parse(JSON.parse(text));
}
