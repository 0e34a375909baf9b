import { useActions } from "#browser/data";
import { Hint, PanelSection, toVariableName } from "#browser/editing";
import type { CardId } from "#browser/graph";
import { IconAction } from "#browser/ui";
import { stepCatalogue } from "#steps";
import { Button, TextInput, UnstyledButton } from "@mantine/core";
import { IconChevronRight, IconPencil } from "@tabler/icons-react";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import { renameProblem, renameVariable } from "../commands/rename-variable.ts";
import { findStep } from "../document/graph-edits.ts";
import { type ListedVariable, listVariables } from "../document/variables/list-variables.ts";
import { stepName } from "../step-name.ts";
import type { Builder } from "../use-builder.ts";
import { toActionCatalogue } from "../world/to-action-catalogue.ts";

interface VariablesSectionProps {
  readonly builder: Builder;
  readonly onShow: (card: CardId) => void;
}

/** All variables of the workflow: where each is set and read, and one name for another everywhere. */
export const VariablesSection = ({ builder, onShow }: VariablesSectionProps) => {
  const graph = useDeferredValue(builder.graph);
  const actions = useActions().data;
  const catalogues = useMemo(
    () => ({
      steps: stepCatalogue,
      actions: actions === undefined ? null : toActionCatalogue(actions),
    }),
    [actions],
  );
  const variables = useMemo(() => listVariables(graph, catalogues), [graph, catalogues]);
  return (
    <PanelSection title={variables.length === 0 ? "Variables" : `Variables · ${variables.length}`}>
      {variables.length === 0 && (
        <Hint>None yet. A question or an action saves its answer under a name.</Hint>
      )}
      <ul className="builder-variables">
        {variables.map((variable) => (
          <VariableItem
            key={variable.name}
            variable={variable}
            nameOf={(card) => nameOf(builder, card)}
            onShow={onShow}
            problemOf={(to) => renameProblem(builder.graph, variable.name, to, catalogues)}
            onRename={(to) => builder.perform(renameVariable(variable.name, to, catalogues))}
          />
        ))}
      </ul>
    </PanelSection>
  );
};

const nameOf = ({ graph }: Builder, card: CardId): string => {
  if (card === "trigger") return "Trigger";
  const step = findStep(graph, card);
  return step === undefined ? card : stepName(step);
};

interface VariableItemProps {
  readonly variable: ListedVariable;
  readonly nameOf: (card: CardId) => string;
  readonly onShow: (card: CardId) => void;
  readonly problemOf: (to: string) => string | null;
  readonly onRename: (to: string) => void;
}

const VariableItem = ({
  variable,
  nameOf: name,
  onShow,
  problemOf,
  onRename,
}: VariableItemProps) => {
  const { setBy, readBy } = variable;
  const [isOpen, setIsOpen] = useState(false);
  const [isRenaming, setIsRenaming] = useState(false);
  if (isRenaming)
    return (
      <li>
        <RenameForm
          name={variable.name}
          problemOf={problemOf}
          onRename={onRename}
          onClose={() => setIsRenaming(false)}
        />
      </li>
    );
  return (
    <li>
      <div className="builder-variable">
        <UnstyledButton
          className="builder-variable-name"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconChevronRight size={14} data-open={isOpen || undefined} />
          <code>{variable.name}</code>
          <span data-unset={setBy.length === 0 || undefined}>
            {setBy.length === 0 ? "never set" : usedWords(readBy.length)}
          </span>
        </UnstyledButton>
        <IconAction label={`Rename ${variable.name}`} size="sm" onClick={() => setIsRenaming(true)}>
          <IconPencil size={14} />
        </IconAction>
      </div>
      {isOpen && (
        <dl className="builder-variable-places">
          <Places title="Set by" cards={setBy} name={name} none="No step" onShow={onShow} />
          <Places title="Read by" cards={readBy} name={name} none="Nothing yet" onShow={onShow} />
        </dl>
      )}
    </li>
  );
};

const usedWords = (count: number): string =>
  count === 0 ? "not read yet" : `read in ${count} ${count === 1 ? "place" : "places"}`;

interface PlacesProps {
  readonly title: string;
  readonly cards: readonly CardId[];
  readonly name: (card: CardId) => string;
  readonly none: string;
  readonly onShow: (card: CardId) => void;
}

const Places = ({ title, cards, name, none, onShow }: PlacesProps) => (
  <div>
    <dt>{title}</dt>
    <dd>
      {cards.length === 0 && none}
      {cards.map((card) => (
        <UnstyledButton key={card} className="builder-place" onClick={() => onShow(card)}>
          {name(card)}
        </UnstyledButton>
      ))}
    </dd>
  </div>
);

interface RenameFormProps {
  readonly name: string;
  readonly problemOf: (to: string) => string | null;
  readonly onRename: (to: string) => void;
  readonly onClose: () => void;
}

const RenameForm = ({ name, problemOf, onRename, onClose }: RenameFormProps) => {
  const [typed, setTyped] = useState(name);
  const hint = useId();
  const problem = problemOf(typed);
  return (
    <form
      className="builder-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem !== null) return;
        onRename(typed);
        onClose();
      }}
      onKeyDown={(event: KeyboardEvent) => event.key === "Escape" && onClose()}
    >
      <TextInput
        size="xs"
        autoFocus
        aria-label={`New name of ${name}`}
        spellCheck={false}
        classNames={{ input: "editing-mono" }}
        value={typed}
        error={problem !== null}
        aria-describedby={hint}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(toVariableName(event.currentTarget.value))}
      />
      <Button type="submit" size="xs" disabled={problem !== null}>
        Rename
      </Button>
      <Button type="button" size="xs" variant="subtle" onClick={onClose}>
        Cancel
      </Button>
      <p id={hint} className={problem === null ? "editing-hint" : "editing-error"} role="status">
        {problem ??
          "Changed in every text, condition and action at once. Other workflows that are given it read it by the new name."}
      </p>
    </form>
  );
};
