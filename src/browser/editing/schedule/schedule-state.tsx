import { StatePill, useNow } from "#browser/ui";
import { scheduleSchema } from "#core/domain";
import { inTimezone, isOpen, nextClose, nextOpen, sayMoment } from "#core/engine";
import { Button, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { toMoment, toWallClock } from "./wall-clock.ts";

interface ScheduleStateProps {
  readonly schedule: unknown;
  readonly workspaceTimezone: string;
}

/** Says what a schedule comes to at this moment, or at another one to try: open until when, or closed until when. Nothing while something in it is wrong. */
export const ScheduleState = ({ schedule, workspaceTimezone }: ScheduleStateProps) => {
  const now = useNow();
  const [tried, setTried] = useState<string | null>(null);
  const parsed = useMemo(() => scheduleSchema.safeParse(schedule), [schedule]);
  if (!parsed.success) return null;
  const hours = inTimezone(parsed.data, workspaceTimezone);
  const { timezone } = hours;
  const moment = (tried === null ? null : toMoment(tried, timezone)) ?? now;
  const open = isOpen(hours, moment);
  const turn = open ? nextClose(hours, moment) : nextOpen(hours, moment);
  const at = turn === null ? null : sayMoment(turn, moment, { language: "en-GB", timezone });
  return (
    <div className="schedule-state">
      <p aria-live="polite">
        <StatePill tone={open ? "good" : "neutral"}>
          {`${open ? "Open" : "Closed"} ${tried === null ? "now" : "then"}`}
        </StatePill>
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
      {tried === null ? (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => setTried(toWallClock(now, timezone))}
        >
          Try another moment
        </Button>
      ) : (
        <div className="schedule-tried">
          <TextInput
            type="datetime-local"
            size="xs"
            aria-label="Moment to try"
            description={`By the clocks of ${timezone.replaceAll("_", " ")}`}
            inputWrapperOrder={["input", "description"]}
            value={tried}
            onChange={(event) => setTried(event.currentTarget.value)}
          />
          <Button variant="subtle" size="compact-xs" onClick={() => setTried(null)}>
            Back to now
          </Button>
        </div>
      )}
    </div>
  );
};
