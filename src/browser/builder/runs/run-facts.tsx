import type { RunSummaryBody } from "#contract";
import { durationWords } from "#browser/graph";
import { RelativeTime } from "#browser/ui";
import { Link } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { RunStatePill } from "./run-state-pill.tsx";

const outcomeWords: Readonly<Record<string, string>> = {
  conversation_closed: "The conversation was closed",
  handed_over: "Handed over",
  asked_for_person: "Asked for a person",
  ended: "Reached an end",
};

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
        <dd>{outcomeWords[run.outcome] ?? run.outcome}</dd>
      </>
    )}
    <dt>Contact</dt>
    <dd>{run.contact_display_name}</dd>
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
