import { loaderTexts } from "../texts.ts";

/** Where the widget stands in the page: one element of its own with a shadow root, beside the page's body. */
export interface Host {
  readonly shadow: ShadowRoot;
  readonly mount: HTMLElement;
  readonly show: () => void;
  readonly hide: () => void;
  readonly remove: () => void;
}

/**
 * Stands beside `body`, not in it, since frameworks replace the body and its children; comes back when somebody removes it.
 * Keys pressed in the widget stay in it, so that a page's shortcuts do not fire while the visitor writes.
 */
export const createHost = (): Host => {
  const element = document.createElement("switchboard-widget");
  const shadow = element.attachShadow({ mode: "open" });
  const mount = document.createElement("div");
  mount.className = "chat";
  shadow.append(mount);
  element.role = "region";
  element.ariaLabel = loaderTexts.region;
  for (const type of ["keydown", "keyup", "keypress"])
    element.addEventListener(type, (event) => event.stopPropagation());

  const root = document.documentElement;
  const attach = (): void => {
    if (!element.isConnected) root.append(element);
  };
  const observer = new MutationObserver(attach);
  attach();
  observer.observe(root, { childList: true });

  return {
    shadow,
    mount,
    show: () => element.toggleAttribute("data-hidden", false),
    hide: () => element.toggleAttribute("data-hidden", true),
    remove: () => {
      observer.disconnect();
      element.remove();
    },
  };
};
