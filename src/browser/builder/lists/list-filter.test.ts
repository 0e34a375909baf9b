import type { WorkflowBody } from "#contract";
import { expect, it } from "vitest";
import { foldersOf, listAddressSchema, narrow } from "./list-filter.ts";

const aWorkflow = (overrides: Partial<WorkflowBody>): WorkflowBody => ({
  id: "w",
  name: "Welcome",
  state: "live",
  trigger_type: "manual",
  live_version_number: 1,
  has_unpublished_changes: false,
  priority: 0,
  runs: { total: 0, active: 0, failed: 0 },
  tests_block: false,
  folder: "",
  updated_at: "2026-11-24T00:00:00.000Z",
  edited_by: null,
  published_at: null,
  ...overrides,
});
const all = [
  aWorkflow({ name: "Welcome" }),
  aWorkflow({ name: "Returns", folder: "Orders", state: "draft" }),
  aWorkflow({ name: "Status", folder: "Orders", trigger_type: "page_view" }),
];
const title = (type: string) => (type === "manual" ? "Started by hand" : "Page view");
const named = (search: object) =>
  narrow(all, listAddressSchema.parse(search), title).map(({ name }) => name);

it("finds workflows by name, by what starts them and by folder, and keeps their order", () => {
  expect(named({})).toEqual(["Welcome", "Returns", "Status"]);
  expect(named({ search: "STAT" })).toEqual(["Status"]);
  expect(named({ search: "by hand" })).toEqual(["Welcome", "Returns"]);
  expect(named({ search: "order" })).toEqual(["Returns", "Status"]);
  expect(named({ folder: "Orders", state: "live" })).toEqual(["Status"]);
  expect(named({ folder: "Nothing" })).toEqual([]);
});

it("lists each folder once, in order", () => {
  expect(foldersOf([...all, aWorkflow({ folder: "Care" })])).toEqual(["Care", "Orders"]);
});

it("reads an address that makes no sense as no filter", () => {
  expect(listAddressSchema.parse({ search: "", folder: "", state: "gone" })).toEqual({});
});
