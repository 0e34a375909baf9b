import type { ConfigProblem } from "#core/engine";
import { sentence } from "./sentence.ts";

const said = (problem: ConfigProblem | undefined) => problem && sentence(problem.message);

type Path = ConfigProblem["path"];

const startsWith = (path: Path, prefix: Path) =>
  prefix.every((part, index) => path[index] === part);

/** What is wrong at one place of a config; undefined when nothing is. */
export const problemAt = (problems: readonly ConfigProblem[], ...path: Path): string | undefined =>
  said(
    problems.find(
      (problem) => problem.path.length === path.length && startsWith(problem.path, path),
    ),
  );

/** What is wrong at a place or anywhere inside it. */
export const problemWithin = (
  problems: readonly ConfigProblem[],
  ...path: Path
): string | undefined => said(problems.find((problem) => startsWith(problem.path, path)));

/** Problems inside a place, with paths counted from there. */
export const problemsWithin = (
  problems: readonly ConfigProblem[],
  ...path: Path
): readonly ConfigProblem[] =>
  problems.flatMap((problem) =>
    startsWith(problem.path, path) ? [{ ...problem, path: problem.path.slice(path.length) }] : [],
  );
