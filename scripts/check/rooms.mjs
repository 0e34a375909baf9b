import { readFileSync } from "node:fs";
import path from "node:path";
import { importsOf, isTest, readAliases, readSources } from "./source.mjs";

const PURE = /^(core\/(?!page)|steps$|triggers$|contract$|integrations\/switchboard$)/;
const PURE_PACKAGES = ["zod", "luxon", "libphonenumber-js", "re2js"];

/** Compares ARCHITECTURE.md with the TypeScript projects, and every import with both. */
export function checkRooms(root) {
  const table = readTable(readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8"));
  const projects = readProjects(root);
  const packages = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const sources = readSources(root, ["src"]).filter(
    (source) => !isTest(source.file) && !source.file.startsWith("src/testing/"),
  );
  return [
    ...compare(table, projects, readAliases(root)),
    ...sources.flatMap((source) => checkImports(source, table, packages)),
  ];
}

/** Reads the rooms and arrows of ARCHITECTURE.md: room → other room → "values" or "types". */
export function readTable(markdown) {
  const rows = markdown.split("\n").filter((line) => /^\| `[a-z/-]+` *\|/.test(line));
  return new Map(
    rows.map((row) => {
      const cells = row.split("|").map((cell) => cell.trim());
      const arrows = [...cells[3].matchAll(/`([a-z/-]+)`( \(types\))?/g)];
      return [
        cells[1].replaceAll("`", ""),
        new Map(arrows.map((match) => [match[1], match[2] ? "types" : "values"])),
      ];
    }),
  );
}

/** Reads the rooms and arrows of the TypeScript projects: room → rooms. */
export function readProjects(
  root,
  read = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8")),
) {
  const inFolder = (folder, { references = [] }) =>
    references.map((reference) => path.posix.join(folder, reference.path));
  return new Map(
    inFolder("", read("tsconfig.json"))
      .filter((file) => file.startsWith("src/"))
      .map((file) => [
        roomOfProject(file),
        inFolder(path.posix.dirname(file), read(file)).map(roomOfProject),
      ]),
  );
}

export function compare(table, projects, aliases) {
  const problems = [];
  const difference = (left, right, message) => {
    for (const item of left) if (!right.has(item)) problems.push(message(item));
  };
  difference(projects.keys(), table, (room) => `ARCHITECTURE.md does not list the room ${room}`);
  difference(
    table.keys(),
    projects,
    (room) => `ARCHITECTURE.md lists the room ${room}, which has no TypeScript project`,
  );
  const entries = new Set(Object.keys(aliases).map((alias) => alias.slice(1)));
  difference(
    projects.keys(),
    new Set([...entries, "server/main"]),
    (room) => `package.json has no import "#${room}"`,
  );
  for (const [room, targets] of projects) {
    const listed = table.get(room) ?? new Map();
    difference(
      targets,
      listed,
      (target) => `the project of ${room} references ${target}, ARCHITECTURE.md does not`,
    );
    difference(
      listed.keys(),
      new Set(targets),
      (target) => `ARCHITECTURE.md lets ${room} import ${target}, its project does not`,
    );
  }
  return problems;
}

/** Checks where one file imports from: its own room, the entries of allowed rooms, and the packages that suit it. */
export function checkImports(source, table, packages) {
  const room = roomOfFile(source.file);
  const own = table.get(room) ?? new Map();
  return importsOf(source).flatMap(({ specifier, isTypeOnly, line }) => {
    const at = `${source.file}:${line}`;
    if (specifier.startsWith("."))
      return checkRelative(source.file, specifier, isTypeOnly).map((problem) => `${at} ${problem}`);
    if (!specifier.startsWith("#"))
      return suits(room, source.file, specifier, packages)
        ? []
        : [`${at} ${room} may not import the package ${specifier}`];
    const target = specifier.slice(1);
    if (!own.has(target)) return [`${at} ${room} may not import ${target}`];
    return own.get(target) === "types" && !isTypeOnly
      ? [`${at} ${room} may import only types of ${target}`]
      : [];
  });
}

function checkRelative(file, specifier, isTypeOnly) {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const [room, other] = [roomOfFile(file), roomOfFile(target)];
  const isList = /^src\/(steps|triggers)\/[a-z-]+\.ts$/.test(file);
  if (/^src\/(steps|triggers)\//.test(file) && !isList && ownFolder(file) !== ownFolder(target)) {
    return /\/(editor|detector)-contract\.ts$/.test(target)
      ? []
      : [`imports ${target}; a step or trigger type keeps to its own folder`];
  }
  if (room === other) return [];
  if (path.posix.basename(file) === "editor.tsx" && /\/(step|trigger)\.ts$/.test(target)) return [];
  if (path.posix.basename(file) === "detector.ts" && target.endsWith("/trigger.ts") && isTypeOnly)
    return [];
  return [`leaves its room ${room} for ${target}; import the entry of ${other}`];
}

function suits(room, file, specifier, packages) {
  if (room === "core/page" || room === "triggers/detectors") return false;
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  if (room === "core/workflow-file" && name === "yaml") return true; // decision 0008
  if (PURE.test(room)) return PURE_PACKAGES.includes(name);
  if (room === "browser/widget")
    return name === "preact" && file.startsWith("src/browser/widget/chat/");
  const isServer = room.startsWith("server/");
  const talksToOthers = /^integrations\/(?!switchboard)/.test(room); // the one HTTP client, and the fakes that speak to it
  if (specifier.startsWith("node:")) return isServer || talksToOthers;
  if (isServer) return name in packages.dependencies;
  return (
    name in packages.devDependencies || PURE_PACKAGES.includes(name) || specifier.endsWith(".css")
  );
}

function roomOfProject(file) {
  const room = file
    .replace(/^src\//, "")
    .replace(/\/tsconfig\.json$/, "")
    .replace(/\/tsconfig\.([a-z]+)\.json$/, "/$1");
  return room === "server" ? "server/main" : room;
}

/** The folder of a step or trigger type; a large editor or detector has a folder of its own within it. */
const ownFolder = (file) => path.posix.dirname(file).split("/").slice(0, 3).join("/");

/** Returns the room a file of `src/` belongs to. */
export function roomOfFile(file) {
  const parts = file.split("/").slice(1);
  if (parts[0] === "contract" || parts[0] === "language-models") return parts[0];
  if (parts[0] === "integrations" && parts.length === 2) return "integrations";
  if (parts[0] !== "steps" && parts[0] !== "triggers")
    return parts.length === 2 ? `${parts[0]}/main` : `${parts[0]}/${parts[1]}`;
  if (parts[2] === "editor") return `${parts[0]}/editors`;
  if (parts[2] === "detector") return "triggers/detectors";
  if (/^(editors|editor-contract)\.tsx?$|^editor\.tsx$/.test(parts.at(-1)))
    return `${parts[0]}/editors`;
  return /^(detectors?|detector-contract)\.ts$/.test(parts.at(-1))
    ? "triggers/detectors"
    : parts[0];
}
