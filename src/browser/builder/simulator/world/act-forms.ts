import type { SimulationAct } from "#core/domain";
import { simulationActSchema } from "#core/domain";

/** A question of a form: a text, a member, or values as JSON. */
interface ActField {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "member" | "anybody" | "json";
  readonly initial: string;
}

/** An act that needs to be told more, as a form. */
export interface ActForm {
  readonly title: string;
  readonly by: "contact" | "team";
  readonly fields: readonly ActField[];
  readonly toAct: (values: Readonly<Record<string, unknown>>) => unknown;
}

export const actForms: readonly ActForm[] = [
  {
    title: "Go to a page",
    by: "contact",
    fields: [
      { name: "url", label: "Address", kind: "text", initial: "https://shop.example/pricing" },
    ],
    toAct: ({ url }) => ({ act: "visit", url, is_new_visit: false }),
  },
  {
    title: "Come back in a new visit",
    by: "contact",
    fields: [{ name: "url", label: "Address", kind: "text", initial: "https://shop.example/" }],
    toAct: ({ url }) => ({ act: "visit", url, is_new_visit: true }),
  },
  {
    title: "Track an event",
    by: "contact",
    fields: [
      { name: "name", label: "Name", kind: "text", initial: "order_confirmed" },
      { name: "properties", label: "Properties (JSON)", kind: "json", initial: "{}" },
    ],
    toAct: ({ name, properties }) => ({ act: "track", name, properties }),
  },
  {
    title: "Change the contact",
    by: "contact",
    fields: [
      {
        name: "fields",
        label: "Fields (JSON)",
        kind: "json",
        initial: '{ "tags": ["vip"] }',
      },
    ],
    toAct: ({ fields }) => ({ act: "change_contact", fields, verification: "claimed" }),
  },
  {
    title: "Reply as a member",
    by: "team",
    fields: [
      { name: "member_id", label: "Who", kind: "member", initial: "" },
      { name: "text", label: "Message", kind: "text", initial: "" },
    ],
    toAct: ({ member_id, text }) => ({ act: "reply", member_id, text }),
  },
  {
    title: "Assign by hand",
    by: "team",
    fields: [
      { name: "by_member_id", label: "Who assigns", kind: "member", initial: "" },
      { name: "member_id", label: "To whom", kind: "anybody", initial: "" },
    ],
    toAct: ({ by_member_id, member_id }) => ({
      act: "assign",
      by_member_id,
      member_id: member_id === "" ? null : member_id,
    }),
  },
  {
    title: "Close the conversation",
    by: "team",
    fields: [{ name: "member_id", label: "Who", kind: "member", initial: "" }],
    toAct: ({ member_id }) => ({ act: "close", member_id }),
  },
];

/** Makes the act of a filled form, or says what is wrong with it. */
export function readForm(
  { fields, toAct }: ActForm,
  values: Readonly<Record<string, string>>,
):
  | { readonly ok: true; readonly act: SimulationAct }
  | { readonly ok: false; readonly problem: string } {
  const read: Record<string, unknown> = {};
  for (const { name, label, kind } of fields) {
    const text = values[name] ?? "";
    try {
      read[name] = kind === "json" ? JSON.parse(text) : text;
    } catch {
      return { ok: false, problem: `${label}: this is not JSON.` };
    }
  }
  const parsed = simulationActSchema.safeParse(toAct(read));
  if (parsed.success) return { ok: true, act: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` };
}
