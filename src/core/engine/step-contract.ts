import type {
  Json,
  JsonObject,
  LocalizedText,
  Occurrence,
  Problem,
  RunOutcome,
  StepEvent,
  StepId,
  Variables,
  Wait,
  WaitKind,
  WorkflowId,
} from "#core/domain";
import type { ActionCatalogue, ActionType } from "./action-contract.ts";
import type { Bindings } from "./actions/binding.ts";
import type { AnswerConfig } from "./answers/answer-config.ts";
import type { ConfigProblem, Read, Reference, VariablePlace } from "./config-facts.ts";
import type { ActionContext, StepEffect } from "./step-context.ts";

/** All a step may know. */
export interface StepContext extends ActionContext {
  /** What integrations can do, by name with version. */
  readonly action: (name: string) => ActionType | undefined;
}

interface Carried {
  readonly effects?: readonly StepEffect[];
  /** What was seen when deciding, for the visit. */
  readonly evidence?: readonly JsonObject[];
}

/** The only ways a step can answer. Make them with `leave`, `waitFor`, `end`, `fail`. */
export type StepResult =
  | ({ readonly kind: "leave"; readonly path: string } & Carried)
  | ({ readonly kind: "wait"; readonly wait: Wait; readonly state: Json } & Carried)
  | ({ readonly kind: "end"; readonly outcome: RunOutcome } & Carried)
  /** Starts another workflow in the same conversation; with "return" this step waits for its end. */
  | ({
      readonly kind: "call";
      readonly workflowId: WorkflowId;
      /** Null: from its start. */
      readonly startStepId: StepId | null;
      readonly mode: "return" | "hand_over";
      readonly variables: Variables;
    } & Carried)
  | ({ readonly kind: "fail"; readonly problem: Problem } & Carried);

export const leave = (path: string, carried: Carried = {}): StepResult => ({
  kind: "leave",
  path,
  ...carried,
});
export const end = (outcome: RunOutcome, carried: Carried = {}): StepResult => ({
  kind: "end",
  outcome,
  ...carried,
});
export const fail = (problem: Problem, carried: Carried = {}): StepResult => ({
  kind: "fail",
  problem,
  ...carried,
});
/** Starts another workflow; `variables` go in. */
export const callWorkflow = (
  called: {
    workflowId: WorkflowId;
    startStepId: StepId | null;
    mode: "return" | "hand_over";
    variables: Variables;
  },
  carried: Carried = {},
): StepResult => ({ kind: "call", ...called, ...carried });
/** Parks the run. `timers` are absolute moments; `state` comes back in `resume`. */
export const waitFor = (
  what: {
    for: WaitKind;
    takesReply?: boolean;
    timers?: Wait["timers"];
    keepAfterClose?: boolean;
    /** An answer leaves a closed conversation closed. */
    keepsClosed?: boolean;
  },
  state: Json,
  carried: Carried = {},
): StepResult => ({
  kind: "wait",
  wait: {
    for: what.for,
    takesReply: what.takesReply ?? false,
    timers: what.timers ?? [],
    keepAfterClose: what.keepAfterClose ?? false,
    ...(what.keepsClosed === true ? { keepsClosed: true } : {}),
  },
  state,
  ...carried,
});

/** What a step asks the contact, and where its config says so. */
export interface Question {
  readonly answer: AnswerConfig;
  readonly answerField: ConfigProblem["path"];
  /** Null when the channel's usual time counts, or none. */
  readonly timeoutSeconds: number | null;
  readonly timeoutField: ConfigProblem["path"];
}

/** The action that a step runs with what goes into it, and where its config says so. */
export interface ActionUse {
  readonly name: string;
  readonly input: Bindings;
  readonly inputField: ConfigProblem["path"];
}

/** A text for contacts and its place in a config. */
export interface SpokenText {
  readonly text: LocalizedText;
  readonly path: ConfigProblem["path"];
}

/** What one config means to the canvas, the verifier and publish; computed from the config alone. */
export interface BoundStep {
  readonly type: string;
  /** Ids of the ways out, in the order they are drawn. Never changed once published. */
  readonly outputPaths: readonly OutputPath[];
  readonly summary: string;
  readonly speaks: boolean;
  readonly parks: "never" | "maybe" | "always";
  /** Paths a run takes only so many times from this step: a loop through one of them ends by itself. */
  readonly boundedPaths: readonly string[];
  /** Where "skip this step" leaves. */
  readonly skipPath: string;
  /** Where a failure goes when such a path is wired; null ends the run as failed. */
  readonly failurePath: string | null;
  readonly reads: readonly Read[];
  /** Variables and contact fields that have a value once the step has left by its first path. */
  readonly writes: readonly string[];
  readonly references: readonly Reference[];
  /** Null for a step that asks nothing. */
  readonly question: Question | null;
  /** Null for a step that runs no action. */
  readonly actionUse: ActionUse | null;
  readonly texts: readonly SpokenText[];
  /** What else may happen when a run passes here, besides the contact fields it writes: workflows may be triggered by it. */
  readonly causes: readonly Occurrence[];
  readonly enter: (context: StepContext) => StepResult;
  readonly resume: (context: StepContext, event: StepEvent, state: Json) => StepResult;
}

export interface OutputPath {
  readonly id: string;
  readonly title: string;
  /** A required path with no edge is a finding; an optional one ends the run there. */
  readonly isRequired: boolean;
}

export type BindResult =
  | { readonly ok: true; readonly step: BoundStep }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** A step type as the engine and the builder see it: no config type, no cast. */
export interface StepType<Name extends string = string> {
  readonly type: Name;
  readonly title: string;
  /** One sentence for the palette. */
  readonly description: string;
  /** The config a freshly dropped card gets; may be incomplete. */
  readonly initialConfig: JsonObject;
  /** One valid config, shown in the reference and parsed by it. */
  readonly example: JsonObject;
  /** Where its configs name variables; none when left out. */
  readonly variablePlaces?: readonly VariablePlace[];
  /** Parses an unknown config once and hides its type; `actions` tell what a config that names one means. Total: never throws. */
  readonly bind: (config: unknown, actions?: ActionCatalogue) => BindResult;
  /** Output paths and summary of a draft's config that may be invalid, so that the canvas never loses an edge. */
  readonly sketch: (config: unknown) => {
    readonly outputPaths: readonly OutputPath[];
    readonly summary: string;
  };
}

/** Step types by name, given to the engine as an argument: the engine never imports a step. */
export type StepCatalogue = ReadonlyMap<string, StepType>;
