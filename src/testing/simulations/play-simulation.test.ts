import {
  type Graph,
  type SimulationAct,
  type SimulationStart,
  simulationActsSchema,
  simulationStartSchema,
  toMemberId,
  toTeamId,
  toWorkflowId,
} from "#core/domain";
import {
  beforeClockChange,
  compareLines,
  countChanges,
  nextSundayNight,
  type PlayedSimulation,
  playSimulation,
  toWallClock,
} from "#core/simulate";
import { stepCatalogue } from "#steps";
import { aDrawnGraph, aWorkspace, type DrawnSteps } from "#testing/builders";
import { triggerCatalogue } from "#triggers";
import { describe, expect, it } from "vitest";
import { randomActions } from "../properties/random-actions.ts";

const ada = toMemberId("00000000-0000-7000-8000-0000000000a1");
const support = toTeamId("00000000-0000-7000-8000-0000000000b1");
const own = toWorkflowId("00000000-0000-7000-8000-0000000000c0");
const other = toWorkflowId("00000000-0000-7000-8000-0000000000c1");

const start: SimulationStart = simulationStartSchema.parse({
  starts_at: "2026-03-02T09:00:00Z",
  channel: "widget",
  page_url: "https://shop.example/",
  language: "en",
  contact: { fields: {}, email_verification: "none", is_returning: false },
  offline_member_ids: [],
  delivery_fails: false,
  called_workflows: "live",
});

function play(
  graph: Graph,
  acts: readonly object[],
  overrides: Partial<SimulationStart> = {},
  called: readonly Graph[] = [],
): PlayedSimulation {
  const world = {
    workspace: aWorkspace(),
    members: [
      {
        id: ada,
        name: "Ada",
        email: "ada@b.example",
        role: "agent" as const,
        presence: "offline" as const,
        openCount: 7,
        teamIds: [support],
      },
    ],
    teams: [{ id: support, name: "Support" }],
    steps: stepCatalogue,
    triggers: triggerCatalogue,
    actions: randomActions,
    workflow: { id: own, name: "Own", graph },
    called: called.map((each) => ({ id: other, name: "Other", graph: each })),
  };
  const parsed: readonly SimulationAct[] = simulationActsSchema.parse(acts);
  const played = playSimulation(world, { ...start, ...overrides }, parsed);
  if (!played.ok) throw new Error(played.problem);
  return played;
}

const textsOf = ({ state }: PlayedSimulation) =>
  state.messages
    .filter(({ message }) => message.author.kind !== "contact")
    .map(({ message }) => message.text);
const pathOf = ({ state }: PlayedSimulation) =>
  state.visits.map(({ stepId, path }) => `${stepId} ${path ?? "…"}`);
const write = (text: string) => ({ act: "write", text });

const asksForEmail: DrawnSteps = {
  ask: [
    "ask_question",
    {
      text: "Your e-mail?",
      answer: { type: "email" },
      retry_text: "That is none.",
      save_to: { variable: "email" },
      timeout: { seconds: 3_600 },
    },
    { answered: "thanks", timeout: "bye" },
  ],
  thanks: ["send_message", { text: "Thanks, {{ email }}" }],
  bye: ["send_message", { text: "We are gone" }],
};
const asks = aDrawnGraph(asksForEmail);

