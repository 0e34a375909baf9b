/** Decides: which workflows an event starts and how each run moves on. Pure: the same code in server, browser and command line. */
export * from "./action-contract.ts";
export * from "./actions/binding.ts";
export * from "./actions/check-inputs.ts";
export * from "./actions/fit-value.ts";
export * from "./actions/resolve-inputs.ts";
export * from "./answers/answer.ts";
export * from "./answers/answer-config.ts";
export { type FileKind, fileKinds, isOfKind } from "./answers/choices/file-answer.ts";
export { optionNamed } from "./answers/choices/option-labels.ts";
export * from "./answers/parse-answer.ts";
export { ratingButtons, type RatingScale, ratingScales } from "./answers/values/rating-answer.ts";
export * from "./answers/save-answer.ts";
export { phoneCountries } from "./answers/texts/phone-answer.ts";
export { cutToScan } from "./answers/scanned-text.ts";
export * from "./answers/tries.ts";
export {
  type BoundGraph,
  bindGraph,
  checkGraph,
  checkTriggerOptions,
  type GraphProblem,
} from "./check-graph.ts";
export * from "./compile-version.ts";
export * from "./compile.ts";
export * from "./conditions/check-condition.ts";
export * from "./conditions/evaluate-conditions.ts";
export * from "./conditions/is-in-audience.ts";
export * from "./define-step.ts";
export * from "./define-trigger.ts";
export { type Facts } from "./facts/look-up.ts";
export { toReaders } from "./facts/run-facts.ts";
export * from "./handle-event.ts";
export * from "./lane.ts";
export { parseConfig } from "./parse-config.ts";
export * from "./schedule/cron.ts";
export * from "./schedule/find-schedule.ts";
export * from "./schedule/in-timezone.ts";
export * from "./schedule/is-open.ts";
export * from "./schedule/next-change.ts";
export * from "./schedule/open-time.ts";
export * from "./schedule/schedule-in-words.ts";
export { seededIds } from "./seeded-ids.ts";
export * from "./replay.ts";
export * from "./settle-assignment.ts";
export * from "./config-facts.ts";
export * from "./step-context.ts";
export * from "./step-contract.ts";
export * from "./templates/check-template.ts";
export { escapeMarkdown, toPlainLine } from "./templates/escape-markdown.ts";
export * from "./templates/fields.ts";
export {
  filters,
  isTemplatePath,
  parseTemplate,
  templateReads,
} from "./templates/parse-template.ts";
export * from "./templates/render-template.ts";
export * from "./trigger-answers.ts";
export { sayMoment } from "./templates/say-moment.ts";
export { toText } from "./templates/to-text.ts";
export * from "./trigger-contract.ts";
export * from "./trigger-fields/pages.ts";
export * from "./trigger-fields/silence.ts";
