import type { SaySlot } from "./examples.ts";

/** How the contact answers a question, as the widget draws it. */
export interface PreviewAnswer {
  readonly kind: "typed" | "date" | "file" | "pressed" | "several";
  /** What stands in the empty field. */
  readonly placeholder: string;
}

/** What every channel's preview is drawn from. */
export interface Previewed {
  readonly text: string;
  readonly quickReplies: readonly { readonly id: string; readonly label: string }[];
  readonly attachments: readonly string[];
  readonly isByAi: boolean;
  readonly answer: PreviewAnswer | null;
  readonly say: SaySlot;
}
