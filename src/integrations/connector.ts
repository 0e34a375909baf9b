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

/** What talking to an integration may take. */
interface Patience {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const PATIENCE: Patience = { timeoutMs: 15_000 }; // somebody sits before the form

/** Makes what the server talks to integrations with: it knows them all, and no database. */
export function createConnector(
  known: readonly Integration[],
  guard: EgressGuard,
  now: () => Moment,
) {
  const reach = ({ timeoutMs, signal }: Patience): Reach => ({
    guard,
    timeoutMs,
    now,
    ...(signal === undefined ? {} : { signal }),
  });
  return {
    list: known,
    /** Brings a filled-in credential into its one spelling, or names the field that is wrong. */
    readCredential: (integration: Integration, filledIn: CredentialValues) =>
      integration.readCredential(filledIn, reach(PATIENCE)),
    /** Tells whether a credential leads to a stand-in on this machine, as the demo's does. */
    isStandIn: (values: CredentialValues) =>
      Object.values(values).some((value) => guard.isStandIn(value)),
    /** Asks the provider who is connected; the problem when it does not let us in. */
    async identify(integration: Integration, values: CredentialValues) {
      try {
        return { ok: true, label: await integration.identify(values, reach(PATIENCE)) } as const;
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        const { code, message, details } = error;
        return { ok: false, problem: { code, message, details } } as const;
      }
    },
    /** Makes one attempt at an action. */
    async call(
      integration: Integration,
      action: string,
      input: JsonObject,
      use: Patience & { values: CredentialValues; contact: CallContact; key: string },
    ): Promise<CallAnswer> {
      const found = integration.actions.find(({ name }) => name === action);
      if (found === undefined)
        return {
          kind: "failed",
          problem: { code: "action_gone", message: `There is no action ${action} any more.` },
        };
      const { values, contact, key, ...patience } = use;
      try {
        const output = await found.call(input, {
          ...reach(patience),
          values,
          contact,
          key,
          startedAt: now(),
        });
        return { kind: "done", output };
      } catch (error) {
        if (error instanceof ProviderError) return toCallAnswer(error);
        throw error;
      }
    },
  };
}
