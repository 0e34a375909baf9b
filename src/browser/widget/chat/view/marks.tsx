import type { ComponentChildren } from "preact";

/** A round mark with initials; the workflow's is a small spark, so that nobody takes it for a person. */
export const Avatar = ({
  name,
  kind,
}: {
  readonly name: string;
  readonly kind: "workspace" | "member" | "workflow";
}): ComponentChildren => (
  <span class={`avatar is-${kind}`} aria-hidden="true">
    {kind === "workflow" ? (
      <svg viewBox="0 0 24 24" class="icon">
        <path d="M12 4l1.9 5.2L19 11l-5.1 1.8L12 18l-1.9-5.2L5 11l5.1-1.8z" fill="currentColor" />
      </svg>
    ) : (
      toInitials(name)
    )}
  </span>
);

const toInitials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
};

const stroked = (path: string): ComponentChildren => (
  <svg viewBox="0 0 24 24" class="icon is-stroked" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

export const CloseIcon = (): ComponentChildren => stroked("M6.5 6.5l11 11M17.5 6.5l-11 11");
export const SendIcon = (): ComponentChildren => stroked("M12 19V5.5M6 11l6-6 6 6");
export const DownIcon = (): ComponentChildren => stroked("M12 5v13.5M6 13l6 6 6-6");
