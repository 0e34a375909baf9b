import { ApiProblem, explainError, usePublish } from "#browser/data";
import type { VersionBody } from "#contract";
import type { Graph } from "#core/domain";
import { useState } from "react";
import type { Finding } from "../findings/finding.ts";
import { toServerFindings } from "./to-server-findings.ts";

interface Publishing {
  readonly workflowId: string;
  readonly graph: Graph;
  /** Brings the newest draft to the server; false when that did not work. */
  readonly flush: () => Promise<boolean>;
  readonly onRefused: (findings: readonly Finding[]) => void;
}

const notSaved = "The draft could not be saved, so it was not published. Try again in a moment.";

/** Saves what is not saved, then publishes; what the server has against it comes back as findings. */
export function usePublishing({ workflowId, graph, flush, onRefused }: Publishing) {
  const [failure, setFailure] = useState<string | null>(null);
  const [published, setPublished] = useState<VersionBody | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { mutateAsync } = usePublish(workflowId);
  const attempt = async (note: string) => {
    if (!(await flush())) return setFailure(notSaved);
    setPublished(await mutateAsync({ note }));
  };
  const explain = (error: unknown) => {
    const isRefusal = error instanceof ApiProblem && error.code === "publish_refused";
    const refused = isRefusal ? toServerFindings(error.errors, graph) : [];
    if (refused.length > 0) onRefused(refused);
    else setFailure(explainError(error));
  };
  return {
    failure,
    published,
    isBusy,
    publish: async (note: string) => {
      setFailure(null);
      setIsBusy(true);
      await attempt(note).catch(explain);
      setIsBusy(false);
    },
    reset: () => {
      setFailure(null);
      setPublished(null);
    },
  };
}
