import type { Detector, DetectorType, Evidence, Signal } from "#triggers/detectors";
import type { Clock } from "./clock.ts";
import { guarded } from "./guard.ts";

/** One armed trigger as the server names it. */
export interface ArmedTrigger {
  readonly trigger_type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface Sensor {
  /** Before `arm` signals are kept and played afterwards. */
  readonly take: (signal: Signal) => void;
  readonly arm: (armed: readonly ArmedTrigger[]) => void;
  readonly stop: () => void;
}

/** More than a page makes before its configuration has come; the oldest go first. */
const keptSignals = 50;

/** Brings every signal to every armed detector, keeps their alarms, and tells what they conclude. A detector that breaks is left out from then on. */
export const createSensor = (
  types: readonly DetectorType[],
  clock: Clock,
  onFired: (triggerType: string, evidence: Evidence) => void,
): Sensor => {
  const early: Signal[] = [];
  let takers: ((signal: Signal) => void)[] | null = null;
  const cancels = new Set<() => void>();
  // Two triggers may draw the same conclusion from one signal; it is reported once and the server gives it to both.
  const concluded = new Set<string>();

  const give = (signal: Signal): void => {
    concluded.clear();
    for (const take of takers ?? []) take(signal);
  };

  const createTaker = (triggerType: string, detector: Detector): ((signal: Signal) => void) => {
    let cancelAlarm = (): void => {};
    const take = (signal: Signal): void => {
      cancelAlarm();
      cancels.delete(cancelAlarm);
      const { evidence, wakeAt } = detector(signal);
      if (wakeAt !== null) {
        cancelAlarm = clock.after(Math.max(0, wakeAt - clock.steady()), () =>
          take({ type: "alarm_rang", at: clock.steady() }),
        );
        cancels.add(cancelAlarm);
      }
      if (evidence === null) return;
      const conclusion = JSON.stringify([
        triggerType,
        evidence,
        signal.type === "alarm_rang" ? signal.at : null,
      ]);
      if (concluded.has(conclusion)) return;
      concluded.add(conclusion);
      onFired(triggerType, evidence);
    };
    return guarded(take);
  };

  return {
    take: (signal) => {
      if (takers !== null) return give(signal);
      early.push(signal);
      if (early.length > keptSignals) early.shift();
    },
    arm: (armed) => {
      const distinct = new Map(armed.map((row) => [JSON.stringify(row), row]));
      takers = [...distinct.values()].flatMap(({ trigger_type, config }) => {
        const detector = types.find((type) => type.type === trigger_type)?.arm(config) ?? null;
        return detector === null ? [] : [createTaker(trigger_type, detector)];
      });
      for (const signal of early.splice(0)) give(signal);
    },
    stop: () => {
      takers = [];
      for (const cancel of cancels) cancel();
    },
  };
};
