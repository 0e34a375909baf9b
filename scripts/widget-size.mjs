/** `node scripts/widget-size.mjs`: prints what the widget's files weigh and fails above the budget. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildWidget } from "./prepare/build-widget.mjs";

/** Every trigger type that is sensed on pages. */
const everything = Symbol("everything");

/**
 * Kilobytes of 1,000 bytes, gzip. Snippet, loader with sensor and launcher, and chat are the budgets of BEHAVIORS 8. A page loads two files
 * before anybody does anything: widget.js, and workspace.js with the configuration and the detectors of what the workspace has armed; the
 * last lines of them are what that comes to. `goal` is what is promised where `most` still holds the line above it.
 */
const budgets = [
  { name: "snippet.js", files: ["snippet.js"], most: 0.6 },
  { name: "widget.js", files: ["widget.js"], most: 7.5 },
  {
    name: "workspace.js with chat opened, page view and idle armed",
    files: [],
    armed: ["chat_opened", "page_view", "idle_detected"],
    most: 3,
  },
  { name: "workspace.js with everything armed", files: [], armed: everything, most: 11.5 },
  {
    name: "widget.js and workspace.js with chat opened, page view and idle armed",
    files: ["widget.js"],
    armed: ["chat_opened", "page_view", "idle_detected"],
    most: 10,
    goal: 9,
  },
  {
    name: "widget.js and workspace.js with everything armed",
    files: ["widget.js"],
    armed: everything,
    most: 18.5,
    goal: 9,
  },
  // Comes to pages that look like a shop's, where shop pages are armed.
  { name: "shop.js", files: ["shop.js"], most: 4 },
  { name: "chat.js", files: ["chat.js"], most: 30 },
  // The transport alone comes to report what fired; whoever opens the chat loads both.
  { name: "transport.js and chat.js", files: ["transport.js", "chat.js"], most: 32.5, goal: 30 },
  // One of them, for who does not read English.
  { name: "texts-de.js", files: ["texts-de.js"], most: 2 },
  { name: "texts-fr.js", files: ["texts-fr.js"], most: 2 },
  { name: "texts-es.js", files: ["texts-es.js"], most: 2 },
  // For whoever builds workflows only.
  { name: "inspector.js", files: ["inspector.js"], most: 4 },
  { name: "preview.js", files: ["preview.js"], most: 3 },
];

/** What a workspace's module holds beside the detectors, about. */
const config = JSON.stringify({
  workspace_name: "Northwind Outdoor",
  language: "en",
  armed: [],
  theme: { accent_color: "#2563eb", color_scheme: "auto", side: "end", offset_x: 20, offset_y: 20 },
  texts: {},
});

const sizeOf = (text) => gzipSync(text, { level: 9 }).length / 1000;

const measure = async (root) => {
  const built = new Map();
  for (const { file, text } of await buildWidget(root)) built.set(file, text);
  const unbudgeted = [...built.keys()].filter(
    (file) => !file.startsWith("pieces/") && !budgets.some(({ files }) => files.includes(file)),
  );
  if (unbudgeted.length > 0) throw new Error(`No budget names ${unbudgeted.join(", ")}`);
  const index = JSON.parse(built.get("pieces/index.json"));
  const assemble = (armed) => {
    const types = armed === everything ? Object.keys(index) : armed;
    const names = new Set(types.flatMap((type) => index[type]));
    return [...names].map((name) => built.get(`pieces/${name}.js`)).join("\n") + config;
  };
  return budgets.map((budget) => ({
    ...budget,
    size:
      budget.files.reduce((sum, file) => sum + sizeOf(built.get(file)), 0) +
      (budget.armed === undefined ? 0 : sizeOf(assemble(budget.armed))),
  }));
};

const describe = ({ name, size, most, goal }) =>
  `${name}: ${size.toFixed(2)} kB of ${most} kB gzip${goal === undefined || size <= goal ? "" : `; the goal of ${goal} kB is not reached`}`;

/** Names each file of the widget that is over its budget. */
export async function checkWidgetSize(root) {
  const measured = await measure(root);
  return measured.filter(({ size, most }) => size > most).map(describe);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const measured = await measure(path.dirname(import.meta.dirname));
  for (const one of measured) console.log(describe(one));
  if (measured.some(({ size, most }) => size > most)) process.exitCode = 1;
}
