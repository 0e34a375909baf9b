import type { SimulationAct } from "#core/domain";
import type { Member } from "#core/domain";
import { Button, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { type ActForm, readForm } from "./act-forms.ts";

interface ActDialogProps {
  readonly form: ActForm;
  readonly members: readonly Member[];
  readonly onAct: (act: SimulationAct) => void;
  readonly onClose: () => void;
}

/** Asks what an act needs to be told. */
export const ActDialog = ({ form, members, onAct, onClose }: ActDialogProps) => {
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      form.fields.map(({ name, kind, initial }) => [
        name,
        kind === "member" ? (members[0]?.id ?? "") : initial,
      ]),
    ),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const submit = () => {
    const read = readForm(form, values);
    if (!read.ok) return setProblem(read.problem);
    onAct(read.act);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={form.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          {form.fields.map(({ name, label, kind }, index) => {
            const common = { label, "data-autofocus": index === 0 };
            if (kind === "member" || kind === "anybody")
              return (
                <Select
                  key={name}
                  {...common}
                  data={[
                    ...(kind === "anybody" ? [{ value: "", label: "Nobody" }] : []),
                    ...members.map((member) => ({ value: member.id, label: member.name })),
                  ]}
                  value={values[name] ?? ""}
                  allowDeselect={false}
                  onChange={(chosen) => set(name, chosen ?? "")}
                />
              );
            const Field = kind === "json" || name === "text" ? Textarea : TextInput;
            return (
              <Field
                key={name}
                {...common}
                value={values[name] ?? ""}
                onChange={(event) => set(name, event.currentTarget.value)}
              />
            );
          })}
          {problem !== null && (
            <Text c="red" size="sm" role="alert">
              {problem}
            </Text>
          )}
          <Button type="submit">Do it</Button>
        </Stack>
      </form>
    </Modal>
  );
};
