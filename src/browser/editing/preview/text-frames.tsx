import { IconPaperclip } from "@tabler/icons-react";
import { useEditingWorld } from "../editing-world.ts";
import type { Previewed } from "./preview-answer.ts";
import { toPlainText } from "./to-plain-text.ts";

const Lines = ({ text }: { readonly text: string }) =>
  text.split("\n").map((line, index) => <p key={index}>{line === "" ? "\u00A0" : line}</p>);

const Nothing = () => <p className="editing-hint">Nothing to say yet</p>;

/** The message as a mail: plain text, buttons as a numbered list. */
export const MailFrame = ({ text, quickReplies, attachments, isByAi, answer, say }: Previewed) => {
  const { workspaceName } = useEditingWorld();
  return (
    <figure className="editing-mail" aria-label="How the contact sees it by e-mail">
      <figcaption>
        <span>
          From <strong>{workspaceName}</strong>
        </span>
        <span>To mia@example.com</span>
      </figcaption>
      <div>
        {text.trim() === "" ? <Nothing /> : <Lines text={toPlainText(text, say)} />}
        {isByAi && <p className="editing-hint">Written by AI</p>}
        {quickReplies.length > 0 && (
          <ol>
            {quickReplies.map(({ id, label }) => (
              <li key={id}>{label.trim() === "" ? "…" : label}</li>
            ))}
          </ol>
        )}
        {answer !== null && (
          <p className="editing-hint">
            {answer.kind === "file"
              ? "The contact answers with a file in the mail."
              : quickReplies.length > 0
                ? "The contact answers with a number or the words."
                : "The contact answers by writing back."}
          </p>
        )}
        {attachments.map((name, index) => (
          <p key={index}>
            <IconPaperclip size={12} aria-hidden /> {name.trim() === "" ? "File" : name}
          </p>
        ))}
      </div>
    </figure>
  );
};

/** The message as a developer's own channel gets it. */
export const OwnChannelFrame = ({ text, quickReplies, attachments, say }: Previewed) => (
  <figure className="editing-mail" aria-label="What your own channel gets">
    <figcaption>Your own channel gets</figcaption>
    <dl>
      <dt>text</dt>
      <dd>{text.trim() === "" ? <Nothing /> : <Lines text={toPlainText(text, say)} />}</dd>
      {quickReplies.length > 0 && (
        <>
          <dt>buttons</dt>
          <dd>{quickReplies.map(({ label }) => label).join(" · ")}</dd>
        </>
      )}
      {attachments.length > 0 && (
        <>
          <dt>files</dt>
          <dd>{attachments.join(" · ")}</dd>
        </>
      )}
    </dl>
  </figure>
);
