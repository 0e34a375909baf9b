import { explainError, useCreateWorkflow, useWorkflows } from "#browser/data";
import { limits } from "#core/domain";
import { triggerCatalogue } from "#triggers";
import { Button, Select, Text, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { paths } from "../paths.ts";
import type { UnknownReference } from "./match-references.ts";
import { ProblemList } from "./problem-list.tsx";
import type { ImportPreview } from "./read-import.ts";

interface ImportReviewProps {
  readonly preview: Extract<ImportPreview, { ok: true }>;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What the file is, what it points at that is not here, and the button that makes a draft of it. */
export const ImportReview = ({ preview, onBack, onClose }: ImportReviewProps) => {
  const { file, warnings, unknown } = preview;
  const [name, setName] = useState(file.name);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(unknown.flatMap(({ id, sameName }) => (sameName === null ? [] : [[id, sameName]]))),
  );
  const isTaken = useWorkflows().data?.some((workflow) => workflow.name === name.trim()) === true;
  const { mutateAsync, isPending } = useCreateWorkflow();
  const [failure, setFailure] = useState<string | null>(null);
  const navigate = useNavigate();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    setFailure(null);
    try {
      const { withChosen } = await import("./read-import.ts");
      const graph = withChosen(file, chosen);
      const { workflow } = await mutateAsync({ name: name.trim(), graph });
      onClose();
      await navigate({ to: paths.workflow(workflow.id) });
    } catch (error) {
      setFailure(explainError(error));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextInput
        label="Name"
        required
        withAsterisk={false}
        maxLength={limits.nameCharacters}
        value={name}
        data-autofocus
        {...(isTaken && {
          description: "There is a workflow of this name; this makes another one.",
        })}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <p className="files-about">{aboutWords(preview)}</p>
      {unknown.length > 0 && (
        <section className="files-section">
          <h3>Not known here</h3>
          <p className="builder-muted">
            The file points at these. Choose what takes their place, or leave them open and choose
            where they are used; the checks name each.
          </p>
          {unknown.map((reference) => (
            <Select
              key={reference.id}
              label={`${kindTitle(reference)} “${reference.name}”`}
              placeholder="Leave open"
              clearable
              searchable
              data={reference.candidates.map(({ id, name: known }) => ({
                value: id,
                label: known,
              }))}
              value={chosen.get(reference.id) ?? null}
              onChange={(id) => {
                const next = new Map(chosen);
                if (id === null) next.delete(reference.id);
                else next.set(reference.id, id);
                setChosen(next);
              }}
            />
          ))}
        </section>
      )}
      {warnings.length > 0 && (
        <section className="files-section">
          <h3>Worth a look</h3>
          <ProblemList problems={warnings} />
        </section>
      )}
      {failure !== null && (
        <Text c="red" size="sm" role="alert">
          {failure}
        </Text>
      )}
      <div className="files-buttons">
        <Button variant="default" onClick={onBack}>
          Another file
        </Button>
        <Button type="submit" loading={isPending} disabled={name.trim() === ""}>
          Import as a draft
        </Button>
      </div>
    </form>
  );
};

const kindTitle = ({ kind }: UnknownReference): string =>
  kind === "ai_agent" ? "AI agent" : kind.replace(/^./, (first) => first.toUpperCase());

const aboutWords = ({ file: { graph } }: ImportReviewProps["preview"]): string => {
  const trigger = triggerCatalogue.get(graph.trigger.type)?.title ?? graph.trigger.type;
  const steps = graph.steps.length === 1 ? "1 step" : `${graph.steps.length} steps`;
  const notes =
    graph.notes.length === 0
      ? ""
      : graph.notes.length === 1
        ? " and 1 note"
        : ` and ${graph.notes.length} notes`;
  return `Starts on “${trigger}”, with ${steps}${notes}. Nothing runs until you publish it.`;
};
