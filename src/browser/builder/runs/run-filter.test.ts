import { expect, it } from "vitest";
import { isNarrowed, noFilter, runAddressSchema, toRunFilter } from "./run-filter.ts";

it("reads what an address says and leaves out what makes no sense", () => {
  const address = runAddressSchema.parse({
    part: "runs",
    state: "nonsense",
    version: "2",
    search: 42,
    from: "2026-13-01",
    to: "2026-11-24",
    is_test: false,
  });
  expect(address).toEqual({ version: 2, search: "42", to: "2026-11-24", is_test: false });
  expect(isNarrowed(address)).toBe(true);
  expect(toRunFilter("w", address)).toEqual({
    workflow_id: "w",
    version_number: 2,
    search: "42",
    to: "2026-11-24",
    is_test: "false",
  });
});

it("knows when nothing narrows the list", () => {
  expect(isNarrowed(runAddressSchema.parse({ part: "runs" }))).toBe(false);
  expect(isNarrowed(noFilter)).toBe(false);
});
