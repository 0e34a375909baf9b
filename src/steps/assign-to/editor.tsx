import {
  type ConfigEditorProps,
  Hint,
  MemberPicker,
  OptionalPath,
  PanelSection,
  problemAt,
  problemWithin,
  SecondsField,
  TeamPicker,
} from "#browser/editing";
import { Input, NumberInput, SegmentedControl, Select } from "@mantine/core";
import { IconUserCheck } from "@tabler/icons-react";
import { z } from "zod";
import type { Names, StepEditor } from "../editor-contract.ts";

const hour = 3_600;

const draftSchema = z.object({
  target: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("member"), member_id: z.string().catch("") }),
      z.object({ type: z.literal("team"), team_id: z.string().catch("") }),
    ])
    .catch({ type: "team", team_id: "" }),
  policy: z.enum(["round_robin", "least_open"]).catch("round_robin"),
  online_only: z.boolean().catch(true),
  open_limit: z.number().nullable().catch(null),
  timeout: z
    .object({ seconds: z.number().catch(hour) })
    .nullable()
    .catch(null),
});

type Part = Omit<ConfigEditorProps, "config"> & { readonly draft: z.infer<typeof draftSchema> };

const Panel = ({ config, problems, change }: ConfigEditorProps) => {
  const part = { draft: draftSchema.parse(config), problems, change };
  return (
    <>
      <TargetFields {...part} />
      <WhoCounts {...part} />
      <WhenNobody {...part} />
    </>
  );
};

const TargetFields = ({ draft, problems, change }: Part) => {
  const { target } = draft;
  return (
    <PanelSection>
      <Input.Wrapper
        label="Give the conversation to"
        labelElement="div"
        error={problemAt(problems, "target")}
      >
        <SegmentedControl
          fullWidth
          aria-label="Kind of assignee"
          data={[
            { value: "team", label: "A team" },
            { value: "member", label: "A member" },
          ]}
          value={target.type}
          onChange={(type) =>
            change({
              target: type === "member" ? { type, member_id: "" } : { type: "team", team_id: "" },
            })
          }
        />
      </Input.Wrapper>
      {target.type === "member" ? (
        <MemberPicker
          label="Member"
          value={target.member_id}
          error={chosenError(
            target.member_id,
            problemAt(problems, "target", "member_id"),
            "member",
          )}
          onChange={(member_id) => change({ target: { type: "member", member_id } })}
        />
      ) : (
        <TeamPicker
          label="Team"
          value={target.team_id}
          error={chosenError(target.team_id, problemAt(problems, "target", "team_id"), "team")}
          onChange={(team_id) => change({ target: { type: "team", team_id } })}
        />
      )}
      {target.type === "team" && (
        <Select
          label="Who of the team"
          allowDeselect={false}
          data={[
            { value: "round_robin", label: "In turn, one after the other" },
            { value: "least_open", label: "Whoever has the fewest open" },
          ]}
          value={draft.policy}
          onChange={(policy) => policy !== null && change({ policy })}
        />
      )}
    </PanelSection>
  );
};

const WhoCounts = ({ draft, problems, change }: Part) => (
  <PanelSection title="Who counts">
    <OptionalPath
      label="Only members who are online"
      description="Others are passed over."
      isOn={draft.online_only}
      onChange={(online_only) => change({ online_only })}
    />
    <OptionalPath
      label="Limit open conversations"
      description="Members with that many are passed over."
      isOn={draft.open_limit !== null}
      onChange={(isOn) => change({ open_limit: isOn ? 4 : null })}
    >
      <NumberInput
        label="At most"
        suffix=" open"
        min={1}
        max={1_000}
        allowDecimal={false}
        value={draft.open_limit ?? 4}
        error={problemAt(problems, "open_limit")}
        onChange={(value) => change({ open_limit: typeof value === "number" ? value : 0 })}
      />
    </OptionalPath>
  </PanelSection>
);

const WhenNobody = ({ draft, problems, change }: Part) => (
  <PanelSection title="When nobody is free">
    <Hint>The run waits; whoever becomes free gets the conversation that waits longest.</Hint>
    <OptionalPath
      label="Stop waiting after a time"
      description="A path “Nobody in time”."
      isOn={draft.timeout !== null}
      onChange={(isOn) => change({ timeout: isOn ? { seconds: hour } : null })}
    >
      <SecondsField
        label="Wait for"
        seconds={draft.timeout?.seconds ?? hour}
        error={problemWithin(problems, "timeout")}
        onChange={(seconds) => change({ timeout: { seconds } })}
      />
    </OptionalPath>
  </PanelSection>
);

/** An empty choice is not an invalid id to a reader. */
const chosenError = (id: string, problem: string | undefined, kind: string) =>
  id === "" && problem !== undefined ? `Choose a ${kind}` : problem;

const describe = (config: ConfigEditorProps["config"], names: Names): string | null => {
  const { target, policy, online_only } = draftSchema.parse(config);
  if (target.type === "member")
    return target.member_id === ""
      ? "Choose a member"
      : `To ${names.member(target.member_id) ?? "a member who is gone"}`;
  if (target.team_id === "") return "Choose a team";
  const who = policy === "round_robin" ? "in turn" : "fewest open first";
  return `To ${names.team(target.team_id) ?? "a team that is gone"}, ${who}${online_only ? ", online only" : ""}`;
};

/** Edits who gets the conversation and how long to wait for them. */
export const assignToEditor: StepEditor = { icon: IconUserCheck, hue: "green", Panel, describe };
