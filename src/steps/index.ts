/** The step types, in the order of the palette. A new type is one line here and one in `editors.ts`. */
import type { StepCatalogue, StepType } from "#core/engine";
import { askQuestion } from "./ask-question/step.ts";
import { assignTo } from "./assign-to/step.ts";
import { branch } from "./branch/step.ts";
import { closeConversation } from "./close-conversation/step.ts";
import { dateTime } from "./date-time/step.ts";
import { jumpToStep } from "./jump-to-step/step.ts";
import { runAction } from "./run-action/step.ts";
import { sendMessage } from "./send-message/step.ts";
import { triggerWorkflow } from "./trigger-workflow/step.ts";
import { wait } from "./wait/step.ts";

export const stepTypes = [
  sendMessage,
  askQuestion,
  branch,
  runAction,
  assignTo,
  wait,
  dateTime,
  jumpToStep,
  triggerWorkflow,
  closeConversation,
] as const satisfies readonly StepType[];

/** Names of the step types; what needs one thing per type is a `Record` of them. */
export type StepTypeName = (typeof stepTypes)[number]["type"];

export const stepCatalogue: StepCatalogue = new Map<string, StepType>(
  stepTypes.map((type) => [type.type, type]),
);
export { gateTexts } from "./run-action/gate-texts.ts";
