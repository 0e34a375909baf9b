import type { VersionBody } from "#contract";

/** A version by its id, or the draft. */
export type VersionChoice = string;

/** The draft among the choices: no version has this id. */
export const draftChoice = "draft";

/** What is drawn, and what it is compared with; null for nothing. */
export interface Compared {
  readonly shown: VersionChoice;
  readonly with: VersionChoice | null;
}

/** What a choice is called: "The draft", "Version 3 · Shorter greeting". */
export const choiceTitle = (choice: VersionChoice, versions: readonly VersionBody[]): string => {
  const version = versions.find(({ id }) => id === choice);
  if (version === undefined) return "The draft";
  return version.name === ""
    ? `Version ${version.number}`
    : `Version ${version.number} · ${version.name}`;
};

/** The version before another; null for the first. */
export const versionBefore = (
  choice: VersionChoice,
  versions: readonly VersionBody[],
): VersionBody | null => {
  if (choice === draftChoice) return versions[0] ?? null;
  const index = versions.findIndex(({ id }) => id === choice);
  return index === -1 ? null : (versions[index + 1] ?? null);
};
