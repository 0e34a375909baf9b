import { type Channel, channels, type JsonObject } from "#core/domain";
import { triggerCatalogue } from "#triggers";
import { z } from "zod";

const chosenSchema = z.object({ channels: z.array(z.enum(channels)).min(1) });

/** Channels that runs of a workflow may be on, by its trigger: what is sensed in the page speaks in the page. */
export const channelsOf = (type: string, config: JsonObject): readonly Channel[] => {
  if (triggerCatalogue.get(type)?.isSensed === true) return ["widget"];
  const chosen = chosenSchema.safeParse(config);
  return chosen.success ? chosen.data.channels : channels;
};
