import { day, hour, type Json, type JsonObject, minute, type StepEvent } from "#core/domain";
import { type ActionResult, type StepContext, seededIds } from "#core/engine";
import { aContact, aStepContext, builtAt } from "#testing/builders";
import { describe, expect, it } from "vitest";
import { drawCode, findCode, looksLikeCode } from "./email-code.ts";
import { switchboardActions } from "./index.ts";

const find = (name: string) => {
  const action = switchboardActions.find((each) => each.name === `switchboard.${name}@1`);
  if (action === undefined) throw new Error(`there is no action ${name}`);
  return action;
};
const perform = (name: string, input: JsonObject, context = aStepContext()): ActionResult => {
  const result = find(name).perform?.(input, context);
  if (result === undefined) throw new Error(`${name} does not run inside`);
  return result;
};

it.each(switchboardActions.map((action) => [action.name, action] as const))(
  "%s does what its example says, and answers anything else with a failure",
  (_name, action) => {
    const context = aStepContext({ contact: aContact({ email: "old@shop.example" }) });
    expect(action.perform?.(action.example, context).kind).not.toBe("failed");
    const known = new Set(action.inputs.map(({ name }) => name));
    expect(Object.keys(action.example).filter((name) => !known.has(name))).toEqual([]);
    for (const input of [{}, { field: 1, value: {}, tag: "", who: "", unit: "years", amount: -1 }])
      expect(["done", "failed", "waits"]).toContain(action.perform?.(input, context).kind);
  },
);

it.each<[string, JsonObject, JsonObject]>([
  [
    "set_contact_field",
    { field: "custom.plan", value: 3 },
    { type: "change_contact", fields: { custom: { plan: 3 } } },
  ],
  [
    "set_contact_field",
    { field: "email", value: "a@b.example" },
    { type: "change_contact", fields: { email: "a@b.example" } },
  ],
  ["clear_contact_field", { field: "phone" }, { type: "change_contact", fields: { phone: null } }],
  [
    "clear_contact_field",
    { field: "custom.plan" },
    { type: "change_contact", fields: { custom: { plan: null } } },
  ],
  ["add_tag", { tag: " vip " }, { type: "change_tags", of: "contact", add: ["vip"], remove: [] }],
  [
    "remove_tag",
    { tag: "vip", of: "conversation" },
    { type: "change_tags", of: "conversation", add: [], remove: ["vip"] },
  ],
  ["set_priority", { priority: "urgent" }, { type: "set_priority", priority: "urgent" }],
  ["snooze", { amount: 90, unit: "minutes" }, { type: "snooze", until: builtAt + 90 * minute }],
  ["snooze", { amount: 2 }, { type: "snooze", until: builtAt + 2 * hour }],
  [
    "snooze",
    { until: new Date(builtAt + day).toISOString() },
    { type: "snooze", until: builtAt + day },
  ],
  ["add_note", { text: " look " }, { type: "add_note", text: "look" }],
  ["mention", { who: "@Ana Berg", text: "look" }, { type: "add_note", text: "@Ana Berg look" }],
  [
    "set_language",
    { language: "pt-BR" },
    { type: "change_contact", fields: { language: "pt-BR" } },
  ],
  ["set_variable", { name: "level", value: 3 }, { type: "set_variable", name: "level", value: 3 }],
])("%s %j", (name, input, effect) => {
  expect(perform(name, input)).toMatchObject({ kind: "done", effects: [effect] });
});

it.each<[string, JsonObject]>([
  ["set_contact_field", { field: "email", value: "nobody" }],
  ["set_contact_field", { field: "tags", value: "vip" }],
  ["set_contact_field", { field: "__proto__", value: "x" }],
  ["set_contact_field", { field: "lifecycle_stage", value: "king" }],
  ["clear_contact_field", { field: "lifecycle_stage" }],
  ["add_tag", { tag: "  " }],
  ["add_tag", { tag: "x".repeat(65) }],
  ["snooze", {}],
  ["snooze", { amount: 1, until: "2026-03-03T10:00" }],
  ["snooze", { until: "2020-03-03T10:00" }],
  ["snooze", { amount: 366, unit: "days" }],
  ["mention", { who: " @ " }],
  ["set_language", { language: "klingon!" }],
])("%s %j is refused", (name, input) => {
  expect(perform(name, input)).toMatchObject({
    kind: "failed",
    problem: { code: "invalid_input" },
  });
});

it("snoozes for calendar days over a clock change", () => {
  // Berlin goes to summer time on 29 March 2026.
  const now = Date.parse("2026-03-28T10:00:00+01:00");
  expect(perform("snooze", { amount: 1, unit: "days" }, aStepContext({ now }))).toMatchObject({
    output: { until: "2026-03-29T08:00:00.000Z" },
  });
});

