import { acceptedSchema, problemSchema } from "#contract";
import type { ServedEndpoint } from "../endpoint.ts";
import { teamEndpoints, visitorEndpoints } from "../endpoint-list.ts";
import { describeFiles } from "./describe-files.ts";
import { describeQuery, refused, toJsonSchema } from "./json-schemas.ts";

/** Describes every endpoint as an OpenAPI 3.1 document, from the schemas that check the requests. */
export function describeApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [prefix, endpoints] of [
    ["/api/v1", teamEndpoints],
    ["/widget/v1", visitorEndpoints],
  ] as const) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = `${prefix}${endpoint.shape.path.replaceAll(/:(\w+)/g, "{$1}")}`;
      paths[path] = {
        ...paths[path],
        [endpoint.shape.method.toLowerCase()]: describeEndpoint(name, prefix, endpoint),
      };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Switchboard",
      version: "1",
      description:
        "Customer conversations and the workflows that run in them. Every refusal is problem+json.",
    },
    paths: { ...paths, ...describeFiles() },
    components: {
      securitySchemes: {
        login: { type: "apiKey", in: "cookie", name: "switchboard_login" },
        api_key: {
          type: "http",
          scheme: "bearer",
          description: "Made by: npm run switchboard -- api-key create --workspace SLUG",
        },
        visitor: {
          type: "http",
          scheme: "bearer",
          description: "The visitor_token of POST /widget/v1/visits",
        },
      },
      schemas: {
        Problem: toJsonSchema(problemSchema, "output"),
        Accepted: toJsonSchema(acceptedSchema, "output"),
      },
    },
  };
}

function describeEndpoint(
  name: string,
  prefix: string,
  endpoint: ServedEndpoint,
): Record<string, unknown> {
  const { shape, access } = endpoint;
  return {
    operationId: prefix === "/api/v1" ? name : `widget_${name}`,
    tags: [prefix === "/api/v1" ? (shape.path.split("/")[1] ?? "") : "widget"],
    summary: endpoint.summary,
    ...(access === "anyone" || access === "visitor"
      ? {}
      : { description: `Needs the permission \`${access}\`.` }),
    security:
      access === "anyone"
        ? []
        : access === "visitor"
          ? [{ visitor: [] }]
          : [{ login: [] }, { api_key: [] }],
    parameters: [...describeParams(shape.path), ...describeQuery(shape.query)],
    ...(shape.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: toJsonSchema(shape.body, "input") } },
          },
        }),
    responses: {
      [endpoint.status]:
        shape.answer === null
          ? { description: "Done" }
          : {
              description: "Success",
              content: { "application/json": { schema: toJsonSchema(shape.answer, "output") } },
            },
      ...refused,
    },
  };
}

function describeParams(path: string): unknown[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  }));
}
