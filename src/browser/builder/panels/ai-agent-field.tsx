import { useEditingWorld } from "#browser/editing";
import type { AiAgentOption } from "#core/domain";
import { Select } from "@mantine/core";

interface AiAgentFieldProps {
  readonly value: AiAgentOption;
  readonly onChange: (value: AiAgentOption) => void;
}

/** Edits what AI agents do about the run; there is nothing to choose in a workspace without any. */
export const AiAgentField = ({ value, onChange }: AiAgentFieldProps) => {
  const { aiAgents } = useEditingWorld();
  if (aiAgents.length === 0 && value.mode === "leave") return null;
  return (
    <Select
      label="AI agents"
      allowDeselect={false}
      data={[
        { value: "leave", label: "Leave them as they are" },
        { value: "silent", label: "Silent while it runs" },
        ...aiAgents.map(({ id, name }) => ({ value: id, label: `Hand to ${name} at the end` })),
      ]}
      value={value.mode === "hand_to" ? value.ai_agent_id : value.mode}
      onChange={(chosen) => chosen !== null && onChange(toOption(chosen))}
    />
  );
};

const toOption = (chosen: string): AiAgentOption =>
  chosen === "leave" || chosen === "silent"
    ? { mode: chosen }
    : { mode: "hand_to", ai_agent_id: chosen };
