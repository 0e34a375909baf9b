import type { Graph } from "#core/domain";
import { useNames } from "../../world/use-names.ts";
import { actWords } from "../model/act-words.ts";
import { lineWords } from "../model/line-words.ts";
import type { PlayedTest } from "./play-test.ts";

const marks = { same: " ", missing: "−", new: "+" } as const;
const meanings = { same: "", missing: "Expected: ", new: "Now: " } as const;

/** What was done, and line by line what was expected of it and what came. */
export const TestDifference = ({
  played,
  graph,
}: {
  readonly played: PlayedTest;
  readonly graph: Graph;
}) => {
  const names = useNames();
  return (
    <ol className="sim-difference">
      {played.turns.map(({ act, lines }, turn) => (
        // A test's acts never change their order.
        // oxlint-disable-next-line no-array-index-key
        <li key={turn}>
          {act !== null && <strong>{actWords(act, names)}</strong>}
          {lines.map(({ change, line }, index) => (
            // oxlint-disable-next-line no-array-index-key
            <p key={index} data-change={change}>
              <span aria-hidden>{marks[change]}</span>
              <span>
                {change !== "same" && <span className="sim-hidden">{meanings[change]}</span>}
                {lineWords(line, graph)}
              </span>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
};
