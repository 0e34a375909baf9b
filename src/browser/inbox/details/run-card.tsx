import type { RunSummaryBody } from "#contract";
import { reportProblem, useControlRun, useRun, useVersion } from "#browser/data";
import { runStateWords, waitWords } from "#browser/graph";
import { RelativeTime, StatePill, type Tone, useConfirm } from "#browser/ui";
import { Button, Skeleton } from "@mantine/core";
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { RenderRunLink } from "../inbox-props.ts";
import { toRunSteps } from "./run-steps.ts";

const tones: Readonly<Record<RunSummaryBody["state"], Tone>> = {
  running: "busy",
  waiting: "waiting",
  paused: "paused",
  completed: "good",
  failed: "bad",
  cancelled: "neutral",
  expired: "neutral",
};

const isOver = (run: RunSummaryBody) => run.ended_at !== null;

const Situation = ({ run }: { run: RunSummaryBody }): ReactNode => {
  if (run.problem !== null) return run.problem.message;
  if (run.state === "paused") {
    if (run.held_events === 0)
      return "Paused by hand or because a person took over. Nothing came in meanwhile.";
    return `Paused. ${run.held_events === 1 ? "One thing" : `${run.held_events} things`} came in meanwhile and will be taken up on continue.`;
  }
  if (run.state !== "waiting") return null;
  const due = run.due_at === null ? null : <RelativeTime at={run.due_at} style="long" />;
  if (run.waiting_for === "time") return <>Goes on {due ?? "later"}</>;
  return (
    <>
      Waits for {waitWords(run.waiting_for)}
      {due !== null && <>; gives up {due}</>}
    </>
  );
};

const Controls = ({ run }: { run: RunSummaryBody }) => {
  const control = useControlRun();
  const confirm = useConfirm();
  const act = (verb: "pause" | "continue" | "skip" | "end") =>
    control.mutate(
      { runId: run.id, control: verb },
      { onError: reportProblem("The workflow did not do that") },
    );
  const end = async () => {
    const isSure = await confirm({
      title: `End “${run.workflow_name}” here?`,
      text: "It stops where it stands and cannot be continued.",
      confirmLabel: "End workflow",
      isDangerous: true,
    });
    if (isSure) act("end");
  };
  const isPaused = run.state === "paused";
  return (
    <div className="inbox-run-controls">
      <Button
        size="compact-xs"
        variant={isPaused ? "light" : "default"}
        leftSection={isPaused ? <IconPlayerPlay size={13} /> : <IconPlayerPause size={13} />}
        onClick={() => act(isPaused ? "continue" : "pause")}
        disabled={control.isPending}
      >
        {isPaused ? "Continue" : "Pause"}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlayerSkipForward size={13} />}
        onClick={() => act("skip")}
        disabled={control.isPending}
      >
        Skip step
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlayerStop size={13} />}
        onClick={() => void end()}
        disabled={control.isPending}
      >
        End
      </Button>
    </div>
  );
};

const Steps = ({ run }: { run: RunSummaryBody }) => {
  const detail = useRun(run.id);
  const version = useVersion(run.workflow_id, run.version_id);
  if (detail.isPending)
    return <Skeleton height={10} width="70%" my={6} aria-label="Loading steps" />;
  if (detail.isError) {
    return (
      <div className="inbox-muted">
        The steps could not be loaded.{" "}
        <button type="button" className="inbox-text-button" onClick={() => void detail.refetch()}>
          Try again
        </button>
      </div>
    );
  }
  return (
    <ol className="inbox-steps">
      {toRunSteps(detail.data, version.data).map(({ visit, name, way }) => (
        <li
          key={visit.id}
          data-here={(visit.left_at === null && !isOver(run)) || undefined}
          data-failed={(visit.problem !== null && run.state !== "cancelled") || undefined}
        >
          <span className="inbox-step-name">{name}</span>
          {way !== null && <span className="inbox-step-way">{way}</span>}
        </li>
      ))}
    </ol>
  );
};

/** One run of this conversation: what runs, where it stands, what it waits for, and the hand on it. */
export const RunCard = ({
  run,
  renderRunLink,
}: {
  run: RunSummaryBody;
  renderRunLink: RenderRunLink;
}) => (
  <article className="inbox-run">
    <header className="inbox-run-head">
      <span className="inbox-run-name">{run.workflow_name}</span>
      <StatePill tone={tones[run.state]} isPulsing={run.state === "running"}>
        {runStateWords(run.state)}
      </StatePill>
    </header>
    <p className="inbox-run-situation" data-failed={run.state === "failed" || undefined}>
      <Situation run={run} />
    </p>
    <Steps run={run} />
    {!isOver(run) && <Controls run={run} />}
    <footer className="inbox-run-foot">
      <span>
        Version {run.version_number}, {isOver(run) && run.ended_at !== null ? "ended " : "started "}
        <RelativeTime
          at={isOver(run) && run.ended_at !== null ? run.ended_at : run.started_at}
          style="long"
        />
      </span>
      {renderRunLink(run.id, "Show on the canvas")}
    </footer>
  </article>
);
