import type { LaneDraft } from "../lane/lane-draft.ts";
import type { Applied } from "./applied.ts";

/** Believes an address as proven; one that is signed for stays so. */
export const applyProveEmail = (lane: LaneDraft, email: string): Applied => {
  const { contact } = lane;
  const isSigned =
    contact.email?.toLowerCase() === email.toLowerCase() && contact.emailVerification === "signed";
  if (!isSigned) lane.setContact({ ...contact, email, emailVerification: "proven" });
  return {};
};
