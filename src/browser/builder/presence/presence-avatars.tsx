import { Avatar } from "#browser/ui";
import type { Graph } from "#core/domain";
import { Tooltip } from "@mantine/core";
import { stepName } from "../step-name.ts";
import type { Person } from "./person.ts";
import "./presence.css";

const mostShown = 4;

/** Who else has this draft open, and at which card they are. */
export const PresenceAvatars = ({ people, graph }: { people: readonly Person[]; graph: Graph }) => {
  if (people.length === 0) return null;
  const hidden = people.slice(mostShown);
  return (
    <ul className="builder-people" aria-label="Also here">
      {people.slice(0, mostShown).map((person) => (
        <li key={person.tabId}>
          <Tooltip label={whereabouts(person, graph)}>
            <span role="img" aria-label={whereabouts(person, graph)} tabIndex={0}>
              <Avatar name={person.name} size={26} />
            </span>
          </Tooltip>
        </li>
      ))}
      {hidden.length > 0 && (
        <li className="builder-people-more" title={hidden.map(({ name }) => name).join(", ")}>
          +{hidden.length}
        </li>
      )}
    </ul>
  );
};

/** "Mia at “Wait”"; a second tab of the own is called so. */
function whereabouts({ name, isMe, selected }: Person, graph: Graph): string {
  const who = isMe ? `${name}, another tab of yours` : name;
  const [only, ...others] = selected;
  if (only === undefined) return `${who} has this draft open`;
  if (others.length > 0) return `${who} at ${selected.length} cards`;
  const step = graph.steps.find(({ id }) => id === only);
  if (only === "trigger") return `${who} at the trigger`;
  return step === undefined ? `${who} has this draft open` : `${who} at “${stepName(step)}”`;
}
