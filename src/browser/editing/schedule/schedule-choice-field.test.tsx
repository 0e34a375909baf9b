import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EditingWorldProvider, useEditingWorld } from "../editing-world.ts";
import { ScheduleChoiceField } from "./schedule-choice-field.tsx";

/** What is known around the config, with one named schedule. */
const World = ({ children }: { children: ReactNode }) => {
  const schedules = [
    { id: "s1", name: "Support hours", hours: "Mon–Fri 09:00–17:00", schedule: {} },
  ];
  return (
    <EditingWorldProvider value={{ ...useEditingWorld(), schedules }}>
      {children}
    </EditingWorldProvider>
  );
};
const shown = (value: unknown): string =>
  renderToStaticMarkup(
    <MantineProvider>
      <World>
        <ScheduleChoiceField value={value} problems={[]} onChange={() => {}} />
      </World>
    </MantineProvider>,
  );

describe("the choice of hours", () => {
  it("shows the workspace's schedule by name and in words", () => {
    const html = shown({ type: "named", schedule_id: "s1" });
    expect(html).toContain("Support hours");
    expect(html).toContain("Mon–Fri 09:00–17:00");
    expect(html).not.toContain("Hours of the week");
  });

  it("shows the week that is written in the step", () => {
    expect(shown({ type: "written", schedule: {} })).toContain("Hours of the week");
  });

  it("shows the usual week for anything it cannot read", () => {
    for (const value of [undefined, null, 7, { type: "other" }, { type: "written", schedule: 7 }])
      expect(shown(value)).toContain("Hours of the week");
  });

  it("says that a schedule is gone", () => {
    expect(shown({ type: "named", schedule_id: "s2" })).toContain("no longer here");
  });
});
