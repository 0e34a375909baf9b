import {
  type SocketClient,
  type TestWorkspace,
  aWorkspace,
  openClient,
  openDoors,
  testDatabase,
  testPassword,
} from "#testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { emptyGraph } from "../../../testing/builder/test-catalogue.ts";
import { attachSockets } from "./attach-sockets.ts";

const { app, doors, tools } = openDoors(testDatabase(import.meta.url));
const sockets = attachSockets(app.server, doors);
let origin: string;
let ours: TestWorkspace;
let theirs: TestWorkspace;
beforeAll(async () => {
  origin = await app.listen({ port: 0, host: "127.0.0.1" });
  ours = await aWorkspace(tools);
  theirs = await aWorkspace(tools);
});
afterAll(() => sockets.close());
const open: SocketClient[] = [];
afterEach(() => open.splice(0).forEach((client) => client.close()));

async function logIn(email: string): Promise<string> {
  const answer = await app.inject({
    method: "POST",
    url: "/api/v1/login",
    payload: { email, password: testPassword },
  });
  return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
}
async function openTab(email: string): Promise<SocketClient> {
  const headers = { cookie: await logIn(email), origin };
  const client = await openClient(`${origin.replace("http", "ws")}/api/v1/socket`, headers);
  open.push(client);
  return client;
}
async function asOwner(method: "POST" | "PUT" | "DELETE", url: string, payload?: object) {
  return await app.inject({
    method,
    url: `${origin}/api/v1${url}`,
    headers: { cookie: await logIn(ours.emails.owner), origin },
    ...(payload && { payload }),
  });
}
async function aWorkflow(): Promise<{ readonly id: string; readonly revision: number }> {
  const made = (await asOwner("POST", "/workflows", { name: "Shared", graph: emptyGraph })).json();
  return { id: made.workflow.id, revision: made.draft.revision };
}
const edit = (workflow_id: string | null, ...selected: string[]) => ({
  type: "edit_draft",
  workflow_id,
  selected,
});

describe("those who have the same draft open", () => {
  test("see each other come, select and go, and nobody of another workspace", async () => {
    const { id } = await aWorkflow();
    const one = await openTab(ours.emails.owner);
    const two = await openTab(ours.emails.agent);
    const stranger = await openTab(theirs.emails.owner);
    one.send(edit(id, "trigger"));
    await one.next({ type: "draft_editors", workflow_id: id });
    stranger.send(edit(id, "trigger"));
    await stranger.next({ type: "draft_editors", workflow_id: id });
    two.send(edit(id, "ask"));
    await one.next({
      type: "draft_editors",
      editors: [{ name: "The agent", selected: ["ask"] }],
    });
    await two.next({ type: "draft_editors", editors: [{ selected: ["trigger"] }] });
    const before = one.frames.length;
    two.close();
    await one.next({ type: "draft_editors", editors: [] }, before);
    expect(stranger.frames.filter(({ type }) => type === "draft_editors")).toEqual([
      { type: "draft_editors", workflow_id: id, editors: [] },
    ]);
  });

  test("hear of each save and of the end of the workflow, and nothing once they have left", async () => {
    const { id, revision } = await aWorkflow();
    const stays = await openTab(ours.emails.owner);
    const leaves = await openTab(ours.emails.agent);
    stays.send(edit(id));
    leaves.send(edit(id));
    await stays.next({ type: "draft_editors", editors: [{}] });
    const before = stays.frames.length;
    leaves.send(edit(null));
    await stays.next({ type: "draft_editors", editors: [] }, before);
    const saved = await asOwner("PUT", `/workflows/${id}/draft`, { graph: emptyGraph, revision });
    await stays.next({ type: "draft_saved", workflow_id: id, revision: saved.json().revision });
    expect((await asOwner("DELETE", `/workflows/${id}`)).statusCode).toBe(204);
    await stays.next({ type: "workflow_deleted", workflow_id: id, by: "The owner" });
    expect(leaves.frames.map(({ type }) => type)).not.toContain("draft_saved");
  });
});
