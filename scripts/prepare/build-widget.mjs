import { readFile, writeFile } from "node:fs/promises";
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

/** Languages whose texts come as a file of their own; English is part of the chat. */
const languages = { de: "german", fr: "french", es: "spanish" };

/** The files of the widget; `snippet.js` is what a page may put inline, `preview.js` stands in our own settings only. */
const bundles = [
  { file: "snippet.js", entry: "snippet.ts", options: { format: "iife" } },
  { file: "widget.js", entry: "loader.ts", options: { format: "iife" } },
  { file: "transport.js", entry: "transport/index.ts", options: { format: "esm" } },
  { file: "shop.js", entry: "shop/index.ts", options: { format: "esm" } },
  {
    file: "chat.js",
    entry: "chat/index.tsx",
    options: { format: "esm", jsx: "automatic", jsxImportSource: "preact" },
  },
  ...Object.entries(languages).map(([tag, name]) => ({
    file: `texts-${tag}.js`,
    entry: `chat/texts/${name}.ts`,
    options: { format: "esm" },
  })),
  { file: "preview.js", entry: "preview/preview.ts", options: { format: "iife" } },
];

/** Squeezes what esbuild has left; both together give less than either alone. */
const squeeze = async (file, text, module) => {
  const { minify } = await import("vite");
  const { code, errors } = await minify(file, text, {
    module,
    compress: { target: "es2022" },
    mangle: { toplevel: true },
  });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return code;
};

/** Builds the widget into a folder, or in memory without one; gives name and text of each file. */
export async function buildWidget(root, folder) {
  const { build } = await import("esbuild");
  return Promise.all(
    bundles.map(async ({ file, entry, options }) => {
      const result = await build({
        absWorkingDir: root,
        entryPoints: [`src/browser/widget/${entry}`],
        outfile: path.join(root, "build/widget", file),
        write: false,
        bundle: true,
        minify: true,
        target: "es2022",
        legalComments: "none",
        logLevel: "warning",
        plugins: [minifiedStyles],
        ...options,
      });
      const text = await squeeze(file, result.outputFiles[0].text, options.format === "esm");
      if (folder !== undefined) await writeFile(path.join(folder, file), text);
      return { file, text };
    }),
  );
}
