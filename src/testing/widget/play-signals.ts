import type { DetectorType, Evidence, Memory, Signal } from "#triggers/detectors";

/** What a detector concluded, and when. */
interface Conclusion {
  readonly at: number;
  readonly evidence: Evidence;
}

export interface PlaySignalsOptions {
  /** Until when alarms ring after the last signal; 0 unless told. */
  readonly until?: number;
  readonly isWatched?: (url: string) => boolean;
  readonly memory?: Memory;
}

/** A memory of its own: empty, or with what an earlier page left in it. */
export const aMemory = (value: unknown = null): Memory => {
  let remembered = value;
  return {
    read: () => remembered,
    write: (next) => {
      remembered = next;
    },
  };
};

/** Plays signals in their order to a detector and rings every alarm it asks for. Throws when it refuses the config. */
export const playSignals = (
  { arm }: DetectorType,
  config: Readonly<Record<string, unknown>>,
  signals: readonly Signal[],
  { until = 0, isWatched = () => true, memory = aMemory() }: PlaySignalsOptions = {},
): { readonly conclusions: readonly Conclusion[]; readonly look: () => Evidence } => {
  const detector = arm(config, memory);
  if (detector === null) throw new Error("the config is refused");
  const conclusions: Conclusion[] = [];
  let wakeAt: number | null = null;
  let isPageWatched = false;
  const take = (signal: Signal): void => {
    if (signal.type === "page_entered") isPageWatched = isWatched(signal.url);
    const verdict = detector.take(signal, isPageWatched);
    ({ wakeAt } = verdict);
    if (verdict.evidence !== null) conclusions.push({ at: signal.at, evidence: verdict.evidence });
  };
  const ringUntil = (at: number): void => {
    while (wakeAt !== null && wakeAt <= at) take({ type: "alarm_rang", at: wakeAt });
  };
  for (const signal of signals) {
    // An alarm that rings late is played as a signal of its own.
    if (signal.type !== "alarm_rang") ringUntil(signal.at);
    take(signal);
  }
  ringUntil(until);
  return { conclusions, look: detector.look };
};
