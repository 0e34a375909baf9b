import type { CardId, Marks } from "#browser/graph";
import { IconAction } from "#browser/ui";
import type { Graph } from "#core/domain";
import { TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from "@tabler/icons-react";
import { Panel } from "@xyflow/react";
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { findInGraph, type Hit } from "./find-in-graph.ts";

interface SearchBoxProps {
  readonly graph: Graph;
  /** Goes to a card; the search stays open. */
  readonly onShow: (card: CardId) => void;
  /** Marks what was found; null when nothing is looked for. */
  readonly onFound: (marks: Marks | null) => void;
  /** Closes the search and gives the canvas the focus, at the card that was gone to last. */
  readonly onClose: (at: CardId | null) => void;
}

/** Looks through the steps: the list of hits, all of them marked on the canvas, and a jump from each to the next. */
export const SearchBox = ({ graph, onShow, onFound, onClose }: SearchBoxProps) => {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(-1);
  const id = useId();
  const hits = useMemo(() => findInGraph(graph, query), [graph, query]);
  const isSearching = query.trim() !== "";
  useEffect(() => onFound(isSearching ? toMarks(hits) : null), [hits, isSearching, onFound]);
  useEffect(() => () => onFound(null), [onFound]);
  const current = hits[Math.max(Math.min(at, hits.length - 1), 0)];
  const go = (index: number) => {
    const next = (index + hits.length) % Math.max(hits.length, 1);
    const hit = hits[next];
    if (hit === undefined) return;
    setAt(next);
    onShow(hit.card);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey)) go(at + 1);
    else if (event.key === "ArrowUp" || event.key === "Enter") go(Math.max(at, 0) - 1);
    else if (event.key === "Escape") onClose(current?.card ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Panel position="top-center" className="builder-search">
      <div className="builder-search-bar">
        <TextInput
          autoFocus
          variant="unstyled"
          className="editing-grow"
          role="combobox"
          aria-label="Search the steps"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          {...(current !== undefined && { "aria-activedescendant": `${id}-${current.card}` })}
          placeholder="Names, texts, variables"
          leftSection={<IconSearch size={16} />}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(-1);
          }}
          onKeyDown={press}
        />
        <output className="builder-search-count" aria-live="polite">
          {isSearching &&
            (hits.length === 0 ? "No match" : `${Math.max(at, 0) + 1} of ${hits.length}`)}
        </output>
        <IconAction
          label="Match before"
          disabled={hits.length === 0}
          onClick={() => go(Math.max(at, 0) - 1)}
        >
          <IconChevronUp size={16} />
        </IconAction>
        <IconAction label="Next match" disabled={hits.length === 0} onClick={() => go(at + 1)}>
          <IconChevronDown size={16} />
        </IconAction>
        <IconAction
          label="Close the search"
          keys="Esc"
          onClick={() => onClose(current?.card ?? null)}
        >
          <IconX size={16} />
        </IconAction>
      </div>
      <ul
        id={`${id}-list`}
        className="builder-search-hits"
        role="listbox"
        aria-label="Steps that match"
        hidden={hits.length === 0}
      >
        {hits.slice(0, mostListed).map((hit, index) => (
          <li
            key={hit.card}
            id={`${id}-${hit.card}`}
            role="option"
            aria-selected={index === Math.max(at, 0)}
            onPointerDown={(event) => {
              event.preventDefault(); // the cursor stays in the field
              go(index);
            }}
          >
            <span>{hit.name}</span>
            {hit.excerpt !== "" && <small>{hit.excerpt}</small>}
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** More are marked and gone through, and not listed. */
const mostListed = 50;

const toMarks = (hits: readonly Hit[]): Marks => ({
  cards: new Map(hits.map(({ card }) => [card, { tone: "way", badge: null, detail: null }])),
  lines: new Map(),
  dimsOthers: hits.length > 0,
});
