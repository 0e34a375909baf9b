import { z } from "zod";

/** A moment: milliseconds since 1970-01-01T00:00Z. ISO strings exist only on the wire, timestamptz only in SQL. */
export type Moment = number;

/** Anything JSON can say; what variables, configs and evidence are made of. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export type JsonObject = { [name: string]: Json };

/** A run's named values. Always read with Object.hasOwn: a name may be `__proto__`. */
export type Variables = { [name: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.json();

/** A variable's or input's name as a template can say it. */
export const variableNameSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,63}$/,
    "a variable name starts with a lower-case letter and has at most 64 of a–z, 0–9 and _",
  );
