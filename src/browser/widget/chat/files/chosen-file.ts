import type { WidgetConfigBody } from "#contract";
import { fieldsOf } from "../../storage/fields-of.ts";

/** A file of a message as the outbox keeps it: the server has it under this id. */
export interface OutgoingFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A file that the visitor has chosen and not sent yet. */
export interface ChosenFile extends OutgoingFile {
  /**
   * - `uploading`: on its way or waiting for its turn;
   * - `waiting`: at least one try has failed, others follow by themselves;
   * - `ready`: the server has it;
   * - `refused`: it cannot be sent, as `problem` says.
   */
  readonly state: "uploading" | "waiting" | "ready" | "refused";
  /** 0 to 1. */
  readonly progress: number;
  readonly problem: "too_large" | "too_many" | "not_taken" | null;
}

/** What the workspace takes from its visitors. */
export type FileRules = WidgetConfigBody["attachments"];

/** Files kept by an earlier page; only those that were uploaded are. */
export const readOutgoingFiles = (value: unknown): OutgoingFile[] =>
  Array.isArray(value) ? value.filter(isOutgoingFile) : [];

const isOutgoingFile = (value: unknown): value is OutgoingFile => {
  const { id, name, bytes } = fieldsOf(value);
  return typeof id === "string" && typeof name === "string" && typeof bytes === "number";
};
