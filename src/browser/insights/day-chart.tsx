import type { InsightDayBody } from "#contract";
import { useState } from "react";
import { dayWords } from "./controls.tsx";
import { countWords } from "./words.ts";

const [width, height] = [320, 72];

/** Starts of each day as bars, those that finished filled in. The numbers themselves stand below, for the day that is pointed at. */
export const DayChart = ({ days }: { days: readonly InsightDayBody[] }) => {
  const [chosen, setChosen] = useState<number | null>(null);
  const most = Math.max(1, ...days.map(({ started }) => started));
  const step = width / Math.max(1, days.length);
  const gap = Math.min(2, step / 4);
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * height));
  const shown = chosen === null ? undefined : days[chosen];
  const total = days.reduce((sum, { started }) => sum + started, 0);
  return (
    <figure className="insights-chart">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Runs started per day, ${countWords(total)} in all, at most ${countWords(most)} on a day`}
        onPointerLeave={() => setChosen(null)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const index = Math.floor(((event.clientX - box.left) / box.width) * days.length);
          setChosen(Math.min(days.length - 1, Math.max(0, index)));
        }}
      >
        {days.map(({ day, started, finished }, index) => (
          <g key={day} data-chosen={index === chosen || undefined}>
            <rect className="insights-ground" x={index * step} width={step} y={0} height={height} />
            <rect
              className="insights-started"
              x={index * step + gap / 2}
              width={step - gap}
              y={height - tall(started)}
              height={tall(started)}
            />
            <rect
              className="insights-finished"
              x={index * step + gap / 2}
              width={step - gap}
              y={height - tall(Math.min(started, finished))}
              height={tall(Math.min(started, finished))}
            />
          </g>
        ))}
      </svg>
      <figcaption className="insights-muted">
        {shown === undefined ? (
          <>
            <span>{days[0] !== undefined && dayWords(days[0].day)}</span>
            <span>started, and finished of those</span>
            <span>{dayWords(days.at(-1)?.day ?? "")}</span>
          </>
        ) : (
          <span>
            {dayWords(shown.day)}: {countWords(shown.started)} started, {countWords(shown.finished)}{" "}
            finished
          </span>
        )}
      </figcaption>
    </figure>
  );
};
