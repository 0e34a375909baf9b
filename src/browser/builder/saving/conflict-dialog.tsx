import { RelativeTime } from "#browser/ui";
import type { Graph } from "#core/domain";
import { Button, Group, Modal, SimpleGrid, Text } from "@mantine/core";
import { stepName } from "../step-name.ts";
import { changeWords, conflictWords } from "./change-words.ts";
import type { DraftConflict } from "./use-conflict.ts";

interface ConflictDialogProps {
  /** Null while there is nothing to choose. */
  readonly conflict: DraftConflict | null;
  readonly onClose: () => void;
  readonly onLoadTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Offers the choice when two changed the same part of a draft; nothing is overwritten without it. */
export const ConflictDialog = ({ conflict, ...actions }: ConflictDialogProps) => (
  <Modal
    opened={conflict !== null}
    onClose={actions.onClose}
    title={<Text fw={600}>This draft was changed elsewhere</Text>}
    size="lg"
  >
    {conflict !== null && <Choice conflict={conflict} {...actions} />}
  </Modal>
);

const Choice = ({
  conflict,
  onLoadTheirs,
  onKeepMine,
}: ConflictDialogProps & { conflict: DraftConflict }) => {
  const { theirs, by, mine, base, conflicts } = conflict;
  const other = theirs.draft.graph;
  return (
    <>
      <Text c="dimmed">
        {by ?? "Somebody, or another tab,"} saved it{" "}
        <RelativeTime at={theirs.workflow.updated_at} style="long" />.{" "}
        {conflicts.length > 0 &&
          `Both changed ${conflictWords(conflicts, [mine, other, ...(base === null ? [] : [base])], stepName)}. `}
        Yours is kept on this page until you choose.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt="md">
        <Changes title="Theirs" base={base} graph={other} />
        <Changes title="Yours" base={base} graph={mine} />
      </SimpleGrid>
      <Text c="dimmed" mt="md">
        Loading theirs can be undone with Ctrl+Z. Keeping yours replaces their draft.
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onKeepMine}>
          Keep mine
        </Button>
        <Button onClick={onLoadTheirs} data-autofocus>
          Load theirs
        </Button>
      </Group>
    </>
  );
};

const mostShown = 8;

/** What one side changed; only its size when it is not known from what. */
const Changes = ({ title, base, graph }: { title: string; base: Graph | null; graph: Graph }) => {
  const count = graph.steps.length;
  const words =
    base === null
      ? [count === 1 ? "It has 1 step" : `It has ${count} steps`]
      : changeWords(base, graph, stepName);
  return (
    <section className="builder-conflict-side" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {words.slice(0, mostShown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {words.length > mostShown && <li>and {words.length - mostShown} more</li>}
        {words.length === 0 && <li>Nothing</li>}
      </ul>
    </section>
  );
};
