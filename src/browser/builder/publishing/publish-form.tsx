import { useWaitingRuns } from "#browser/data";
import type { CardId } from "#browser/graph";
import { limits } from "#core/domain";
import { Button, Text, Textarea, TextInput } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import type { Difference } from "../difference/difference.ts";
import { DifferenceList } from "../difference/difference-list.tsx";
import type { DifferenceSentence } from "../difference/words/sentence.ts";
import { FindingsList } from "../findings/findings-list.tsx";
import { type Fate, toPlan, toWaitingSteps, type WaitingStep } from "./plan.ts";
import type { Publishable } from "./publishable.ts";
import { RunsPlan } from "./runs-plan.tsx";
import type { LiveVersion } from "./use-live-version.ts";
import type { Publication, usePublishing } from "./use-publishing.ts";

interface PublishFormProps extends Publishable {
  readonly compared: Extract<LiveVersion, { state: "known" }>;
  readonly difference: Difference;
  readonly sentences: readonly DifferenceSentence[];
  readonly publishing: ReturnType<typeof usePublishing>;
  /** What the version is called unless somebody says otherwise. */
  readonly firstName: string;
  readonly onPublish: (publication: Publication) => void;
  /** Shows a card on the drawing beside. */
  readonly onLook: (card: CardId) => void;
  readonly onClose: () => void;
}

/** Changes, checks, runs in progress, name and note; then the button. */
export const PublishForm = (props: PublishFormProps) => {
  const { compared, difference, sentences, findings, publishing, builder, tests } = props;
  const [name, setName] = useState(props.firstName);
  const [note, setNote] = useState("");
  const { steps, fateOf, choose } = useChosenPlan(props);
  const errorCount = findings.filter(({ severity }) => severity === "error").length;
  const isSame = compared.base !== null && difference.changes.length === 0;
  return (
    <form
      className="publish-side"
      onSubmit={(event) => {
        event.preventDefault();
        if (errorCount > 0 || props.isChecking) return;
        const replaces = compared.live?.id ?? null;
        props.onPublish({ name, note, plan: toPlan(steps.data, fateOf), replaces });
      }}
    >
      <div className="publish-sections">
        <Section title="What changes" count={sentences.length}>
          <p className="publish-about">{changesWords(compared, isSame)}</p>
          {compared.base !== null && (
            <DifferenceList
              sentences={sentences}
              movedCount={difference.moved.length}
              onShow={props.onLook}
            />
          )}
        </Section>
        <Section title="Checks" count={findings.length}>
          {props.isChecking ? (
            <p className="publish-about" role="status">
              Checking…
            </p>
          ) : findings.length === 0 ? (
            <p className="builder-all-well">
              <IconCircleCheck size={18} /> Nothing to mend.
            </p>
          ) : (
            <FindingsList graph={builder.graph} findings={findings} onShow={props.onFinding} />
          )}
        </Section>
        {tests}
        <RunsPlan steps={steps} fateOf={fateOf} onChoose={choose} />
        <Section title="Name and note">
          <div className="publish-fields">
            <TextInput
              label="Name of the version"
              placeholder="Optional: “Shorter greeting”"
              maxLength={limits.nameCharacters}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Textarea
              label="What changed"
              placeholder="Optional: why, for whoever reads the list of versions"
              autosize
              minRows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </div>
        </Section>
      </div>
      <footer className="publish-footer">
        {publishing.failure !== null && (
          <Text c="red" size="sm" role="alert">
            {publishing.failure}
          </Text>
        )}
        {errorCount > 0 && (
          <Text c="dimmed" size="sm">
            {errorCount === 1 ? "Mend one error first." : `Mend ${errorCount} errors first.`}
          </Text>
        )}
        <div className="publish-buttons">
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={publishing.isBusy}
            disabled={errorCount > 0 || props.isChecking}
          >
            {isSame && compared.live !== null ? "Publish again" : "Publish the draft"}
          </Button>
        </div>
      </footer>
    </form>
  );
};

const changesWords = (
  { live, base }: Extract<LiveVersion, { state: "known" }>,
  isSame: boolean,
): string => {
  if (base === null)
    return "This is the first version: nothing runs yet, and it goes live at once.";
  const which = `version ${base.version.number}`;
  if (live === null)
    return isSame
      ? `No version is live. The draft does what ${which} did.`
      : `No version is live. Against ${which}, the last one:`;
  return isSame
    ? `The draft does what ${which}, which is live, does already.`
    : `Against ${which}, which is live:`;
};

/** The plan for runs in progress: all finish on their version unless somebody says otherwise. */
function useChosenPlan({ workflow, builder, compared }: PublishFormProps) {
  const waiting = useWaitingRuns(workflow.id);
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map());
  const live = compared.base?.graph ?? null;
  const data = useMemo(
    () => toWaitingSteps(waiting.data ?? [], builder.graph, live),
    [waiting.data, builder.graph, live],
  );
  const fateOf = ({ stepId, whyNotMove }: WaitingStep): Fate => {
    const fate = fates.get(stepId) ?? "finish";
    return fate === "move" && whyNotMove !== null ? "finish" : fate;
  };
  const choose = (chosen: readonly WaitingStep[], fate: Fate) =>
    setFates(new Map([...fates, ...chosen.map(({ stepId }) => [stepId, fate] as const)]));
  const { isError, refetch } = waiting;
  return { steps: { data, isError, retry: () => void refetch() }, fateOf, choose };
}

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

/** A part of the dialog under its title. */
const Section = ({ title, count = 0, children }: SectionProps) => (
  <section className="publish-section">
    <h3>
      {title}
      {count > 0 && <small>{count}</small>}
    </h3>
    {children}
  </section>
);
