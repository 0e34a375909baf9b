import type { StepCatalogue } from "#core/engine";
import type { IdSource } from "../document/fresh-ids.ts";
import { pasteClipping, whyNotPasted } from "./clipboard/paste-clipping.ts";
import { cascade } from "./clipboard/paste-place.ts";
import { toClipping } from "./clipboard/to-clipping.ts";
import type { Command } from "./command.ts";

/** Copies the selected steps and notes with the lines between them, beside the originals and under fresh ids. */
export const duplicateSteps = (ids: IdSource, catalogue: StepCatalogue): Command => ({
  label: "Duplicate",
  shortcut: "mod+D",
  isEnabled: ({ graph }, selection) => {
    const clipping = toClipping(graph, selection);
    return clipping !== null && clipping.trigger === null && whyNotPasted(graph, clipping) === null;
  },
  perform: (document, selection) => {
    const clipping = toClipping(document.graph, selection);
    if (clipping === null || clipping.trigger !== null) return document;
    const beside = { kind: "beside", offset: { x: cascade, y: cascade } } as const;
    return pasteClipping(clipping, beside, { ids, catalogue, label: "Duplicate" }).perform(
      document,
      selection,
    );
  },
});
