import { useAddress } from "#browser/data";
import { useMemo } from "react";
import { z } from "zod";
import { lastDays, type Period } from "./period.ts";

const addressSchema = z.object({
  days: z.coerce.number().int().min(1).max(400).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  view: z.enum(["canvas", "table"]).optional().catch(undefined),
});

/** How many days are looked at when nothing else is chosen. */
const usualDays = 30;

/** What is looked at: a period, one version or all, as the canvas or a table. It stands in the address, so that it can be passed on. */
export function useAsked(now: number) {
  const [address, change] = useAddress(addressSchema);
  const { days, from, to, version, view } = address;
  const isOwn = from !== undefined && to !== undefined && from <= to;
  const today = lastDays(1, now).to;
  const period: Period = useMemo(
    () => (isOwn ? { from, to } : lastDays(days ?? usualDays, Date.parse(today))),
    [isOwn, from, to, days, today],
  );
  return {
    period,
    /** Null for days of one's own choosing. */
    days: isOwn ? null : (days ?? usualDays),
    version: version ?? null,
    view: view ?? "canvas",
    choose: change,
  };
}
export type Asked = ReturnType<typeof useAsked>;
