import { IconAction } from "#browser/ui";
import {
  IconCalendar,
  IconMoon,
  IconPaperclip,
  IconSend2,
  IconSparkles,
  IconSun,
} from "@tabler/icons-react";
import { useState } from "react";
import { useEditingWorld } from "../editing-world.ts";
import { MessageText } from "./message-text.tsx";
import type { Previewed } from "./preview-answer.ts";

/** The message in the chat window of a site, in either shade. */
export const WidgetFrame = ({
  text,
  quickReplies,
  attachments,
  isByAi,
  answer,
  say,
}: Previewed) => {
  const { workspaceName } = useEditingWorld();
  const [shade, setShade] = useState<"light" | "dark" | null>(null);
  const isDark = shade === "dark";
  return (
    <figure
      className="editing-preview"
      aria-label="How the contact sees it in the chat"
      data-shade={shade ?? undefined}
    >
      <figcaption>
        <span>{workspaceName === "" ? "Preview" : workspaceName}</span>
        {isByAi && (
          <span className="editing-by-ai">
            <IconSparkles size={12} aria-hidden /> written by AI
          </span>
        )}
        <IconAction
          label={isDark ? "Show it in light" : "Show it in dark"}
          size="xs"
          onClick={() => setShade(isDark ? "light" : "dark")}
        >
          {isDark ? <IconSun size={13} /> : <IconMoon size={13} />}
        </IconAction>
      </figcaption>
      <div className="editing-bubble">
        {text.trim() === "" ? (
          <span className="editing-hint">Nothing to say yet</span>
        ) : (
          <MessageText text={text} say={say} />
        )}
      </div>
      {attachments.length > 0 && (
        <div className="editing-replies">
          {attachments.map((name, index) => (
            <span key={index} data-file>
              <IconPaperclip size={12} aria-hidden /> {name.trim() === "" ? "File" : name}
            </span>
          ))}
        </div>
      )}
      {quickReplies.length > 0 && (
        <div className="editing-replies">
          {quickReplies.map(({ id, label }) => (
            <span key={id}>{label.trim() === "" ? "…" : label}</span>
          ))}
          {answer?.kind === "several" && <span data-main>Send</span>}
        </div>
      )}
      {answer?.kind === "date" && (
        <div className="editing-replies">
          <span>
            <IconCalendar size={12} aria-hidden /> {answer.placeholder}
          </span>
        </div>
      )}
      {answer !== null && (
        <div className="editing-answer">
          {answer.kind === "file" && <IconPaperclip size={15} aria-hidden />}
          <span>
            {answer.kind === "typed" || answer.kind === "file"
              ? answer.placeholder
              : "Write a message…"}
          </span>
          <IconSend2 size={15} aria-hidden />
        </div>
      )}
    </figure>
  );
};
