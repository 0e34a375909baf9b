import { Tooltip, UnstyledButton } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { kindWords, type VariableOption } from "./variable-option.ts";

/** One line of a list that is walked by arrow keys. */
export interface Offer {
  readonly id: string;
  readonly group: string | null;
  readonly title: ReactNode;
  readonly code: string;
  /** A small sign after the title, with its meaning for a screen reader. */
  readonly sign?: { readonly tone: "soft" | "wrong"; readonly words: string };
}

interface OfferListProps {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly Offer[];
  readonly active: number;
  readonly onHover: (index: number) => void;
  readonly onPick: (index: number) => void;
  readonly emptyText: string;
}

export const offerId = (list: string, index: number): string => `${list}-${index}`;

/** Shows offers in their groups; the keys are the field's that it belongs to, so focus never leaves it. */
export const OfferList = ({
  id,
  label,
  offers,
  active,
  onHover,
  onPick,
  emptyText,
}: OfferListProps) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div className="editing-variables" role="listbox" id={id} aria-label={label} ref={list}>
      {offers.map((offer, index) => (
        <OfferRow
          key={offer.id}
          id={offerId(id, index)}
          offer={offer}
          opensGroup={offer.group !== null && offer.group !== offers[index - 1]?.group}
          isActive={index === active}
          onHover={() => onHover(index)}
          onPick={() => onPick(index)}
        />
      ))}
      {offers.length === 0 && <div className="editing-variable-group">{emptyText}</div>}
    </div>
  );
};

interface OfferRowProps {
  readonly id: string;
  readonly offer: Offer;
  readonly opensGroup: boolean;
  readonly isActive: boolean;
  readonly onHover: () => void;
  readonly onPick: () => void;
}

const OfferRow = ({ id, offer, opensGroup, isActive, onHover, onPick }: OfferRowProps) => (
  <>
    {opensGroup && (
      <div className="editing-variable-group" role="presentation">
        {offer.group}
      </div>
    )}
    <UnstyledButton
      className="editing-variable"
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={isActive}
      data-active={isActive || undefined}
      // The field keeps the focus and its caret.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onHover}
      onClick={onPick}
    >
      <span className="editing-variable-title">
        {offer.title}
        {offer.sign !== undefined && (
          <Tooltip label={offer.sign.words} position="right" withinPortal>
            <span
              className="editing-sign"
              data-tone={offer.sign.tone}
              role="img"
              aria-label={offer.sign.words}
            />
          </Tooltip>
        )}
      </span>
      <code>{offer.code}</code>
    </UnstyledButton>
  </>
);

/** A variable as a line of a list. */
export const toOffer = (variable: VariableOption): Offer => ({
  id: variable.path,
  group: variable.group,
  title: variable.title,
  code: variable.from ?? variable.path,
  ...(variable.presence === "always"
    ? {}
    : variable.presence === "maybe"
      ? { sign: { tone: "soft", words: "May have no value" } }
      : { sign: { tone: "wrong", words: "Not set on the way here" } }),
});

const shownExample = (example: VariableOption["example"]): string => {
  const text = typeof example === "string" ? example : JSON.stringify(example);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** Says what is known of the variable the keys are at: its kind, what it looks like, when it has no value. */
export const VariableFacts = ({ variable }: { readonly variable: VariableOption | undefined }) => {
  if (variable === undefined) return null;
  const { kind, choices, example, presence, reason } = variable;
  return (
    <div className="editing-variable-facts">
      <p>
        <strong>{kindWords[kind]}</strong>
        {choices !== undefined
          ? ` · ${choices.map(({ label }) => label).join(", ")}`
          : example === undefined
            ? null
            : ` · such as ${shownExample(example)}`}
      </p>
      {presence !== "always" && (
        <p data-tone={presence === "maybe" ? "soft" : "wrong"}>
          {reason ??
            (presence === "maybe"
              ? "It may have no value here."
              : "No step before this one sets it.")}
        </p>
      )}
    </div>
  );
};
