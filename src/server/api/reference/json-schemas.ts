import { z } from "zod";

type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: unknown };

/** What every address may answer instead. */
export const refused = {
  default: {
    description: "Refused",
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  },
};

const objectSchema = z.object({
  properties: z.record(z.string(), z.json()),
  required: z.array(z.string()).default([]),
});

/** Describes the fields of a query. */
export function describeQuery(query: z.ZodType | undefined): unknown[] {
  if (query === undefined) return [];
  const { properties, required } = objectSchema.parse(toJsonSchema(query, "input"));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

/** Writes a schema as JSON Schema, for what comes in or for what goes out. */
export function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonValue {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  });
  return rest;
}
