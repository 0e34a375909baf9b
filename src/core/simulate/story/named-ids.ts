/** Gives every name one id and finds the name of an id again; ids count up, so that id order is the order in which names were met. */
export class NamedIds {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();

  of(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = `00000000-0000-7000-8000-${(this.#ids.size + 1).toString(16).padStart(12, "0")}`;
    this.#ids.set(name, id);
    this.#names.set(id, name);
    return id;
  }

  /** Calls an id that something else made by a name. */
  name(id: string, name: string): void {
    this.#names.set(id, name);
  }

  /** How many ids have this name or a numbered form of it. */
  countNamed(name: string): number {
    return [...this.#names.values()].filter((each) => each === name || each.startsWith(`${name} (`))
      .length;
  }

  nameOf(id: string): string | undefined {
    return this.#names.get(id);
  }
}
