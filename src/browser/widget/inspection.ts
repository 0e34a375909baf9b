import type { Keep } from "./storage/keep.ts";

/**
 * The token of a signed link to the signal inspector, which stands behind the page's `#`; kept for the tab's further pages and taken out of
 * the address, so that nobody shares it by sharing the page. Null on every other visit.
 */
export const takeInspectionToken = (page: Window, tabKeep: Keep): string | null => {
  const { history, location } = page;
  const [found, token] = /switchboard-inspect=([\w.-]+)/.exec(location.hash) ?? [];
  if (found !== undefined) {
    tabKeep.write("inspect", token);
    history.replaceState(history.state, "", location.href.replace(found, ""));
  }
  const kept = tabKeep.read("inspect");
  return typeof kept === "string" ? kept : null;
};
