import { identityRefused } from "../../refusals.ts";
import type { KnownVisitor } from "../visitor.ts";

/**
 * Refuses what a visitor does whose identity does not stand: one that claims what this workspace wants signed, and anybody
 * unsigned where only signed visitors may chat.
 * @throws RequestError 403 `identity_required`, `sign_in_required`.
 */
export function mayAct({ identity, settings }: Pick<KnownVisitor, "identity" | "settings">): void {
  const { mode, signed_in_only: isSignedInOnly } = settings.identity;
  if (identity === "signed") return;
  if (isSignedInOnly) throw signInRequired();
  if (mode === "required" && identity !== "anonymous") throw identityRequired();
}

export const identityRequired = () =>
  identityRefused(
    "identity_required",
    "This page says who the visitor is without a signature; this workspace wants a signed identity token.",
  );

const signInRequired = () =>
  identityRefused(
    "sign_in_required",
    "This chat is for visitors that the site's server has signed; identify with an identity token first.",
  );
