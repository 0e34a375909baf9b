/** `node scripts/widget-size.mjs`: prints what the widget's files weigh and fails above the budget. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildWidget } from "./prepare/build-widget.mjs";

/** Kilobytes of 1,000 bytes, gzip (BEHAVIORS 8). */
const budgets = [
  { files: ["snippet.js"], budget: 0.6 },
  { files: ["widget.js"], budget: 9 },
  // Only where a trigger waits for shop pages, and the page looks like one.
  { files: ["shop.js"], budget: 4 },
  // Whoever opens the chat loads both; the transport alone comes to report what fired.
  { files: ["transport.js", "chat.js"], budget: 30 },
  // One of them, for who does not read English.
  { files: ["texts-de.js"], budget: 2 },
  { files: ["texts-fr.js"], budget: 2 },
  { files: ["texts-es.js"], budget: 2 },
  { files: ["preview.js"], budget: 3 },
];

const measure = async (root) => {
  const built = new Map();
  for (const { file, text } of await buildWidget(root))
    built.set(file, gzipSync(text, { level: 9 }).length / 1000);
  const unbudgeted = [...built.keys()].filter(
    (file) => !budgets.some(({ files }) => files.includes(file)),
  );
  if (unbudgeted.length > 0) throw new Error(`No budget names ${unbudgeted.join(", ")}`);
  return budgets.map(({ files, budget }) => ({
    parts: files.map((file) => ({ file, size: built.get(file) })),
    size: files.reduce((sum, file) => sum + built.get(file), 0),
    budget,
  }));
};

const describe = ({ parts, size, budget }) => {
  const names = parts.map((part) =>
    parts.length === 1 ? part.file : `${part.file} (${part.size.toFixed(2)})`,
  );
  return `${names.join(" + ")} ${size.toFixed(2)} kB of ${budget} kB gzip`;
};

/** Names each file of the widget that is over its budget. */
export async function checkWidgetSize(root) {
  const measured = await measure(root);
  return measured.filter(({ size, budget }) => size > budget).map(describe);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const measured = await measure(path.dirname(import.meta.dirname));
  for (const one of measured) console.log(describe(one));
  if (measured.some(({ size, budget }) => size > budget)) process.exitCode = 1;
}
