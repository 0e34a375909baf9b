import { knownFields } from "#core/engine";
import type { VariableOption } from "./editing-world.ts";

const groups = new Map([
  ["contact", "Contact"],
  ["conversation", "Conversation"],
  ["session", "Visitor session"],
  ["workspace", "Workspace"],
  ["now", "This moment"],
  ["schedule", "Workspace’s hours"],
]);

/** What every run can read, in groups; triggers and earlier steps add theirs. */
export const knownVariables: readonly VariableOption[] = knownFields.map(
  ({ path, title, values }) => ({
    path,
    title,
    group: groups.get(path.split(".")[0] ?? "") ?? "Other",
    ...(values === undefined
      ? {}
      : {
          choices: values.map((value) => ({
            value,
            label: value.replace(/^./, (first) => first.toUpperCase()),
          })),
        }),
  }),
);
