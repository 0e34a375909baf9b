import type { SimulationAct, Timer } from "#core/domain";
import { beforeClockChange, nextSundayNight, toWallClock } from "#core/simulate";
import { Button, Popover, Stack, TextInput } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useState } from "react";
import { durationWords } from "#browser/graph";
import { zonedTime } from "../model/zoned-time.ts";

interface ClockBarProps {
  readonly now: number;
  readonly timezone: string;
  /** Soonest first. */
  readonly timers: readonly Timer[];
  readonly onAct: (act: SimulationAct) => void;
}

/** The pretend clock, on the workspace's wall, and what moves it. */
export const ClockBar = ({ now, timezone, timers, onAct }: ClockBarProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const [to, setTo] = useState("");
  const [next] = timers;
  const pass = (seconds: number) => onAct({ act: "pass_time", seconds });
  const goTo = (time: string) => {
    onAct({ act: "set_clock", to: time });
    setIsOpen(false);
  };
  const change = beforeClockChange(now, timezone);
  return (
    <div className="sim-clock" role="group" aria-label="Clock">
      <Popover opened={isOpen} onChange={setIsOpen} trapFocus position="bottom-start" width={260}>
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            className="sim-clock-now"
            leftSection={<IconClock size={14} />}
            onClick={() => {
              setTo(toWallClock(now, timezone));
              setIsOpen(!isOpen);
            }}
            aria-label={`Clock: ${zonedTime(now, timezone)}. Set it`}
          >
            {zonedTime(now, timezone)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={8}>
            <TextInput
              type="datetime-local"
              size="xs"
              label={`Time in ${timezone.replaceAll("_", " ")}`}
              value={to}
              min={toWallClock(now, timezone)}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
            <Button
              size="xs"
              disabled={to.length !== 16 || to < toWallClock(now, timezone)}
              onClick={() => goTo(to)}
            >
              Move the clock there
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => goTo(nextSundayNight(now, timezone))}
            >
              Sunday 03:00
            </Button>
            {change !== null && (
              <Button size="xs" variant="default" onClick={() => goTo(change)}>
                Just before the clock change
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <Button size="compact-xs" variant="default" onClick={() => pass(60)}>
        +1 min
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => pass(3_600)}>
        +1 h
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        disabled={next === undefined}
        onClick={() => onAct({ act: "pass_to_next_timer" })}
      >
        {next === undefined
          ? "No timer"
          : `Next timer, ${durationWords(Math.max(0, next.dueAt - now))}`}
      </Button>
    </div>
  );
};
