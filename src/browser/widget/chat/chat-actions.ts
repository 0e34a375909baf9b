import type { FileRules } from "./files/chosen-file.ts";
import type { Shown } from "./state/chat-state.ts";

/** What the visitor may do, as the view calls it. */
export interface ChatActions {
  readonly open: () => void;
  readonly close: () => void;
  /** Shows the list, a conversation or a new one. */
  readonly show: (shown: Shown) => void;
  readonly askForPerson: (text: string) => void;
  /** `wrong`: the server takes it for no address. */
  readonly giveEmail: (email: string) => Promise<"kept" | "wrong" | "not kept">;
  readonly declineEmail: () => void;
  /** With the files that lie in the tray. */
  readonly send: (text: string) => void;
  readonly choose: (reply: { readonly id: string; readonly label: string }) => void;
  readonly retry: (messageId: string) => void;
  readonly discard: (messageId: string) => void;
  readonly typed: () => void;
  readonly saw: () => void;
  readonly dismissPreview: () => void;
  readonly loadEarlier: () => Promise<void>;
  readonly tryAgain: () => void;
  readonly files: {
    readonly rules: FileRules;
    readonly add: (files: readonly File[], most: number) => void;
    readonly remove: (id: string) => void;
    /** Where a file of a message is fetched; null for what must not become a link. */
    readonly addressOf: (url: string) => string | null;
  };
  readonly draft: { readonly read: () => string; readonly write: (text: string) => void };
}