describe("proving an e-mail", () => {
  const contact = aContact({ email: "mia@shop.example", emailVerification: "claimed" });
  const at = (now: number, more: Parameters<typeof aStepContext>[0] = {}) =>
    aStepContext({ contact, now, ...more });
  const action = find("prove_email");
  const resume = (context: StepContext, event: StepEvent, before: ActionResult): ActionResult => {
    const state: Json = before.kind === "waits" ? before.state : null;
    const result = action.resume?.({}, context, event, state);
    if (result === undefined) throw new Error("it does not wait");
    return result;
  };
  const write = (text: string) =>
    ({ type: "reply", text, quickReplyId: null, asksForPerson: false }) as const;
  const call = (kind: "done" | "unknown") =>
    ({
      type: "call",
      key: "k",
      outcome:
        kind === "done"
          ? { kind, output: null }
          : { kind, problem: { code: "timeout", message: "No answer." } },
    }) as const;
  const code = drawCode(seededIds("seed", builtAt).draw);
  const sending = perform("prove_email", {}, at(builtAt));
  const sent = resume(at(builtAt), call("done"), sending);

  it("mails a code of eight characters before it says that it did", () => {
    expect(sending).toMatchObject({
      kind: "waits",
      for: "action",
      takesReply: false,
      effects: [
        {
          type: "call",
          request: {
            kind: "mail",
            to: "mia@shop.example",
            subject: "Your code for Trailhead",
            text: expect.stringContaining(code),
          },
        },
      ],
    });
    expect(sent).toMatchObject({
      kind: "waits",
      for: "reply",
      takesReply: true,
      timers: [{ name: "code", dueAt: builtAt + 10 * minute }],
      effects: [{ type: "send_message", text: expect.stringContaining("m…@shop.example") }],
    });
  });

  it.each([
    code,
    code.toLowerCase(),
    `it is ${code}, thanks`,
    `${code.slice(0, 4)} ${code.slice(4)}`,
  ])("believes the address once the contact writes %s", (text) => {
    expect(resume(at(builtAt + minute), write(text), sent)).toEqual({
      kind: "done",
      output: { email: "mia@shop.example" },
      effects: [{ type: "prove_email", email: "mia@shop.example" }],
    });
  });

  it("takes a mail that nobody knows of for sent", () => {
    expect(resume(at(builtAt), call("unknown"), sending)).toMatchObject({ for: "reply" });
  });

  it("fails as the mail failed", () => {
    const problem = { code: "not_connected", message: "No mail." };
    const event = { type: "call", key: "k", outcome: { kind: "failed", problem } } as const;
    expect(resume(at(builtAt), event, sending)).toEqual({ kind: "failed", problem });
  });

  it("gives five tries; what is no code costs none", () => {
    let state = resume(at(builtAt), write("which mail?"), sent);
    expect(state).toMatchObject({ kind: "waits", evidence: [{ not_a_code: "which mail?" }] });
    for (let tries = 1; tries < 5; tries += 1) {
      state = resume(at(builtAt), write("WRONG234"), state);
      expect(state).toMatchObject({ kind: "waits", evidence: [{ wrong_code: tries }] });
    }
    expect(resume(at(builtAt), write("WRONG234"), state)).toMatchObject({
      kind: "failed",
      problem: { code: "too_many_tries" },
    });
  });

  it("is over after ten minutes, also for the right code that comes before the timer", () => {
    const over = { kind: "failed", problem: { code: "code_expired" } };
    const late = at(builtAt + 10 * minute);
    expect(resume(late, { type: "timer", name: "code" }, sent)).toMatchObject(over);
    expect(resume(late, write(code), sent)).toMatchObject(over);
  });

  it("asks nothing of an address that is proven, and needs one", () => {
    const proven = aContact({ email: "mia@shop.example", emailVerification: "proven" });
    expect(perform("prove_email", {}, at(builtAt, { contact: proven }))).toMatchObject({
      kind: "done",
      effects: [],
    });
    const other = { email: "Other@Shop.example " };
    expect(perform("prove_email", other, at(builtAt, { contact: proven }))).toMatchObject({
      kind: "waits",
      state: { email: "other@shop.example" },
    });
    const nobody = at(builtAt, { contact: aContact() });
    expect(perform("prove_email", {}, nobody)).toMatchObject({ problem: { code: "no_email" } });
  });
});

describe("codes", () => {
  it("are eight characters that nobody mixes up, and differ from seed to seed", () => {
    const codes = Array.from({ length: 200 }, (_unused, index) =>
      drawCode(seededIds(`seed ${index}`, builtAt).draw),
    );
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
  });

  it("are the same for the same seed, whatever ids were made before", () => {
    const [one, other] = [seededIds("s", builtAt), seededIds("s", builtAt)];
    other.next();
    expect(drawCode(one.draw)).toBe(drawCode(other.draw));
  });

  it.each([
    ["ABCD2345", true],
    ["abcd 2345", true],
    ["abcd-2345", true],
    ["ABCD23456", false],
    ["hello", false],
    ["", false],
  ])("%j looks like one: %s", (text, expected) => {
    expect(looksLikeCode(text)).toBe(expected);
    expect(findCode(text, "ABCD2345")).toBe(expected);
  });
});
