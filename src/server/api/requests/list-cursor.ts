import { invalidRequest } from "#server/commands";
import { type ListCursor, decodeCursor, encodeCursor } from "#server/store";

const wrongCursor = () =>
  invalidRequest([{ path: "query.cursor", message: "is not a cursor this list gave" }]);

/** Reads the cursor of a list ordered by a moment. */
export function readCursor(text: string | undefined): ListCursor | undefined {
  if (text === undefined) return undefined;
  const cursor = decodeCursor(text);
  if (cursor === undefined) throw wrongCursor();
  return cursor;
}

/** Makes a page out of one row more than asked for. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  toCursor: (row: Row) => ListCursor,
): { items: Item[]; next_cursor: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(toItem),
    next_cursor: last === undefined ? null : encodeCursor(toCursor(last)),
  };
}

/** Reads the cursor of a short list: how many rows were given so far. */
export function readOffset(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,6}$/.test(text)) throw wrongCursor();
  return Number(text);
}

/** Makes a page of a short list out of one row more than asked for. */
export function toOffsetPage<Row, Item>(
  rows: readonly Row[],
  page: { readonly offset: number; readonly limit: number },
  toItem: (row: Row) => Item,
): { items: Item[]; next_cursor: string | null } {
  return {
    items: rows.slice(0, page.limit).map(toItem),
    next_cursor: rows.length > page.limit ? String(page.offset + page.limit) : null,
  };
}
