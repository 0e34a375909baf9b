import type { ConfigEditorProps } from "./config-editor.ts";
import { problemWithin } from "./problem-at.ts";
import { MultiSelect } from "@mantine/core";
import { z } from "zod";

const draftSchema = z.object({ channels: z.array(z.string()).catch([]) });

/** Chooses the channels a trigger listens to; none chosen means all. */
export const ChannelsField = ({ config, problems, change }: ConfigEditorProps) => {
  const { channels } = draftSchema.parse(config);
  return (
    <MultiSelect
      label="Channels"
      placeholder={channels.length === 0 ? "All channels" : ""}
      clearable
      data={[
        { value: "widget", label: "Chat widget" },
        { value: "email", label: "E-mail" },
        { value: "api", label: "API" },
      ]}
      value={channels}
      error={problemWithin(problems, "channels")}
      onChange={(chosen) => change({ channels: chosen })}
    />
  );
};
