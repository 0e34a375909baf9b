import { IconAction } from "#browser/ui";
import type { ConfigProblem } from "#core/engine";
import { Button, Input, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useEditingWorld } from "./editing-world.ts";
import { problemAt } from "./problem-at.ts";
import { SortHandle, useSortable } from "./sortable.tsx";

interface Option {
  readonly id: string;
  readonly label: string;
}

interface OptionListProps {
  readonly label: string;
  readonly description?: string;
  readonly options: readonly Option[];
  readonly onChange: (options: Option[]) => void;
  /** "Add an option". */
  readonly addLabel: string;
  readonly placeholder: string;
  /** What stands in an empty field of one option instead. */
  readonly placeholderOf?: (id: string) => string;
  readonly max: number;
  /** Problems counted from the list itself. */
  readonly problems: readonly ConfigProblem[];
}

/** Edits a list of labelled options; their ids stay when labels and order change. */
export const OptionList = ({ label, description, addLabel, ...list }: OptionListProps) => {
  const { options, onChange, problems, max } = list;
  const { freshId } = useEditingWorld();
  const sorting = useSortable(options, onChange);
  const [newest, setNewest] = useState<string | null>(null);
  const add = (after = options.length - 1) => {
    if (options.length >= max) return;
    const option = { id: freshId(), label: "" };
    setNewest(option.id);
    onChange(options.toSpliced(after + 1, 0, option));
  };
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={problemAt(problems)}
      inputWrapperOrder={["label", "description", "input", "error"]}
      labelElement="div"
    >
      <div className="editing-options">
        {options.map((option, index) => (
          <div className="editing-option" key={option.id} {...sorting.itemProps(index)}>
            <SortHandle {...sorting.handleProps(index)} />
            <TextInput
              className="editing-grow"
              aria-label={`${label} ${index + 1}`}
              placeholder={list.placeholderOf?.(option.id) || list.placeholder}
              value={option.label}
              autoFocus={option.id === newest}
              error={problemAt(problems, index, "label")}
              onChange={(event) =>
                onChange(options.with(index, { ...option, label: event.currentTarget.value }))
              }
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add(index);
              }}
            />
            <OrderActions items={options} index={index} onChange={onChange} />
          </div>
        ))}
        {options.length < max && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            className="editing-add"
            onClick={() => add()}
          >
            {addLabel}
          </Button>
        )}
      </div>
    </Input.Wrapper>
  );
};

interface OrderActionsProps<Item> {
  readonly items: readonly Item[];
  readonly index: number;
  readonly onChange: (items: Item[]) => void;
  /** A list that must not become empty keeps its last item. */
  readonly keepsLast?: boolean;
}

/** Moves an item of a list up or down, or takes it out. */
export const OrderActions = <Item,>({
  items,
  index,
  onChange,
  keepsLast = false,
}: OrderActionsProps<Item>) => {
  const move = (by: number) =>
    onChange(items.toSpliced(index, 1).toSpliced(index + by, 0, ...items.slice(index, index + 1)));
  return (
    <>
      <IconAction label="Move up" size="sm" disabled={index === 0} onClick={() => move(-1)}>
        <IconArrowUp size={14} />
      </IconAction>
      <IconAction
        label="Move down"
        size="sm"
        disabled={index === items.length - 1}
        onClick={() => move(1)}
      >
        <IconArrowDown size={14} />
      </IconAction>
      <IconAction
        label="Remove"
        size="sm"
        disabled={keepsLast && items.length === 1}
        onClick={() => onChange(items.toSpliced(index, 1))}
      >
        <IconX size={14} />
      </IconAction>
    </>
  );
};
