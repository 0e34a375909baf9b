/** Editors of what several steps and triggers share: templates, conditions, durations, options, people. */
import "./editing.css";
import "./preview/preview.css";
import "./schedule/schedule.css";
import "./templates/templates.css";
import "./variables/variables.css";

export { ActionPicker } from "./action/action-picker.tsx";
export { BindingField } from "./action/binding-field.tsx";
export { draftBindingSchema } from "./action/draft-binding.ts";
export { MemberPicker, TeamPicker } from "./assignee-picker.tsx";
export { ChannelsField } from "./channels-field.tsx";
export { ConditionEditor, readConditions } from "./conditions/condition-editor.tsx";
export type { ConfigEditorProps } from "./config-editor.ts";
export { DurationField, type DurationUnit, durationUnits } from "./duration-field.tsx";
export { EditingWorldProvider, type EditingWorld, useEditingWorld } from "./editing-world.ts";
export { knownVariables } from "./variables/known-variables.ts";
export { LanguageSwitcher } from "./language-switcher.tsx";
export {
  localizedDraftSchema,
  localizedOptionsDraftSchema,
  saysNothing,
  variantIn,
  withoutLanguage,
} from "./localized.ts";
export { LocalizedField, LocalizedOptionList } from "./localized-field.tsx";
export { MessagePreview } from "./preview/message-preview.tsx";
export type { PreviewAnswer } from "./preview/preview-answer.ts";
export { NumberField } from "./number-field.tsx";
export { operatorWords } from "./conditions/operators.ts";
export { conditionsInWords } from "./conditions/condition-words.ts";
export { OptionalPath } from "./optional-path.tsx";
export { OptionList, OrderActions } from "./option-list.tsx";
export { UrlContainsPanel, UrlPatternPanel } from "./page-panels.tsx";
export { FieldPair, Hint, ProblemText } from "./panel-text.tsx";
export { PanelSection } from "./panel-section.tsx";
export { problemAt, problemsWithin, problemWithin } from "./problem-at.ts";
export { RemovableItem } from "./removable-item.tsx";
export { ScheduleChoiceField, SchedulePicker } from "./schedule/schedule-choice-field.tsx";
export { ScheduleEditor } from "./schedule/schedule-editor.tsx";
export { TimezoneSelect } from "./schedule/timezone-select.tsx";
export { sentence } from "./sentence.ts";
export { SecondsField } from "./seconds-field.tsx";
export { silenceInWords, SilencePanel } from "./silence-panel.tsx";
export { SortHandle, useSortable } from "./sortable.tsx";
export { TemplateField } from "./templates/template-field.tsx";
export { toVariableName, VariableNameField } from "./variables/variable-name-field.tsx";
export { UrlPatternField } from "./url-pattern-field.tsx";
export { type ShownLanguage, useLanguages } from "./use-languages.ts";
export { VariableSelect } from "./variables/variable-select.tsx";
export { VariableNames, VariablePairs } from "./variables/variable-lists.tsx";
export {
  type Choice,
  findOption,
  type GivenValue,
  type ValueKind,
  type VariableOption,
} from "./variables/variable-option.ts";
