import type { WorkflowActivityBody } from "#contract";
import { SparkLine } from "./spark-line.tsx";

/** By the workflow's id; undefined while it is not known. */
export type Activity = ReadonlyMap<string, WorkflowActivityBody> | undefined;

const words = new Intl.NumberFormat("en");

/** Says a count: "1,204". */
export const sayCount = (count: number): string => words.format(count);

/** Starts of the last 30 days, as a line and a number. */
export const Starts = ({ activity, workflowId }: { activity: Activity; workflowId: string }) => {
  if (activity === undefined) return null;
  const own = activity.get(workflowId);
  const started = own?.started ?? 0;
  return (
    <span className="builder-starts">
      {own !== undefined && started > 0 && (
        <SparkLine counts={own.days} label="Starts per day in the last 30 days" />
      )}
      <span className={started === 0 ? "builder-muted" : undefined}>{sayCount(started)}</span>
    </span>
  );
};

/** Completed runs among those, and their share. */
export const Completed = ({ activity, workflowId }: { activity: Activity; workflowId: string }) => {
  const own = activity?.get(workflowId);
  if (own === undefined || own.started === 0) return null;
  return (
    <>
      {sayCount(own.completed)}{" "}
      <span className="builder-muted">
        {Math.round((Math.min(own.completed, own.started) / own.started) * 100)} %
      </span>
    </>
  );
};
