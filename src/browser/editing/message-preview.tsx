import type { ReactNode } from "react";
import { useEditingWorld } from "./editing-world.ts";
import { MessageText } from "./message-text.tsx";

interface MessagePreviewProps {
  readonly text: string;
  readonly quickReplies?: readonly { readonly id: string; readonly label: string }[];
  /** What the contact types into; absent for an ordinary message. */
  readonly input?: ReactNode;
}

/** Shows a message as the contact sees it in the widget; variables stand as their names. */
export const MessagePreview = ({ text, quickReplies = [], input }: MessagePreviewProps) => {
  const { workspaceName } = useEditingWorld();
  return (
    <figure className="editing-preview" aria-label="How the contact sees it">
      <figcaption>{workspaceName === "" ? "Preview" : workspaceName}</figcaption>
      <div className="editing-bubble">
        {text.trim() === "" ? (
          <span className="editing-hint">Nothing to say yet</span>
        ) : (
          <MessageText text={text} />
        )}
      </div>
      {quickReplies.length > 0 && (
        <div className="editing-replies">
          {quickReplies.map(({ id, label }) => (
            <span key={id}>{label.trim() === "" ? "…" : label}</span>
          ))}
        </div>
      )}
      {input}
    </figure>
  );
};
