import { useState } from "react";
import type { ImportPreview } from "./read-import.ts";
import { useKnownReferences } from "./use-known-references.ts";

/** As large as a draft may be. */
const mostBytes = 4 * 1024 * 1024;

/** A text that may be a workflow file, and what it turned out to be. */
export interface ImportSource {
  /** Null until something was read. */
  readonly preview: ImportPreview | null;
  /** Why nothing could be read at all. */
  readonly problem: string | null;
  readonly readText: (text: string, nameIfMissing: string) => Promise<void>;
  readonly readFile: (file: File) => Promise<void>;
  readonly reset: () => void;
}

/** Reads workflow files from a person; the reader is large, so it comes when needed. */
export function useImportSource(): ImportSource {
  const known = useKnownReferences();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const readText = async (text: string, nameIfMissing: string) => {
    setPreview(null);
    setProblem(null);
    try {
      const { readImport } = await import("./read-import.ts");
      setPreview(readImport(text, nameIfMissing, known));
    } catch {
      setProblem("The page could not load what reads workflow files. Try again.");
    }
  };
  return {
    preview,
    problem,
    readText,
    readFile: async (file) => {
      if (file.size > mostBytes) {
        setPreview(null);
        setProblem(`“${file.name}” is larger than a workflow can be (4 MB).`);
        return;
      }
      await readText(await file.text(), file.name.replace(/\.[^.]*$/, ""));
    },
    reset: () => {
      setPreview(null);
      setProblem(null);
    },
  };
}
