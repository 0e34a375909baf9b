/** The editor of every step type; a forgotten one is a compile error that names it. */
import type { StepTypeName } from "#steps";
import { askQuestionEditor } from "./ask-question/editor.tsx";
import { assignToEditor } from "./assign-to/editor.tsx";
import { branchEditor } from "./branch/editor.tsx";
import { closeConversationEditor } from "./close-conversation/editor.tsx";
import { dateTimeEditor } from "./date-time/editor.tsx";
import type { StepEditor } from "./editor-contract.ts";
import { jumpToStepEditor } from "./jump-to-step/editor.tsx";
import { runActionEditor } from "./run-action/editor.tsx";
import { sendMessageEditor } from "./send-message/editor.tsx";
import { triggerWorkflowEditor } from "./trigger-workflow/editor.tsx";
import { waitEditor } from "./wait/editor.tsx";

export type { Around, Names, StepEditor } from "./editor-contract.ts";

export const stepEditors: Readonly<Record<StepTypeName, StepEditor>> = {
  send_message: sendMessageEditor,
  ask_question: askQuestionEditor,
  branch: branchEditor,
  run_action: runActionEditor,
  assign_to: assignToEditor,
  wait: waitEditor,
  date_time: dateTimeEditor,
  jump_to_step: jumpToStepEditor,
  trigger_workflow: triggerWorkflowEditor,
  close_conversation: closeConversationEditor,
};
