import type { Accepted, CheckedEvent } from "#server/accept";
import { type LaneName, toLaneKey } from "#server/store";

/** An event that waits to be stored, with the caller that waits for the acknowledgement. */
export interface Arrival {
  readonly event: CheckedEvent;
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * How a lane is tried: with others in one batch; alone and one event at a time, after it failed;
 * or alone with that event set aside, after it failed again.
 */
export type AttemptMode = "together" | "alone" | "set_aside";

export interface GatheredLane {
  readonly lane: LaneName;
  readonly key: string;
  readonly mode: AttemptMode;
  /** May be empty: then the lane is visited for its pending events alone. */
  readonly arrivals: readonly Arrival[];
}

const LANES_PER_BATCH = 256;
const WORTH_SHARING = 16; // fewer lanes go in one batch, so that few commits carry them
const ARRIVALS_PER_LANE = 64; // a flood in one lane leaves room for the others

/** Where events gather while a batch is being committed. A lane is in at most one batch of this process. */
export interface Gathering {
  add(arrival: Arrival): void;
  /** Puts a lane in line for its pending events; a failed lane keeps its mode until it is taken. */
  wake(lane: LaneName, mode?: AttemptMode): void;
  /** Puts a lane that was taken, and not stored, back at the head of its line. */
  putBack(gathered: GatheredLane, mode: AttemptMode): void;
  /** Takes the next batch, shared with so many others that may run beside it; nothing when every lane in line is busy. */
  take(shares: number): GatheredLane[];
  release(lanes: readonly GatheredLane[]): void;
  /** Empties the line and returns the callers that wait in it. */
  abandon(): Arrival[];
  readonly size: number;
}

interface Line {
  readonly lane: LaneName;
  mode: AttemptMode;
  arrivals: Arrival[];
}

export function createGathering(): Gathering {
  const lines = new Map<string, Line>();
  const busy = new Set<string>();

  function lineOf(lane: LaneName): Line {
    const key = toLaneKey(lane);
    const found = lines.get(key);
    if (found !== undefined) return found;
    const line: Line = {
      lane: { workspaceId: lane.workspaceId, contactId: lane.contactId },
      mode: "together",
      arrivals: [],
    };
    lines.set(key, line);
    return line;
  }

  function takeLine(key: string, line: Line): GatheredLane {
    lines.delete(key);
    busy.add(key);
    const [now, later] = chooseArrivals(line.arrivals);
    if (later.length > 0) lines.set(key, { ...line, mode: "together", arrivals: later });
    return { lane: line.lane, key, mode: line.mode, arrivals: now };
  }

  return {
    add: (arrival) => void lineOf(arrival.event).arrivals.push(arrival),
    wake(lane, mode = "together") {
      const line = lineOf(lane);
      if (mode !== "together") line.mode = mode;
    },
    putBack({ lane, arrivals }, mode) {
      const line = lineOf(lane);
      line.arrivals = [...arrivals, ...line.arrivals];
      line.mode = mode;
    },
    take(shares) {
      const taken: GatheredLane[] = [];
      const share = lines.size < WORTH_SHARING ? lines.size : Math.ceil(lines.size / shares);
      const most = Math.min(share, LANES_PER_BATCH);
      for (const [key, line] of lines) {
        if (busy.has(key)) continue;
        if (line.mode !== "together") {
          if (taken.length > 0) continue;
          return [takeLine(key, line)];
        }
        taken.push(takeLine(key, line));
        if (taken.length >= most) break;
      }
      return taken;
    },
    release(lanes) {
      for (const { key } of lanes) busy.delete(key);
    },
    abandon() {
      const arrivals = [...lines.values()].flatMap((line) => line.arrivals);
      lines.clear();
      return arrivals;
    },
    get size() {
      return lines.size;
    },
  };
}

/** Splits off what a batch takes: not too many, and no source key twice, so that a repeat finds the first one stored. */
function chooseArrivals(arrivals: Arrival[]): [Arrival[], Arrival[]] {
  const seen = new Set<string>();
  const now: Arrival[] = [];
  const later: Arrival[] = [];
  for (const arrival of arrivals) {
    const key = `${arrival.event.door} ${arrival.event.sourceKey}`;
    const mustWait = seen.has(key) || later.length > 0 || now.length === ARRIVALS_PER_LANE;
    (mustWait ? later : now).push(arrival);
    seen.add(key);
  }
  return [now, later];
}
