import { type ChosenFile } from "#browser/data";
import { formatBytes } from "#browser/ui";
import { ActionIcon, Progress } from "@mantine/core";
import { IconFile, IconX } from "@tabler/icons-react";

interface ChosenFilesProps {
  readonly files: readonly ChosenFile[];
  readonly onRemove: (id: string) => void;
}

const noteOf = ({ state, problem, bytes }: ChosenFile): string => {
  if (state === "refused") return problem ?? "Not taken";
  return state === "waiting" ? "Not uploaded yet, trying again" : formatBytes(bytes);
};

/** Files of the message being written: how far each is, and what stands in its way. */
export const ChosenFiles = ({ files, onRemove }: ChosenFilesProps) =>
  files.length === 0 ? null : (
    <ul className="inbox-files" aria-label="Files to send">
      {files.map((file) => (
        <li key={file.id} className="inbox-file" data-state={file.state}>
          <IconFile size={16} aria-hidden />
          <span className="inbox-file-text">
            <span className="inbox-file-name">{file.name}</span>
            <span className="inbox-file-note" role={file.state === "refused" ? "alert" : undefined}>
              {noteOf(file)}
            </span>
            {file.state === "uploading" && (
              <Progress
                size={4}
                value={file.progress * 100}
                aria-label={`Uploading ${file.name}`}
              />
            )}
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(file.id)}
          >
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
