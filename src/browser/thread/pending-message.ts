/** A message on its way to the server; shown at the end of the thread. */
export interface PendingMessage {
  readonly id: string;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly isNote: boolean;
  /** waiting: tried again by itself; refused: a person must act; stored: accepted and about to appear. */
  readonly state: "sending" | "waiting" | "refused" | "stored";
  readonly problem: string | null;
}
