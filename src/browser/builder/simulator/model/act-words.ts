import type { SimulationAct } from "#core/domain";
import type { Names } from "#steps/editors";

const spans = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
] as const;

/** Says a length of time in its largest whole unit: "2 hours". */
function spanWords(seconds: number): string {
  const [size, unit] = spans.find(([each]) => seconds % each === 0 && seconds >= each) ?? spans[3];
  const count = seconds / size;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const outcomes = { done: "done", failed: "failed", unknown: "outcome unknown" } as const;

/** Says what an act is. */
export function actWords(act: SimulationAct, names: Pick<Names, "member">): string {
  const member = (id: string | null) =>
    id === null ? "nobody" : (names.member(id) ?? "A member who is gone");
  switch (act.act) {
    case "write":
      return `Customer: ${act.text}`;
    case "press":
      return `Customer presses ${act.label}`;
    case "send_files":
      return `Customer sends ${act.files.map(({ name }) => name).join(", ")}`;
    case "ask_for_person":
      return "Customer asks for a person";
    case "visit":
      return `${act.is_new_visit ? "Comes back on" : "Goes to"} ${act.url}`;
    case "detect":
      return `The page reports ${act.trigger_type.replaceAll("_", " ")}`;
    case "track":
      return `Event ${act.name} is tracked`;
    case "change_contact":
      return `Contact changes: ${Object.keys(act.fields).join(", ").replaceAll("_", " ")}`;
    case "dismiss":
      return "Customer dismisses the greeting";
    case "start":
      return act.by === "member" ? "Started by hand" : "Started by the page";
    case "receive_webhook":
      return "The webhook is called";
    case "fire_schedule":
      return "The scheduled time comes";
    case "pass_time":
      return `${spanWords(act.seconds)} later`;
    case "set_clock":
      return `It becomes ${act.to.replace("T", ", ")}`;
    case "pass_to_next_timer":
      return "On to the next timer";
    case "set_presence":
      return `${member(act.member_id)} goes ${act.presence}`;
    case "reply":
      return `${member(act.member_id)} replies: ${act.text}`;
    case "close":
      return `${member(act.member_id)} closes the conversation`;
    case "assign":
      return `Assigned by hand to ${member(act.member_id)}`;
    case "control_run":
      return `The run is told to ${act.control}`;
    case "finish_call":
      return `${act.of === "model" ? "AI answer" : act.of}: ${outcomes[act.outcome.kind]}`;
    case "finish_ai_agent":
      return `AI agent: ${act.outcome.replaceAll("_", " ")}`;
    case "set_delivery":
      return act.fails ? "Messages no longer arrive" : "Messages arrive again";
    case "report_delivery":
      return `The channel reports: ${act.delivery}`;
  }
}
