import { nameHue } from "#browser/ui";
import { type InternalNode, useStore, ViewportPortal } from "@xyflow/react";
import type { CSSProperties } from "react";
import { type Person, usePeople } from "./person.ts";

/** A card with somebody at it, in canvas pixels. */
interface Ring {
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const gap = 5;

/** Draws a ring with a name around each card that somebody else has selected. */
export const PresenceRings = () => {
  const people = usePeople();
  const rings = useStore(({ nodeLookup }) => ringsOf(people, nodeLookup), sameRings);
  return (
    <ViewportPortal>
      {rings.map(({ key, name, label, x, y, width, height }) => {
        const style: CSSProperties & Record<"--hue", string> = {
          "--hue": String(nameHue(name)),
          transform: `translate(${x - gap}px, ${y - gap}px)`,
          width: width + 2 * gap,
          height: height + 2 * gap,
        };
        return (
          <div key={key} className="builder-ring" style={style} aria-hidden>
            <span>{label}</span>
          </div>
        );
      })}
    </ViewportPortal>
  );
};

const ringsOf = (
  people: readonly Person[],
  nodes: ReadonlyMap<string, InternalNode>,
): readonly Ring[] =>
  people.flatMap(({ tabId, name, isMe, selected }) =>
    selected.flatMap((card) => {
      const node = nodes.get(card);
      if (node === undefined) return [];
      const { x, y } = node.internals.positionAbsolute;
      const { width = node.initialWidth ?? 0, height = node.initialHeight ?? 0 } = node.measured;
      return [
        {
          key: `${tabId} ${card}`,
          name,
          label: isMe ? "You, another tab" : name,
          x,
          y,
          width,
          height,
        },
      ];
    }),
  );

const sameRings = (one: readonly Ring[], other: readonly Ring[]) =>
  one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
