import type { FileReference } from "#core/workflow-file";

/** Something that a file points at and that is not known here by its id. */
export interface UnknownReference extends FileReference {
  /** What there is of its kind here. */
  readonly candidates: readonly FileReference[];
  /** The only one of its name here; null when there is none, or several. */
  readonly sameName: string | null;
}

/** Lists what a file points at and that does not exist here, each with what could take its place. */
export const findUnknown = (
  references: readonly FileReference[],
  known: readonly FileReference[],
): readonly UnknownReference[] => {
  const ids = new Set(known.map(({ id }) => id));
  return references
    .filter(({ id }) => !ids.has(id))
    .map((reference) => {
      const candidates = known.filter(({ kind }) => kind === reference.kind);
      const [match, second] = candidates.filter(({ name }) => name === reference.name);
      return {
        ...reference,
        candidates,
        sameName: match === undefined || second !== undefined ? null : match.id,
      };
    });
};
