import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const MOST_REMEMBERED = 200;

/** Which pieces each trigger type needs, as the build wrote it down. */
const indexSchema = z.record(z.string(), z.array(z.string().regex(/^[a-z_-]+$/)));

/** Puts together a widget.js that senses what one workspace has armed and nothing else. */
export interface WidgetAssembler {
  /** Undefined when nothing is built. Types that the build does not know are left out. */
  assemble(triggerTypes: Iterable<string>): Promise<Buffer | undefined>;
}

/** @param folder where the build has left `index.json`, `core.js` and the pieces. */
export function createWidgetAssembler(folder: string): WidgetAssembler {
  const read = (name: string) => readFile(path.join(folder, name), "utf8");
  let index: z.infer<typeof indexSchema> | undefined;
  const assembled = new Map<string, Buffer>();

  async function assemble(names: readonly string[]): Promise<Buffer> {
    const [core, ...pieces] = await Promise.all(
      ["core", ...names].map(async (name) => await read(`${name}.js`)),
    );
    return Buffer.from(
      `(()=>{const __detectors=[],__sources={};\n${pieces.join("\n")}\n${core}\n})();`,
    );
  }

  return {
    async assemble(triggerTypes) {
      index ??= indexSchema
        .optional()
        .parse(await read("index.json").then(JSON.parse, () => undefined));
      if (index === undefined) return undefined;
      const known = index;
      const names = [...new Set([...triggerTypes].flatMap((type) => known[type] ?? []))].sort();
      const key = names.join();
      const before = assembled.get(key);
      if (before !== undefined) return before;
      const content = await assemble(names);
      assembled.set(key, content);
      const [oldest] = assembled.keys();
      if (assembled.size > MOST_REMEMBERED && oldest !== undefined) assembled.delete(oldest);
      return content;
    },
  };
}
