import { createHmac, timingSafeEqual } from "node:crypto";
import { type EditableContactFields, type Moment, editableContactFieldsSchema } from "#core/domain";
import { z } from "zod";
import { identityRefused } from "../../refusals.ts";

/** Who the site's server says the visitor is. */
export interface SignedIdentity {
  readonly externalId: string;
  readonly fields: EditableContactFields;
  /** An e-mail of which the server says itself that nobody has verified it. */
  readonly unverifiedEmail: string | null;
}

/** A secret of the workspace, opened. */
export interface IdentitySecret {
  readonly id: string;
  readonly secret: string;
}

const LONGEST_SECONDS = 12 * 60 * 60; // SPEC 6: what is stolen is soon worth nothing
const SKEW_SECONDS = 60; // how far two clocks may be apart

const headerSchema = z.object({ alg: z.string(), crit: z.undefined().optional() });

// Other claims, such as `iss` or `jti`, say nothing about the contact.
const claimsSchema = z.object({
  sub: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{C}+$/u, "must have no control characters"),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nbf: z.number().optional(),
  iat: z.number().optional(),
  email_verified: z.boolean().default(true),
});
const fieldsSchema = z.object(
  editableContactFieldsSchema.pick({
    name: true,
    email: true,
    phone: true,
    language: true,
    timezone: true,
    lifecycle_stage: true,
    custom: true,
  }).shape,
);

/**
 * Reads a JWT (HS256) that the site's server has signed with one of the workspace's secrets for this workspace.
 * The algorithm is ours to choose, never the token's. Signatures are compared in constant time.
 * @returns who it names, and which secret it was signed with.
 * @throws RequestError 403 with a code for each way in which it does not stand.
 */
export function readIdentityToken(
  token: string,
  by: {
    readonly secrets: readonly IdentitySecret[];
    readonly audience: string;
    readonly now: Moment;
  },
): { readonly identity: SignedIdentity; readonly secretId: string } {
  if (by.secrets.length === 0)
    throw identityRefused(
      "identity_not_set_up",
      "This workspace has no identity secret yet; make one in the widget's settings.",
    );
  const [header, payload, signature, ...more] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0)
    throw malformed("it is not three parts with a dot between");
  const { alg } = parse(headerSchema, header, "header");
  if (alg !== "HS256")
    throw identityRefused("identity_algorithm", `It is signed with ${alg}; sign it with HS256.`);
  const signer = by.secrets.find(({ secret }) =>
    isSignedWith(secret, `${header}.${payload}`, signature),
  );
  if (signer === undefined)
    throw identityRefused(
      "identity_signature",
      "It is signed with none of this workspace's identity secrets.",
    );
  const claims = parse(claimsSchema, payload, "claims");
  checkAudience(claims.aud, by.audience);
  checkTimes(claims, by.now / 1_000);
  const { email, ...fields } = parse(fieldsSchema, payload, "claims");
  const isVerified = claims.email_verified;
  return {
    identity: {
      externalId: claims.sub,
      fields: isVerified && email !== undefined ? { ...fields, email } : fields,
      unverifiedEmail: isVerified ? null : (email ?? null),
    },
    secretId: signer.id,
  };
}

function isSignedWith(secret: string, signed: string, signature: string): boolean {
  const expected = createHmac("sha256", secret).update(signed).digest();
  const given = Buffer.from(signature, "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function checkAudience(aud: string | readonly string[], audience: string): void {
  if (typeof aud === "string" ? aud === audience : aud.includes(audience)) return;
  throw identityRefused(
    "identity_audience",
    "Its `aud` is not this workspace's public key, the one in the widget's tag.",
  );
}

function checkTimes(
  { exp, nbf = 0, iat = 0 }: z.infer<typeof claimsSchema>,
  nowSeconds: number,
): void {
  if (exp <= nowSeconds - SKEW_SECONDS)
    throw identityRefused(
      "identity_expired",
      "It has expired; let the site's server sign another.",
    );
  if (exp > nowSeconds + LONGEST_SECONDS + SKEW_SECONDS)
    throw identityRefused("identity_too_long", "Its `exp` is more than 12 hours ahead.");
  if (Math.max(nbf, iat) > nowSeconds + SKEW_SECONDS)
    throw identityRefused(
      "identity_too_early",
      "Its `iat` or `nbf` is in the future; a clock is more than a minute wrong.",
    );
}

function parse<Value>(schema: z.ZodType<Value>, part: string, what: string): Value {
  const result = schema.safeParse(readJson(part, what));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw malformed(
    `${what} ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not as it must be"}`,
  );
}

function readJson(part: string, what: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    throw malformed(`its ${what} are not JSON`);
  }
}

const malformed = (detail: string) =>
  identityRefused("identity_malformed", `The token: ${detail}.`);
