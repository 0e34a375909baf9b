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
  useEditingWorld,
} from "#browser/editing";
import { NumberInput, Select } from "@mantine/core";
import { IconUserCheck } from "@tabler/icons-react";
import { z } from "zod";
import type { Names, StepEditor } from "../editor-contract.ts";

const hour = 3_600;

const targetSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("team"), team_id: z.string().catch("") }),
  z.object({ type: z.literal("workspace") }),
  z.object({ type: z.literal("member"), member_id: z.string().catch("") }),
  z.object({ type: z.literal("owner") }),
  z.object({ type: z.literal("last_assignee") }),
  z.object({
    type: z.literal("ai_agent"),
    ai_agent_id: z.string().catch(""),
    mode: z.enum(["stay", "wait"]).catch("stay"),
    no_reply_after: z
      .object({ seconds: z.number().catch(24 * hour) })
      .catch({ seconds: 24 * hour }),
  }),
  z.object({ type: z.literal("unassign") }),
]);
type Target = z.infer<typeof targetSchema>;

const draftSchema = z.object({
  target: targetSchema.catch({ type: "team", team_id: "" }),
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
  const { type } = part.draft.target;
  const isForMembers = type !== "ai_agent" && type !== "unassign";
  return (
    <>
      <TargetFields {...part} />
      {isForMembers && <WhoCounts {...part} />}
      {isForMembers && <WhenNobody {...part} />}
    </>
  );
};

const kinds = [
  { value: "team", label: "A team" },
  { value: "workspace", label: "Anybody of the workspace" },
  { value: "member", label: "A member" },
  { value: "owner", label: "The contact’s owner" },
  { value: "last_assignee", label: "Whoever had it last" },
  { value: "ai_agent", label: "An AI agent" },
  { value: "unassign", label: "Nobody: take the assignee away" },
] as const satisfies readonly { readonly value: Target["type"]; readonly label: string }[];

const freshTargets: { readonly [Type in Target["type"]]: Extract<Target, { type: Type }> } = {
  team: { type: "team", team_id: "" },
  workspace: { type: "workspace" },
  member: { type: "member", member_id: "" },
  owner: { type: "owner" },
  last_assignee: { type: "last_assignee" },
  ai_agent: {
    type: "ai_agent",
    ai_agent_id: "",
    mode: "stay",
    no_reply_after: { seconds: 24 * hour },
  },
  unassign: { type: "unassign" },
};

const TargetFields = (part: Part) => {
  const { draft, problems, change } = part;
  const { target } = draft;
  return (
    <PanelSection>
      <Select
        label="Give the conversation to"
        allowDeselect={false}
        data={kinds}
        value={target.type}
        error={problemAt(problems, "target")}
        onChange={(type) => type !== null && change({ target: freshTargets[type] })}
      />
      <WhoExactly {...part} />
      {(target.type === "team" || target.type === "workspace") && (
        <Select
          label={target.type === "team" ? "Who of the team" : "Who of all"}
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

const WhoExactly = (part: Part) => {
  const { problems, change } = part;
  const { target } = part.draft;
  switch (target.type) {
    case "member":
      return (
        <MemberPicker
          label="Member"
          value={target.member_id}
          error={chosenError(
            target.member_id,
            problemAt(problems, "target", "member_id"),
            "a member",
          )}
          onChange={(member_id) => change({ target: { type: "member", member_id } })}
        />
      );
    case "team":
      return (
        <TeamPicker
          label="Team"
          value={target.team_id}
          error={chosenError(target.team_id, problemAt(problems, "target", "team_id"), "a team")}
          onChange={(team_id) => change({ target: { type: "team", team_id } })}
        />
      );
    case "ai_agent":
      return <AiAgentFields {...part} target={target} />;
    default:
      return null;
  }
};

const AiAgentFields = ({
  target,
  problems,
  change,
}: Part & { readonly target: Extract<Target, { type: "ai_agent" }> }) => {
  const { aiAgents } = useEditingWorld();
  return (
    <>
      <Select
        label="AI agent"
        placeholder="Choose an AI agent"
        data={aiAgents.map(({ id, name }) => ({ value: id, label: name }))}
        value={target.ai_agent_id === "" ? null : target.ai_agent_id}
        error={chosenError(
          target.ai_agent_id,
          problemAt(problems, "target", "ai_agent_id"),
          "an AI agent",
        )}
        nothingFoundMessage="There is no AI agent yet"
        onChange={(ai_agent_id) =>
          ai_agent_id !== null && change({ target: { ...target, ai_agent_id } })
        }
      />
      <Select
        label="Then"
        allowDeselect={false}
        data={[
          { value: "stay", label: "It keeps the conversation; the workflow ends" },
          { value: "wait", label: "The workflow waits for its outcome" },
        ]}
        value={target.mode}
        onChange={(mode) => mode !== null && change({ target: { ...target, mode } })}
      />
      {target.mode === "wait" && (
        <SecondsField
          label="Silence counts as no reply after"
          seconds={target.no_reply_after.seconds}
          error={problemWithin(problems, "target", "no_reply_after")}
          onChange={(seconds) => change({ target: { ...target, no_reply_after: { seconds } } })}
        />
      )}
    </>
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
  id === "" && problem !== undefined ? `Choose ${kind}` : problem;

const describe = (config: ConfigEditorProps["config"], names: Names): string | null => {
  const { target, policy, online_only } = draftSchema.parse(config);
  const who = policy === "round_robin" ? "in turn" : "fewest open first";
  switch (target.type) {
    case "member":
      return target.member_id === ""
        ? "Choose a member"
        : `To ${names.member(target.member_id) ?? "a member who is gone"}`;
    case "team":
      return target.team_id === ""
        ? "Choose a team"
        : `To ${names.team(target.team_id) ?? "a team that is gone"}, ${who}${online_only ? ", online only" : ""}`;
    case "ai_agent":
      return target.ai_agent_id === ""
        ? "Choose an AI agent"
        : `To ${names.aiAgent(target.ai_agent_id) ?? "an AI agent that is gone"}${target.mode === "wait" ? ", and wait for its outcome" : ", who keeps it"}`;
    case "workspace":
      return `To anybody, ${who}${online_only ? ", online only" : ""}`;
    default:
      return null;
  }
};

/** Edits who gets the conversation and how long to wait for them. */
export const assignToEditor: StepEditor = { icon: IconUserCheck, hue: "green", Panel, describe };
