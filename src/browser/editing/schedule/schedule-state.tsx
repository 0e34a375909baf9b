import { StatePill, useNow } from "#browser/ui";
import { scheduleSchema } from "#core/domain";
import { inTimezone, isOpen, nextClose, nextOpen, sayMoment } from "#core/engine";
import { useMemo } from "react";

interface ScheduleStateProps {
  readonly schedule: unknown;
  readonly workspaceTimezone: string;
}

/** Says what a schedule comes to at this moment: open until when, or closed until when. Nothing while something in it is wrong. */
export const ScheduleState = ({ schedule, workspaceTimezone }: ScheduleStateProps) => {
  const now = useNow();
  const parsed = useMemo(() => scheduleSchema.safeParse(schedule), [schedule]);
  if (!parsed.success) return null;
  const hours = inTimezone(parsed.data, workspaceTimezone);
  const open = isOpen(hours, now);
  const turn = open ? nextClose(hours, now) : nextOpen(hours, now);
  const at =
    turn === null ? null : sayMoment(turn, now, { language: "en-GB", timezone: hours.timezone });
  return (
    <p className="schedule-state">
      <StatePill tone={open ? "good" : "neutral"}>{open ? "Open now" : "Closed now"}</StatePill>
      <span>
        {at === null
          ? open
            ? "and does not close"
            : "and does not open within a year"
          : open
            ? `until ${at}`
            : `opens ${at}`}
      </span>
    </p>
  );
};
