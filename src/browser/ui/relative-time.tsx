import { formatFull, formatRelative } from "./format-time.ts";
import { useNow } from "./use-now.ts";

/** Says how long ago, or how far ahead, a moment is, and keeps saying it right; the exact one is its title. `at` is an ISO moment or milliseconds. */
export const RelativeTime = ({
  at,
  style = "short",
}: {
  at: string | number;
  style?: "short" | "long";
}) => {
  const now = useNow();
  const moment = typeof at === "number" ? at : Date.parse(at);
  return (
    <time dateTime={new Date(moment).toISOString()} title={formatFull(moment)}>
      {formatRelative(moment, now, style)}
    </time>
  );
};
