/** Puts a variable in place of the selection of a text, closing braces that were just opened. */
export function withVariable(
  text: string,
  start: number,
  end: number,
  path: string,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, start).replace(/\{\{\s*$/, "");
  const after = text.slice(end).replace(/^\s*\}\}/, "");
  const variable = `{{ ${path} }}`;
  return { text: `${before}${variable}${after}`, caret: before.length + variable.length };
}
