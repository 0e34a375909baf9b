import { execFileSync } from "node:child_process";
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { RequestError } from "#server/platform";
import { signIdentity } from "#testing";
import { describe, expect, test } from "vitest";
import { readIdentityToken } from "./read-identity-token.ts";

const audience = "pk_shop";
const now = Date.UTC(2026, 2, 2, 9);
const seconds = now / 1_000;
const hour = 3_600;
const [old, current] = [
  { id: "1", secret: "is_old" },
  { id: "2", secret: "is_current" },
];
const claims = { sub: "42", aud: audience, exp: seconds + hour };

const read = (token: string, more: object = {}) =>
  readIdentityToken(token, { secrets: [current, old], audience, now, ...more });
const sign42 = (more: object, header: object = {}) =>
  signIdentity(current.secret, { ...claims, ...more }, header);
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof RequestError) return `${error.status} ${error.code}`;
    throw error;
  }
  return "accepted";
}
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a token that stands", () => {
  test("names the contact and its signed fields, and which secret signed it", () => {
    const fields = {
      name: " Ada ",
      email: "ada@example.com",
      lifecycle_stage: "paid",
      custom: { plan: "pro", seats: 3 },
    };
    expect(read(sign42({ ...fields, iss: "shop", jti: "1", iat: seconds }))).toEqual({
      identity: { externalId: "42", fields: { ...fields, name: "Ada" }, unverifiedEmail: null },
      secretId: "2",
    });
    expect(read(signIdentity(old.secret, claims)).secretId).toBe("1");
  });

  test.each([
    ["one of several audiences", { aud: ["other", audience] }],
    ["12 hours", { exp: seconds + 12 * hour }],
    ["a clock that is a minute ahead", { exp: seconds + 12 * hour + 60, iat: seconds + 60 }],
    ["a clock that is nearly a minute behind", { exp: seconds - 59 }],
    ["a name from another alphabet", { sub: "клиент-7" }],
  ])("may have %s", (_what, more) => {
    expect(refusal(() => read(sign42(more)))).toBe("accepted");
  });
});

test("an e-mail that the server calls unverified is not signed", () => {
  const email = "ada@example.com";
  expect(read(sign42({ email, email_verified: false })).identity).toEqual({
    externalId: "42",
    fields: {},
    unverifiedEmail: email,
  });
  expect(read(sign42({ email, email_verified: true })).identity.fields).toEqual({ email });
});

test("the example of the how-to makes a token that stands", () => {
  const page = readFileSync(
    path.join(import.meta.dirname, "../../../../../docs/how-to/embed-the-widget.md"),
    "utf8",
  );
  const [, example = ""] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  const person = { id: "42", name: "Ada", email: "ada@example.com" };
  const values = [person, current.secret, audience].map((value) => JSON.stringify(value));
  const token = execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `${example}\nprocess.stdout.write(signIdentity(${values.join()}))`,
    ],
    { encoding: "utf8" },
  );
  expect(read(token, { now: Date.now() }).identity).toEqual({
    externalId: "42",
    fields: { name: "Ada", email: "ada@example.com" },
    unverifiedEmail: null,
  });
});

