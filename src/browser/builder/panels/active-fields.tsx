import { ProblemText } from "#browser/editing";
import type { GraphTrigger } from "#core/domain";
import { Input, TextInput } from "@mantine/core";

interface ActiveFieldsProps {
  readonly value: Pick<GraphTrigger, "active_from" | "active_until">;
  readonly problem: string | undefined;
  readonly onChange: (value: Pick<GraphTrigger, "active_from" | "active_until">) => void;
}

/** Edits between which moments the workflow may start; an empty field is no bound. */
export const ActiveFields = ({ value, problem, onChange }: ActiveFieldsProps) => (
  <Input.Wrapper
    label="Active"
    description="Starts only between these moments, in your own timezone."
    labelElement="div"
  >
    <div className="builder-active">
      <TextInput
        type="datetime-local"
        aria-label="Active from"
        leftSection="from"
        leftSectionWidth={52}
        value={toLocal(value.active_from)}
        onChange={(event) => onChange({ active_from: toIso(event.currentTarget.value) })}
      />
      <TextInput
        type="datetime-local"
        aria-label="Active until"
        leftSection="until"
        leftSectionWidth={52}
        value={toLocal(value.active_until)}
        error={problem !== undefined}
        onChange={(event) => onChange({ active_until: toIso(event.currentTarget.value) })}
      />
    </div>
    <ProblemText problem={problem} />
  </Input.Wrapper>
);

/** A saved moment as the browser's field writes it: without zone or seconds, by the clock on this wall. */
const toLocal = (iso: string | null | undefined): string => {
  if (iso === null || iso === undefined) return "";
  const moment = new Date(iso);
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
};

const toIso = (local: string): string | null => {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
};
