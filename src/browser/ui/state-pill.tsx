import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "good" | "busy" | "waiting" | "paused" | "bad";

/** Shows a state in a word and a colour; never by colour alone. */
export const StatePill = ({
  tone = "neutral",
  isPulsing = false,
  children,
}: {
  tone?: Tone;
  isPulsing?: boolean;
  children: ReactNode;
}) => (
  <span className="ui-pill" data-tone={tone}>
    <span className="ui-pill-dot" data-pulse={isPulsing ? "" : undefined} aria-hidden />
    {children}
  </span>
);
