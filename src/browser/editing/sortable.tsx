import { IconGripVertical } from "@tabler/icons-react";
import { type DragEvent, type HTMLAttributes, useRef, useState } from "react";

/** What is being dragged says its own name, so that nothing from elsewhere is taken for it. */
const format = "application/x-switchboard-order";

interface Sorting {
  /** For the element of one entry. */
  readonly itemProps: (index: number) => HTMLAttributes<HTMLElement> & {
    readonly "data-sortable": true;
    readonly "data-dragged": true | undefined;
    readonly "data-gap": "before" | "after" | undefined;
  };
  /** For the handle of one entry. */
  readonly handleProps: (index: number) => SortHandleProps;
}

/** Puts a list in order by dragging its handles. */
export function useSortable<Item>(
  items: readonly Item[],
  onChange: (items: Item[]) => void,
): Sorting {
  const [dragged, setDragged] = useState<number | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return;
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, ...items.slice(from, from + 1)));
  };
  const end = () => {
    setDragged(null);
    setGap(null);
  };
  const gapAt = (event: DragEvent<HTMLElement>, index: number): number => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    return event.clientY > top + height / 2 ? index + 1 : index;
  };
  return {
    itemProps: (index) => ({
      "data-sortable": true,
      "data-dragged": dragged === index || undefined,
      "data-gap":
        gap === index
          ? "before"
          : gap === items.length && index === items.length - 1
            ? "after"
            : undefined,
      onDragOver: (event) => {
        if (dragged === null || !event.dataTransfer.types.includes(format)) return;
        event.preventDefault();
        setGap(gapAt(event, index));
      },
      onDrop: (event) => {
        if (dragged === null) return;
        event.preventDefault();
        const to = gapAt(event, index);
        move(dragged, to > dragged ? to - 1 : to);
        end();
      },
    }),
    handleProps: (index) => ({ onStart: () => setDragged(index), onEnd: end }),
  };
}

interface SortHandleProps {
  readonly onStart: () => void;
  readonly onEnd: () => void;
}

/** What an entry of a list is dragged by. Whoever has no mouse uses the buttons that move it up and down. */
export const SortHandle = ({ onStart, onEnd }: SortHandleProps) => {
  const handle = useRef<HTMLSpanElement>(null);
  return (
    <span
      ref={handle}
      className="editing-grip"
      aria-hidden
      title="Drag to move"
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(format, "");
        event.dataTransfer.effectAllowed = "move";
        const item = handle.current?.closest("[data-sortable]") ?? null;
        if (item !== null) event.dataTransfer.setDragImage(item, 12, 12);
        onStart();
      }}
      onDragEnd={onEnd}
    >
      <IconGripVertical size={14} />
    </span>
  );
};
