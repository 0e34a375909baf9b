import { deleteVisitorToken } from "#server/store";
import type { Tools } from "../../tools.ts";
import type { KnownVisitor } from "../visitor.ts";

/** Makes this browser's token worth nothing: on a shared computer the next person finds no way back. */
export const signOut = async (tools: Pick<Tools, "store">, visitor: KnownVisitor): Promise<void> =>
  await deleteVisitorToken(tools.store, visitor);
