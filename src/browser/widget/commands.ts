import { guarded } from "./guard.ts";

/** What the page may call as `switchboard("verb", …)`. Each answers a promise. */
export type Commands = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

type Call = readonly [values: Iterable<unknown>, resolve: (outcome: unknown) => void];

/**
 * Puts the commands behind the page's global function `switchboard` and runs, in order, what the snippet's stub has queued. Every other
 * verb goes to `callOther`. A wrong call gives a rejected promise, which stays quiet unless the page looks at it.
 */
export const publishCommands = (
  page: Window,
  commands: Commands,
  callOther: (verb: string, values: readonly unknown[]) => unknown,
): void => {
  const perform = async (verb: unknown, values: readonly unknown[]): Promise<unknown> => {
    const name = String(verb);
    return Object.hasOwn(commands, name) ? commands[name]?.(...values) : callOther(name, values);
  };
  const call = (verb: unknown, ...values: unknown[]): Promise<unknown> => {
    const outcome = perform(verb, values);
    outcome.catch(() => {});
    return outcome;
  };
  const stub: unknown = Reflect.get(page, "switchboard");
  const queued: unknown = typeof stub === "function" ? Reflect.get(stub, "q") : null;
  Reflect.set(page, "switchboard", Object.assign(call, { isLive: true }));
  const run = guarded(([values, resolve]: Call) => {
    const [verb, ...rest] = values;
    resolve(call(verb, ...rest));
  });
  if (Array.isArray(queued)) for (const entry of queued) run(entry);
};

/** True when a widget has already taken the global function: a second script tag then does nothing. */
export const isTaken = (page: Window): boolean => {
  const given: unknown = Reflect.get(page, "switchboard");
  return typeof given === "function" && Reflect.get(given, "isLive") === true;
};
