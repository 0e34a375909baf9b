/** Rows of one kind by their key, remembering which were put. */
export class Rows<Key, Row> {
  readonly #rows: Map<Key, Row>;
  readonly #changed = new Set<Key>();
  readonly #keyOf: (row: Row) => Key;

  constructor(rows: readonly Row[], keyOf: (row: Row) => Key) {
    this.#keyOf = keyOf;
    this.#rows = new Map(rows.map((row) => [keyOf(row), row]));
  }

  find(key: Key): Row | undefined {
    return this.#rows.get(key);
  }

  /** @throws when there is no such row: the lane was loaded without something that it names. */
  get(key: Key): Row {
    const row = this.#rows.get(key);
    if (row === undefined) throw new Error(`the lane has no row ${String(key)}`);
    return row;
  }

  put(row: Row): Row {
    const key = this.#keyOf(row);
    this.#rows.set(key, row);
    this.#changed.add(key);
    return row;
  }

  values(): Iterable<Row> {
    return this.#rows.values();
  }

  changed(): readonly Row[] {
    return [...this.#changed].map((key) => this.get(key));
  }
}
