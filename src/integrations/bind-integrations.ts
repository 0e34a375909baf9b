import type { CallAnswer, JsonObject, Moment } from "#core/domain";
import {
  type CallContact,
  type CredentialValues,
  type EgressGuard,
  type Integration,
  ProviderError,
  type Reach,
  toCallAnswer,
} from "#integrations/kit";

/** How long a call may take, and who is called for. */
interface Use {
  readonly values: CredentialValues;
  readonly contact: CallContact;
  readonly key: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A pretended system on this machine that can be connected to try things out. */
export interface Demo {
  readonly label: string;
  readonly values: CredentialValues;
}

const FORM_MS = 15_000; // somebody sits before the form

/** Gives integrations the one way out of this machine: what the server talks to them with. They know no database. */
export const bindIntegrations = (
  known: readonly Integration[],
  guard: EgressGuard,
  now: () => Moment,
  demos: ReadonlyMap<string, Demo> = new Map(),
) => known.map((integration) => bind(integration, guard, now, demos.get(integration.name) ?? null));

function bind(integration: Integration, guard: EgressGuard, now: () => Moment, demo: Demo | null) {
  const { name, title, description, credentialFields, actions } = integration;
  const ofForm: Reach = { guard, now, timeoutMs: FORM_MS };
  return {
    name,
    title,
    description,
    credentialFields,
    actions,
    demo,
    /** Brings a filled-in credential into its one spelling, or names the field that is wrong. */
    readCredential: (filledIn: CredentialValues) => integration.readCredential(filledIn, ofForm),
    /** Tells whether a credential leads to a stand-in on this machine, as the demo's does. */
    isStandIn: (values: CredentialValues) =>
      Object.values(values).some((value) => guard.isStandIn(value)),
    /** Asks the provider who is connected; the problem when it does not let us in. */
    async identify(values: CredentialValues) {
      try {
        return { ok: true, label: await integration.identify(values, ofForm) } as const;
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        const { code, message, details } = error;
        return { ok: false, problem: { code, message, details } } as const;
      }
    },
    /** Makes one attempt at an action. */
    async call(action: string, input: JsonObject, use: Use): Promise<CallAnswer> {
      const found = actions.find((each) => each.name === action);
      if (found === undefined)
        return {
          kind: "failed",
          problem: { code: "action_gone", message: `There is no action ${action} any more.` },
        };
      try {
        const output = await found.call(input, { ...use, guard, now, startedAt: now() });
        return { kind: "done", output };
      } catch (error) {
        if (error instanceof ProviderError) return toCallAnswer(error);
        throw error;
      }
    },
  };
}
