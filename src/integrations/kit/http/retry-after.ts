/** Reads Retry-After, seconds or a date, in milliseconds from now; null for nothing that can be read. */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1_000);
  if (!/^[A-Za-z]{3}, /.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
