/** A field that something can be written into or chosen from. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldTypes = /^(text|email|tel|url|password|number|select-one)/;
/** Search boxes, code inputs of one digit, and fields that open a list or a calendar are entered and left without harm. */
const neverCounted =
  ":disabled,[readonly],[list],[maxlength='1'],[aria-expanded],[aria-haspopup],[name*=search i],[name=q],[name=s],[role=search] *,search *,[data-switchboard-ignore] *";
/** Who tries to remember a name and a password looks at the fields a lot. */
const ofLogin = ":is([type=password],[name*=pass i]):not([autocomplete=new-password])";

export const isField = (node: unknown): node is Field =>
  node instanceof HTMLElement &&
  "validity" in node &&
  "type" in node &&
  fieldTypes.test(String(node.type)) &&
  !node.matches(neverCounted);

/** The form an element belongs to; one inside open shadow roots may belong to a form outside of them. */
export const formOf = (element: Element): HTMLFormElement | null => {
  const own = "form" in element ? element.form : element.closest("form");
  if (own instanceof HTMLFormElement) return own;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? formOf(root.host) : null;
};

/**
 * What in a form counts: everything, only that sending it is refused (a pair of name and password), or nothing, when it has less than two
 * fields or nothing to write. Reads the layout: not for event handlers.
 */
export const whatCounts = (form: HTMLFormElement): "all" | "refused" | null => {
  const fields = [...new Set([...form.elements, ...elementsIn(form)])]
    .filter(isField)
    .filter(isSeen);
  if (fields.length < 2 || fields.every(({ type }) => /^[sn]/.test(type))) return null;
  return fields.length === 2 && fields.some((field) => field.matches(ofLogin)) ? "refused" : "all";
};

const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll("*")].flatMap((element) =>
    element.shadowRoot === null ? [element] : elementsIn(element.shadowRoot),
  );

/** Traps for robots are too small, beside the page or out of the keyboard's way. */
const isSeen = (field: Field): boolean => {
  const { width, height, right } = field.getBoundingClientRect();
  return width > 1 && height > 1 && right > 0 && field.tabIndex >= 0;
};
