/** `node scripts/widget-size.mjs`: prints what the widget's files weigh and fails above the budget. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildWidget } from "./prepare/build-widget.mjs";

/** Kilobytes of 1,000 bytes, gzip (BEHAVIORS 8). */
const budgets = { "snippet.js": 0.6, "widget.js": 9, "chat.js": 30 };

const measure = async (root) =>
  (await buildWidget(root)).map(({ file, text }) => ({
    file,
    size: gzipSync(text, { level: 9 }).length / 1000,
    budget: budgets[file],
  }));

const describe = ({ file, size, budget }) => `${file} ${size.toFixed(2)} kB of ${budget} kB gzip`;

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
