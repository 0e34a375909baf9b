import { Button } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { ImportDialog } from "../files/import-dialog.tsx";
import { useImportSource } from "../files/use-import-source.ts";

/** Opens the import of a workflow file; a file dropped anywhere on the page opens it too. */
export const ImportButton = () => {
  const [isOpen, setIsOpen] = useState(false);
  const source = useImportSource();
  const { reset } = source;
  const taken = useRef(source.readFile);
  useEffect(() => {
    taken.current = source.readFile;
  });
  useEffect(() => {
    const allow = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    const take = (event: globalThis.DragEvent) => {
      const file = event.dataTransfer?.files[0];
      // The dialog takes what is dropped on it by itself.
      if (file === undefined || event.defaultPrevented) return;
      event.preventDefault();
      setIsOpen(true);
      void taken.current(file);
    };
    window.addEventListener("dragover", allow);
    window.addEventListener("drop", take);
    return () => {
      window.removeEventListener("dragover", allow);
      window.removeEventListener("drop", take);
    };
  }, []);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} />}
        onClick={() => setIsOpen(true)}
      >
        Import
      </Button>
      {isOpen && (
        <ImportDialog
          source={source}
          onClose={() => {
            setIsOpen(false);
            reset();
          }}
        />
      )}
    </>
  );
};
