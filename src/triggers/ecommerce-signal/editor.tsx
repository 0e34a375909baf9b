import { type ConfigEditorProps, PanelSection, problemWithin } from "#browser/editing";
import { MultiSelect } from "@mantine/core";
import { IconShoppingCart } from "@tabler/icons-react";
import { z } from "zod";
import type { TriggerEditor } from "../editor-contract.ts";

const draftSchema = z.object({ kinds: z.array(z.string()).catch([]) });

const Panel = ({ config, problems, change }: ConfigEditorProps) => (
  <PanelSection>
    <MultiSelect
      label="Kinds of page"
      data={[
        { value: "product", label: "Product" },
        { value: "cart", label: "Cart" },
        { value: "checkout", label: "Checkout" },
        { value: "order_confirmation", label: "Order confirmation" },
      ]}
      value={draftSchema.parse(config).kinds}
      error={problemWithin(problems, "kinds")}
      onChange={(kinds) => change({ kinds })}
    />
  </PanelSection>
);

/** Edits which kinds of shop page start the workflow. */
export const ecommerceSignalEditor: TriggerEditor = { icon: IconShoppingCart, hue: "green", Panel };
