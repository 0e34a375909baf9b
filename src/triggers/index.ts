/** The trigger types, in the order in which the builder offers them. */
import type { TriggerCatalogue, TriggerType } from "#core/engine";
import { chatOpened } from "./chat-opened/trigger.ts";
import { conversationOpened } from "./conversation-opened/trigger.ts";
import { manual } from "./manual/trigger.ts";
import { pageView } from "./page-view/trigger.ts";

export const triggerTypes: readonly TriggerType[] = [conversationOpened, chatOpened, pageView, manual];

export const triggerCatalogue: TriggerCatalogue = new Map(triggerTypes.map((type) => [type.type, type]));
