interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

/** Reads a short list to its end, page by page. */
export const listAll = async <Item>(
  readPage: (cursor: string | undefined) => Promise<Page<Item>>,
) => {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await readPage(cursor);
    items.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
};
