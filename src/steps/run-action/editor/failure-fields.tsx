import {
  LocalizedField,
  OptionalPath,
  PanelSection,
  problemAt,
  problemsWithin,
} from "#browser/editing";
import { limits } from "#core/domain";
import { NumberInput } from "@mantine/core";
import type { Part } from "./part.ts";

/** What becomes of a failure: which ones there are, where the run goes, what the contact is told. */
export const FailureFields = (part: Part) => {
  const { draft, action, problems, change, language } = part;
  return (
    <PanelSection title="When it fails">
      <ul className="editing-reasons" aria-label="When this step fails">
        {reasonsOf(part).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <OptionalPath
        label="Go on by “Failed”"
        description={
          draft.failure
            ? "The run leaves by it in each of these cases."
            : "Otherwise the run ends as failed."
        }
        isOn={draft.failure}
        onChange={(failure) => change({ failure })}
      />
      <LocalizedField
        label="Tell the contact"
        placeholder="That did not work. A colleague will look into it."
        description="Sent before the run goes on. Empty: nothing is said."
        minRows={2}
        maxLength={limits.messageCharacters}
        value={draft.error_message}
        language={language}
        problems={problemsWithin(problems, "error_message")}
        onChange={(text) => change({ error_message: text === "" ? null : text })}
      />
      {action?.is_inside === false && (
        <NumberInput
          label="Give up after"
          suffix=" seconds"
          min={1}
          max={120}
          value={draft.timeout_seconds}
          error={problemAt(problems, "timeout_seconds")}
          onChange={(seconds) => change({ timeout_seconds: seconds })}
        />
      )}
    </PanelSection>
  );
};

/** The ways in which this use of this action can fail, as sentences. */
const reasonsOf = ({ draft, action }: Part): readonly string[] => [
  "An input has no value, or one of another kind, when the run comes here.",
  ...(action === undefined || action.is_inside
    ? []
    : [
        "The other system refuses, or no connection to it is set up.",
        action.is_repeatable
          ? `Nobody answers within ${draft.timeout_seconds} seconds, also when tried 3 times more.`
          : `Nobody answers within ${draft.timeout_seconds} seconds. It is then not repeated: the outcome is unknown and the inbox shows it.`,
      ]),
  ...(Object.values(draft.limits).some((limit) => limit !== null)
    ? ["A limit is reached. Nothing moves then."]
    : []),
];
