import { fieldsOf } from "../../storage/fields-of.ts";
import type { KeptCall } from "../kept-reports.ts";

/** What a call of the page becomes on the way to the server. */
export interface CallRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The verbs of the page's API that the server hears of; each answers what the call says beside its id and session. */
const verbs: Readonly<Record<string, (values: readonly unknown[]) => CallRequest>> = {
  identify: ([options]) => {
    const { user_jwt, ...fields } = fieldsOf(options);
    return {
      path: "/identify",
      body: { fields, ...(user_jwt === undefined ? {} : { identity_token: user_jwt }) },
    };
  },
  update: ([fields]) => ({ path: "/update", body: { fields: fieldsOf(fields) } }),
  track: ([name, properties]) => ({
    path: "/track",
    body: { name, properties: fieldsOf(properties) },
  }),
  startWorkflow: ([workflow_id, inputs]) => ({
    path: "/start-workflow",
    body: { workflow_id, inputs: fieldsOf(inputs) },
  }),
};

/** Null for a verb there is not. */
export const toRequest = ({
  id,
  visitor_session_id,
  verb,
  values,
}: KeptCall): CallRequest | null => {
  const parsed: unknown = parseJson(values);
  const to = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (to === undefined || !Array.isArray(parsed)) return null;
  const { path, body } = to(parsed);
  return { path, body: { ...body, id, visitor_session_id } };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
