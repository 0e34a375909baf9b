import { notifyDone, notifyFailed } from "#browser/ui";
import { ApiProblem, explainError } from "./api-problem.ts";

/** Makes what a mutation calls when it fails: says so at the corner, under a title such as "Not assigned". */
export const reportProblem = (title: string) => (error: unknown) => {
  if (error instanceof ApiProblem && error.code === "still_handling") notifyDone(error.message);
  else notifyFailed(title, explainError(error));
};
