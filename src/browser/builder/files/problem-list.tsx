import { sentence } from "#browser/editing";
import type { FileProblem } from "#core/workflow-file";

/** More than these are counted: one broken line often breaks all that follow. */
const shownProblems = 12;

/** Lists what is wrong in a file, line by line. */
export const ProblemList = ({ problems }: { problems: readonly FileProblem[] }) => (
  <ul className="files-list">
    {problems.slice(0, shownProblems).map(({ line, column, where, message }) => (
      <li key={`${line} ${column} ${where} ${message}`}>
        <span className="files-line">Line {line}</span>
        <span>
          {where !== "" && <code>{where}</code>} {sentence(message)}
        </span>
      </li>
    ))}
    {problems.length > shownProblems && (
      <li className="builder-muted">… and {problems.length - shownProblems} more</li>
    )}
  </ul>
);
