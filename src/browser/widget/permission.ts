import { fieldsOf } from "./storage/fields-of.ts";
import type { Keep } from "./storage/keep.ts";

/** Whether the widget may store, sense and report: what page, workspace and browser say about it (SPEC 6). */
export interface Permission {
  /** Resolves once there is consent; with true when the browser asks sites not to follow its user and the workspace honours that. */
  readonly granted: Promise<boolean>;
  /** The page says that the visitor has consented; remembered in this browser. */
  readonly grant: () => void;
  /** The workspace's rules have come. */
  readonly judge: (privacy: unknown) => void;
}

/** What is read of a window. */
interface PageOfBrowser {
  readonly navigator: Pick<Navigator, "doNotTrack">;
}

/** @param consent "given", "required", or anything else to leave it to the workspace. */
export const createPermission = (
  consent: unknown,
  keep: Keep,
  { navigator }: PageOfBrowser,
): Permission => {
  let isGiven = consent === "given" || keep.read("consent") === "given";
  let rules: Readonly<Record<string, unknown>> | null = null;
  let resolve: (isOptedOut: boolean) => void = () => {};
  const granted = new Promise<boolean>((settle) => {
    resolve = settle;
  });
  const check = (): void => {
    if (rules === null) return;
    const { respect_gpc, respect_dnt, consent_required } = rules;
    if (!isGiven && (consent === "required" || consent_required === true)) return;
    resolve(
      (respect_gpc === true && Reflect.get(navigator, "globalPrivacyControl") === true) ||
        (respect_dnt === true && navigator.doNotTrack === "1"),
    );
  };
  return {
    granted,
    grant: () => {
      isGiven = true;
      keep.write("consent", "given");
      check();
    },
    judge: (privacy) => {
      rules = fieldsOf(privacy);
      check();
    },
  };
};
