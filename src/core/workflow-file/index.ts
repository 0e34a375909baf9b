/** Workflow files: a workflow as a text that people and Git can read, and back. */
export { formatWorkflowFile } from "./format-workflow-file.ts";
export type { ParseOptions } from "./parse-options.ts";
export { parseWorkflowFile, type ParseResult } from "./parse-workflow-file.ts";
export { referencesOf, replaceReferences } from "./references.ts";
export type { FileProblem, FileReference, WorkflowFile } from "./workflow-file.ts";
