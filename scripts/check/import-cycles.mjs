import { importsOf, readAliases, readSources, resolveImport } from "./source.mjs";

/** Finds files that import each other in a ring, values and types alike. One line per ring. */
export function checkImportCycles(root) {
  return findCycles(readSources(root, ["src", "scripts", "bench", "e2e"]), readAliases(root));
}

export function findCycles(sources, aliases) {
  const files = new Set(sources.map((source) => source.file));
  const edges = new Map(
    sources.map((source) => [
      source.file,
      importsOf(source)
        .map(({ specifier }) => resolveImport(source.file, specifier, aliases))
        .filter((target) => files.has(target)),
    ]),
  );
  const cycles = [];
  const finished = new Set();
  const trail = [];
  const visit = (file) => {
    if (finished.has(file)) return;
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.push(`${[...trail.slice(start), file].join(" → ")} is a ring of imports`);
      return;
    }
    trail.push(file);
    for (const target of edges.get(file)) visit(target);
    trail.pop();
    finished.add(file);
  };
  for (const file of edges.keys()) visit(file);
  return cycles;
}
