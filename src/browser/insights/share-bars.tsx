import type { ReactNode } from "react";
import { countWords, shareWords } from "./words.ts";

export interface ShareBar {
  readonly key: string;
  readonly title: ReactNode;
  readonly count: number;
}

/** Counts as bars of one whole, the largest first. */
export const ShareBars = ({ bars, whole }: { bars: readonly ShareBar[]; whole: number }) => (
  <ul className="insights-bars">
    {bars
      .toSorted((a, b) => b.count - a.count)
      .map(({ key, title, count }) => (
        <li key={key}>
          <span className="insights-bar-line">
            <span>{title}</span>
            <span>
              {countWords(count)} <span className="insights-muted">{shareWords(count, whole)}</span>
            </span>
          </span>
          <span className="insights-bar" aria-hidden="true">
            <span style={{ width: `${whole === 0 ? 0 : Math.min(100, (count / whole) * 100)}%` }} />
          </span>
        </li>
      ))}
  </ul>
);
