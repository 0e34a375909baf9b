import { stepCatalogue } from "#steps";
import { deleteSelection } from "../commands/delete-selection.ts";
import { duplicateSteps } from "../commands/duplicate-steps.ts";
import { freshIds } from "../document/fresh-ids.ts";

export const deleteCommand = deleteSelection(stepCatalogue);
export const deleteLooseCommand = deleteSelection(stepCatalogue, "leave_loose");
export const duplicateCommand = duplicateSteps(freshIds, stepCatalogue);
