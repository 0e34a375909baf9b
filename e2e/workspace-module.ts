import path from "node:path";
import type { Route } from "@playwright/test";
import type { WidgetConfigBody } from "../src/contract/widget.ts";
import { createWidgetAssembler } from "../src/server/api/files/assemble-widget.ts";

const assembler = createWidgetAssembler(path.join("build", "widget", "pieces"));

/** Answers the widget's request for its workspace with the module a real server puts together. */
export const fulfillWorkspace = async (
  route: Route,
  config: Omit<WidgetConfigBody, "armed"> & {
    readonly armed: readonly { readonly trigger_type: string }[];
  },
): Promise<void> =>
  route.fulfill({ contentType: "text/javascript", body: await assembler.assemble(config) });
