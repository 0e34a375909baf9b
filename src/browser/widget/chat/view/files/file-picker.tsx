import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

interface FilePickerProps {
  readonly class: string;
  /** For a button without words. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  /** Kinds of file as the server knows them; none: every kind. */
  readonly kinds: readonly string[];
  readonly most: number;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** What the file chooser shows: where a kind has many endings, everything, since the server judges by content. */
const acceptedOf = (kinds: readonly string[]): string =>
  kinds.every((kind) => /^(image|audio|video|pdf)$/.test(kind))
    ? kinds.map((kind) => (kind === "pdf" ? ".pdf" : `${kind}/*`)).join(",")
    : "";

/** A button that lets the visitor choose files. */
export const FilePicker = ({
  label,
  describedBy,
  kinds,
  most,
  onFiles,
  children,
  ...button
}: FilePickerProps): ComponentChildren => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={button.class}
        aria-label={label}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={most > 1}
        accept={acceptedOf(kinds)}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
};
