/** Where the widget stands in the page: one element of its own with a shadow root, beside the page's body. */
export interface Host {
  readonly element: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly show: (isShown: boolean) => void;
  readonly remove: () => void;
}

/** Stands beside `body`, not in it, since frameworks replace the body and its children; comes back when somebody removes it. */
export const createHost = (): Host => {
  const element = document.createElement("switchboard-widget");
  element.role = "region";
  element.hidden = true;

  const root = document.documentElement;
  const attach = (): void => {
    if (!element.isConnected) root.append(element);
  };
  const observer = new MutationObserver(attach);
  attach();
  observer.observe(root, { childList: true });

  return {
    element,
    shadow: element.attachShadow({ mode: "open" }),
    show: (isShown) => {
      element.hidden = !isShown;
    },
    remove: () => {
      observer.disconnect();
      element.remove();
    },
  };
};
