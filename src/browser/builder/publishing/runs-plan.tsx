import { Button, SegmentedControl } from "@mantine/core";
import { stepName } from "../step-name.ts";
import { type Fate, planWords, type WaitingStep } from "./plan.ts";

interface RunsPlanProps {
  readonly steps: {
    readonly data: readonly WaitingStep[];
    readonly isError: boolean;
    readonly retry: () => void;
  };
  readonly fateOf: (step: WaitingStep) => Fate;
  readonly onChoose: (steps: readonly WaitingStep[], fate: Fate) => void;
}

const fateTitles: Readonly<Record<Fate, string>> = { finish: "Finish", move: "Move", end: "End" };

const consequences: Readonly<Record<Fate, string>> = {
  finish: "They go on by their own version until they end.",
  move: "They stay where they are; once they go on, the new version says how. Nothing is asked again.",
  end: "They stop as cancelled. The customer hears no more of them.",
};

/** What becomes of runs that wait at a step of an older version, step by step or all the same. */
export const RunsPlan = ({ steps: { data, isError, retry }, fateOf, onChoose }: RunsPlanProps) => {
  const total = data.reduce((sum, { runs }) => sum + runs, 0);
  const common = fatesOf(data, fateOf);
  return (
    <section className="publish-section" aria-labelledby="runs-in-progress">
      <h3 id="runs-in-progress">
        Runs in progress
        {total > 0 && <small>{total}</small>}
      </h3>
      {isError ? (
        <p className="publish-about">
          How many runs are in progress could not be loaded; they finish on their version.{" "}
          <Button size="compact-xs" variant="subtle" onClick={retry}>
            Try again
          </Button>
        </p>
      ) : data.length === 0 ? (
        <p className="publish-about">No run waits. New runs start on the new version at once.</p>
      ) : (
        <>
          {data.length > 1 && (
            <div className="publish-all">
              <span>All the same</span>
              <FateChoice
                label="What becomes of all runs in progress"
                value={common}
                mayMove={data.some(({ whyNotMove }) => whyNotMove === null)}
                onChange={(fate) => onChoose(data, fate)}
              />
            </div>
          )}
          <ul className="publish-waiting">
            {data.map((step) => (
              <li key={step.stepId}>
                <div className="publish-waiting-head">
                  <span>
                    <strong>
                      {step.step === undefined ? "A step that is gone" : stepName(step.step)}
                    </strong>
                    <small>
                      {step.runs === 1 ? "1 run" : `${step.runs} runs`} on version{" "}
                      {step.versions.join(", ")}
                    </small>
                  </span>
                  <FateChoice
                    label={`What becomes of the runs at ${step.step === undefined ? "a step that is gone" : stepName(step.step)}`}
                    value={fateOf(step)}
                    mayMove={step.whyNotMove === null}
                    onChange={(fate) => onChoose([step], fate)}
                  />
                </div>
                <p>
                  {consequences[fateOf(step)]}
                  {step.whyNotMove !== null && ` ${step.whyNotMove}`}
                </p>
              </li>
            ))}
          </ul>
          <p className="publish-about" role="status">
            In all: {planWords(data, fateOf)}.
          </p>
        </>
      )}
    </section>
  );
};

/** The one fate of all; empty when they differ. */
const fatesOf = (steps: readonly WaitingStep[], fateOf: RunsPlanProps["fateOf"]): Fate | "" => {
  const [first, ...others] = new Set(steps.map(fateOf));
  return first === undefined || others.length > 0 ? "" : first;
};

interface FateChoiceProps {
  readonly label: string;
  readonly value: Fate | "";
  readonly mayMove: boolean;
  readonly onChange: (fate: Fate) => void;
}

const fates: readonly Fate[] = ["finish", "move", "end"];

const FateChoice = ({ label, value, mayMove, onChange }: FateChoiceProps) => (
  <SegmentedControl
    size="xs"
    aria-label={label}
    value={value}
    data={fates.map((fate) => ({
      value: fate,
      label: fateTitles[fate],
      disabled: fate === "move" && !mayMove,
    }))}
    onChange={(chosen) => {
      const fate = fates.find((each) => each === chosen);
      if (fate !== undefined) onChange(fate);
    }}
  />
);
