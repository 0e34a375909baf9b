import type { Chat, ChatModule, ChatPort } from "./chat-port.ts";

/** Loads chat.js once, however often it is asked for; a failed load may be tried again. */
export interface ChatLoader {
  readonly preload: () => void;
  /** Null when it could not be loaded. */
  readonly start: () => Promise<Chat | null>;
  readonly started: () => Chat | null;
}

export const createChatLoader = (chatUrl: string, port: () => ChatPort): ChatLoader => {
  let loading: Promise<ChatModule | null> | null = null;
  let chat: Chat | null = null;
  let failures = 0;

  const load = (): Promise<ChatModule | null> => {
    loading ??= importChat(failures === 0 ? chatUrl : `${chatUrl}?again=${failures}`).then(
      (module) => {
        if (module === null) {
          failures += 1;
          loading = null;
        }
        return module;
      },
    );
    return loading;
  };

  return {
    preload: () => void load(),
    start: async () => {
      const module = await load();
      if (module !== null) chat ??= module.startChat(port());
      return chat;
    },
    started: () => chat,
  };
};

/** A module script keeps the nonce of the script that imports it, so a strict policy lets it pass. */
const importChat = async (url: string): Promise<ChatModule | null> => {
  try {
    const module: unknown = await import(/* @vite-ignore */ url);
    return isChatModule(module) ? module : null;
  } catch {
    return null;
  }
};

const isChatModule = (module: unknown): module is ChatModule =>
  typeof module === "object" &&
  module !== null &&
  "startChat" in module &&
  typeof module.startChat === "function";
