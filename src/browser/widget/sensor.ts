import { matchesUrlPattern } from "#core/page";
import type { Detector, DetectorType, Evidence, Signal, SourceName } from "#triggers/detectors";
import type { Clock } from "./clock.ts";
import { guarded } from "./guard.ts";
import type { SessionMemory } from "./session/session-memory.ts";

/** One armed trigger as the server names it. */
export interface ArmedTrigger {
  readonly trigger_type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** One armed trigger as it stands, for the signal inspector. */
export interface SensedTrigger extends ArmedTrigger {
  readonly isWatched: boolean;
  readonly counted: Evidence;
  /** What it concluded last on this page. */
  readonly concluded: Evidence | null;
}

export interface Sensor {
  /** Before `arm` signals are kept and played afterwards. */
  readonly take: (signal: Signal) => void;
  readonly arm: (armed: readonly ArmedTrigger[], senses: Senses) => void;
  readonly look: () => readonly SensedTrigger[];
  readonly stop: () => void;
}

/** What there is to sense with; it comes with the workspace. */
export interface Senses {
  readonly types: readonly DetectorType[];
  /** Starts a source of signals; answers how to stop it, or nothing where there is no such source. */
  readonly listenTo: (name: SourceName, give: (signal: Signal) => void) => (() => void) | undefined;
}

export interface SensorPorts {
  readonly clock: Clock;
  readonly memory: SessionMemory;
  readonly onFired: (triggerType: string, evidence: Evidence) => void;
}

interface Taker {
  readonly take: (signal: Signal) => void;
  readonly look: () => SensedTrigger;
}

const doNothing = (): void => {};

/** An alarm this late has slept. */
const sleepMs = 2_000;

/** More than a page makes before its configuration has come; the oldest go first. */
const keptSignals = 50;

/**
 * Brings every signal to every armed detector, keeps their alarms, and tells what they conclude. A detector that breaks is left out from
 * then on.
 */
export const createSensor = ({ clock, memory, onFired }: SensorPorts): Sensor => {
  const early: Signal[] = [];
  let takers: readonly Taker[] | null = null;
  const stops = new Set<() => void>();
  // Two triggers may draw the same conclusion from one signal; it is reported once and the server gives it to both.
  const concluded = new Set<string>();

  const give = (signal: Signal): void => {
    concluded.clear();
    for (const { take } of takers ?? []) take(signal);
  };
  const take = (signal: Signal): void => {
    if (takers !== null) return give(signal);
    early.push(signal);
    if (early.length > keptSignals) early.shift();
  };

  const createTaker = (armed: ArmedTrigger, detector: Detector): Taker => {
    let isWatched = false;
    let last: Evidence | null = null;
    let wantedAt: number | null = null;
    let ringsAt = Infinity;
    let cancelAlarm = doNothing;
    stops.add(() => cancelAlarm());

    // Whoever waits for quiet moves the alarm with every act. The timer that runs is kept, and set again only when it has rung too soon.
    const setAlarm = (): void => {
      if (wantedAt === null || wantedAt >= ringsAt) return;
      cancelAlarm();
      ringsAt = wantedAt;
      const ms = Math.max(0, wantedAt - clock.steady());
      const dueAt = clock.now() + ms;
      cancelAlarm = clock.after(ms, () => {
        ringsAt = Infinity;
        const at = clock.steady();
        // In some browsers the steady clock stands still in a computer's sleep; the other one tells.
        const wasAsleep = clock.now() - dueAt > sleepMs;
        if (wantedAt !== null && (wasAsleep || at >= wantedAt))
          takeOne({ type: "alarm_rang", at, wasAsleep });
        else setAlarm();
      });
    };
    const takeOne = (signal: Signal): void => {
      if (signal.type === "page_entered") isWatched = isAbout(armed.config, signal.url);
      const { evidence, wakeAt } = detector.take(signal, isWatched);
      wantedAt = wakeAt;
      setAlarm();
      if (evidence === null) return;
      last = evidence;
      const conclusion = JSON.stringify([
        armed.trigger_type,
        evidence,
        signal.type === "alarm_rang" ? signal.at : null,
      ]);
      if (concluded.has(conclusion)) return;
      concluded.add(conclusion);
      onFired(armed.trigger_type, evidence);
    };
    return {
      take: guarded(takeOne),
      look: () => ({ ...armed, isWatched, counted: detector.look(), concluded: last }),
    };
  };

  const arm: Sensor["arm"] = (armed, { types, listenTo }) => {
    const needed = new Set<SourceName>();
    takers = [...new Map(armed.map((row) => [JSON.stringify(row), row]))].flatMap(([key, row]) => {
      const type = types.find((one) => one.type === row.trigger_type);
      const detector = type?.arm(row.config, memory.of(key));
      if (type === undefined || detector === undefined || detector === null) return [];
      for (const name of type.sources) needed.add(name);
      return [createTaker(row, detector)];
    });
    for (const signal of early.splice(0)) give(signal);
    for (const name of needed) {
      guarded(() => stops.add(listenTo(name, take) ?? doNothing))();
    }
  };

  return {
    take,
    arm,
    look: () => (takers ?? []).map((taker) => taker.look()),
    stop: () => {
      takers = [];
      for (const stop of stops) stop();
    },
  };
};

/** The page filter of a trigger: `url_pattern` (SPEC 2) or the plain substring `url_contains`, empty for every page. */
const isAbout = (config: ArmedTrigger["config"], url: string): boolean => {
  const { url_pattern, url_contains } = config;
  if (typeof url_pattern === "string" && url_pattern !== "")
    return matchesUrlPattern(url_pattern, url);
  return typeof url_contains !== "string" || url.includes(url_contains);
};
