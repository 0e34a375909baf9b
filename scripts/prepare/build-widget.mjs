import { readFile } from "node:fs/promises";
import path from "node:path";

/** Style sheets become texts in the bundle, as small as they can be. */
const minifiedStyles = {
  name: "minified-styles",
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const { code } = await esbuild.transform(source, { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** The three files of the widget; `snippet.js` is what a page may put inline. */
const bundles = [
  { file: "snippet.js", entry: "snippet.ts", options: { format: "iife" } },
  { file: "widget.js", entry: "loader.ts", options: { format: "iife" } },
  {
    file: "chat.js",
    entry: "chat/index.tsx",
    options: { format: "esm", jsx: "automatic", jsxImportSource: "preact" },
  },
];

/** Builds the widget into a folder, or in memory without one; gives name and text of each file. */
export async function buildWidget(root, folder) {
  const { build } = await import("esbuild");
  return Promise.all(
    bundles.map(async ({ file, entry, options }) => {
      const result = await build({
        absWorkingDir: root,
        entryPoints: [`src/browser/widget/${entry}`],
        outfile: path.join(folder ?? "build/widget", file),
        write: folder !== undefined,
        bundle: true,
        minify: true,
        target: "es2022",
        sourcemap: folder !== undefined,
        legalComments: "none",
        logLevel: "warning",
        plugins: [minifiedStyles],
        ...options,
      });
      return { file, text: result.outputFiles?.[0]?.text ?? "" };
    }),
  );
}
