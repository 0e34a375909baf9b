import {
  explainError,
  useChangeWorkflow,
  useChangeWorkflowTest,
  useDeleteWorkflowTest,
  useWorkflowTests,
} from "#browser/data";
import {
  EmptyState,
  ErrorState,
  IconAction,
  LoadingState,
  notifyDone,
  notifyFailed,
  StatePill,
  useConfirm,
} from "#browser/ui";
import type { WorkflowTestBody } from "#contract";
import type { Graph, SimulationLine } from "#core/domain";
import type { SimulatedWorld } from "#core/simulate";
import { Button, Collapse, Group, Switch, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconPlayerPlay, IconTestPipe, IconTrash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { isFailing, type PlayedTest, playTest } from "./play-test.ts";
import { TestDifference } from "./test-difference.tsx";

interface TestsTabProps {
  readonly workflow: { readonly id: string; readonly tests_block: boolean };
  readonly world: SimulatedWorld;
  readonly graph: Graph;
  /** Plays a test in the simulator, to look at it or to go on from there. */
  readonly onLoad: (test: WorkflowTestBody) => void;
}

/** The expected conversations of the workflow, each played on the draft as it stands. */
export const TestsTab = ({ workflow, world, graph, onLoad }: TestsTabProps) => {
  const { data: tests, error, refetch, isFetching } = useWorkflowTests(workflow.id);
  // Played anew with every edit: a test takes a few milliseconds.
  const played = useMemo(
    () => (tests ?? []).map((test) => playTest({ ...world, called: world.called }, test)),
    [tests, world],
  );
  if (tests === undefined && error !== null)
    return (
      <ErrorState
        title="The tests could not be loaded"
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      >
        {explainError(error)}
      </ErrorState>
    );
  if (tests === undefined) return <LoadingState shape="list" rows={3} label="Loading the tests" />;
  if (tests.length === 0)
    return (
      <EmptyState icon={<IconTestPipe size={22} />} title="No tests yet">
        Play a conversation to where you want it, then save it as a test. Each publish plays all
        tests and says what came out otherwise.
      </EmptyState>
    );
  const failing = played.filter(isFailing).length;
  return (
    <div className="sim-scroll">
      <div className="sim-tests-head">
        <StatePill tone={failing === 0 ? "good" : "bad"}>
          {failing === 0
            ? tests.length === 1
              ? "The test passes"
              : `All ${tests.length} tests pass`
            : `${failing} of ${tests.length} came out otherwise`}
        </StatePill>
        <BlockSwitch workflow={workflow} />
      </div>
      <ul className="sim-tests">
        {played.map((each) => (
          <TestRow
            key={each.test.id}
            workflowId={workflow.id}
            played={each}
            graph={graph}
            onLoad={onLoad}
          />
        ))}
      </ul>
    </div>
  );
};

const BlockSwitch = ({ workflow }: Pick<TestsTabProps, "workflow">) => {
  const { mutate, isPending } = useChangeWorkflow(workflow.id);
  return (
    <Switch
      size="xs"
      label="Do not publish while a test fails"
      checked={workflow.tests_block}
      disabled={isPending}
      onChange={(event) =>
        mutate(
          { tests_block: event.currentTarget.checked },
          { onError: (error) => notifyFailed("It was not changed", explainError(error)) },
        )
      }
    />
  );
};

interface TestRowProps {
  readonly workflowId: string;
  readonly played: PlayedTest;
  readonly graph: Graph;
  readonly onLoad: (test: WorkflowTestBody) => void;
}

const copyLines = (lines: readonly (readonly SimulationLine[])[]) =>
  lines.map((each) => each.map((line) => ({ ...line })));

const TestRow = ({ workflowId, played, graph, onLoad }: TestRowProps) => {
  const { test, problem, changes } = played;
  const fails = isFailing(played);
  const [isOpen, setIsOpen] = useState(false);
  const confirm = useConfirm();
  const change = useChangeWorkflowTest(workflowId);
  const remove = useDeleteWorkflowTest(workflowId);
  const accept = () =>
    change.mutate(
      { testId: test.id, body: { expected: copyLines(played.played) } },
      {
        onSuccess: () => notifyDone(`“${test.name}” expects this from now on`),
        onError: (error) => notifyFailed("The test was not changed", explainError(error)),
      },
    );
  const discard = async () => {
    const isSure = await confirm({
      title: `Delete the test “${test.name}”?`,
      text: "What it expects is gone for good.",
      confirmLabel: "Delete it",
      isDangerous: true,
    });
    if (!isSure) return;
    remove.mutate(test.id, {
      onError: (error) => notifyFailed("The test was not deleted", explainError(error)),
    });
  };
  return (
    <li>
      <div className="sim-test">
        <UnstyledButton
          className="sim-test-name"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconChevronDown size={14} data-open={isOpen || undefined} />
          <span>{test.name}</span>
        </UnstyledButton>
        <StatePill tone={fails ? "bad" : "good"}>
          {problem !== null
            ? "Cannot run"
            : changes === 0
              ? "Passes"
              : changes === 1
                ? "1 line changed"
                : `${changes} lines changed`}
        </StatePill>
        <IconAction label={`Play “${test.name}” in the conversation`} onClick={() => onLoad(test)}>
          <IconPlayerPlay size={16} />
        </IconAction>
        <IconAction label={`Delete “${test.name}”`} onClick={() => void discard()}>
          <IconTrash size={16} />
        </IconAction>
      </div>
      <Collapse expanded={isOpen}>
        <div className="sim-test-more">
          {problem !== null ? (
            <p className="sim-misfit">{problem}</p>
          ) : (
            <TestDifference played={played} graph={graph} />
          )}
          {changes > 0 && problem === null && (
            <Group gap={6}>
              <Button size="xs" loading={change.isPending} onClick={accept}>
                Accept as the new expectation
              </Button>
            </Group>
          )}
        </div>
      </Collapse>
    </li>
  );
};