describe("a simulation", () => {
  it("asks again when an answer does not fit, and tells what was learned and where", () => {
    const played = play(asks, [
      write("hello"),
      write("no idea!"),
      { act: "pass_time", seconds: 3 },
      write("mia@b.example"),
    ]);
    expect(textsOf(played)).toEqual(["Your e-mail?", "That is none.", "Thanks, mia@b.example"]);
    expect(played.state.variables).toMatchObject([
      { name: "email", value: "mia@b.example", setAt: { stepId: "ask" } },
    ]);
    expect(pathOf(played)).toEqual(["ask answered", "thanks next"]);
    expect(played.misfits.size).toBe(0);
  });

  it("fires what is due when the clock moves, and says when that is", () => {
    const waiting = play(asks, [write("hello")]);
    expect(waiting.state.current?.wait?.for).toBe("reply");
    const [timer] = waiting.state.timers.filter(({ runId }) => runId !== null);
    expect(timer?.dueAt).toBe(waiting.state.now + 3_600_000);
    const later = play(asks, [write("hello"), { act: "pass_time", seconds: 3_600 }]);
    expect(textsOf(later)).toEqual(["Your e-mail?", "We are gone"]);
  });

  it("comes out the same each time, and a shorter one is the beginning of a longer", () => {
    const acts = [write("hello"), write("mia@b.example")];
    const whole = play(asks, acts);
    expect(play(asks, acts)).toEqual(whole);
    expect(play(asks, acts.slice(0, 1)).lines).toEqual(whole.lines.slice(0, 2));
  });

  it("says which act has no place any more, and plays the others", () => {
    const played = play(asks, [
      write("hello"),
      { act: "press", quick_reply_id: "gone", label: "Gone" },
      write("mia@b.example"),
    ]);
    expect([...played.misfits]).toEqual([[1, "There is no button “Gone” to press."]]);
    expect(played.lines[2]?.[0]?.kind).toBe("misfit");
    expect(textsOf(played)).toContain("Thanks, mia@b.example");
  });

  it("tells why it did not start", () => {
    const pages = aDrawnGraph(asksForEmail, {
      trigger: { type: "idle_detected", config: { seconds: 60, url_contains: "" } },
    });
    const idle = (idle_seconds: number) => ({
      act: "detect",
      trigger_type: "idle_detected",
      url: "https://shop.example/checkout",
      evidence: { idle_seconds },
    });
    expect(play(pages, [idle(5)]).state.decisions).toMatchObject([
      { result: "not_started", reason: "condition" },
    ]);
    expect(play(pages, [idle(60)]).state.decisions).toMatchObject([{ result: "started" }]);
  });

  it("has everybody online and free unless told otherwise", () => {
    const assigns = aDrawnGraph({
      to: [
        "assign_to",
        { target: { type: "team", team_id: support }, policy: "round_robin", online_only: true },
        {},
      ],
    });
    expect(play(assigns, [write("hello")]).state.conversation?.assigneeId).toBe(ada);
    const absent = { offline_member_ids: [ada] };
    const waits = play(assigns, [write("hello")], absent);
    expect(waits.state.current?.wait?.for).toBe("assignee");
    const comes = { act: "set_presence", member_id: ada, presence: "online" };
    expect(play(assigns, [write("hello"), comes], absent).state.conversation?.assigneeId).toBe(ada);
  });

  it("waits for the outcome of an action, and for no longer than production would", () => {
    const looks = aDrawnGraph({
      look: [
        "run_action",
        {
          action: "pretend.find_order@1",
          input: { order: { literal: "A-1" } },
          save_to: "order",
          failure: true,
        },
        { success: "found", failure: "lost" },
      ],
      found: ["send_message", { text: "It is {{ order.status }}" }],
      lost: ["send_message", { text: "Nobody knows" }],
    });
    const asked = play(looks, [write("hello")]);
    expect(asked.state.openCall?.request).toMatchObject({ action: "pretend.find_order@1" });
    const found = {
      act: "finish_call",
      of: "pretend.find_order@1",
      outcome: { kind: "done", output: { status: "sent", total: 3 } },
    };
    expect(textsOf(play(looks, [write("hello"), found]))).toEqual(["It is sent"]);
    const late = play(looks, [write("hello"), { act: "pass_time", seconds: 600 }]);
    expect(pathOf(late)).toEqual(["look failure", "lost next"]);
    const wrong = { ...found, of: "model" };
    expect(play(looks, [write("hello"), wrong]).misfits.get(1)).toMatch(/is waited for/);
  });

  it("carries messages by mail as they come, or lets them fail", () => {
    const says = aDrawnGraph({
      hello: [
        "send_message",
        { text: "Hello", delivery_failed: true },
        { next: "more", delivery_failed: "note" },
      ],
      more: ["send_message", { text: "More" }],
      note: ["close_conversation", {}],
    });
    const arrives = play(says, [write("hello")], { channel: "email" });
    expect(arrives.state.messages.map(({ message }) => message.delivery)).toEqual([
      expect.any(String),
      "sent",
      "sent",
    ]);
    const fails = play(says, [write("hello")], { channel: "email", delivery_fails: true });
    expect(pathOf(fails)).toEqual(["hello delivery_failed", "note …"]);
  });

  it("plays a workflow that is called, which does not start by itself", () => {
    const calls = aDrawnGraph({
      go: ["trigger_workflow", { workflow_id: other, mode: "return" }, { next: "back" }],
      back: ["send_message", { text: "Back" }],
    });
    const called = aDrawnGraph({ there: ["send_message", { text: "There" }] });
    const played = play(calls, [write("hello")], {}, [called]);
    expect(textsOf(played)).toEqual(["There", "Back"]);
    expect(played.state.runs).toHaveLength(2);
  });

  it("goes to a wall-clock time over a clock change, and never back", () => {
    const to = (time: string) => ({ act: "set_clock", to: time });
    const played = play(asks, [
      to("2026-03-29T01:30"),
      to("2026-03-29T03:30"),
      to("2026-03-29T01:00"),
    ]);
    expect(new Date(played.state.now).toISOString()).toBe("2026-03-29T01:30:00.000Z");
    expect([...played.misfits.keys()]).toEqual([2]);
  });

  it("refuses a draft that cannot run, naming the step", () => {
    const broken = aDrawnGraph({ hello: ["send_message", { text: "" }] });
    expect(() => play(broken, [])).toThrow(/./);
  });
});

describe("comparing what followed", () => {
  const line = (text: string) => ({ kind: "message" as const, step_id: null, text });

  it("names what is missing and what is new, in their order", () => {
    const compared = compareLines(["a", "b", "c"].map(line), ["a", "x", "c"].map(line));
    expect(compared.map(({ change, line: { text } }) => `${change} ${text}`)).toEqual([
      "same a",
      "missing b",
      "new x",
      "same c",
    ]);
  });

  it("counts over all acts", () => {
    expect(countChanges([[line("a")], [line("b")]], [[line("a")], [line("c")]])).toBe(2);
    expect(countChanges([[line("a")]], [[line("a")]])).toBe(0);
    expect(countChanges([[]], [[], [line("c")]])).toBe(1);
  });
});

describe("the clock's presets", () => {
  const monday = Date.parse("2026-03-02T09:00:00Z");

  it("are on the wall of the workspace", () => {
    expect(toWallClock(monday, "Europe/Berlin")).toBe("2026-03-02T10:00");
    expect(nextSundayNight(monday, "Europe/Berlin")).toBe("2026-03-08T03:00");
    const sunday = Date.parse("2026-03-08T03:00:00Z");
    expect(nextSundayNight(sunday, "Europe/Berlin")).toBe("2026-03-15T03:00");
  });

  it("know when the clock changes, where it does", () => {
    expect(beforeClockChange(monday, "Europe/Berlin")).toBe("2026-03-29T01:50");
    expect(beforeClockChange(monday, "America/New_York")).toBe("2026-03-08T01:50");
    expect(beforeClockChange(monday, "Asia/Tokyo")).toBeNull();
  });
});
