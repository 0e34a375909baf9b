import { compileVersion, handleEvent, settleAssignment } from "#core/engine";
import type { Engine } from "#server/runner";
import { actionCatalogue } from "#integrations";
import { stepCatalogue } from "#steps";
import { triggerCatalogue } from "#triggers";

/** The engine as production wires it. */
export const realEngine: Engine = {
  handleEvent,
  settleAssignment,
  compileVersion(version) {
    const result = compileVersion(version, stepCatalogue, triggerCatalogue, actionCatalogue);
    return result.ok ? result.version : undefined;
  },
  steps: stepCatalogue,
  triggers: triggerCatalogue,
  actions: actionCatalogue,
};
