import fc from "fast-check";
import { expect, test } from "vitest";
import { fromDurationBucket, medianDuration, toDurationBucket } from "./duration-buckets.ts";

test("every duration from 1 ms to 300 years is told to within 5 %", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e13, noNaN: true }), (milliseconds) => {
      const told = fromDurationBucket(toDurationBucket(milliseconds));
      return Math.abs(told - milliseconds) <= milliseconds * 0.0500001;
    }),
  );
});

test.each([0, -5, 0.2, Number.NaN, Number.NEGATIVE_INFINITY])("%s ms took no time", (no) => {
  expect(toDurationBucket(no)).toBe(0);
  expect(fromDurationBucket(0)).toBe(0);
});

test("a bucket fits the column, whatever the duration", () => {
  for (const milliseconds of [1, 1e10, Number.MAX_VALUE, Number.POSITIVE_INFINITY])
    expect(toDurationBucket(milliseconds)).toBeLessThan(2 ** 15);
});

test("the median of counts is within 5 % of the true lower median", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 * 86_400_000 }), { minLength: 1 }), (all) => {
      const counts = new Map<number, number>();
      for (const one of all) {
        const bucket = toDurationBucket(one);
        counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
      }
      const sorted = all.toSorted((a, b) => a - b);
      const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
      return Math.abs((medianDuration(counts) ?? Number.NaN) - median) <= median * 0.0500001;
    }),
  );
});

test("nothing has no median", () => {
  expect(medianDuration(new Map())).toBeNull();
  expect(medianDuration(new Map([[3, 0]]))).toBeNull();
});
