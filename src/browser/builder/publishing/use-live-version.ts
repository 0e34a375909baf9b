import { useVersion, useVersions } from "#browser/data";
import type { VersionBody } from "#contract";
import type { Graph } from "#core/domain";

/** What a draft is compared with before it is published. */
export type LiveVersion =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly error: unknown; readonly retry: () => void }
  | {
      readonly state: "known";
      /** Null when none is live. */
      readonly live: VersionBody | null;
      /** The live version, else the newest, with its graph; null before the first. */
      readonly base: { readonly version: VersionBody; readonly graph: Graph } | null;
    };

/** Loads the version that is live, or else the newest, with its graph. */
export function useLiveVersion(workflowId: string): LiveVersion {
  const versions = useVersions(workflowId);
  const live = versions.data?.find(({ is_live }) => is_live) ?? null;
  const version = live ?? versions.data?.[0] ?? null;
  const detail = useVersion(workflowId, version?.id ?? "");
  if (versions.data !== undefined && version === null)
    return { state: "known", live: null, base: null };
  if (version !== null && detail.data !== undefined)
    return { state: "known", live, base: { version, graph: detail.data.graph } };
  const failed = [versions, detail].find(({ isError }) => isError);
  return failed === undefined
    ? { state: "loading" }
    : { state: "failed", error: failed.error, retry: () => void failed.refetch() };
}
