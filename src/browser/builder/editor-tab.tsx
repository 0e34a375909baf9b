import type { WorkflowDetailBody } from "#contract";
import { EditingWorldProvider, PanelSection } from "#browser/editing";
import type { Card, CardId, Focus } from "#browser/graph";
import { createReuser, toCards } from "#browser/graph";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";
import { IconCircleCheck } from "@tabler/icons-react";
import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import type { ReactNode } from "react";
import { useCallback, useMemo, useState } from "react";
import { BuilderHeader } from "./builder-header.tsx";
import { EditableCanvas } from "./canvas/editable-canvas.tsx";
import { useAdding } from "./canvas/use-adding.ts";
import { useCanvasKeys } from "./canvas/use-canvas-keys.ts";
import { findStep } from "./document/graph-edits.ts";
import { selectCards } from "./document/selection.ts";
import { looks } from "./editors-by-type.ts";
import { byCard, type Finding } from "./findings/finding.ts";
import { useFindings } from "./findings/use-findings.ts";
import { OverviewPanel } from "./panels/overview-panel.tsx";
import { Palette } from "./panels/palette.tsx";
import { SelectionPanel } from "./panels/selection-panel.tsx";
import { StepPanel } from "./panels/step-panel.tsx";
import { TriggerPanel } from "./panels/trigger-panel.tsx";
import { FindingsList } from "./publishing/findings-list.tsx";
import { PublishButton } from "./publishing/publish-button.tsx";
import { ConflictDialog } from "./saving/conflict-dialog.tsx";
import { SaveBadge } from "./saving/save-badge.tsx";
import { useAutosave } from "./saving/use-autosave.ts";
import { useConflict } from "./saving/use-conflict.ts";
import { useStash } from "./saving/use-stash.ts";
import type { Builder } from "./use-builder.ts";
import { useBuilder } from "./use-builder.ts";
import { useDescribe } from "./world/use-describe.ts";
import { useNames, useWorldAt } from "./world/use-editing-world.ts";

interface EditorTabProps {
  readonly detail: WorkflowDetailBody;
  readonly tabs: ReactNode;
  /** Shown in place of the canvas, which waits behind it. */
  readonly aside: ReactNode;
}

/** The draft under edit: palette, canvas, panel, saving and publishing. */
export const EditorTab = (props: EditorTabProps) => (
  <ReactFlowProvider>
    <Editor {...props} />
  </ReactFlowProvider>
);

const Editor = ({ detail, tabs, aside }: EditorTabProps) => {
  const { workflow } = detail;
  const builder = useBuilder(detail.draft.graph);
  const stash = useStash(detail, builder);
  const { state, saver } = useAutosave(detail, builder.graph, stash?.revision);
  const conflict = useConflict(workflow.id, state, saver, builder);
  const { findings, setServerFindings } = useFindings(builder.graph);
  const [focus, setFocus] = useState<Focus | null>(null);
  const { select } = builder;
  useCanvasKeys(builder, aside === null);
  const show = useCallback(
    (card: CardId) => {
      select(selectCards(card));
      setFocus({ card });
    },
    [select],
  );
  const selectOnly = useCallback((card: CardId) => select(selectCards(card)), [select]);
  return (
    <div className="builder">
      <BuilderHeader workflow={workflow} tabs={tabs}>
        <SaveBadge state={state} onRetry={() => void saver.flush()} onResolve={conflict.open} />
        <PublishButton
          workflowId={workflow.id}
          graph={builder.graph}
          findings={findings}
          isChanged={workflow.state === "draft" || workflow.has_unpublished_changes}
          flush={() => saver.flush()}
          onShow={show}
          onRefused={setServerFindings}
        />
      </BuilderHeader>
      {aside}
      <div className="builder-bench" hidden={aside !== null}>
        <Workbench
          workflowId={workflow.id}
          builder={builder}
          findings={findings}
          focus={focus}
          onFocus={setFocus}
          onShow={show}
          onSelect={selectOnly}
        />
      </div>
      <ConflictDialog
        theirs={conflict.theirs}
        onClose={conflict.onClose}
        onLoadTheirs={conflict.onLoadTheirs}
        onKeepMine={conflict.onKeepMine}
      />
    </div>
  );
};

interface WorkbenchProps {
  readonly workflowId: string;
  readonly builder: Builder;
  readonly findings: readonly Finding[];
  readonly focus: Focus | null;
  readonly onFocus: (focus: Focus) => void;
  /** Selects a card and brings it to the middle. */
  readonly onShow: (card: CardId) => void;
  readonly onSelect: (card: CardId) => void;
}

const Workbench = ({
  workflowId,
  builder,
  findings,
  focus,
  onFocus,
  onShow,
  onSelect,
}: WorkbenchProps) => {
  const { graph } = builder;
  const describe = useDescribe(useNames());
  const { screenToFlowPosition } = useReactFlow();
  const adding = useAdding(builder);
  const findingsByCard = useMemo(() => byCard(findings), [findings]);
  const [reuseCards] = useState(() => createReuser<Card>());
  const cards = useMemo(
    () =>
      reuseCards(
        toCards({
          graph,
          steps: stepCatalogue,
          triggers: triggerCatalogue,
          looks,
          findings: findingsByCard,
          describe,
        }),
      ),
    [graph, findingsByCard, describe, reuseCards],
  );
  return (
    <>
      <Palette
        onAdd={(type) =>
          adding.anywhere(
            type,
            screenToFlowPosition({
              x: window.innerWidth / 2 - 180,
              y: window.innerHeight / 2 - 60,
            }),
          )
        }
      />
      <main className="builder-canvas">
        <EditableCanvas builder={builder} cards={cards} focus={focus} onShowFindings={onSelect} />
      </main>
      <aside className="builder-panel" aria-label="Settings">
        <SidePanel
          workflowId={workflowId}
          builder={builder}
          findings={findings}
          findingsByCard={findingsByCard}
          onFocus={onFocus}
          onShow={onShow}
        />
      </aside>
    </>
  );
};

interface SidePanelProps extends Pick<
  WorkbenchProps,
  "builder" | "findings" | "onFocus" | "onShow"
> {
  readonly workflowId: string;
  readonly findingsByCard: ReadonlyMap<CardId, readonly Finding[]>;
}

const SidePanel = ({
  workflowId,
  builder,
  findings,
  findingsByCard,
  onFocus,
  onShow,
}: SidePanelProps) => {
  const { graph, selection } = builder;
  const [only, ...others] = selection.cards;
  const card =
    only !== undefined && others.length === 0 && selection.edges.length === 0 ? only : null;
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
      ) : selection.cards.length + selection.edges.length > 0 ? (
        <SelectionPanel builder={builder} />
      ) : (
        <OverviewPanel>
          <PanelSection title={findings.length === 0 ? "Checks" : `Checks · ${findings.length}`}>
            {findings.length === 0 ? (
              <p className="builder-all-well">
                <IconCircleCheck size={18} /> Nothing to mend. Ready to publish.
              </p>
            ) : (
              <FindingsList graph={graph} findings={findings} onShow={onShow} />
            )}
          </PanelSection>
        </OverviewPanel>
      )}
    </EditingWorldProvider>
  );
};
