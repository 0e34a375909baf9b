import { explainError, reportProblem, useControlRun, useRetryRun } from "#browser/data";
import { notifyDone, useConfirm } from "#browser/ui";
import type { RunSummaryBody } from "#contract";
import { Button } from "@mantine/core";
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconRotateClockwise,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { paths } from "../paths.ts";

/** What a member can do to a run, each with what follows from it. */
export const RunActions = ({ run }: { run: RunSummaryBody }) => {
  if (run.state === "failed") return <Retry run={run} />;
  return run.ended_at === null ? <Controls run={run} /> : null;
};

const Controls = ({ run }: { run: RunSummaryBody }) => {
  const control = useControlRun();
  const confirm = useConfirm();
  const act = (verb: "pause" | "continue" | "ask_again" | "skip" | "end") =>
    control.mutate(
      { runId: run.id, control: verb },
      { onError: reportProblem("The run did not do that") },
    );
  const sure = async (
    verb: "skip" | "end",
    title: string,
    text: string,
    confirmLabel: string,
  ): Promise<void> => {
    if (await confirm({ title, text, confirmLabel, isDangerous: verb === "end" })) act(verb);
  };
  const isPaused = run.state === "paused";
  const step = run.step_name === null || run.step_name === "" ? "the step" : `“${run.step_name}”`;
  return (
    <div className="builder-run-actions">
      <div>
        {isPaused ? (
          <>
            <Act
              icon={<IconPlayerPlay size={14} />}
              isBusy={control.isPending}
              onClick={() => act("continue")}
            >
              Continue
            </Act>
            {run.waiting_for === "reply" && (
              <Act
                icon={<IconRotateClockwise size={14} />}
                isBusy={control.isPending}
                onClick={() => act("ask_again")}
              >
                Ask again
              </Act>
            )}
          </>
        ) : (
          <Act
            icon={<IconPlayerPause size={14} />}
            isBusy={control.isPending || run.state !== "waiting"}
            onClick={() => act("pause")}
          >
            Pause
          </Act>
        )}
        <Act
          icon={<IconPlayerSkipForward size={14} />}
          isBusy={control.isPending}
          onClick={() =>
            void sure(
              "skip",
              `Skip ${step}?`,
              "The run goes on by the step’s main way as if it had been done. Nothing is saved that the step would have saved.",
              "Skip step",
            )
          }
        >
          Skip step
        </Act>
        <Act
          icon={<IconPlayerStop size={14} />}
          isBusy={control.isPending}
          onClick={() =>
            void sure(
              "end",
              "End this run?",
              "It stops where it stands and cannot be continued. If the contact’s last message has no answer yet, the workspace’s fallback takes over.",
              "End run",
            )
          }
        >
          End
        </Act>
      </div>
      <p className="builder-muted">
        {isPaused
          ? run.held_events === 0
            ? "Paused: nothing came in meanwhile. Untouched for a day, it ends."
            : `Paused: ${run.held_events === 1 ? "one thing" : `${run.held_events} things`} came in meanwhile and will be taken up on continue. Untouched for a day, it ends.`
          : "Pausing keeps what comes in and applies none of it until you continue; after a day untouched it ends."}
      </p>
    </div>
  );
};

const Retry = ({ run }: { run: RunSummaryBody }) => {
  const retry = useRetryRun();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const [problem, setProblem] = useState<string | null>(null);
  const again = async (confirmsUnknown: boolean): Promise<void> => {
    setProblem(null);
    if (confirmsUnknown) {
      const isSure = await confirm({
        title: "Make the call again?",
        text: "The step’s call was made, or may have been. It is sent again under the same key: a system that knows keys does nothing twice, another one might.",
        confirmLabel: "Make the call again",
        isDangerous: true,
      });
      if (!isSure) return;
    }
    try {
      const next = await retry.mutateAsync({ runId: run.id, confirms_unknown: confirmsUnknown });
      notifyDone("The run is taken up again");
      void navigate({ to: paths.run(next.id) });
    } catch (error) {
      setProblem(explainError(error));
    }
  };
  return (
    <div className="builder-run-actions">
      <div>
        <Act
          icon={<IconRotateClockwise size={14} />}
          isBusy={retry.isPending}
          onClick={() => void again(false)}
        >
          Take up again
        </Act>
        {problem !== null && (
          <Act
            icon={<IconRotateClockwise size={14} />}
            isBusy={retry.isPending}
            onClick={() => void again(true)}
          >
            Yes, make its call again
          </Act>
        )}
      </div>
      {problem !== null && (
        <p className="builder-bad" role="alert">
          {problem}
        </p>
      )}
      <p className="builder-muted">
        {run.problem?.code === "internal_problem"
          ? "An event could not be handled and was set aside. Taking the run up again starts a new one at the step where this one stood, with its variables."
          : "Starts a new run at the step that failed, with this one’s variables. This one stays failed."}
      </p>
    </div>
  );
};

const Act = ({
  icon,
  isBusy,
  onClick,
  children,
}: {
  icon: React.ReactNode;
  isBusy: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) => (
  <Button
    size="compact-sm"
    variant="default"
    leftSection={icon}
    disabled={isBusy}
    onClick={onClick}
  >
    {children}
  </Button>
);
