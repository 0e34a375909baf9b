import type { ComponentChildren } from "preact";
import type { ChatActions } from "../../chat-actions.ts";
import type { ChosenFile } from "../../files/chosen-file.ts";
import { CloseIcon } from "../marks.tsx";
import { FileText } from "./file-row.tsx";
import { sizeOf } from "./size-of.ts";
import { useTexts } from "../../texts/index.ts";

interface TrayProps {
  readonly files: readonly ChosenFile[];
  readonly actions: ChatActions;
}

/** Files above the field: how far each is, and what stands in its way. */
export const Tray = ({ files, actions }: TrayProps): ComponentChildren => {
  const texts = useTexts();
  const noteOf = ({ state, problem, bytes }: ChosenFile): string => {
    if (state === "waiting") return texts.waiting;
    if (problem === "too_large") return texts.fileTooLarge(actions.files.rules.max_megabytes);
    if (problem === "too_many") return texts.tooManyFiles;
    return problem === null ? sizeOf(bytes) : texts.fileNotTaken;
  };
  return files.length === 0 ? null : (
    <ul class="tray" aria-label={texts.attachments}>
      {files.map((file) => (
        <li key={file.id} class={`file is-${file.state}`}>
          <FileText name={file.name}>
            <span class="file-note" role={file.state === "refused" ? "alert" : undefined}>
              {noteOf(file)}
            </span>
            {file.state === "uploading" ? (
              <progress max={1} value={file.progress} aria-label={texts.sending} />
            ) : null}
          </FileText>
          <button
            type="button"
            class="icon-button"
            aria-label={texts.removeFile(file.name)}
            onClick={() => actions.files.remove(file.id)}
          >
            <CloseIcon />
          </button>
        </li>
      ))}
    </ul>
  );
};
