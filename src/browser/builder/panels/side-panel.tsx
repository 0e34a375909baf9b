import { EditingWorldProvider, PanelSection } from "#browser/editing";
import type { CardId, Focus } from "#browser/graph";
import { IconCircleCheck } from "@tabler/icons-react";
import { findStep } from "../document/graph-edits.ts";
import { countSelected, selectCards } from "../document/selection.ts";
import type { Finding } from "../findings/finding.ts";
import { FindingsList } from "../findings/findings-list.tsx";
import type { Builder } from "../use-builder.ts";
import { useWorldAt } from "../world/use-editing-world.ts";
import { NotePanel } from "./note-panel.tsx";
import { OverviewPanel } from "./overview-panel.tsx";
import { SelectionPanel } from "./selection-panel.tsx";
import { StepPanel } from "./step-panel.tsx";
import { TriggerPanel } from "./trigger-panel.tsx";
import { VariablesSection } from "./variables-section.tsx";

interface SidePanelProps {
  readonly workflowId: string;
  readonly builder: Builder;
  readonly findings: readonly Finding[];
  /** The findings are not those of the newest draft yet. */
  readonly isChecking: boolean;
  readonly findingsByCard: ReadonlyMap<CardId, readonly Finding[]>;
  readonly onFocus: (focus: Focus) => void;
  /** Shows a finding's card and the way that leads there. */
  readonly onFinding: (finding: Finding) => void;
}

/** Settings of what is selected; of the whole workflow while nothing is. */
export const SidePanel = ({
  workflowId,
  builder,
  findings,
  isChecking,
  findingsByCard,
  onFocus,
  onFinding,
}: SidePanelProps) => {
  const { graph, selection } = builder;
  const isAlone = countSelected(selection) === 1;
  const card = isAlone ? (selection.cards[0] ?? null) : null;
  const note = isAlone ? graph.notes.find(({ id }) => selection.notes.includes(id)) : undefined;
  const world = useWorldAt(workflowId, graph, card);
  const step = card === null || card === "trigger" ? undefined : findStep(graph, card);
  const ofCard = card === null ? [] : (findingsByCard.get(card) ?? []);
  return (
    <EditingWorldProvider value={world}>
      {step !== undefined ? (
        <StepPanel
          key={step.id}
          builder={builder}
          step={step}
          findings={ofCard}
          onFocus={onFocus}
        />
      ) : card === "trigger" ? (
        <TriggerPanel builder={builder} findings={ofCard} />
      ) : note !== undefined ? (
        <NotePanel key={note.id} builder={builder} note={note} />
      ) : countSelected(selection) > 0 ? (
        <SelectionPanel builder={builder} />
      ) : (
        <OverviewPanel>
          <PanelSection title={findings.length === 0 ? "Checks" : `Checks · ${findings.length}`}>
            {findings.length === 0 ? (
              <p className="builder-all-well" data-checking={isChecking || undefined}>
                <IconCircleCheck size={18} />
                {isChecking ? "Checking…" : "Nothing to mend. Ready to publish."}
              </p>
            ) : (
              <FindingsList graph={graph} findings={findings} onShow={onFinding} />
            )}
          </PanelSection>
          <VariablesSection
            builder={builder}
            onShow={(target) => {
              builder.select(selectCards(target));
              onFocus({ card: target });
            }}
          />
        </OverviewPanel>
      )}
    </EditingWorldProvider>
  );
};
