import {
  type ActionCatalogue,
  bindingReads,
  defineStep,
  end,
  localizedReads,
  namedByInputs,
  resolveInputs,
  type StepContext,
  type StepResult,
  waitFor,
} from "#core/engine";
import { z } from "zod";
import { carryOut, failure, settleCall, settleInside } from "./carry-out.ts";
import { type Config, configSchema } from "./config.ts";
import { askFirst, needsConfirmation, resumeConfirming } from "./confirm.ts";
import { toVisitState } from "./visit-state.ts";

/**
 * Runs an action of an integration, and keeps what it answers.
 *
 * The built-in Switchboard actions run at once; any other is called on its own machine while the run waits. With a confirmation the
 * contact sees what will be done with which values and presses yes or no: a yes counts once, for exactly these values, within one hour
 * (72 hours on e-mail). A call whose outcome cannot be known is never repeated: it fails as `outcome_unknown` and leaves a private note.
 *
 * Paths
 * - `success`: the action is done.
 * - `declined` (with a confirmation): the contact said no.
 * - `no_answer` (with a confirmation): the contact said nothing in time.
 * - `failure` (optional): it failed. Without this path the run ends as failed.
 *
 * @example { "action": "switchboard.add_tag@1", "input": { "tag": { "literal": "vip" }, "of": { "literal": "contact" } }, "confirm": false }
 */
export const runAction = defineStep({
  type: "run_action",
  title: "Run action",
  description: "Runs an action of an integration and keeps what it answers.",
  config: configSchema,
  shape: z
    .object({ confirm: z.boolean().nullable().catch(null), failure: z.boolean().catch(false) })
    .catch({ confirm: false, failure: false }),
  outputPaths: (shape) => [
    { id: "success", title: "Done", isRequired: false },
    // Left to the action, it may ask.
    ...(shape.confirm === false
      ? []
      : [
          { id: "declined", title: "Contact declined", isRequired: false },
          { id: "no_answer", title: "No answer in time", isRequired: false },
        ]),
    ...(shape.failure ? [{ id: "failure", title: "Failed", isRequired: false }] : []),
  ],
  initialConfig: { action: "", input: {}, confirm: false, failure: false },
  example: {
    action: "switchboard.add_tag@1",
    input: { tag: { literal: "vip" }, of: { literal: "contact" } },
    confirm: false,
  },
  speaks: (config, actions) => {
    const action = actions.get(config.action);
    return (
      config.error_message !== null || needsConfirmation(config, action) || action?.speaks === true
    );
  },
  parks: () => "maybe",
  skipPath: "success",
  failurePath: (config) => (config.failure ? "failure" : null),
  summary: ({ action }) => sayAction(action),
  variablePlaces: [
    { path: ["input", "*", "template"], holds: "template" },
    { path: ["input", "*", "variable"], holds: "path" },
    { path: ["input"], holds: "action_input" },
    { path: ["error_message"], holds: "template" },
    { path: ["confirm_text"], holds: "template" },
    { path: ["save_to"], holds: "name" },
  ],
  reads: ({ input, error_message, confirm_text }) => [
    ...bindingReads(input),
    ...[error_message, confirm_text].flatMap((text) => (text === null ? [] : localizedReads(text))),
  ],
  writes: ({ save_to, action, input }, actions) => [
    ...(save_to === null ? [] : [save_to]),
    ...writtenBy(actions, action, input),
  ],
  references: ({ action }) => [{ kind: "action", id: action, path: ["action"] }],
  actionUse: ({ action, input }) => ({ name: action, input, inputField: ["input"] }),
  texts: ({ error_message, confirm_text }) => [
    ...(error_message === null ? [] : [{ text: error_message, path: ["error_message"] }]),
    ...(confirm_text === null ? [] : [{ text: confirm_text, path: ["confirm_text"] }]),
  ],
  enter: (config, context) => {
    const action = context.action(config.action);
    if (action === undefined) return gone(config, context);
    const resolved = resolveInputs(action, config.input, context);
    if (!resolved.ok) return failure(config, context, resolved.problem);
    const use = { config, context, action, input: resolved.input };
    return needsConfirmation(config, action) ? askFirst(use) : carryOut(use);
  },
  resume: (config, context, event, kept) => {
    if (event.type === "reply" && event.asksForPerson) return end({ kind: "asked_for_person" });
    const action = context.action(config.action);
    const state = toVisitState(kept);
    if (action === undefined || state === null) return gone(config, context);
    if (state.phase === "confirming")
      return resumeConfirming(config, context, action, event, state);
    const use = { config, context, action, input: state.input };
    if (state.phase === "calling")
      return event.type === "call"
        ? settleCall(use, event.outcome)
        : waitFor({ for: "action" }, state);
    return action.resume === undefined
      ? gone(config, context)
      : settleInside(use, action.resume(state.input, context, event, state.state));
  },
});

const writtenBy = (actions: ActionCatalogue, name: string, input: Config["input"]) => {
  const action = actions.get(name);
  return action === undefined ? [] : namedByInputs(action, input);
};

const gone = (config: Config, context: StepContext): StepResult =>
  failure(config, context, {
    code: "action_gone",
    message: `There is no action ${config.action} any more.`,
    details: { action: config.action },
  });

/** Says a name such as `shopify.find_order@1` in words. */
const sayAction = (name: string): string => {
  const [integration = "", rest = ""] = name.split(".");
  const action = (rest.split("@")[0] ?? "").replaceAll("_", " ");
  return `${integration.replace(/^./, (first) => first.toUpperCase())}: ${action}`;
};