describe("a token that does not stand", () => {
  const none = `${part({ alg: "none" })}.${part(claims)}.`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signed = `${part({ alg: "RS256" })}.${part(claims)}`;
  const rsa = `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
  const hs512 = (() => {
    const text = `${part({ alg: "HS512" })}.${part(claims)}`;
    return `${text}.${createHmac("sha512", current.secret).update(text).digest("base64url")}`;
  })();
  const [header = "", , signature = ""] = sign42({}).split(".");

  test.each([
    ["is not signed at all", none, "403 identity_algorithm"],
    ["says none and is signed", sign42({}, { alg: "none" }), "403 identity_algorithm"],
    ["shouts none", sign42({}, { alg: "NONE" }), "403 identity_algorithm"],
    ["writes the algorithm its own way", sign42({}, { alg: "hs256" }), "403 identity_algorithm"],
    ["is signed with a key pair", rsa, "403 identity_algorithm"],
    ["is signed with HS512", hs512, "403 identity_algorithm"],
    ["wants something understood", sign42({}, { crit: ["b64"] }), "403 identity_malformed"],
    ["has no signature", `${header}.${part(claims)}.`, "403 identity_signature"],
    ["has half a signature", `${sign42({}).slice(0, -20)}`, "403 identity_signature"],
    [
      "has the signature of other claims",
      `${header}.${part({ ...claims, sub: "43" })}.${signature}`,
      "403 identity_signature",
    ],
    [
      "is signed with a secret of elsewhere",
      signIdentity("is_x", claims),
      "403 identity_signature",
    ],
    ["is signed with nothing", signIdentity("", claims), "403 identity_signature"],
    ["is for another workspace", sign42({ aud: "pk_other" }), "403 identity_audience"],
    ["is for others", sign42({ aud: ["pk_other"] }), "403 identity_audience"],
    ["is for a longer name", sign42({ aud: `${audience}2` }), "403 identity_audience"],
    ["is for nobody", sign42({ aud: undefined }), "403 identity_malformed"],
    ["has expired", sign42({ exp: seconds - 60 }), "403 identity_expired"],
    ["never expires", sign42({ exp: undefined }), "403 identity_malformed"],
    ["expires some time", sign42({ exp: "tomorrow" }), "403 identity_malformed"],
    ["is valid too long", sign42({ exp: seconds + 12 * hour + 61 }), "403 identity_too_long"],
    ["is valid in milliseconds", sign42({ exp: now + hour }), "403 identity_too_long"],
    ["is of the future", sign42({ iat: seconds + 61 }), "403 identity_too_early"],
    ["is valid later", sign42({ nbf: seconds + 61 }), "403 identity_too_early"],
    ["names nobody", sign42({ sub: undefined }), "403 identity_malformed"],
    ["names nothing", sign42({ sub: "" }), "403 identity_malformed"],
    ["names a number", sign42({ sub: 42 }), "403 identity_malformed"],
    ["names somebody with NUL", sign42({ sub: "4\0" }), "403 identity_malformed"],
    ["names half a character", sign42({ sub: "\ud800" }), "403 identity_malformed"],
    ["turns the text around", sign42({ sub: "4\u202e2" }), "403 identity_malformed"],
    ["has no e-mail in it", sign42({ email: "ada" }), "403 identity_malformed"],
    ["has a list for a field", sign42({ custom: { plan: [] } }), "403 identity_malformed"],
    ["is text", "hello", "403 identity_malformed"],
    ["has four parts", `${sign42({})}.x`, "403 identity_malformed"],
    ["has no JSON in it", "x.y.z", "403 identity_malformed"],
    ["is a list", `${part([])}.${part([])}.z`, "403 identity_malformed"],
  ])("%s", (_what, token, expected) => {
    expect(refusal(() => read(token))).toBe(expected);
  });

  test("is none where no secret is set up", () => {
    expect(refusal(() => read(sign42({}), { secrets: [] }))).toBe("403 identity_not_set_up");
  });

  test("brings no field of a prototype's name and pollutes nothing", () => {
    const payload = `{"sub":"42","aud":"${audience}","exp":${seconds + hour},"__proto__":{"name":"x"},"custom":{"__proto__":1}}`;
    const text = `${part({ alg: "HS256" })}.${Buffer.from(payload).toString("base64url")}`;
    const token = `${text}.${createHmac("sha256", current.secret).update(text).digest("base64url")}`;
    expect(read(token).identity).toEqual({
      externalId: "42",
      fields: { custom: {} },
      unverifiedEmail: null,
    });
    expect(Reflect.get({}, "name")).toBeUndefined();
  });
});
