import { Button, FileButton, Modal, Text, Textarea } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import "./files.css";
import { ImportReview } from "./import-review.tsx";
import { ProblemList } from "./problem-list.tsx";
import type { ImportSource } from "./use-import-source.ts";

interface ImportDialogProps {
  readonly source: ImportSource;
  readonly onClose: () => void;
}

/** Takes a workflow file by choice, drop or paste, shows what it is, and makes a draft of it. */
export const ImportDialog = ({ source, onClose }: ImportDialogProps) => {
  const { preview, problem } = source;
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>Import a workflow</Text>} size="lg">
      {preview?.ok === true ? (
        <ImportReview preview={preview} onBack={source.reset} onClose={onClose} />
      ) : (
        <>
          <Choose source={source} />
          {problem !== null && (
            <Text c="red" size="sm" mt="sm" role="alert">
              {problem}
            </Text>
          )}
          {preview?.ok === false && (
            <div className="files-problems" role="alert">
              <strong>
                {preview.isNewer
                  ? "This file was written by a newer Switchboard"
                  : "This is no workflow file that can be read"}
              </strong>
              {preview.isNewer && (
                <p>Upgrade this Switchboard to read it. Nothing of it was imported.</p>
              )}
              <ProblemList problems={preview.problems} />
            </div>
          )}
        </>
      )}
    </Modal>
  );
};

const Choose = ({ source: { readFile, readText } }: { source: ImportSource }) => {
  const [text, setText] = useState("");
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void readFile(file);
  };
  return (
    <>
      <div
        className="files-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <IconFileImport size={26} />
        <span>Drop a workflow file here, or</span>
        <FileButton
          accept=".yaml,.yml,.json"
          inputProps={{ "aria-label": "Workflow file" }}
          onChange={(file) => {
            if (file !== null) void readFile(file);
          }}
        >
          {(props) => (
            <Button variant="default" {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
      </div>
      <Textarea
        label="Or paste its text"
        mt="md"
        minRows={4}
        maxRows={10}
        autosize
        spellCheck={false}
        classNames={{ input: "files-text" }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="files-buttons">
        <Button disabled={text.trim() === ""} onClick={() => void readText(text, "")}>
          Look at it
        </Button>
      </div>
    </>
  );
};
