import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";

const position = (x: number, y: number) => ({ x, y });
const option = (id: string, label: string) => ({ id, label });

/** Asks one question, thanks for an answer and closes; who is silent stays. The second version has no thanks for "other". */
const graph = (version: 1 | 2) => ({
  format: 1,
  trigger: {
    type: "conversation_opened",
    config: { channels: ["widget"], opened: "new" },
    conditions: { match: "all", conditions: [] },
    frequency: { every: "contact" },
    on_takeover: "pause",
  },
  trigger_position: position(0, 0),
  steps: [
    {
      id: "topic",
      type: "ask_question",
      name: "What is it about?",
      config: {
        text: "What is it about?",
        answer: {
          type: "single_choice",
          options: [
            option("order", "An order"),
            option("return", "A return"),
            option("other", "Something else"),
          ],
        },
        save_to: { variable: "topic" },
      },
      position: position(340, 0),
    },
    {
      id: "way",
      type: "branch",
      name: "Order?",
      config: {
        branches: [
          {
            id: "order",
            name: "An order",
            match: "all",
            conditions: [{ field: "topic", operator: "equals", value: "order" }],
          },
        ],
      },
      position: position(680, 0),
    },
    {
      id: "thanks",
      type: "send_message",
      name: "We look it up",
      config: { text: "Thank you, we look it up." },
      position: position(1020, -120),
    },
    ...(version === 1
      ? [
          {
            id: "sorry",
            type: "send_message",
            name: "Somebody will come",
            config: { text: "Somebody will be with you." },
            position: position(1020, 120),
          },
        ]
      : []),
    {
      id: "close",
      type: "close_conversation",
      name: "Close",
      config: {},
      position: position(1360, 0),
    },
  ],
  edges: [
    { from: "trigger", path: "next", to: "topic" },
    { from: "topic", path: "answered", to: "way" },
    { from: "way", path: "order", to: "thanks" },
    { from: "way", path: "default", to: version === 1 ? "sorry" : "close" },
    { from: "thanks", path: "next", to: "close" },
    ...(version === 1 ? [{ from: "sorry", path: "next", to: "close" }] : []),
  ],
});

const idSchema = z.object({ id: z.string() });
const workflowSchema = z.object({ workflow: idSchema, draft: z.object({ revision: z.number() }) });
const visitSchema = z.object({ visitor_token: z.string() });
const listSchema = z.object({ items: z.array(idSchema) });

/** Asks a server as the member that `request` has signed in. */
async function ask(
  request: APIRequestContext,
  method: string,
  url: string,
  data?: object,
): Promise<unknown> {
  const answer = await request.fetch(url, { method, ...(data !== undefined && { data }) });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  return answer.status() === 204 ? null : await answer.json();
}

/** Publishes a workflow that every new conversation starts, in two versions, and lets visitors run through both; gives its id. A lower one, “Second choice”, would start on the same. */
export async function playVisitors(server: string, request: APIRequestContext): Promise<string> {
  const api = `${server}/api/v1/workflows`;
  const made = workflowSchema.parse(
    await ask(request, "POST", api, { name: "Sort by topic", graph: graph(1) }),
  );
  const { id } = made.workflow;
  const lower = workflowSchema.parse(
    await ask(request, "POST", api, { name: "Second choice", graph: graph(1) }),
  );
  const others = listSchema.parse(await ask(request, "GET", `${api}?limit=100`));
  const order = [id, ...others.items.map((one) => one.id).filter((one) => one !== id)];
  await ask(request, "PUT", `${api}/order`, { workflow_ids: order });
  await ask(request, "POST", `${api}/${id}/publish`, { note: "First" });
  await ask(request, "POST", `${api}/${lower.workflow.id}/publish`, { note: "" });
  const key =
    /widget\.js\?key=([^"&]+)/.exec(await (await request.get(`${server}/demo/`)).text())?.[1] ?? "";
  const play = (answer: string | null, page = "") => playVisitor(server, key, answer, page);
  for (const answer of ["An order", "An order", "A return", "Something else", null, null])
    await play(answer);
  await ask(request, "PUT", `${api}/${id}/draft`, {
    graph: graph(2),
    revision: made.draft.revision,
  });
  await ask(request, "POST", `${api}/${id}/publish`, { note: "Second" });
  for (const answer of ["An order", "A return", null, "An order"]) await play(answer);
  await play("An order", "?switchboard_test");
  return id;
}

async function playVisitor(
  server: string,
  key: string,
  answer: string | null,
  query: string,
): Promise<void> {
  const visitor_session_id = randomUUID();
  const page = { url: `${server}/demo/${query}`, title: "Shop", referrer: "" };
  const visit = visitSchema.parse(
    await post(`${server}/widget/v1/visits`, {
      key,
      visitor_session_id,
      page,
      device: "desktop",
      language: "en",
      arrived_ms_ago: 60_000,
    }),
  );
  const say = (text: string, conversation_id: string | null) =>
    post(
      `${server}/widget/v1/messages`,
      {
        id: randomUUID(),
        conversation_id,
        text,
        attachment_ids: [],
        quick_reply_id: null,
        visitor_session_id,
      },
      visit.visitor_token,
    );
  const sent = z.object({ conversation_id: z.string() }).parse(await say("Hello", null));
  if (answer !== null) await say(answer, sent.conversation_id);
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  expect(answer.status, url).toBeLessThan(300);
  return await answer.json();
}
