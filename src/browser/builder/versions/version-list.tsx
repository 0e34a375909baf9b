import { RelativeTime, StatePill } from "#browser/ui";
import type { VersionBody, WorkflowBody } from "#contract";
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Compared, VersionChoice } from "./compared.ts";
import { VersionDialog } from "./version-dialog.tsx";
import { VersionMenu } from "./version-menu.tsx";

interface VersionListProps {
  readonly workflow: WorkflowBody;
  readonly versions: readonly VersionBody[];
  readonly shown: VersionChoice;
  readonly onChange: (compared: Compared) => void;
}

/** Every version with what is known of it and what can be done with it. */
export const VersionList = ({ workflow, versions, shown, onChange }: VersionListProps) => {
  const [renamed, setRenamed] = useState<VersionBody | null>(null);
  return (
    <>
      <ul className="builder-visits" aria-label="All versions">
        {versions.map((version) => (
          <li key={version.id} className="versions-item">
            <UnstyledButton
              className="builder-version"
              data-chosen={version.id === shown || undefined}
              aria-pressed={version.id === shown}
              onClick={() => onChange({ shown: version.id, with: null })}
            >
              <span className="versions-head">
                <strong>
                  Version {version.number}
                  {version.name !== "" && ` · ${version.name}`}
                </strong>
                {version.is_live && <StatePill tone="good">Live</StatePill>}
              </span>
              {version.note !== "" && <span>{version.note}</span>}
              <span className="builder-muted">
                <RelativeTime at={version.published_at} style="long" />
                {version.published_by !== null && ` by ${version.published_by}`}
                {` · ${runsWords(version)}`}
              </span>
            </UnstyledButton>
            <VersionMenu
              workflow={workflow}
              version={version}
              versions={versions}
              onCompare={onChange}
              onRename={() => setRenamed(version)}
            />
          </li>
        ))}
      </ul>
      {renamed !== null && <VersionDialog version={renamed} onClose={() => setRenamed(null)} />}
    </>
  );
};

const runsWords = ({ runs: { total, active } }: VersionBody): string => {
  const all = total === 0 ? "no runs" : total === 1 ? "1 run" : `${total} runs`;
  return active === 0 ? all : `${all}, ${active} in progress`;
};
