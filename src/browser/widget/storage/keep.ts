/** What the widget remembers in this browser, by name. Values are plain data; who reads checks what came back. */
export interface Keep {
  readonly read: (name: string) => unknown;
  /** What lies in storage, whatever is held in memory: another tab may have written it. */
  readonly stored: (name: string) => unknown;
  /** Null forgets the name. */
  readonly write: (name: string, value: unknown) => void;
  /** Forgets everything; nothing is kept from then on. */
  readonly clear: () => void;
  /** Puts into storage what was held in memory, and from then on everything at once. */
  readonly release: () => void;
  /** Tells whether what was written last under the name outlives the page. */
  readonly lasts: (name: string) => boolean;
}

/**
 * Keeps values in the storage given, under a prefix, and in memory where storage is blocked, full or broken:
 * the widget then works, but forgets when the page is left.
 *
 * @param isHeld nothing is stored before `release`; what was stored earlier can be read.
 */
export const createKeep = (prefix: string, openStorage: () => Storage, isHeld = false): Keep => {
  const memory = new Map<string, unknown>();
  let storage = attempt(openStorage);
  let isWaiting = isHeld;
  const keep: Keep = {
    read: (name) => (memory.has(name) ? memory.get(name) : keep.stored(name)),
    stored: (name) => attempt((): unknown => JSON.parse(storage?.getItem(prefix + name) ?? "null")),
    write: (name, value) => {
      memory.delete(name);
      const isKept = attempt(() => {
        if (isWaiting || storage === null) return false;
        if (value === null) storage.removeItem(prefix + name);
        else storage.setItem(prefix + name, JSON.stringify(value));
        return true;
      });
      if (isKept !== true) memory.set(name, value);
    },
    lasts: (name) => storage !== null && !memory.has(name),
    release: () => {
      isWaiting = false;
      // What storage refuses goes back into memory: without the copy this would never end.
      const held = new Map(memory);
      for (const [name, value] of held) keep.write(name, value);
    },
    clear: () => {
      memory.clear();
      attempt(() => {
        if (storage === null) return;
        for (let index = storage.length - 1; index >= 0; index -= 1) {
          const name = storage.key(index);
          if (name?.startsWith(prefix) === true) storage.removeItem(name);
        }
      });
      storage = null;
    },
  };
  return keep;
};

const attempt = <Value>(act: () => Value): Value | null => {
  try {
    return act();
  } catch {
    return null;
  }
};
