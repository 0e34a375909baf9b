import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { z } from "zod";

/** A change of what the address says; undefined takes it out. */
type Change<Values> = { readonly [Name in keyof Values]?: Values[Name] | undefined };

/**
 * What the address's search says, read by a schema that is total (its fields are optional and caught), and the way to change it. What
 * others keep there stays. A change is no new page of the browser's history.
 */
export function useAddress<Values extends object>(
  schema: z.ZodType<Values>,
): readonly [Values, (change: Change<Values>) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const values = useMemo(() => schema.parse(search), [schema, search]);
  const change = useCallback(
    (next: Change<Values>) =>
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, ...next }),
        replace: true,
      }),
    [navigate],
  );
  return [values, change];
}
