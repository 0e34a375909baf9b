import { chooseVariant, type Json, type JsonObject, type Run } from "#core/domain";
import type { LaneDraft } from "../lane/lane-draft.ts";
import type { StepContext } from "../step-contract.ts";
import { renderTemplate } from "../templates/render-template.ts";
import { type Facts, lookUp } from "./look-up.ts";

/** Makes what a step of this run may know, as the lane stands now; `notes` collects paths that had no value. */
export const toStepContext = (lane: LaneDraft, run: Run, notes: JsonObject[]): StepContext => {
  const { workspace } = lane.world;
  const { contact } = lane;
  const conversation = run.conversationId === null ? null : lane.conversation(run.conversationId);
  const visitorSession = lane.newestSession();
  const { variables, triggerInputs, language, memories, stepId } = run;
  const { now } = lane.world;
  const facts: Facts = {
    now,
    workspace,
    contact,
    conversation,
    visitorSession,
    variables,
    triggerInputs,
  };
  const readers = toReaders(facts, language, notes);
  // Written out: spreading would cost more than all a simple step does.
  return {
    now,
    workspace,
    contact,
    conversation,
    visitorSession,
    variables,
    memory: (stepId !== null && Object.hasOwn(memories, stepId) ? memories[stepId] : null) ?? null,
    triggerInputs,
    language,
    render: readers.render,
    say: readers.say,
    lookUp: readers.lookUp,
    action: (name) => lane.world.actions.get(name),
    draw: lane.ids.draw,
  };
};

/** Makes the ways to read facts: by path, through a template, and through the variant of one that the run's language has. */
export const toReaders = (
  facts: Facts,
  language: string,
  notes: JsonObject[],
): Pick<StepContext, "lookUp" | "render" | "say"> => {
  const find = (path: string): Json | undefined => lookUp(facts, path);
  const { now, workspace, contact } = facts;
  const locality = {
    language,
    timezone: workspace.timezone,
    contactTimezone: contact.timezone,
    now,
  };
  const render: StepContext["render"] = (template, target) =>
    renderTemplate(template, target, find, locality, (path) => notes.push({ missing_value: path }));
  return {
    lookUp: find,
    render,
    say: (text, target) => render(chooseVariant(text, language, workspace.language), target),
  };
};
