/** What the visitor may do, as the view calls it. */
export interface ChatActions {
  readonly open: () => void;
  readonly close: () => void;
  readonly send: (text: string) => void;
  readonly choose: (reply: { readonly id: string; readonly label: string }) => void;
  readonly retry: (messageId: string) => void;
  readonly discard: (messageId: string) => void;
  readonly typed: () => void;
  readonly saw: () => void;
  readonly dismissPreview: () => void;
  readonly loadEarlier: () => Promise<void>;
  readonly tryAgain: () => void;
  readonly draft: { readonly read: () => string; readonly write: (text: string) => void };
}
