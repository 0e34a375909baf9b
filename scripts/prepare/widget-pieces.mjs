import { existsSync } from "node:fs";
import path from "node:path";

/**
 * A page loads only what its workspace has armed: each detector and source of signals is a piece by itself, all put into one module in which
 * `__detectors` and `__sources` collect them. The server puts them together (`server/api/files/assemble-widget.ts`).
 */
export async function listPieces(root, build) {
  const types = await readDetectors(root, build);
  const names = [...new Set(types.flatMap(({ sources }) => sources))];
  return [
    ...types.map(({ type }) => ({
      file: `pieces/trigger-${type}.js`,
      stub: `import { ${camel(type)}Detector as one } from "#triggers/detectors/${type}"; __detectors.push(one);`,
      options: { plugins: [detectorFiles(root)] },
    })),
    ...names.map((name) => ({
      file: `pieces/source-${name}.js`,
      stub: `import { ${name} as one } from "${sourceFile(root, name)}"; __sources.${name} = one;`,
    })),
    { file: "pieces/index.json", text: JSON.stringify(Object.fromEntries(types.map(toEntry))) },
  ];
}

const camel = (type) => type.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const toEntry = ({ type, sources }) => [
  type,
  [...sources.map((name) => `source-${name}`), `trigger-${type}`],
];

/** A source stands in `signals/NAME.ts`, or with its helpers in `signals/NAME/NAME.ts`. */
const sourceFile = (root, name) => {
  const folder = path.join(root, "src/browser/widget/signals");
  const alone = path.join(folder, `${name}.ts`);
  return existsSync(alone) ? alone : path.join(folder, name, `${name}.ts`);
};

/** Which signals each detector needs, as the detectors themselves say. */
async function readDetectors(root, build) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ["src/triggers/detectors.ts"],
    write: false,
    bundle: true,
    format: "esm",
    logLevel: "warning",
  });
  const url = `data:text/javascript;base64,${Buffer.from(result.outputFiles[0].contents).toString("base64")}`;
  const { detectors } = await import(url);
  return detectors.map(({ type, sources }) => ({ type, sources }));
}

const detectorFiles = (root) => ({
  name: "detector-files",
  setup({ onResolve }) {
    onResolve({ filter: /^#triggers\/detectors\// }, ({ path: name }) => ({
      path: path.join(
        root,
        "src/triggers",
        path.posix.basename(name).replaceAll("_", "-"),
        "detector.ts",
      ),
    }));
  },
});
