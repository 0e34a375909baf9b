import type { WorkspaceId } from "#core/domain";
import type { Tools } from "#server/commands";
import type { Logger } from "#server/platform";
import { noteWidgetSighting } from "#server/store";
import type { IncomingHttpHeaders } from "node:http";

/** The same site is written down at most this often per process, unless it is refused now and was not before. */
const EVERY_MS = 60_000;
const MOST_REMEMBERED = 5_000;

/** Notes on which sites the widget is, for the page that helps to install it. */
export interface WidgetSightings {
  note(workspaceId: WorkspaceId, headers: IncomingHttpHeaders, wasRefused: boolean): void;
}

/** A sighting is a help and no fact: one that cannot be written is logged, and the widget gets its answer all the same. */
export function createWidgetSightings({
  tools,
  log,
}: {
  readonly tools: Pick<Tools, "store" | "clock">;
  readonly log: Logger;
}): WidgetSightings {
  const noted = new Map<string, number>();
  return {
    note(workspaceId, headers, wasRefused) {
      const origin = originOf(headers);
      if (origin === null) return;
      const now = tools.clock.now();
      const at = now.getTime();
      const key = `${workspaceId} ${origin} ${wasRefused}`;
      if (at - (noted.get(key) ?? -Infinity) < EVERY_MS) return;
      noted.delete(key);
      noted.set(key, at);
      const [oldest] = noted.keys();
      if (noted.size > MOST_REMEMBERED && oldest !== undefined) noted.delete(oldest);
      const sighting = { workspaceId, origin, wasRefused, now };
      noteWidgetSighting(tools.store, sighting).catch((error: unknown) =>
        log.warn({ err: error }, "a sighting of the widget could not be noted"),
      );
    },
  };
}

/** The page's site: browsers name it across origins, else the address the request came from tells it. */
function originOf({ origin, referer }: IncomingHttpHeaders): string | null {
  const named = origin ?? referer;
  if (named === undefined || !URL.canParse(named)) return null;
  const url = new URL(named);
  return /^https?:$/.test(url.protocol) ? url.origin.slice(0, 200) : null;
}
