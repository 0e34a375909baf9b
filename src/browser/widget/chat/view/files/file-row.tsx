import type { ComponentChildren } from "preact";
import { FileIcon } from "../marks.tsx";
import { sizeOf } from "./size-of.ts";

/** A file's name and what is said of it. */
export const FileText = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): ComponentChildren => (
  <span class="file-text">
    <span class="file-name" dir="auto">
      {name}
    </span>
    {children}
  </span>
);

/** A file that is no picture. */
export const FileRow = ({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: number | null;
}): ComponentChildren => (
  <span class="file">
    <FileIcon />
    <FileText name={name}>
      {bytes === null ? null : <span class="file-note">{sizeOf(bytes)}</span>}
    </FileText>
  </span>
);
