import { quietly } from "./guard.ts";
import { fieldsOf } from "./storage/fields-of.ts";

/** A part of the widget in a file of its own, loaded on first need and started once, however often it is asked for. */
export interface LazyPart<Part> {
  /** Brings the file without starting it. */
  readonly preload: () => void;
  /** Null when it could not be loaded; it may be tried again. */
  readonly start: () => Promise<Part | null>;
  readonly started: () => Part | null;
}

/** What the file of a lazy part exports. */
interface PartModule<Port, Part> {
  readonly start: (port: Port) => Part;
}

/** `openPort` gives what the part gets to work with; null when that could not be had either. */
export const createLazyPart = <Port, Part>(
  url: string,
  openPort: () => Promise<Port | null>,
): LazyPart<Part> => {
  let loading: Promise<PartModule<Port, Part> | null> | null = null;
  let part: Part | null = null;
  let failures = 0;

  const load = (): Promise<PartModule<Port, Part> | null> =>
    // A browser remembers that a module failed: only another address is asked for again.
    (loading ??= importPart<Port, Part>(failures === 0 ? url : `${url}?again=${failures}`));

  return {
    preload: () => quietly(load()),
    start: async () => {
      const [module, port] = await Promise.all([load(), openPort()]);
      if (module === null) {
        failures += 1;
        loading = null;
      } else if (port !== null) part ??= module.start(port);
      return part;
    },
    started: () => part,
  };
};

const importPart = async <Port, Part>(url: string): Promise<PartModule<Port, Part> | null> => {
  const module = await importModule(url);
  return isPartModule<Port, Part>(module) ? module : null;
};

/** Null when it could not be had. A module script keeps the nonce of the script that imports it, so a strict policy lets it pass. */
export const importModule = async (url: string): Promise<unknown> => {
  try {
    return await import(/* @vite-ignore */ url);
  } catch {
    return null;
  }
};

const isPartModule = <Port, Part>(module: unknown): module is PartModule<Port, Part> =>
  typeof fieldsOf(module)["start"] === "function";
