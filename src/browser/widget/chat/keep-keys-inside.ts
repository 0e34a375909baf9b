/** Keys pressed in the widget stay in it, so that a page's shortcuts do not fire while the visitor writes. */
export const keepKeysInside = (element: Element): void => {
  for (const type of ["keydown", "keyup", "keypress"])
    element.addEventListener(type, (event) => event.stopPropagation());
};
