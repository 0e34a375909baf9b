import { silent, type DetectorType } from "../detector-contract.ts";

/** A shorter stay in a field is passing through (BEHAVIORS 2.2). */
const shortestStayMs = 300;
/** What is longer ago does not count (BEHAVIORS 2.2). */
const windowMs = 120_000;
/** How often one field, or several fields together, are abandoned before it is frustration (BEHAVIORS 2.2, a guess). */
const oneAbandoned = 3;
const severalAbandoned = 5;
/** How often sending is refused before it is frustration (BEHAVIORS 2.2, a guess). */
const oftenRefused = 2;

interface Trouble {
  readonly at: number;
  readonly form: number;
  /** Zero for a form that was not sent because something in it is invalid. */
  readonly field: number;
}

const none = { refused: 0, abandoned: 0, same_field: 0 };

/** Senses that fields of a form are entered and abandoned, or sending it refused, again and again; once per form. */
export const formFrustrationDetector: DetectorType = {
  type: "form_frustration",
  sources: ["forms"],
  arm: () => {
    let troubles: readonly Trouble[] = [];
    const fired = new Set<number>();
    let counted = none;

    return {
      take: (signal, isWatched) => {
        if (signal.type === "page_entered" || signal.type === "form_sent") {
          const sent = signal.type === "form_sent" ? signal.form : null;
          troubles = troubles.filter(({ form }) => sent !== null && form !== sent);
          counted = none;
        }
        const isField = signal.type === "field_abandoned";
        if (!isField && signal.type !== "form_refused") return silent;
        if (isField && signal.stayedMs < shortestStayMs) return silent;
        const { at, form } = signal;
        const field = isField ? signal.field : 0;
        troubles = [
          ...troubles.filter((trouble) => trouble.at > at - windowMs),
          { at, form, field },
        ];
        const ofForm = troubles.filter((trouble) => trouble.form === form);
        const again = ofForm.filter((trouble) => trouble.field === field).length;
        const refused = ofForm.filter((trouble) => trouble.field === 0).length;
        const abandoned = ofForm.length - refused;
        counted = { refused, abandoned, same_field: isField ? again : 0 };
        const isEnough =
          refused >= oftenRefused ||
          counted.same_field >= oneAbandoned ||
          (abandoned >= severalAbandoned && again < abandoned);
        if (!isEnough || !isWatched || fired.has(form)) return silent;
        fired.add(form);
        return { evidence: counted, wakeAt: null };
      },
      look: () => ({ ...counted, forms_fired: fired.size }),
    };
  },
};
