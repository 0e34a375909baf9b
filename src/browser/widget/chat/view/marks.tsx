import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";

/** A round mark with initials; the workflow's is a small spark, so that nobody takes it for a person. */
export const Avatar = ({
  name,
  kind,
}: {
  readonly name: string;
  readonly kind: "member" | "workflow";
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

/** The workspace's logo, or its initials where there is none or it cannot be drawn. */
export const WorkspaceMark = ({ name }: { readonly name: string }): ComponentChildren => {
  const logo = useContext(LogoContext);
  return (
    <span class={logo === null ? "avatar is-workspace" : "avatar is-logo"} aria-hidden="true">
      {logo === null ? toInitials(name) : <canvas ref={(element) => paint(element, logo)} />}
    </span>
  );
};

const paint = (canvas: HTMLCanvasElement | null, logo: ImageBitmap): void => {
  if (canvas === null) return;
  canvas.width = logo.width;
  canvas.height = logo.height;
  canvas.getContext("2d")?.drawImage(logo, 0, 0);
};

/** The picture of the workspace, once it has come. */
export const LogoContext = createContext<ImageBitmap | null>(null);

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
export const ClipIcon = (): ComponentChildren =>
  stroked(
    "M19 11.5l-7.3 7.3a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3 3 0 0 1 4.3 4.3L9.5 16.6a1.5 1.5 0 0 1-2.1-2.1l6.9-6.9",
  );
export const FileIcon = (): ComponentChildren => stroked("M7 3.5h6.5L18 8v12.5H7zM13.5 3.5V8H18");
export const DownIcon = (): ComponentChildren => stroked("M12 5v13.5M6 13l6 6 6-6");
export const BackIcon = (): ComponentChildren => stroked("M14.5 6l-6 6 6 6");
export const PenIcon = (): ComponentChildren => stroked("M12 5.5v13M5.5 12h13");
export const PersonIcon = (): ComponentChildren =>
  stroked("M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.6-3.4 3.3-5 7-5s6.4 1.6 7 5");
