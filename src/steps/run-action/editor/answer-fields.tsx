import { OptionalPath, PanelSection, problemAt, VariableNameField } from "#browser/editing";
import type { Part } from "./part.ts";

/** Where the action's answer goes, and which of its fields later steps can read. */
export const AnswerFields = ({ draft, action, problems, change }: Part) => (
  <PanelSection title="The answer">
    <VariableNameField
      label="Save it as"
      placeholder="order"
      description={
        action === undefined || action.outputs.length > 0
          ? "Later steps read it by this name."
          : "This action answers with nothing but that it is done."
      }
      value={draft.save_to ?? ""}
      error={problemAt(problems, "save_to")}
      onChange={(name) => change({ save_to: name === "" ? null : name })}
    />
    {action !== undefined && action.outputs.length > 0 && (
      <dl className="editing-facts" aria-label="What the answer holds">
        {action.outputs.map(({ name, title, type, is_required }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>
              <code>{`${draft.save_to ?? "…"}.${name}`}</code>
              <span>
                {typeWords[type]}
                {is_required ? "" : ", not always"}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    )}
    <OptionalPath
      label="Share it with the team"
      description="Leaves it in the inbox as a private note."
      isOn={draft.share_response}
      onChange={(share_response) => change({ share_response })}
    />
  </PanelSection>
);

const typeWords: Readonly<Record<NonNullable<Part["action"]>["outputs"][number]["type"], string>> =
  {
    string: "text",
    number: "number",
    boolean: "yes or no",
    date: "date",
    datetime: "date and time",
    list: "list",
    object: "several fields",
    any: "any value",
  };
