import { stepCatalogue } from "#steps";

/** What a step is called: its own name, else its type's title. */
export const stepName = ({
  name,
  type,
}: {
  readonly name: string;
  readonly type: string;
}): string => (name.trim() === "" ? (stepCatalogue.get(type)?.title ?? type) : name);
