import { RequestError, type RequestErrorPlace } from "#server/platform";

/** Every way a request is refused, by code: stable, never renamed, printed in the reference. */
export const refusalCodes = {
  malformed_json: "The body is not JSON, or nested too deep.",
  invalid_request: "Something in the request breaks its schema; `errors` says what and where.",
  not_signed_in: "No login cookie, API key or visitor token that stands.",
  wrong_password: "E-mail and password do not fit together.",
  not_allowed: "The caller's role does not have the permission.",
  origin_not_allowed: "The workspace does not let this page use its widget.",
  inspection_closed: "The link to the signal inspector is too old, or was not made here.",
  identity_required:
    "The visitor claims who they are; this workspace wants it signed by the site's server.",
  sign_in_required: "Only visitors that the site's server has signed may use this chat.",
  identity_off: "This workspace takes no signed identities.",
  identity_not_set_up: "This workspace has no secret to check signatures with.",
  identity_malformed:
    "The identity token is not a JWT, or a claim of it is not as it must be; `detail` says which.",
  identity_algorithm: "The identity token is not signed with HS256.",
  identity_signature: "The identity token is not signed with a secret of this workspace.",
  identity_audience:
    "The identity token is for somebody else: `aud` is not this workspace's public key.",
  identity_expired: "The identity token has expired.",
  identity_too_long: "The identity token is valid for more than 12 hours.",
  identity_too_early: "The identity token is of the future; a clock is wrong.",
  settings_changed: "The settings were changed by somebody else since; the newer ones are kept.",
  too_many_secrets: "Two secrets are valid already.",
  wrong_origin: "A write with the login cookie came from a page of another site.",
  not_found: "No such thing here; the same answer for one of another workspace.",
  draft_changed: "The draft was saved by somebody else since; the newer one is kept.",
  live_version_changed:
    "Another version went live since; look at what would change now, then publish.",
  start_refused: "The workflow did not start; `detail` says why.",
  retry_refused: "The run was not taken up again; `detail` says why.",
  refused: "The state of things does not allow it; `detail` says why.",
  email_taken: "Somebody signs in with this e-mail already.",
  last_owner: "A workspace keeps at least one owner.",
  setup_done: "The first owner exists already.",
  visitor_session_taken: "This visitor session belongs to another browser; make a new id.",
  source_key_reused: "The same id or Idempotency-Key came before with another body.",
  contact_not_found: "The contact is not known.",
  event_not_storable: "A text in the request cannot be stored.",
  integration_refused:
    "The other system could not be reached or does not let us in; `errors` names the field and why.",
  too_large: "The body is larger than this address accepts.",
  wrong_content_type: "Send the body as application/json, a file as application/octet-stream.",
  length_required: "A file comes with its Content-Length.",
  too_slow: "Nothing came for half a minute; begin again.",
  file_refused: "The file is empty, a program, or of a kind not taken here; `detail` says which.",
  attachment_taken: "There is another file with this id.",
  upload_allowance_used: "The contact has uploaded as much as is allowed in a day.",
  tests_failed: "Tests of the workflow fail, and it is set not to be published then.",
  publish_refused: "The draft has errors; `errors` names each step and field.",
  too_many_requests: "Too many requests; `Retry-After` says when to come again.",
  database_unreachable: "The database cannot be reached at the moment; nothing was changed.",
  database_busy: "The database has too much to do at the moment; nothing was changed.",
  stopping: "This server is about to stop; ask the next one.",
  internal_error: "Something is wrong on our side; the server's log has it under `request_id`.",
} as const;

/** Refused for a while. */
export class TooManyRequests extends RequestError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(429, "too_many_requests", `Try again in ${retryAfterSeconds} s.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const malformedJson = (detail: string) => new RequestError(400, "malformed_json", detail);

export const invalidRequest = (places: readonly RequestErrorPlace[], status: 400 | 422 = 400) =>
  new RequestError(
    status,
    "invalid_request",
    places.map((place) => `${place.path}: ${place.message}`).join("; ") ||
      "the request is not valid",
    places,
  );

export const notSignedIn = (detail = "Sign in, or send an API key as Authorization: Bearer …") =>
  new RequestError(401, "not_signed_in", detail);

export const wrongPassword = () =>
  new RequestError(401, "wrong_password", "This e-mail and password do not fit together.");

export const notAllowed = (detail: string) => new RequestError(403, "not_allowed", detail);

export const wrongOrigin = () =>
  new RequestError(
    403,
    "wrong_origin",
    "A request that may carry the login cookie must come from a page of this server.",
  );

export const originNotAllowed = () =>
  new RequestError(
    403,
    "origin_not_allowed",
    "This workspace does not let this page use its widget; its settings name the origins that may.",
  );

/** The token of a link to the signal inspector does not stand. */
export const inspectionClosed = () =>
  new RequestError(
    403,
    "inspection_closed",
    "This link is too old, or was not made here; open a new one from the settings.",
  );

/** What the site's server or page says of a visitor's identity does not stand. */
export const identityRefused = (
  code: Extract<keyof typeof refusalCodes, `identity_${string}` | "sign_in_required">,
  detail: string,
) => new RequestError(403, code, detail);

/** The same answer for a thing that is not there and one of another workspace. */
export const notFound = (what: string) =>
  new RequestError(404, "not_found", `There is no such ${what}.`);

export const fileRefused = (detail: string) => new RequestError(422, "file_refused", detail);

/** The other system said no to a credential, or said nothing. */
export const integrationRefused = (detail: string, place: RequestErrorPlace) =>
  new RequestError(422, "integration_refused", detail, [place]);

export const lengthRequired = () =>
  new RequestError(411, "length_required", "Send the file with its Content-Length.");

export const tooSlow = () => new RequestError(408, "too_slow", "Nothing came for a while.");

export const tooLarge = (megabytes: number) =>
  new RequestError(413, "too_large", `A file has at most ${megabytes} MB.`);

/** The state of things does not allow it. */
export const conflict = (code: keyof typeof refusalCodes, detail: string) =>
  new RequestError(409, code, detail);

export const publishRefused = (places: readonly RequestErrorPlace[]) =>
  new RequestError(
    422,
    "publish_refused",
    places.length === 1
      ? "One thing has to be mended first."
      : `${places.length} things have to be mended first.`,
    places,
  );

/** The workflow is set not to be published while its tests fail. */
export const testsFailed = (names: readonly string[]) =>
  new RequestError(
    422,
    "tests_failed",
    names.length === 1
      ? `The test “${names[0]}” fails.`
      : `${names.length} tests fail: ${names.join(", ")}.`,
  );
