/** The trigger types, in the order in which the builder offers them. */
import type { TriggerCatalogue, TriggerType } from "#core/engine";
import { chatOpened } from "./chat-opened/trigger.ts";
import { conversationOpened } from "./conversation-opened/trigger.ts";
import { manual } from "./manual/trigger.ts";
import { pageView } from "./page-view/trigger.ts";

export const triggerTypes = [
  conversationOpened,
  chatOpened,
  pageView,
  manual,
] as const satisfies readonly TriggerType[];

/** Names of the trigger types; what needs one thing per type is a `Record` of them. */
export type TriggerTypeName = (typeof triggerTypes)[number]["type"];

export const triggerCatalogue: TriggerCatalogue = new Map<string, TriggerType>(
  triggerTypes.map((type) => [type.type, type]),
);
