import type { Channel } from "#core/domain";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useEditingWorld } from "../editing-world.ts";
import { useExamples } from "./examples.ts";
import type { PreviewAnswer } from "./preview-answer.ts";
import { MailFrame, OwnChannelFrame } from "./text-frames.tsx";
import { WidgetFrame } from "./widget-frame.tsx";

interface MessagePreviewProps {
  readonly text: string;
  readonly quickReplies?: readonly { readonly id: string; readonly label: string }[];
  readonly attachments?: readonly string[];
  /** Whether a model writes the message; it is labelled so. */
  readonly isByAi?: boolean;
  /** How the contact answers; absent for an ordinary message. */
  readonly answer?: PreviewAnswer;
  /** The language the texts are in. */
  readonly language?: string;
}

const channelWords: Readonly<Record<Channel, string>> = {
  widget: "Chat",
  email: "E-mail",
  api: "API",
};

/** Shows a message as the contact gets it on each channel the workflow may run on; variables stand as examples. */
export const MessagePreview = ({
  text,
  quickReplies = [],
  attachments = [],
  isByAi = false,
  answer,
  language,
}: MessagePreviewProps) => {
  const { channels, workspaceLanguage } = useEditingWorld();
  const [chosen, setChosen] = useState<Channel>("widget");
  const say = useExamples(language ?? workspaceLanguage);
  const channel = channels.includes(chosen) ? chosen : (channels[0] ?? "widget");
  const shown = { text, quickReplies, attachments, isByAi, say, answer: answer ?? null };
  return (
    <div className="editing-previews">
      {channels.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label="Channel of the preview"
          data={channels.map((value) => ({ value, label: channelWords[value] }))}
          value={channel}
          onChange={setChosen}
        />
      )}
      {channel === "widget" ? (
        <WidgetFrame {...shown} />
      ) : channel === "email" ? (
        <MailFrame {...shown} />
      ) : (
        <OwnChannelFrame {...shown} />
      )}
    </div>
  );
};
