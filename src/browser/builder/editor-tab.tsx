import type { WorkflowDetailBody } from "#contract";
import type { CardId, Focus } from "#browser/graph";
import { ReactFlowProvider } from "@xyflow/react";
import type { ReactNode } from "react";
import { useCallback, useMemo, useState } from "react";
import { BuilderHeader } from "./builder-header.tsx";
import { type LaidOver, nothingLaidOver } from "./canvas/editable-canvas.tsx";
import { useClipboard } from "./canvas/use-clipboard.ts";
import { DraftProvider } from "./draft-context.ts";
import { selectCards } from "./document/selection.ts";
import { useFindings } from "./findings/use-findings.ts";
import { useWalk } from "./findings/use-walk.ts";
import { useKeptHistory } from "./history/use-kept-history.ts";
import { PeopleProvider } from "./presence/person.ts";
import { PresenceAvatars } from "./presence/presence-avatars.tsx";
import { usePresence } from "./presence/use-presence.ts";
import { PublishButton } from "./publishing/publish-button.tsx";
import { ConflictDialog } from "./saving/conflict-dialog.tsx";
import { DeletedDialog } from "./saving/deleted-dialog.tsx";
import { openDraft } from "./saving/open-draft.ts";
import { SaveBadge } from "./saving/save-badge.tsx";
import { useAutosave } from "./saving/use-autosave.ts";
import { useConflict } from "./saving/use-conflict.ts";
import { useStash } from "./saving/use-stash.ts";
import { useSimulator } from "./simulator/model/use-simulator.ts";
import { SimulatorPanel } from "./simulator/simulator-panel.tsx";
import { TestsSummary } from "./simulator/tests-summary.tsx";
import { TryItButton } from "./simulator/try-it-button.tsx";
import { useRunOnCanvas } from "./simulator/use-run-on-canvas.ts";
import { useBuilder } from "./use-builder.ts";
import { Workbench } from "./workbench.tsx";

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
  const [opened] = useState(() => openDraft(detail));
  const builder = useBuilder(opened.document);
  useStash(workflow.id, opened.stash);
  useKeptHistory(workflow.id, builder.document);
  const { state, saver } = useAutosave(detail, builder.graph, opened.stash);
  const { news, people } = usePresence(workflow.id, builder.selection);
  const conflict = useConflict({ detail, news, state, saver, builder });
  const { findings, isChecking, setServerFindings } = useFindings(workflow.id, builder.graph);
  const [focus, setFocus] = useState<Focus | null>(null);
  const [over, setOver] = useState<LaidOver>(nothingLaidOver);
  const simulator = useSimulator(workflow, builder.graph);
  useRunOnCanvas(simulator, builder.graph, setOver, setFocus);
  const { select } = builder;
  useClipboard(builder, aside === null);
  const show = useCallback(
    (card: CardId) => {
      select(selectCards(card));
      setFocus({ card });
    },
    [select],
  );
  const selectOnly = useCallback((card: CardId) => select(selectCards(card)), [select]);
  const walk = useWalk(builder.graph, setOver, show);
  const { graph, replace } = builder;
  const { name } = workflow;
  const draft = useMemo(() => ({ name, graph, replace }), [name, graph, replace]);
  return (
    <DraftProvider value={draft}>
      <div className="builder">
        <BuilderHeader workflow={workflow} tabs={tabs}>
          <PresenceAvatars people={people} graph={builder.graph} />
          <SaveBadge state={state} onRetry={() => void saver.flush()} onResolve={conflict.open} />
          <TryItButton isOpen={simulator.isOpen} onToggle={simulator.toggle} />
          <PublishButton
            workflow={workflow}
            builder={builder}
            findings={findings}
            isChecking={isChecking}
            flush={() => saver.flush()}
            onFinding={walk.start}
            onRefused={setServerFindings}
            tests={<TestsSummary workflow={workflow} graph={builder.graph} />}
          />
        </BuilderHeader>
        {aside}
        <div className="builder-bench" hidden={aside !== null}>
          <PeopleProvider value={people}>
            <Workbench
              workflowId={workflow.id}
              builder={builder}
              isShown={aside === null}
              findings={findings}
              isChecking={isChecking}
              focus={focus}
              over={over}
              onLayOver={setOver}
              onFocus={setFocus}
              walk={walk}
              onSelect={selectOnly}
            />
          </PeopleProvider>
          {simulator.isOpen && (
            <SimulatorPanel
              workflow={workflow}
              graph={builder.graph}
              simulator={simulator}
              onShow={show}
            />
          )}
        </div>
        <ConflictDialog {...conflict} />
        <DeletedDialog
          workflow={workflow}
          graph={builder.graph}
          isDeleted={state.kind === "refused" && state.isGone}
          by={news.deletedBy}
        />
      </div>
    </DraftProvider>
  );
};
