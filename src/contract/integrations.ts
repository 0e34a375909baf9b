import { z } from "zod";
import { momentSchema } from "./pagination.ts";

/** How a connected integration is let in; the secrets themselves are never shown again. */
export const credentialSchema = z.strictObject({
  id: z.uuid(),
  /** What the other system calls who is connected. */
  label: z.string(),
  /** What was filled in, without secrets, by field. */
  shown: z.record(z.string(), z.string()),
  /** `refused`: the other system does not accept it any more; fill it in again. */
  state: z.enum(["connected", "refused"]),
  /** Why it was refused, or why the last test failed; null: all is well. */
  problem: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  /** It is pretended on this machine: the demo shop. */
  is_demo: z.boolean(),
  created_at: momentSchema,
  /** When the other system last said who is connected. */
  accepted_at: momentSchema,
});
export type CredentialBody = z.infer<typeof credentialSchema>;

/** An outside system that can be connected. */
export const integrationSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  fields: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      is_secret: z.boolean(),
      placeholder: z.string(),
      help: z.string(),
    }),
  ),
  actions: z.array(
    z.strictObject({ name: z.string(), title: z.string(), description: z.string() }),
  ),
  /** What to fill in to try it with a pretended system on this machine; null where there is none. */
  demo: z.strictObject({ label: z.string(), values: z.record(z.string(), z.string()) }).nullable(),
  /** Null: not connected. */
  credential: credentialSchema.nullable(),
});
export type IntegrationBody = z.infer<typeof integrationSchema>;

/** Connects, in the place of what was connected before; the other system is asked first. */
export const connectIntegrationSchema = z.strictObject({
  integration: z.string().min(1).max(64),
  values: z.record(z.string().max(64), z.string().max(2_000)),
});

/** The addresses of integrations under /api/v1. */
export const integrationEndpoints = {
  listIntegrations: {
    method: "GET",
    path: "/integrations",
    answer: z.strictObject({ items: z.array(integrationSchema) }),
  },
  connectIntegration: {
    method: "POST",
    path: "/credentials",
    body: connectIntegrationSchema,
    answer: integrationSchema,
  },
  testCredential: {
    method: "POST",
    path: "/credentials/:credential_id/test",
    answer: integrationSchema,
  },
  disconnectIntegration: {
    method: "DELETE",
    path: "/credentials/:credential_id",
    answer: null,
  },
} as const;
