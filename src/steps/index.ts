/** The step types, in the order of the palette. A new type is one line here and one in `editors.ts`. */
import type { StepCatalogue, StepType } from "#core/engine";
import { askQuestion } from "./ask-question/step.ts";
import { assignTo } from "./assign-to/step.ts";
import { branch } from "./branch/step.ts";
import { closeConversation } from "./close-conversation/step.ts";
import { sendMessage } from "./send-message/step.ts";
import { wait } from "./wait/step.ts";

export const stepTypes: readonly StepType[] = [sendMessage, askQuestion, branch, assignTo, wait, closeConversation];

export const stepCatalogue: StepCatalogue = new Map(stepTypes.map((type) => [type.type, type]));
