/**
 * Reads one field of a cron expression: `*`, a value, a range, a list of these, each with a step.
 * Returns the values meant, or what is wrong in words.
 */
export const parseCronField = (
  name: string,
  text: string,
  lowest: number,
  highest: number,
  names: readonly string[] = [],
  firstName = 0,
): ReadonlySet<number> | string => {
  const toValue = (word: string): number | null => {
    const named = names.indexOf(word);
    if (named >= 0) return named + firstName;
    if (!/^\d{1,2}$/.test(word)) return null;
    const value = Number(word);
    return value >= lowest && value <= highest ? value : null;
  };
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const [, range = "", stepText] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    const [from, to = null, more] = range === "*" ? [null] : range.split("-");
    const low = range === "*" ? lowest : toValue(from ?? "");
    const end = range === "*" ? highest : to === null ? low : toValue(to);
    // Sunday ends a week as well as it begins one.
    const high = end === 0 && highest === 7 && to !== null ? 7 : end;
    const step = stepText === undefined ? 1 : Number(stepText);
    if (low === null || high === null || more !== undefined || step === 0)
      return `“${part}” is no ${name}`;
    if (low > high) return `“${part}” ends before it begins`;
    // “5/10” means from 5 on, as “5-59/10” does.
    const last = stepText !== undefined && to === null && range !== "*" ? highest : high;
    for (let value = low; value <= last; value += step) values.add(value);
  }
  return values;
};
