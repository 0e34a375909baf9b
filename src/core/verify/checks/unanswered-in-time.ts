import { type Channel, channels, expectedReplySeconds } from "#core/domain";
import type { CheckedGraph } from "../checked-graph.ts";
import type { Found } from "../finding.ts";
import { occurrencesFor } from "../story/occurrences.ts";
import { toStart } from "../story/pretended.ts";

/**
 * Names questions whose time is over before anybody could answer on a channel that the trigger lets in.
 *
 * Codes
 * - `answer_comes_too_late` (warning): answers by this channel take longer than the question waits; wait longer, leave the time to the
 *   channel, or let the trigger take other channels only.
 */
export const unansweredInTime = (checked: CheckedGraph): readonly Found[] => {
  const slowest = channelsOf(checked).toSorted(
    (a, b) => expectedReplySeconds[b] - expectedReplySeconds[a],
  )[0];
  if (slowest === undefined) return [];
  const expected = expectedReplySeconds[slowest];
  return [...checked.bound.steps].flatMap(([stepId, { question }]): readonly Found[] =>
    question === null || question.timeoutSeconds === null || question.timeoutSeconds >= expected
      ? []
      : [
          {
            code: "answer_comes_too_late",
            message: `${names[slowest]} is answered within ${toWords(expected)}; wait at least that long`,
            severity: "warning",
            stepId,
            field: question.timeoutField,
          },
        ],
  );
};

const names: Readonly<Record<Channel, string>> = {
  widget: "chat",
  api: "the API",
  email: "e-mail",
};

const toWords = (seconds: number): string =>
  seconds < 3_600 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3_600)} h`;

/** Channels on which a run surely can be: those whose messages set the trigger off. Where it is started otherwise, nobody can say. */
const channelsOf = ({ bound, graph, world }: CheckedGraph): readonly Channel[] => {
  const { trigger } = bound;
  if (trigger === null) return [];
  const reached = new Set(
    occurrencesFor(graph.trigger, trigger)
      .filter((occurrence) => toStart(trigger, occurrence, world.actions) !== null)
      .flatMap((occurrence) => ("channel" in occurrence ? [occurrence.channel] : [])),
  );
  return channels.filter(
    (channel) => reached.has(channel) && (world.channels?.has(channel) ?? true),
  );
};
