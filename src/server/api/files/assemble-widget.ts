import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const MOST_REMEMBERED = 200;

/** Which pieces each trigger type needs, as the build wrote it down. */
const indexSchema = z.record(z.string(), z.array(z.string().regex(/^[a-z_-]+$/)));

/** Puts together the module that tells the widget what one workspace has set and senses what it has armed, and nothing else. */
export interface WidgetAssembler {
  /** Types that the build does not know are left out: they stay silent. */
  assemble(config: {
    readonly armed: readonly { readonly trigger_type: string }[];
  }): Promise<string>;
}

/** @param folder where the build has left `index.json` and the pieces. */
export function createWidgetAssembler(folder: string): WidgetAssembler {
  const read = (name: string) => readFile(path.join(folder, name), "utf8");
  let index: z.infer<typeof indexSchema> | undefined;
  const assembled = new Map<string, string>();

  async function join(names: readonly string[]): Promise<string> {
    const key = names.join();
    const before = assembled.get(key);
    if (before !== undefined) return before;
    const pieces = await Promise.all(names.map(async (name) => await read(`${name}.js`)));
    const content = `const __detectors=[],__sources={};\n${pieces.join("\n")}\nexport{__detectors as detectors,__sources as sources};`;
    assembled.set(key, content);
    const [oldest] = assembled.keys();
    if (assembled.size > MOST_REMEMBERED && oldest !== undefined) assembled.delete(oldest);
    return content;
  }

  return {
    async assemble(config) {
      index ??= indexSchema.parse(JSON.parse(await read("index.json")));
      const known = index;
      const types = config.armed.map(({ trigger_type }) => trigger_type);
      const names = [...new Set(types.flatMap((type) => known[type] ?? []))].sort();
      return `${await join(names)}\nexport const config=${JSON.stringify(config)};`;
    },
  };
}
