import { type Graph, graphSchema, type JsonObject } from "#core/domain";
import { stepCatalogue } from "#steps";
import fc from "fast-check";

/** Ids of people that random graphs point at. */
export const randomPeople = {
  members: ["00000000-0000-7000-8000-0000000000a1", "00000000-0000-7000-8000-0000000000a2"],
  team: "00000000-0000-7000-8000-0000000000b1",
} as const;

/** Ids of the workflows in a world of random graphs, the first with the highest priority. */
export const randomWorkflowIds = [
  "00000000-0000-7000-8000-0000000000c0",
  "00000000-0000-7000-8000-0000000000c1",
] as const;

const texts = fc.constantFrom(
  "Hi",
  '{{ contact.first_name | default: "there" }}',
  "{{ a }} and {{ b }}",
  "{{ trigger.message }}",
  "{{ contact.email }}",
  "{{ nothing }}",
);
const conditions = fc.array(
  fc.constantFrom<JsonObject>(
    { field: "contact.email", operator: "exists" },
    { field: "a", operator: "equals", value: "yes" },
    { field: "b", operator: "greater_than", value: 3 },
    { field: "trigger.message", operator: "matches_pattern", value: "^(a+)+$" },
    { field: "conversation.channel", operator: "not_equals", value: "widget" },
  ),
  { minLength: 1, maxLength: 3 },
);
const timeout = fc.constantFrom<JsonObject | null>(null, { seconds: 60 }, { seconds: 3_600 });

/** A step's type and a config that is valid. */
const randomStep: fc.Arbitrary<{ type: string; config: JsonObject }> = fc.oneof(
  fc.record({ text: texts }).map((config) => ({ type: "send_message", config })),
  fc
    .record({
      text: texts,
      answer: fc.constantFrom<JsonObject>(
        { type: "text" },
        { type: "text", pattern: "^(a+)+$" },
        { type: "email" },
        { type: "phone", default_country: "DE" },
        { type: "number", integer: true, max: 4 },
        { type: "date", allow_words: true },
        { type: "url" },
        { type: "rating", scale: "1_to_5" },
        { type: "yes_no" },
        { type: "file" },
        {
          type: "single_choice",
          options: [
            { id: "yes", label: "Yes" },
            { id: "no", label: "No" },
          ],
        },
      ),
      save_to: fc.constantFrom<JsonObject>({}, { variable: "a" }, { variable: "b" }),
      retries: fc.constantFrom(null, 0, 1, 2),
      no_valid_answer: fc.boolean(),
      join_messages: fc.constantFrom(null, true, false),
      timeout,
    })
    .map((config) => ({ type: "ask_question", config })),
  fc.array(conditions, { minLength: 1, maxLength: 2 }).map((groups) => ({
    type: "branch",
    config: {
      branches: groups.map((each, index) => ({
        id: `b${index}`,
        name: `B${index}`,
        match: "any",
        conditions: each,
      })),
    },
  })),
  fc
    .record({
      target: fc.constantFrom<JsonObject>(
        { type: "team", team_id: randomPeople.team },
        { type: "member", member_id: randomPeople.members[0] },
      ),
      policy: fc.constantFrom("round_robin", "least_open"),
      online_only: fc.boolean(),
      open_limit: fc.constantFrom(null, 1),
      timeout,
    })
    .map((config) => ({ type: "assign_to", config })),
  fc
    .record({
      amount: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom("minutes", "hours"),
      until_reply: fc.boolean(),
      keep_after_close: fc.boolean(),
    })
    .map((config) => ({ type: "wait", config })),
  fc
    .record({ max_jumps: fc.integer({ min: 1, max: 4 }) })
    .map((config) => ({ type: "jump_to_step", config })),
  fc.constant({ type: "close_conversation", config: {} }),
  fc
    .record({ prompt: texts, fallback_text: texts, delivery_failed: fc.boolean() })
    .map((config) => ({ type: "send_message", config: { ...config, mode: "ai" } })),
  fc
    .record({
      call: fc.constantFrom<JsonObject>(
        { action: "switchboard.add_tag@1", input: { tag: { literal: "vip" } } },
        { action: "pretend.find_order@1", input: { order: { literal: "A-1" } } },
        {
          action: "pretend.refund_order@1",
          input: { order: { variable: "trigger.message" }, amount: { literal: 5 } },
        },
      ),
      confirm: fc.constantFrom(null, true),
      failure: fc.boolean(),
      save_to: fc.constantFrom(null, "a"),
    })
    .map(({ call, ...config }) => ({ type: "run_action", config: { ...call, ...config } })),
  fc
    .record({
      operator: fc.constantFrom("is_within", "is_not_within"),
      timezone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Auckland"),
      from: fc.constantFrom("00:00", "08:30"),
      to: fc.constantFrom("12:00", "17:15"),
    })
    .map(({ operator, timezone, from, to }) => ({
      type: "date_time",
      config: {
        operator,
        schedule: {
          type: "written",
          schedule: { timezone, days: { monday: { spans: [{ from, to }] } } },
        },
      },
    })),
);

/** Starts the other workflow of the world, or itself where there is no other. */
const randomCall: fc.Arbitrary<{ type: string; config: JsonObject }> = fc
  .record({
    workflow_id: fc.constantFrom(...randomWorkflowIds),
    mode: fc.constantFrom("return", "hand_over"),
  })
  .map((config) => ({ type: "trigger_workflow", config }));

const randomTrigger = fc.record({
  trigger: fc.constantFrom<{ type: string; config: JsonObject }>(
    { type: "conversation_opened", config: { opened: "both" } },
    { type: "chat_opened", config: {} },
    { type: "page_view", config: { url_pattern: "/**" } },
    { type: "manual", config: {} },
  ),
  frequency: fc.constantFrom<JsonObject>(
    { every: "time" },
    { every: "session" },
    { every: "contact" },
  ),
  on_takeover: fc.constantFrom("pause", "end", "go_on"),
});

const graphOf = (step: typeof randomStep): fc.Arbitrary<Graph> =>
  fc
    .record({
      start: randomTrigger,
      steps: fc.array(step, { minLength: 1, maxLength: 7 }),
      targets: fc.array(fc.nat(9), { minLength: 40, maxLength: 40 }),
    })
    .map(({ start, steps, targets }) => {
      let draw = 0;
      const ids = steps.map((_step, index) => `s${index}`);
      const edges = steps.flatMap(({ type, config }, index) =>
        (stepCatalogue.get(type)?.sketch(config).outputPaths ?? []).flatMap(({ id }) => {
          const to = ids[targets[draw++ % targets.length] ?? 0];
          return to === undefined ? [] : [{ from: ids[index], path: id, to }];
        }),
      );
      return graphSchema.parse({
        format: 1,
        trigger: {
          ...start.trigger,
          conditions: { match: "all", conditions: [] },
          frequency: start.frequency,
          on_takeover: start.on_takeover,
        },
        trigger_position: { x: 0, y: 0 },
        steps: steps.map((step, index) => ({
          ...step,
          id: ids[index],
          name: "",
          position: { x: 0, y: 0 },
        })),
        edges: [{ from: "trigger", path: "next", to: "s0" }, ...edges],
      });
    });

/** Makes graphs of valid steps wired at random; each path may lead anywhere, back to an earlier step too. None calls another workflow. */
export const randomGraph = graphOf(randomStep);

/** Such graphs that may also call the workflows of their world, themselves included. */
export const randomCallingGraph = graphOf(
  fc.oneof({ weight: 14, arbitrary: randomStep }, { weight: 1, arbitrary: randomCall }),
);
