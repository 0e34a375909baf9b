import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { listPieces } from "./widget-pieces.mjs";

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
  { file: "inspector.js", entry: "inspector/index.ts", options: { format: "esm" } },
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
  const pieces = await listPieces(root, build);
  if (folder !== undefined) await mkdir(path.join(folder, "pieces"), { recursive: true });
  return Promise.all(
    [...bundles, ...pieces].map(async (bundle) => {
      const text = bundle.text ?? (await buildOne(root, build, bundle));
      if (folder !== undefined) await writeFile(path.join(folder, bundle.file), text);
      return { file: bundle.file, text };
    }),
  );
}

async function buildOne(root, build, { file, entry, stub, options = {} }) {
  const { plugins = [], ...others } = { format: "iife", ...options };
  const result = await build({
    absWorkingDir: root,
    ...(stub === undefined
      ? { entryPoints: [`src/browser/widget/${entry}`] }
      : { stdin: { contents: stub, resolveDir: root, sourcefile: file } }),
    outfile: path.join(root, "build/widget", file),
    write: false,
    bundle: true,
    minify: true,
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    plugins: [minifiedStyles, ...plugins],
    ...others,
  });
  return squeeze(file, result.outputFiles[0].text, others.format === "esm");
}
