import { randomUUID } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { TestWorkspace } from "./a-workspace.ts";
import { signIdentity } from "./sign-identity.ts";

/** A visitor's browser in a test; `token` is the one it has now. */
interface TestBrowser {
  token: string;
  readonly contactId: string;
  readonly sessionId: string;
}

/** What browsers of visitors do over HTTP. */
interface TestBrowsers {
  /** The body that starts a visit. */
  readonly visit: (sessionId: string) => object;
  readonly aBrowser: () => Promise<TestBrowser>;
  readonly post: (
    browser: TestBrowser,
    path: string,
    payload: object,
  ) => Promise<LightMyRequestResponse>;
  readonly write: (browser: TestBrowser, text?: string) => Promise<LightMyRequestResponse>;
  /** The status, and the ids of the conversations. */
  readonly conversationsOf: (browser: TestBrowser) => Promise<[number, string[]]>;
  /** A token that the site's server made for this person, good for an hour. */
  readonly tokenFor: (externalId: string, claims?: object) => string;
  /** Identifies with a signed token and goes on with the token of the answer, which it returns. */
  readonly signIn: (
    browser: TestBrowser,
    externalId: string,
    claims?: object,
    fields?: object,
  ) => Promise<{ readonly contact_id: string }>;
  /** A contact as the team sees it, with the status of the answer. */
  readonly contact: (contactId: string) => Promise<{ readonly status: number }>;
}

export function browsersOf(app: FastifyInstance, workspaceOf: () => TestWorkspace): TestBrowsers {
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  const visit = (sessionId: string) => ({
    key: workspaceOf().publicKey,
    visitor_session_id: sessionId,
    page: { url: "https://shop.example/" },
    device: "desktop",
    language: "en",
  });
  const post: TestBrowsers["post"] = async (browser, path, payload) =>
    await app.inject({
      method: "POST",
      url: `/widget/v1/${path}`,
      headers: as(browser.token),
      payload: { id: randomUUID(), visitor_session_id: browser.sessionId, ...payload },
    });
  const tokenFor: TestBrowsers["tokenFor"] = (externalId, claims = {}) =>
    signIdentity(workspaceOf().identitySecret, {
      sub: externalId,
      aud: workspaceOf().publicKey,
      exp: Math.floor(Date.now() / 1_000) + 3_600,
      ...claims,
    });
  return {
    visit,
    post,
    tokenFor,
    aBrowser: async () => {
      const sessionId = randomUUID();
      const answer = await app.inject({
        method: "POST",
        url: "/widget/v1/visits",
        payload: visit(sessionId),
      });
      return { token: answer.json().visitor_token, contactId: answer.json().contact_id, sessionId };
    },
    write: async (browser, text = "Hello") =>
      await post(browser, "messages", { conversation_id: null, text, quick_reply_id: null }),
    conversationsOf: async (browser) => {
      const url = "/widget/v1/conversations";
      const answer = await app.inject({ url, headers: as(browser.token) });
      return [answer.statusCode, (answer.json().items ?? []).map(({ id }: { id: string }) => id)];
    },
    signIn: async (browser, externalId, claims, fields = {}) => {
      const answer = await post(browser, "identify", {
        identity_token: tokenFor(externalId, claims),
        fields,
      });
      if (answer.statusCode !== 200) throw new Error(`not signed in: ${answer.body}`);
      browser.token = answer.json().visitor_token;
      return answer.json();
    },
    contact: async (contactId) => {
      const answer = await app.inject({
        url: `/api/v1/contacts/${contactId}`,
        headers: as(workspaceOf().apiKeys.owner),
      });
      const body: object = answer.json();
      return { status: answer.statusCode, ...body };
    },
  };
}
