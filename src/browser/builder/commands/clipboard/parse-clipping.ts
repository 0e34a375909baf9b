import { graphSchema } from "#core/domain";
import { z } from "zod";
import {
  type Clipping,
  clippingFormat,
  clippingMarkSchema,
  clippingSchema,
  isEmptyClipping,
} from "./clipping.ts";
import { jsonErrorPlace } from "./json-error-place.ts";
import { wholeClipping } from "./to-clipping.ts";

/** Why a text cannot be pasted. Codes are stable; `message` is for the member. */
interface ClippingProblem {
  readonly code: "nothing" | "too_large" | "not_ours" | "not_json" | "newer_format" | "damaged";
  readonly message: string;
}

export type ParsedClipping =
  | { readonly ok: true; readonly clipping: Clipping; readonly from: "clipping" | "workflow" }
  | { readonly ok: false; readonly problem: ClippingProblem };

/** Characters; as much as the server takes for a whole draft. */
const longestText = 4 * 1024 * 1024;

const refuse = (code: ClippingProblem["code"], message: string): ParsedClipping => ({
  ok: false,
  problem: { code, message },
});

const notOurs = () =>
  refuse(
    "not_ours",
    "This is not something copied from Switchboard. Copy steps or notes on a canvas, or the text of a workflow file.",
  );

const newer = () =>
  refuse("newer_format", "This was copied from a newer Switchboard. Update this one to paste it.");

/** Reads a text from the clipboard: something copied from a canvas, or a whole draft or graph as JSON. */
export function parseClipping(text: string): ParsedClipping {
  if (text.trim() === "")
    return refuse("nothing", "There is no text on the clipboard. Copy steps or notes first.");
  if (text.length > longestText)
    return refuse("too_large", "This is too large: a workflow has at most 4 MB.");
  // Whatever does not even begin like an object of ours is somebody's prose, and no JSON gone wrong.
  if (!text.trimStart().startsWith("{")) return notOurs();
  const json = parseJson(text);
  if (!json.ok) return refuse("not_json", json.message);
  const mark = clippingMarkSchema.safeParse(json.value);
  return mark.success ? readClipping(json.value, mark.data.format) : readGraph(json.value);
}

function readClipping(value: unknown, format: number): ParsedClipping {
  if (format > clippingFormat) return newer();
  const parsed = clippingSchema.safeParse(value);
  if (!parsed.success) return damaged(parsed.error);
  const { steps, edges, notes } = parsed.data;
  const whole = wholeness(steps, edges, notes);
  if (whole !== null) return refuse("damaged", `This copy is damaged: ${whole}`);
  return isEmptyClipping(parsed.data)
    ? refuse("nothing", "Nothing was copied: select steps or notes first.")
    : { ok: true, clipping: parsed.data, from: "clipping" };
}

/** What is wrong with a clipping as a whole; null when nothing is. */
function wholeness(
  steps: Clipping["steps"],
  edges: Clipping["edges"],
  notes: Clipping["notes"],
): string | null {
  const ids = new Set(steps.map(({ id }) => id));
  if (ids.size < steps.length) return "two steps have the same id.";
  if (new Set(notes.map(({ id }) => id)).size < notes.length) return "two notes have the same id.";
  const ways = new Set(edges.map(({ from, path }) => `${from} ${path}`));
  if (ways.size < edges.length) return "two lines leave from the same path.";
  return edges.every(({ from, to }) => ids.has(from) && ids.has(to))
    ? null
    : "a line leads to a step that is not there.";
}

/** A graph by itself, or as the API gives it: with the draft or version around it. */
const graphPlaces = z.union([
  z
    .looseObject({ draft: z.looseObject({ graph: z.unknown() }) })
    .transform(({ draft }) => draft.graph),
  z.looseObject({ graph: z.looseObject({}) }).transform(({ graph }) => graph),
  z.looseObject({ trigger: z.unknown(), steps: z.array(z.unknown()) }),
]);
const graphFormatSchema = z.looseObject({ format: z.int().min(2) });

function readGraph(value: unknown): ParsedClipping {
  const found = graphPlaces.safeParse(value);
  if (!found.success) return notOurs();
  if (graphFormatSchema.safeParse(found.data).success) return newer();
  const graph = graphSchema.safeParse(found.data);
  if (!graph.success) return damaged(graph.error);
  const clipping = wholeClipping(graph.data);
  return clipping === null
    ? refuse("nothing", "This workflow has no steps to paste.")
    : { ok: true, clipping, from: "workflow" };
}

function damaged(error: z.ZodError): ParsedClipping {
  const [issue] = error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  return refuse(
    "damaged",
    `This copy is damaged${where}: ${issue?.message ?? "it cannot be read"}`,
  );
}

type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const lines = text.slice(0, jsonErrorPlace(text)).split("\n");
    const place = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
    return { ok: false, message: `This is not valid JSON: ${place}. Was all of it copied?` };
  }
}
