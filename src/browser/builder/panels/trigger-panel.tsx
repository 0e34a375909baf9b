import { ConditionEditor, PanelSection, problemsWithin, problemWithin } from "#browser/editing";
import { type GraphTrigger, jsonSchema, takeoverPolicies } from "#core/domain";
import { checkConditions, checkTriggerOptions, type ConfigProblem } from "#core/engine";
import { triggerCatalogue, triggerTypes } from "#triggers";
import { detectors } from "#triggers/detectors";
import { triggerEditors } from "#triggers/editors";
import { Input, Select } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { z } from "zod";
import { changeTriggerType } from "../commands/change-trigger-type.ts";
import { changeTrigger } from "../commands/change-trigger.ts";
import { triggerEditorsByType } from "../editors-by-type.ts";
import { type Finding, problemsOf } from "../findings/finding.ts";
import type { Builder } from "../use-builder.ts";
import { ActiveFields } from "./active-fields.tsx";
import { AiAgentField } from "./ai-agent-field.tsx";
import { CardFindings } from "./card-findings.tsx";
import { FrequencyField } from "./frequency-field.tsx";
import { GoalSection } from "./goal-section.tsx";
import { PanelHead } from "./panel-head.tsx";
import { TriggerTypeChoice } from "./trigger-type-choice.tsx";

const settingsSchema = z.record(z.string(), jsonSchema);

const takeoverWords: Readonly<Record<GraphTrigger["on_takeover"], string>> = {
  pause: "Pause; a member can let it go on",
  end: "End the run",
  go_on: "Go on beside the person",
};
const toTakeover = (value: string | null): GraphTrigger["on_takeover"] =>
  takeoverPolicies.find((policy) => policy === value) ?? "pause";

/** What can fire: what is not sensed in the page, or has a detector there. The type in use is always offered. */
const offered = (inUse: string) =>
  triggerTypes.filter(
    ({ type, isSensed }) =>
      !isSensed || type === inUse || detectors.some((detector) => detector.type === type),
  );

/** Everything about what starts the workflow: its type, filters, conditions, how often, and what a person's takeover does. */
export const TriggerPanel = ({
  builder,
  findings,
}: {
  builder: Builder;
  findings: readonly Finding[];
}) => {
  const { trigger } = builder.graph;
  const type = triggerCatalogue.get(trigger.type);
  const editor = triggerEditorsByType.get(trigger.type);
  return (
    <>
      <PanelHead
        icon={editor?.icon ?? IconBolt}
        hue={editor?.hue}
        kind="Trigger"
        name={type?.title ?? trigger.type}
        isRound
      />
      <PanelSection title="Starts when">
        <TriggerTypeChoice
          value={trigger.type}
          options={offered(trigger.type).map((each) => ({
            ...each,
            look: triggerEditors[each.type],
          }))}
          onChange={(chosen) => {
            const next = triggerCatalogue.get(chosen);
            if (next !== undefined) builder.perform(changeTriggerType(next));
          }}
        />
      </PanelSection>
      {editor !== undefined && (
        <editor.Panel
          config={trigger.config}
          problems={problemsOf(type?.bind(trigger.config), findings)}
          change={(settings) =>
            builder.perform(
              changeTrigger({
                config: {
                  ...trigger.config,
                  ...settingsSchema.parse(JSON.parse(JSON.stringify(settings))),
                },
              }),
            )
          }
        />
      )}
      <PanelSection title="Only if">
        <ConditionEditor
          value={trigger.conditions}
          saying={(words) => `Starts only if ${words}.`}
          emptyText="No conditions: it starts every time the trigger fires."
          problems={checkConditions(trigger.conditions)}
          onChange={(conditions) => builder.perform(changeTrigger({ conditions }))}
        />
      </PanelSection>
      <HowItRuns builder={builder} problems={checkTriggerOptions(trigger)} />
      <GoalSection
        goal={trigger.goal ?? null}
        problems={problemsWithin(checkTriggerOptions(trigger), "goal")}
        onChange={(goal) => builder.perform(changeTrigger({ goal }))}
      />
      <CardFindings findings={findings} />
    </>
  );
};

interface HowItRunsProps {
  readonly builder: Builder;
  readonly problems: readonly ConfigProblem[];
}

const HowItRuns = ({ builder, problems }: HowItRunsProps) => (
  <PanelSection title="How it runs">
    <FrequencyField
      value={builder.graph.trigger.frequency}
      onChange={(frequency) => builder.perform(changeTrigger({ frequency }))}
    />
    <ActiveFields
      value={builder.graph.trigger}
      problem={problemWithin(problems, "active_until")}
      onChange={(active) => builder.perform(changeTrigger(active))}
    />
    <Input.Wrapper
      label="When a person takes over"
      description="A teammate replies or takes the conversation."
      labelElement="div"
    >
      <Select
        mt={4}
        aria-label="When a person takes over"
        allowDeselect={false}
        data={takeoverPolicies.map((policy) => ({
          value: policy,
          label: takeoverWords[policy],
        }))}
        value={builder.graph.trigger.on_takeover}
        onChange={(policy) => builder.perform(changeTrigger({ on_takeover: toTakeover(policy) }))}
      />
    </Input.Wrapper>
    <AiAgentField
      value={builder.graph.trigger.ai_agent ?? { mode: "leave" }}
      onChange={(ai_agent) => builder.perform(changeTrigger({ ai_agent }))}
    />
  </PanelSection>
);
