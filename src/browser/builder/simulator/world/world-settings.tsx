import type { Member, SimulationAct, SimulationStart, Verification } from "#core/domain";
import { verifications } from "#core/domain";
import {
  ActionIcon,
  Popover,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";

interface WorldSettingsProps {
  readonly start: SimulationStart;
  readonly members: readonly Member[];
  readonly deliveryFails: boolean;
  /** Whether the workflow starts others, so that it matters which of their graphs is played. */
  readonly callsOthers: boolean;
  readonly onStart: (start: Partial<SimulationStart>) => void;
  readonly onAct: (act: SimulationAct) => void;
}

const verificationWords: Readonly<Record<Verification, string>> = {
  none: "Not checked",
  claimed: "Typed, not proven",
  proven: "Proven",
  signed: "Signed by the site",
};

/** Who the customer is, how they reach the team, and who of it is there. */
export const WorldSettings = (props: WorldSettingsProps) => {
  const { start, members, deliveryFails, callsOthers, onStart, onAct } = props;
  return (
    <Popover trapFocus position="bottom-end" width={340} shadow="md">
      <Popover.Target>
        <ActionIcon aria-label="Customer, channel and team" title="Customer, channel and team">
          <IconAdjustmentsHorizontal size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="sim-settings">
        <Stack gap="sm">
          <Text size="xs" c="dimmed">
            What you change of the customer counts from the beginning: what was done is played
            again.
          </Text>
          <SegmentedControl
            aria-label="Channel"
            fullWidth
            data={[
              { value: "widget", label: "Widget" },
              { value: "email", label: "E-mail" },
            ]}
            value={start.channel}
            onChange={(channel) => onStart({ channel: channel === "email" ? "email" : "widget" })}
          />
          <ContactFields start={start} onStart={onStart} />
          <TextInput
            size="xs"
            label="Language of the browser"
            placeholder="Like the workspace"
            value={start.language ?? ""}
            onChange={(event) => {
              const language = event.currentTarget.value.trim();
              onStart({ language: language === "" ? null : language });
            }}
          />
          {callsOthers && (
            <Select
              size="xs"
              label="Workflows that this one starts"
              data={[
                { value: "live", label: "As they are live" },
                { value: "drafts", label: "Their drafts" },
              ]}
              value={start.called_workflows}
              allowDeselect={false}
              onChange={(value) =>
                onStart({ called_workflows: value === "drafts" ? "drafts" : "live" })
              }
            />
          )}
          <Switch
            size="xs"
            label="E-mails do not arrive"
            checked={deliveryFails}
            onChange={(event) => onAct({ act: "set_delivery", fails: event.currentTarget.checked })}
          />
          <fieldset className="sim-team">
            <legend>Who is online</legend>
            {members.length === 0 && (
              <Text size="xs" c="dimmed">
                Nobody is on the team yet.
              </Text>
            )}
            {members.map(({ id, name, presence }) => (
              <Switch
                key={id}
                size="xs"
                label={name}
                checked={presence === "online"}
                onChange={(event) =>
                  onAct({
                    act: "set_presence",
                    member_id: id,
                    presence: event.currentTarget.checked ? "online" : "offline",
                  })
                }
              />
            ))}
          </fieldset>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};

const ContactFields = ({ start, onStart }: Pick<WorldSettingsProps, "start" | "onStart">) => {
  const { contact } = start;
  const { name = "", email = "" } = contact.fields;
  const set = (changed: Partial<typeof contact>) =>
    onStart({ contact: { ...contact, ...changed } });
  const setField = (field: "name" | "email", text: string) => {
    const { [field]: _old, ...others } = contact.fields;
    set({ fields: text.trim() === "" ? others : { ...others, [field]: text.trim() } });
  };
  return (
    <>
      <TextInput
        size="xs"
        label="Name"
        placeholder="Not known"
        value={name ?? ""}
        onChange={(event) => setField("name", event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="E-mail"
        placeholder="Not known"
        value={email ?? ""}
        onChange={(event) => setField("email", event.currentTarget.value)}
      />
      {email !== "" && (
        <Select
          size="xs"
          label="The e-mail address is"
          data={verifications.map((value) => ({ value, label: verificationWords[value] }))}
          value={contact.email_verification}
          allowDeselect={false}
          onChange={(value) =>
            set({
              email_verification: verifications.find((each) => each === value) ?? "none",
            })
          }
        />
      )}
      <Switch
        size="xs"
        label="Was here before"
        checked={contact.is_returning}
        onChange={(event) => set({ is_returning: event.currentTarget.checked })}
      />
    </>
  );
};
