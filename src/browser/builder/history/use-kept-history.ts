import { useEffect, useRef } from "react";
import type { Document } from "../document/document.ts";
import { writeHistory } from "./stored-history.ts";

/** Keeps the history when the page is left, reloaded or hidden, so that undo goes on where it was. */
export function useKeptHistory(workflowId: string, document: Document): void {
  const newest = useRef(document);
  useEffect(() => {
    newest.current = document;
  }, [document]);
  useEffect(() => {
    const keep = () => writeHistory(workflowId, newest.current);
    window.addEventListener("pagehide", keep);
    window.addEventListener("visibilitychange", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      window.removeEventListener("visibilitychange", keep);
      keep();
    };
  }, [workflowId]);
}
