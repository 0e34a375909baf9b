import type { CardId } from "#browser/graph";
import { EmptyState } from "#browser/ui";
import type { Graph, Json } from "#core/domain";
import type { SimulationState } from "#core/simulate";
import { UnstyledButton } from "@mantine/core";
import { IconVariable } from "@tabler/icons-react";
import { stepName } from "../step-name.ts";

interface VariablesTabProps {
  readonly state: SimulationState;
  readonly graph: Graph;
  readonly onShow: (card: CardId) => void;
}

const toText = (value: Json): string =>
  typeof value === "string" ? value : JSON.stringify(value, null, 1);

/** What the run knows by name with the step that learned it, and what is known of the contact and the conversation. */
export const VariablesTab = ({ state, graph, onShow }: VariablesTabProps) => {
  const { variables, run, contact, conversation, members } = state;
  const inputs = Object.entries(run?.triggerInputs ?? {}).filter(
    ([, value]) => value !== null && value !== "",
  );
  const rows: readonly (readonly [string, Json])[] = [
    ["contact.email", contact.email],
    ["contact.email is", contact.email === null ? null : contact.emailVerification],
    ["contact.phone", contact.phone],
    ["contact.name", contact.name],
    ["contact.tags", contact.tags.length === 0 ? null : contact.tags.join(", ")],
    ...Object.entries(contact.custom).map(
      ([name, value]) => [`contact.custom.${name}`, value] as const,
    ),
    ["conversation", conversation?.status ?? null],
    ["priority", conversation?.priority ?? null],
    ["assigned to", members.find(({ id }) => id === conversation?.assigneeId)?.name ?? null],
    [
      "conversation tags",
      (conversation?.tags.length ?? 0) === 0 ? null : (conversation?.tags.join(", ") ?? null),
    ],
    ["rating", conversation?.rating == null ? null : conversation.rating.score],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== "");
  return (
    <div className="sim-scroll">
      {variables.length === 0 && inputs.length === 0 ? (
        <EmptyState icon={<IconVariable size={22} />} title="No variables yet">
          What questions, actions and the trigger give the run is shown here, with the step it came
          from.
        </EmptyState>
      ) : (
        <dl className="sim-values">
          {inputs.map(([name, value]) => (
            <div key={`trigger.${name}`}>
              <dt>trigger.{name}</dt>
              <dd>{toText(value)}</dd>
            </div>
          ))}
          {variables.map(({ name, value, setAt }) => {
            const step = graph.steps.find(({ id }) => id === setAt?.stepId);
            return (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {toText(value)}
                  {step !== undefined && (
                    <UnstyledButton className="sim-set-at" onClick={() => onShow(step.id)}>
                      set at {stepName(step)}
                    </UnstyledButton>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      {known.length > 0 && (
        <>
          <h3 className="sim-subhead">Contact and conversation</h3>
          <dl className="sim-values">
            {known.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{toText(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
};
