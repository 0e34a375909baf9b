import type { CardId } from "#browser/graph";
import type { VersionBody } from "#contract";
import { Select } from "@mantine/core";
import { DifferenceList } from "../difference/difference-list.tsx";
import type { ShownDifference } from "./compared-graph.tsx";
import { choiceTitle, type Compared, draftChoice } from "./compared.ts";

interface ComparePanelProps {
  readonly versions: readonly VersionBody[];
  readonly compared: Compared;
  readonly onChange: (compared: Compared) => void;
  readonly difference: ShownDifference;
  readonly onShow: (card: CardId) => void;
}

/** Chooses what is drawn and what it is compared with, and says the difference. */
export const ComparePanel = (props: ComparePanelProps) => {
  const { versions, compared, onChange, difference, onShow } = props;
  const choices = [
    { value: draftChoice, label: "The draft" },
    ...versions.map(({ id, is_live }) => ({
      value: id,
      label: `${choiceTitle(id, versions)}${is_live ? " (live)" : ""}`,
    })),
  ];
  return (
    <section className="versions-compare" aria-label="Compare">
      <Select
        label="Shown"
        data={choices}
        allowDeselect={false}
        value={compared.shown}
        onChange={(shown) => shown !== null && onChange({ ...compared, shown })}
      />
      <Select
        label="Compared with"
        placeholder="Nothing"
        clearable
        clearButtonProps={{ "aria-label": "Compare with nothing" }}
        data={choices.filter(({ value }) => value !== compared.shown)}
        value={compared.with}
        onChange={(other) => onChange({ ...compared, with: other })}
      />
      {difference !== null && (
        <div className="versions-difference" role="status">
          {difference.sentences.length === 0 ? (
            <p className="builder-muted">
              {choiceTitle(compared.shown, versions)} does what{" "}
              {choiceTitle(compared.with ?? "", versions)} does.
            </p>
          ) : null}
          <DifferenceList
            sentences={difference.sentences}
            movedCount={difference.difference.moved.length}
            onShow={onShow}
          />
        </div>
      )}
    </section>
  );
};
