/** Durations are counted in buckets whose bounds grow by this factor, so that any of them is told to within 5 %: (g − 1) / (g + 1). */
const GROWTH = 1.05 / 0.95;
/** The most that is told, as the 5 % is; no duration comes near: 2^47 ms are 4,000 years. */
const MOST_MS = 2 ** 47;

/** The bucket of a duration in milliseconds. What took no whole millisecond, or less than nothing, has none: 0. */
export function toDurationBucket(milliseconds: number): number {
  if (!(milliseconds >= 1)) return 0;
  return 1 + Math.ceil(Math.log(Math.min(milliseconds, MOST_MS)) / Math.log(GROWTH) - 1e-9);
}

/** What stands for the durations of a bucket, in milliseconds; at most 5 % from each of them. */
export function fromDurationBucket(bucket: number): number {
  if (bucket <= 0) return 0;
  const upper = GROWTH ** (bucket - 1);
  return (2 * upper) / (GROWTH + 1);
}

/**
 * The median of counted durations in milliseconds: of an even number the lower one of the two in the middle. At most 5 % from the true
 * one. Null when nothing was counted.
 */
export function medianDuration(counts: ReadonlyMap<number, number>): number | null {
  const buckets = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [bucket, count] of buckets) {
    passed += count;
    if (passed * 2 >= total) return fromDurationBucket(bucket);
  }
  return null;
}
