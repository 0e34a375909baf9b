/** Entry of preview.js: the real widget on a pretended page, answered from here, for the settings of its look. Only our own page may speak to it. */
import type { WidgetConfigBody } from "#contract";
import { answerPreview } from "./answer-preview.ts";
import { drawPage } from "./draw-page.ts";
import { PreviewSocket } from "./preview-socket.ts";

interface Wish {
  readonly config: WidgetConfigBody;
  readonly isOpen: boolean;
}

const call = (...values: readonly unknown[]): unknown => {
  const command: unknown = Reflect.get(window, "switchboard");
  return typeof command === "function" ? command(...values) : null;
};

let config: WidgetConfigBody | null = null;
let shown = 0;
Reflect.set(window, "fetch", (input: unknown) =>
  Promise.resolve(answerPreview(new URL(String(input), location.href).pathname, config)),
);
Reflect.set(window, "WebSocket", PreviewSocket);

const show = ({ config: wanted, isOpen }: Wish): void => {
  call("shutdown");
  config = wanted;
  document.documentElement.lang = wanted.language;
  drawPage(wanted.theme.color_scheme);
  // The server's module for such a key hands on what stands here.
  Reflect.set(window, "switchboardPreviewed", wanted);
  shown += 1;
  call("boot", { key: `preview-${shown}` });
  if (isOpen) call("open");
};

const isWish = (value: unknown): value is { readonly type: "preview" } & Wish =>
  typeof value === "object" && value !== null && "type" in value && value.type === "preview";

window.addEventListener("message", (event) => {
  if (event.origin === location.origin && event.source === parent && isWish(event.data))
    show(event.data);
});

drawPage("auto");
const script = document.createElement("script");
script.src = "/widget/widget.js";
script.addEventListener("load", () => parent.postMessage("preview ready", location.origin));
document.head.append(script);
