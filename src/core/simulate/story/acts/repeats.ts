import type { ActForm } from "../act.ts";

/** What comes a second time. */
export const repeatActs: readonly ActForm[] = [
  {
    written: "the same event comes again",
    form: /^the same event comes again$/,
    toAct:
      () =>
      ({ world }) => {
        const last = world.happenings.at(-1)?.event;
        if (last !== undefined) world.handle(last);
      },
  },
  {
    /** A timer whose claim was lost fires a second time, as another event. */
    written: "the last timer fires again",
    form: /^the last timer fires again$/,
    toAct: () => (scene) => {
      const last = scene.world.happenings.findLast(({ event }) => event.body.type === "timer_due");
      if (last !== undefined) scene.happen(last.event.body);
    },
  },
];
