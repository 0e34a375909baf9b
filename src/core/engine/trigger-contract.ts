import type {
  ConditionGroup,
  Contact,
  Conversation,
  JsonObject,
  Occurrence,
  OccurrenceType,
  VisitorSession,
} from "#core/domain";
import type { ConfigProblem } from "./config-facts.ts";

/** What a trigger may look at besides the occurrence. */
export interface TriggerContext {
  readonly contact: Contact;
  /** The conversation the occurrence belongs to, after the event itself was applied. */
  readonly conversation: Conversation | null;
  readonly visitorSession: VisitorSession | null;
}

/** `other_type` leaves no record; `filtered` is recorded under its reason "condition"; `yes` carries the run's inputs. */
export type TriggerMatch =
  | { readonly match: "yes"; readonly inputs: JsonObject }
  | { readonly match: "filtered"; readonly evidence: JsonObject }
  | { readonly match: "other_type" };

/** What somebody must do so that a trigger can fire which no event brings by itself. */
export type TriggerNeed =
  /** Tell when so much time has passed since the other side's last public message; by the clock, or by an open schedule. */
  | {
      readonly kind: "silence";
      readonly side: "customer" | "teammate";
      readonly seconds: number;
      readonly scheduleId: string | null;
    }
  /** Tell every contact of the audience when the moment has come; null is the workspace's timezone. */
  | {
      readonly kind: "schedule";
      readonly cron: string;
      readonly timezone: string | null;
      readonly audience: ConditionGroup;
    }
  /** Find the contact by what stands at a place of the payload. */
  | {
      readonly kind: "webhook";
      readonly contactBy: "email" | "external_id";
      readonly contactPath: string;
    };

export interface BoundTrigger {
  readonly type: string;
  /** The only occurrences it can match. */
  readonly on: OccurrenceType;
  readonly summary: string;
  /** What the widget's sensor must watch for; null when nothing is sensed in the browser. */
  readonly armed: JsonObject | null;
  /** What else must be watched for it; null when events bring all it wants to know. */
  readonly need: TriggerNeed | null;
  /** Names under `trigger.` that templates of this workflow may read. */
  readonly inputs: readonly string[];
  readonly matches: (occurrence: Occurrence, context: TriggerContext) => TriggerMatch;
}

export type BindTriggerResult =
  | { readonly ok: true; readonly trigger: BoundTrigger }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

export interface TriggerType<Name extends string = string> {
  readonly type: Name;
  readonly title: string;
  readonly description: string;
  readonly on: OccurrenceType;
  /** Sensed in the browser. */
  readonly isSensed: boolean;
  /** Every widget trigger except chat opened: draws on the attention budget. */
  readonly isProactive: boolean;
  readonly initialConfig: JsonObject;
  readonly example: JsonObject;
  /** Names under `trigger.` that any config of this type offers; a bound trigger may offer more. */
  readonly inputs: readonly string[];
  /** Total: never throws. */
  readonly bind: (config: unknown) => BindTriggerResult;
}

export type TriggerCatalogue = ReadonlyMap<string, TriggerType>;
