import type { WorkflowBody } from "#contract";
import { explainError, useChangeWorkflow } from "#browser/data";
import { notifyFailed, StatePill } from "#browser/ui";
import { limits } from "#core/domain";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useState } from "react";
import { HeaderMenu } from "./header-menu.tsx";
import { paths } from "./paths.ts";

/** Says a workflow's state in words: draft, live with its version, or live with changes. */
export const WorkflowState = ({
  workflow,
  isShort = false,
}: {
  workflow: WorkflowBody;
  isShort?: boolean;
}) => {
  if (workflow.state === "draft") return <StatePill>Draft</StatePill>;
  const version = `Live · v${workflow.live_version_number ?? 0}`;
  return (
    <span className="builder-state">
      <StatePill tone="good">{version}</StatePill>
      {workflow.has_unpublished_changes &&
        (isShort ? <small>changed</small> : <small>unpublished changes</small>)}
    </span>
  );
};

interface BuilderHeaderProps {
  readonly workflow: WorkflowBody;
  /** Tabs, beneath the name. */
  readonly tabs: ReactNode;
  /** Save state and publish button. */
  readonly children?: ReactNode;
}

/** Top of the builder: the workflow's name and state, its tabs, saving and publishing. */
export const BuilderHeader = ({ workflow, tabs, children }: BuilderHeaderProps) => (
  <header className="builder-header">
    <div className="builder-header-title">
      <Link to={paths.workflows} className="builder-back" aria-label="All workflows">
        <IconArrowLeft size={18} />
      </Link>
      <WorkflowName key={workflow.name} workflow={workflow} />
      <WorkflowState workflow={workflow} />
    </div>
    <div className="builder-tabs">{tabs}</div>
    <div className="builder-header-actions">
      {children}
      <HeaderMenu workflow={workflow} />
    </div>
  </header>
);

const WorkflowName = ({ workflow }: { workflow: WorkflowBody }) => {
  const [name, setName] = useState(workflow.name);
  const { mutate } = useChangeWorkflow(workflow.id);
  const save = () => {
    const trimmed = name.trim();
    if (trimmed === "" || trimmed === workflow.name) return setName(workflow.name);
    mutate(
      { name: trimmed },
      {
        onError: (error) => {
          setName(workflow.name);
          notifyFailed("The name was not changed", explainError(error));
        },
      },
    );
  };
  return (
    <span className="builder-name-sizer" data-value={name}>
      <input
        className="builder-name"
        aria-label="Name of the workflow"
        value={name}
        maxLength={limits.nameCharacters}
        size={1}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setName(workflow.name);
        }}
      />
    </span>
  );
};
