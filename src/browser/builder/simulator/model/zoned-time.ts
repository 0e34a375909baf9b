const formats = new Map<string, Intl.DateTimeFormat>();

/** Says a moment as the workspace's clock shows it: "Mon 2 Mar, 10:00". */
export function zonedTime(moment: number, timezone: string): string {
  const known = formats.get(timezone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone: timezone,
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
    });
  formats.set(timezone, format);
  return format.format(moment);
}
