/** How infinite lists turn pages: "" stands for the first one, since the API has no cursor for it. */
export const paging = {
  initialPageParam: "",
  getNextPageParam: (last: { readonly next_cursor: string | null }) => last.next_cursor,
};

/** The part of a query that asks for a page. */
export const at = (cursor: string | undefined) =>
  cursor === undefined || cursor === "" ? {} : { cursor };
