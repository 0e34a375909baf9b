const policies: Readonly<Record<string, string>> = {
  direct: "the workflow names this member.",
  round_robin: "members take turns.",
  least_open: "who has the fewest open conversations.",
};

/** Says how an assignee was chosen. */
export const policyWords = (policy: string) =>
  Object.hasOwn(policies, policy) ? (policies[policy] ?? policy) : policy;

const open = (count: number) => (count === 1 ? "1 open" : `${count} open`);

/** Says why a candidate was passed over, or that it is the chosen one (null). */
export const passedOverWords = (reason: string | null, openCount: number) => {
  switch (reason) {
    case null:
      return `chosen, ${open(openCount)}`;
    case "offline":
      return "not online";
    case "at_limit":
      return `at their limit, ${open(openCount)}`;
    case "not_their_turn":
      return `not their turn, ${open(openCount)}`;
    case "more_open":
      return `has more, ${open(openCount)}`;
    default:
      return reason;
  }
};
