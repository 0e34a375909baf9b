import type { GraphTrigger, JsonObject, SimulationAct } from "#core/domain";
import type { TriggerTypeName } from "#triggers";
import { triggerCatalogue } from "#triggers";

/** How a workflow can be made to start in a simulation. */
export interface Beginning {
  /** What to do, in a few words: "Idle for 60 s". Null when the contact begins by writing. */
  readonly label: string | null;
  /** The page that it happens on. */
  readonly url: string;
  /** Null when writing a message starts it. */
  readonly act: SimulationAct | null;
  /** What to say where nothing is pressed. */
  readonly hint: string;
}

const shop = "https://shop.example";

/** A page that a pattern fits: the first of its alternatives, with something in place of each wildcard. */
const urlFor = ({ config }: GraphTrigger): string => {
  const given = config["url_pattern"] ?? config["url_contains"];
  const part = typeof given === "string" ? (given.split(/[|\n,]/)[0]?.trim() ?? "") : "";
  const path = part.replaceAll(/\*+/g, "page").replace(/^https?:\/\/[^/]*/, "");
  return `${shop}${path.startsWith("/") ? path : `/${path}`}`;
};

const numberOf = ({ config }: GraphTrigger, name: string, fallback: number): number =>
  typeof config[name] === "number" ? config[name] : fallback;

/** What the page reports so that the trigger's own threshold is just reached. */
const evidenceFor: Partial<Record<TriggerTypeName, (trigger: GraphTrigger) => JsonObject>> = {
  idle_detected: (trigger) => ({ idle_seconds: numberOf(trigger, "seconds", 60) }),
  scroll: (trigger) => ({ reached: numberOf(trigger, "depth", 50) }),
  engagement_score: (trigger) => ({ score: numberOf(trigger, "threshold", 75) }),
  pages_browsed: (trigger) => ({ page_count: numberOf(trigger, "pages", 3) }),
  page_view: (trigger) => ({ visible_seconds: numberOf(trigger, "visible_seconds", 0) }),
  return_visit: () => ({ visit_number: 2 }),
  ecommerce_signal: ({ config }) => {
    const { kinds } = config;
    return { kind: Array.isArray(kinds) && typeof kinds[0] === "string" ? kinds[0] : "product" };
  },
};

const isKnown = (type: string): type is TriggerTypeName => triggerCatalogue.has(type);

/** Finds what makes a workflow with this trigger start. */
export function startOf(trigger: GraphTrigger): Beginning {
  const type = triggerCatalogue.get(trigger.type);
  const url = urlFor(trigger);
  const title = type?.title ?? trigger.type;
  const pressed = (act: SimulationAct, label: string): Beginning => ({
    label,
    url,
    act,
    hint: "Or do something else first: write, or move the clock.",
  });
  if (type?.on === "detection") {
    const evidence = isKnown(trigger.type) ? evidenceFor[trigger.type]?.(trigger) : undefined;
    return pressed(
      { act: "detect", trigger_type: trigger.type, url, evidence: evidence ?? {} },
      title,
    );
  }
  switch (type?.on) {
    case "request":
      return pressed({ act: "start", inputs: {}, by: "member" }, "Start it by hand");
    case "schedule":
      return pressed({ act: "fire_schedule" }, "Its time comes");
    case "webhook":
      return pressed({ act: "receive_webhook", payload: {} }, "The webhook is called");
    case "custom_event": {
      const { name } = trigger.config;
      return pressed(
        {
          act: "track",
          name: typeof name === "string" && name !== "" ? name : "event",
          properties: {},
        },
        "The event is tracked",
      );
    }
    case "conversation_opened":
    case "message_received":
      return {
        label: null,
        url,
        act: null,
        hint: "It starts when the customer writes. Write the first message below.",
      };
    default:
      return {
        label: null,
        url,
        act: null,
        hint: `It starts by “${title}”. Do what leads there: write below, answer as the team, or move the clock.`,
      };
  }
}
