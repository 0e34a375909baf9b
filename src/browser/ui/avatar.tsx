import type { CSSProperties } from "react";

/** The colour that stands for a name everywhere, in degrees. */
export const nameHue = (text: string): number => {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash;
};

const initialsOf = (name: string) => {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
};

interface AvatarProps {
  readonly name: string;
  readonly size?: number;
  /** Small mark at the corner; `dotLabel` says it in words. */
  readonly dot?: "good" | "waiting" | "quiet";
  readonly dotLabel?: string;
}

/** Shows a name as initials on a colour of its own. */
export const Avatar = ({ name, size = 32, dot, dotLabel }: AvatarProps) => {
  const style: CSSProperties & Record<"--size" | "--hue", string> = {
    "--size": `${size}px`,
    "--hue": String(nameHue(name)),
  };
  return (
    <span className="ui-avatar" style={style} aria-hidden={dotLabel === undefined}>
      {initialsOf(name)}
      {dot !== undefined && (
        <span className="ui-avatar-dot" data-tone={dot} role="img" aria-label={dotLabel} />
      )}
    </span>
  );
};
