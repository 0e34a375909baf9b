import type { RunSummaryBody } from "#contract";
import { durationWords } from "#browser/graph";
import { RelativeTime } from "#browser/ui";
import { Link } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { sayOutcome } from "./outcome-words.ts";
import { RunStatePill } from "./run-state-pill.tsx";

/** What is to be known of a run at a glance, and the way to its conversation. */
export const RunFacts = ({ run }: { run: RunSummaryBody }) => (
  <dl className="builder-run-facts">
    <dt>State</dt>
    <dd>
      <RunStatePill run={run} />
    </dd>
    {run.due_at !== null && (
      <>
        <dt>Until</dt>
        <dd>
          <RelativeTime at={run.due_at} style="long" />
        </dd>
      </>
    )}
    {run.problem !== null && (
      <>
        <dt>Why</dt>
        <dd className="builder-bad">{run.problem.message}</dd>
      </>
    )}
    {run.outcome !== null && (
      <>
        <dt>Outcome</dt>
        <dd>{sayOutcome(run.outcome)}</dd>
      </>
    )}
    <dt>Contact</dt>
    <dd>
      {run.contact_display_name}
      {run.is_test && <span className="builder-muted"> · a test, not counted</span>}
    </dd>
    {run.retry_of_run_id !== null && (
      <>
        <dt>Takes up</dt>
        <dd>
          <Link to={paths.run(run.retry_of_run_id)}>the run that failed</Link>
        </dd>
      </>
    )}
    {run.goal_reached_at !== null && (
      <>
        <dt>Goal reached</dt>
        <dd>
          <RelativeTime at={run.goal_reached_at} style="long" />
        </dd>
      </>
    )}
    <dt>Started</dt>
    <dd>
      <RelativeTime at={run.started_at} style="long" />
      {run.ended_at !== null &&
        `, took ${durationWords(Date.parse(run.ended_at) - Date.parse(run.started_at))}`}
    </dd>
    {run.conversation_id !== null && (
      <>
        <dt>Conversation</dt>
        <dd>
          <Link to={paths.conversation(run.conversation_id)}>Open in the inbox</Link>
        </dd>
      </>
    )}
  </dl>
);
