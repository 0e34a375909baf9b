import { type Condition, type ConditionGroup, operatorsWithoutValue } from "#core/domain";
import type { ConfigProblem, Read } from "../config-facts.ts";
import { isTemplatePath, parseTemplate, templateReads } from "../templates/parse-template.ts";
import { checkPattern } from "./pattern.ts";

/** Finds what is wrong with the conditions of a group, each problem at its place; `mayAskModel` where something can wait for the answer. */
export const checkConditions = (
  group: ConditionGroup,
  mayAskModel = false,
): readonly ConfigProblem[] =>
  group.conditions.flatMap((condition, index) =>
    checkCondition(condition, mayAskModel).map((problem) => ({
      ...problem,
      path: ["conditions", index, ...problem.path],
    })),
  );

/** Lists what conditions read. A comparison with nothing is well defined, so none of it is required. */
export const conditionReads = (group: ConditionGroup): readonly Read[] =>
  group.conditions.flatMap(({ field, value }) => [
    { path: field, isOptional: true },
    ...[value].flat().flatMap((part) => (typeof part === "string" ? templateReads(part) : [])),
  ]);

const checkCondition = (condition: Condition, mayAskModel: boolean): readonly ConfigProblem[] => {
  const problems: ConfigProblem[] = [];
  if (condition.operator === "is_about" && !mayAskModel)
    problems.push({ path: ["operator"], message: "only a Branch can ask what a text is about" });
  if (!isTemplatePath(condition.field))
    problems.push({ path: ["field"], message: `“${condition.field}” is not a field or variable` });
  const message = checkValue(condition);
  if (message !== null) problems.push({ path: ["value"], message });
  return problems;
};

const checkValue = ({ operator, value }: Condition): string | null => {
  if (operatorsWithoutValue.includes(operator)) return null;
  if (value === undefined || value === null || value === "") return "enter a value to compare with";
  if (operator === "between") {
    return Array.isArray(value) &&
      value.length === 2 &&
      value.every((part) => part !== null && part !== "")
      ? null
      : "enter a lowest and a highest value";
  }
  if (operator === "has_any_of" || operator === "has_all_of") {
    if (!Array.isArray(value)) return "enter a list of values";
    return value.length === 0 ? "enter at least one value" : null;
  }
  if (operator === "matches_pattern")
    return typeof value === "string" ? checkPattern(value) : "enter a pattern";
  if (typeof value === "object") return "enter one value";
  if (typeof value !== "string") return null;
  const parsed = parseTemplate(value);
  return parsed.ok ? null : parsed.message;
};
