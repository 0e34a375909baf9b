import { z } from "zod";

/** Where a page of a list ended: the moment it is ordered by and, between equals, the id. */
export interface ListCursor {
  readonly at: string;
  readonly id: string;
}

const cursorSchema = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

export function encodeCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify([cursor.at, cursor.id])).toString("base64url");
}

/** Reads a cursor that `encodeCursor` wrote; `undefined` for anything else. */
export function decodeCursor(text: string): ListCursor | undefined {
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { at, id };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
