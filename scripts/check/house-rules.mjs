import { findAll, isTest, readSources } from "./source.mjs";

const ENTRY_FILES =
  /^src\/(server\/(main|cli-entry)\.ts|browser\/app\/main\.tsx|browser\/widget\/(loader\.ts|chat\/index\.tsx|preview\/preview\.ts))$|^src\/testing\/|^scripts\/[^/]+\.mjs$|^bench\//;

/**
 * The rules of this house that no ready-made linter has. `outside` = where the rule does not hold.
 * @type {{ pattern: RegExp, message: string, where?: "code" | "bare" | "text", within?: RegExp, outside?: RegExp, tests?: boolean }[]}
 */
const RULES = [
  {
    pattern:
      /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\brandomUUID\(|\bDateTime\.(?:now|local|utc)\(/g,
    message: "$0 is a clock or dice; take the time, ids and draws as arguments",
    within: /^src\/(core|steps|triggers|contract|server)\//,
    outside: /^src\/server\/platform\//,
  },
  {
    pattern:
      /(["'`])\s*(?:SELECT\s[\s\S]*?\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(?:TABLE|INDEX|DATABASE)|ALTER\s+TABLE|select\s[\s\S]*?\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+(?:table|index|database)|alter\s+table)\b/g,
    message: "SQL has one room: src/server/store",
    where: "code",
    within: /^src\//,
    outside: /^src\/(server\/store|server\/platform\/embedded-postgres|testing)\//,
  },
  {
    pattern: /\b(?:TODO|FIXME|XXX)\b(?!\s*\(?#\d)/g,
    message: "$0 needs an issue number: TODO(#12)",
    where: "text",
    tests: true,
    outside: /^scripts\/check\//,
  },
  {
    pattern: /(?<![\w.])\/(?:home|Users|root|work)\/[\w.-]+/g,
    message: "$0 is a path of one machine",
    where: "text",
    tests: true,
    outside: /^scripts\/check\//,
  },
  {
    pattern: /\b(?:test|it|describe|suite|scenario)\.(?:skip|only|todo|fails|fixme)\b/g,
    message: "$0: no test is skipped",
    tests: true,
  },
  {
    pattern: /^\s*(?:export\s+)?(?:const\s+)?enum\s/gm,
    message: "enum: use a union of texts",
    tests: true,
  },
  { pattern: /^[ \t]*\/\/\s*[-=*#]{6,}/gm, message: "no banners", where: "text", tests: true },
  {
    pattern: /^(?:await\s+)?[a-zA-Z_$][\w$]*(?:\.[\w$]+)*\(/gm,
    message: "$0… runs when the file is imported; only entry files do things at import",
    within: /^src\//,
    outside: ENTRY_FILES,
  },
];

/** Finds what goes against the house rules. */
export function checkHouseRules(root) {
  return readSources(root, ["src", "scripts", "bench", "e2e"]).flatMap(checkSource);
}

export function checkSource(source) {
  return RULES.filter(
    (rule) =>
      (rule.within?.test(source.file) ?? true) &&
      !(rule.outside?.test(source.file) ?? false) &&
      (rule.tests === true || !isTest(source.file)),
  ).flatMap((rule) => findAll(source, rule.pattern, rule.message, rule.where));
}
