import type { SimulationAct } from "#core/domain";
import { messageTextSchema } from "#core/domain";
import { ActionIcon, Menu, Textarea } from "@mantine/core";
import { IconDotsVertical, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { type ActForm, actForms } from "../world/act-forms.ts";

interface ComposerProps {
  readonly onAct: (act: SimulationAct) => void;
  /** Opens the form of an act that needs to be told more. */
  readonly onForm: (form: ActForm) => void;
}

/** Acts that need no more than being chosen. */
const quick: readonly { readonly label: string; readonly act: SimulationAct }[] = [
  { label: "Ask for a person", act: { act: "ask_for_person" } },
  { label: "Dismiss the greeting", act: { act: "dismiss" } },
];

/** Writes as the customer; whatever else the customer or the team can do is in its menu. */
export const Composer = ({ onAct, onForm }: ComposerProps) => {
  const [text, setText] = useState("");
  const parsed = messageTextSchema.safeParse(text);
  const send = () => {
    if (!parsed.success) return;
    onAct({ act: "write", text: parsed.data });
    setText("");
  };
  return (
    <form
      className="sim-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Menu position="top-start">
        <Menu.Target>
          <ActionIcon aria-label="Do something else" title="Do something else">
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>The customer</Menu.Label>
          {quick.map(({ label, act }) => (
            <Menu.Item key={label} onClick={() => onAct(act)}>
              {label}
            </Menu.Item>
          ))}
          {actForms
            .filter(({ by }) => by === "contact")
            .map((form) => (
              <Menu.Item key={form.title} onClick={() => onForm(form)}>
                {form.title}…
              </Menu.Item>
            ))}
          <Menu.Label>The team</Menu.Label>
          {actForms
            .filter(({ by }) => by === "team")
            .map((form) => (
              <Menu.Item key={form.title} onClick={() => onForm(form)}>
                {form.title}…
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Textarea
        aria-label="Write as the customer"
        placeholder="Write as the customer"
        autosize
        minRows={1}
        maxRows={5}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <ActionIcon type="submit" aria-label="Send" disabled={!parsed.success}>
        <IconSend size={18} />
      </ActionIcon>
    </form>
  );
};
