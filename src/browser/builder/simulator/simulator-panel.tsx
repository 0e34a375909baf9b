import { explainError, useActions } from "#browser/data";
import type { CardId } from "#browser/graph";
import { EmptyState, ErrorState, IconAction, LoadingState } from "#browser/ui";
import type { Graph } from "#core/domain";
import { toStepId } from "#core/domain";
import { Button, Tabs } from "@mantine/core";
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconDeviceFloppy,
  IconRefresh,
  IconX,
} from "@tabler/icons-react";
import { useState } from "react";
import { useNames } from "../world/use-names.ts";
import { ConversationTab } from "./conversation-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import type { Simulator } from "./model/use-simulator.ts";
import { SaveTestDialog } from "./tests/save-test-dialog.tsx";
import { TestsTab } from "./tests/tests-tab.tsx";
import { VariablesTab } from "./variables-tab.tsx";
import { ClockBar } from "./world/clock-bar.tsx";
import { WorldSettings } from "./world/world-settings.tsx";

interface SimulatorPanelProps {
  readonly workflow: { readonly id: string; readonly name: string; readonly tests_block: boolean };
  readonly graph: Graph;
  readonly simulator: Simulator;
  readonly onShow: (card: CardId) => void;
}

/** Plays the draft on the engine of production, with everything around it pretended: beside the canvas, on which the run is drawn. */
export const SimulatorPanel = (props: SimulatorPanelProps) => {
  const { simulator } = props;
  const { world, result } = simulator;
  return (
    <aside className="builder-simulator" aria-label="Simulator">
      {world === null && simulator.error !== null ? (
        <ErrorState
          title="The simulator could not be loaded"
          onRetry={simulator.retry}
          isRetrying={simulator.isFetching}
        >
          {explainError(simulator.error)}
        </ErrorState>
      ) : world === null || result === null ? (
        <LoadingState shape="text" rows={5} label="Loading the simulator" />
      ) : (
        <Played {...props} world={world} result={result} />
      )}
    </aside>
  );
};

const Played = ({
  workflow,
  graph,
  simulator,
  onShow,
  world,
  result,
}: SimulatorPanelProps & {
  readonly world: NonNullable<Simulator["world"]>;
  readonly result: NonNullable<Simulator["result"]>;
}) => {
  const { acts, act } = simulator;
  const { timezone } = world.workspace;
  const actions = useActions().data ?? [];
  const names = useNames();
  const [tab, setTab] = useState<string | null>("conversation");
  const [isSaving, setIsSaving] = useState(false);
  const shared = { simulator, graph, names, onShow };
  return (
    <>
      <header className="sim-head">
        <h2>Try it</h2>
        <IconAction
          label="Take the last step back"
          disabled={acts.length === 0}
          onClick={simulator.stepBack}
        >
          <IconArrowBackUp size={18} />
        </IconAction>
        <IconAction label="Begin again" disabled={acts.length === 0} onClick={simulator.restart}>
          <IconRefresh size={18} />
        </IconAction>
        <IconAction
          label="Save as a test"
          disabled={!result.ok || acts.length === 0}
          onClick={() => setIsSaving(true)}
        >
          <IconDeviceFloppy size={18} />
        </IconAction>
        <WorldSettings
          start={simulator.start}
          members={result.ok ? result.state.members : world.members}
          deliveryFails={result.ok ? result.state.deliveryFails : simulator.start.delivery_fails}
          callsOthers={graph.steps.some(({ type }) => type === "trigger_workflow")}
          onStart={simulator.setStart}
          onAct={act}
        />
        <IconAction label="Close the simulator" onClick={simulator.toggle}>
          <IconX size={18} />
        </IconAction>
      </header>
      <Tabs value={tab} onChange={setTab} className="sim-tabs" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="conversation">Conversation</Tabs.Tab>
          <Tabs.Tab value="history">Steps</Tabs.Tab>
          <Tabs.Tab value="variables">Variables</Tabs.Tab>
          <Tabs.Tab value="tests">Tests</Tabs.Tab>
        </Tabs.List>
        {result.ok ? (
          <>
            <Tabs.Panel value="conversation" className="sim-panel">
              <ClockBar
                now={result.state.now}
                timezone={timezone}
                timers={result.state.timers}
                onAct={act}
              />
              <ConversationTab {...shared} played={result} actions={actions} timezone={timezone} />
            </Tabs.Panel>
            <Tabs.Panel value="history" className="sim-panel">
              <HistoryTab {...shared} played={result} workflow={workflow} />
            </Tabs.Panel>
            <Tabs.Panel value="variables" className="sim-panel">
              <VariablesTab {...shared} state={result.state} />
            </Tabs.Panel>
          </>
        ) : (
          tab !== "tests" && (
            <EmptyState icon={<IconAlertCircle size={22} />} title="This draft cannot run yet">
              {sentenceOf(result.problem)}
              <br />
              <Button
                size="xs"
                mt="sm"
                variant="default"
                onClick={() => {
                  // The settings of the card stand where the simulator stands.
                  simulator.toggle();
                  onShow(result.stepId === null ? "trigger" : toStepId(result.stepId));
                }}
              >
                Mend it
              </Button>
            </EmptyState>
          )
        )}
        <Tabs.Panel value="tests" className="sim-panel">
          <TestsTab
            workflow={workflow}
            world={world}
            graph={graph}
            onLoad={(test) => {
              simulator.load(test);
              setTab("conversation");
            }}
          />
        </Tabs.Panel>
      </Tabs>
      {isSaving && result.ok && (
        <SaveTestDialog
          workflowId={workflow.id}
          start={simulator.start}
          acts={acts}
          played={result}
          onClose={() => setIsSaving(false)}
          onSaved={() => setTab("tests")}
        />
      )}
    </>
  );
};

const sentenceOf = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
