import {
  ApiProblem,
  explainError,
  isTemporary,
  makeId,
  usePublish,
  useSavedDraft,
} from "#browser/data";
import type { PublishPlan, VersionBody } from "#contract";
import type { Graph } from "#core/domain";
import { useRef, useState } from "react";
import { sameGraph } from "../document/same-graph.ts";
import type { Finding } from "../findings/finding.ts";
import { toServerFindings } from "./to-server-findings.ts";

interface Publishing {
  readonly workflowId: string;
  readonly graph: Graph;
  /** Brings the newest draft to the server; false when that did not work. */
  readonly flush: () => Promise<boolean>;
  readonly onRefused: (findings: readonly Finding[]) => void;
}

/** What a person says of the version, what happens to runs, and what they looked at. */
export interface Publication {
  readonly name: string;
  readonly note: string;
  readonly plan: PublishPlan;
  /** The version that was live when the change was looked at; null when none was. */
  readonly replaces: string | null;
}

const notSaved = "The draft could not be saved, so it was not published. Try again in a moment.";
const notSeen =
  "This draft was changed elsewhere since. Choose on the canvas which one stays, then publish.";
const notKnown =
  "The server did not answer in time, so it may or may not be published. Try again: a second try never makes a second version.";
const wasDeleted =
  "This workflow was deleted meanwhile, so nothing was published. Your draft is still on this page; download it to keep it.";

/**
 * Saves what is not saved, then publishes what this page shows and nothing else. A try whose outcome is not known is repeated under
 * the same id, so that there is one version whatever was lost on the way.
 */
export function usePublishing({ workflowId, graph, flush, onRefused }: Publishing) {
  const [failure, setFailure] = useState<string | null>(null);
  const [published, setPublished] = useState<VersionBody | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { mutateAsync } = usePublish(workflowId);
  const savedDraft = useSavedDraft(workflowId);
  const open = useRef<{ readonly id: string; readonly graph: Graph } | null>(null);
  const attempt = async ({ name, note, plan, replaces }: Publication) => {
    if (!(await flush())) return setFailure(notSaved);
    const saved = savedDraft();
    if (saved !== undefined && !sameGraph(saved.graph, graph)) return setFailure(notSeen);
    open.current = open.current?.graph === graph ? open.current : { id: makeId(), graph };
    const version = await mutateAsync({
      version_id: open.current.id,
      ...(saved === undefined ? {} : { revision: saved.revision }),
      replaces_version_id: replaces,
      name,
      note,
      runs_in_progress: plan,
    });
    open.current = null;
    setPublished(version);
  };
  const explain = (error: unknown) => {
    if (isTemporary(error)) return setFailure(notKnown);
    open.current = null;
    if (!(error instanceof ApiProblem)) return setFailure(explainError(error));
    const refused = error.code === "publish_refused" ? toServerFindings(error.errors, graph) : [];
    if (refused.length > 0) return onRefused(refused);
    if (error.status === 404) return setFailure(wasDeleted);
    setFailure(error.code === "draft_changed" ? notSeen : explainError(error));
  };
  return {
    failure,
    published,
    isBusy,
    publish: async (publication: Publication) => {
      setFailure(null);
      setIsBusy(true);
      await attempt(publication).catch(explain);
      setIsBusy(false);
    },
    reset: () => {
      setFailure(null);
      setPublished(null);
    },
  };
}
