/** What the widget remembers in this browser, by name. Values are plain data; who reads checks what came back. */
export interface Keep {
  readonly read: (name: string) => unknown;
  /** Null forgets the name. */
  readonly write: (name: string, value: unknown) => void;
  readonly clear: () => void;
  /** Tells whether what was written last under the name outlives the page. */
  readonly lasts: (name: string) => boolean;
}

/**
 * Keeps values in the storage given, under a prefix, and in memory where storage is blocked, full or broken:
 * the widget then works, but forgets when the page is left.
 */
export const createKeep = (prefix: string, openStorage: () => Storage): Keep => {
  const memory = new Map<string, unknown>();
  const storage = attempt(openStorage);
  return {
    read: (name) => {
      if (memory.has(name)) return memory.get(name);
      return attempt((): unknown => JSON.parse(storage?.getItem(prefix + name) ?? "null"));
    },
    write: (name, value) => {
      memory.delete(name);
      const isKept = attempt(() => {
        if (storage === null) return false;
        if (value === null) storage.removeItem(prefix + name);
        else storage.setItem(prefix + name, JSON.stringify(value));
        return true;
      });
      if (isKept !== true) memory.set(name, value);
    },
    lasts: (name) => storage !== null && !memory.has(name),
    clear: () => {
      memory.clear();
      attempt(() => {
        if (storage === null) return;
        for (let index = storage.length - 1; index >= 0; index -= 1) {
          const name = storage.key(index);
          if (name?.startsWith(prefix) === true) storage.removeItem(name);
        }
      });
    },
  };
};

const attempt = <Value>(act: () => Value): Value | null => {
  try {
    return act();
  } catch {
    return null;
  }
};
