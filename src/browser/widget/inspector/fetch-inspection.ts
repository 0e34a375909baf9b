import type { WidgetInspectionBody } from "#contract";
import { fieldsOf } from "../storage/fields-of.ts";

/** Asks which workflows wait for what is armed; the token of the link is judged there. */
export const fetchInspection = async (
  page: Window,
  apiUrl: string,
  key: string,
  token: string,
): Promise<WidgetInspectionBody | "refused" | "unreachable"> => {
  try {
    const query = new URLSearchParams({ key, token });
    const response = await page.fetch(`${apiUrl}/inspection?${query}`, { credentials: "omit" });
    if (response.status === 403 || response.status === 404) return "refused";
    const body: unknown = response.ok ? await response.json() : null;
    return isInspection(body) ? body : "unreachable";
  } catch {
    return "unreachable";
  }
};

/** Our own server is taken at its word for what is in the fields. */
const isInspection = (value: unknown): value is WidgetInspectionBody =>
  Array.isArray(fieldsOf(value)["armed"]);
