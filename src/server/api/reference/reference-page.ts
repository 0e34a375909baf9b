import { refusalCodes } from "#server/commands";
import { z } from "zod";
import type { ServedEndpoint } from "../endpoint.ts";
import { teamEndpoints, visitorEndpoints } from "../endpoint-list.ts";
import { permissions } from "../permissions.ts";

const STYLE = `
  :root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #3b5bdb }
  @media (prefers-color-scheme: dark) { :root { --accent: #91a7ff } }
  body { font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 6rem }
  h1 { margin-bottom: .25rem } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line) }
  article { border: 1px solid var(--line); border-radius: .6rem; margin: 1rem 0; padding: .9rem 1.1rem }
  article h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere } code, pre { font: .875em/1.5 ui-monospace, monospace }
  pre { background: var(--soft); border-radius: .4rem; overflow: auto; padding: .75rem; max-height: 24rem }
  .verb { color: var(--accent); display: inline-block; font-weight: 700; min-width: 4.5rem }
  .access { color: GrayText; font-size: .875rem } table { border-collapse: collapse; width: 100% }
  td, th { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top } summary { cursor: pointer }`;

/** Draws the reference as one page without scripts: every endpoint, its schemas, the permissions and the codes of refusals. */
export function renderReference(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Switchboard API</title><style>${STYLE}</style></head><body>
<h1>Switchboard API</h1>
<p>Made from the schemas that check the requests; <a href="/api/v1/openapi.json">the same as an OpenAPI document</a>. Send
<code>Authorization: Bearer</code> with an API key (<code>npm run switchboard -- api-key create --workspace SLUG</code>) or sign in.
Lists come in pages: give <code>next_cursor</code> back as <code>cursor</code>. A POST may carry an <code>Idempotency-Key</code>.
A verb whose handling takes longer than two seconds answers 202.</p>
<h2>For the team: /api/v1</h2>${renderEndpoints("/api/v1", teamEndpoints)}
<h2>For the widget: /widget/v1</h2>${renderEndpoints("/widget/v1", visitorEndpoints)}
<h2>Permissions</h2>${renderTable(Object.entries(permissions).map(([name, roles]) => [name, roles.join(", ")]))}
<h2>Refusals</h2>${renderTable(Object.entries(refusalCodes))}
</body></html>`;
}

function renderEndpoints(
  prefix: string,
  endpoints: Readonly<Record<string, ServedEndpoint>>,
): string {
  return Object.values(endpoints)
    .map(({ shape, summary, access, status }) => {
      const schemas = [
        ["Query", shape.query, "input"],
        ["Body", shape.body, "input"],
        [`Answer ${status}`, shape.answer ?? undefined, "output"],
      ] as const;
      return `<article><h3><span class="verb">${shape.method}</span> <code>${escape(prefix + shape.path)}</code></h3>
<div>${escape(summary)}</div><div class="access">${escape(describeAccess(access))}</div>${schemas
        .map(([title, schema, io]) => (schema === undefined ? "" : renderSchema(title, schema, io)))
        .join("")}${shape.answer === null ? "<div>Answer 204</div>" : ""}</article>`;
    })
    .join("\n");
}

function describeAccess(access: ServedEndpoint["access"]): string {
  if (access === "anyone") return "open to anyone";
  return access === "visitor" ? "visitor token" : `permission ${access}`;
}

function renderSchema(title: string, schema: z.ZodType, io: "input" | "output"): string {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return `<details><summary>${escape(title)}</summary><pre>${escape(JSON.stringify(json, null, 2))}</pre></details>`;
}

function renderTable(rows: readonly (readonly [string, string])[]): string {
  const cells = rows.map(
    ([name, text]) =>
      `<tr id="${escape(name)}"><td><code>${escape(name)}</code></td><td>${escape(text)}</td></tr>`,
  );
  return `<table>${cells.join("")}</table>`;
}

const escape = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
