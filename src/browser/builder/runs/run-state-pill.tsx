import type { RunSummaryBody } from "#contract";
import { runStateWords, waitWords } from "#browser/graph";
import { StatePill, type Tone } from "#browser/ui";

const tones: Readonly<Record<RunSummaryBody["state"], Tone>> = {
  running: "busy",
  waiting: "waiting",
  paused: "paused",
  completed: "good",
  failed: "bad",
  cancelled: "neutral",
  expired: "neutral",
};

/** Says how a run stands, and what a parked one waits for. */
export const RunStatePill = ({ run }: { run: RunSummaryBody }) => (
  <StatePill tone={tones[run.state]} isPulsing={run.state === "running"}>
    {run.state === "waiting"
      ? `Waiting for ${waitWords(run.waiting_for)}`
      : runStateWords(run.state)}
  </StatePill>
);
