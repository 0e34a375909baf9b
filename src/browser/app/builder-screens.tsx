import { EmptyState } from "#browser/ui";
import { IconRoute } from "@tabler/icons-react";

const Unbuilt = () => (
  <EmptyState icon={<IconRoute size={22} />} title="The builder is not part of this build" />
);

export const WorkflowListScreen = () => <Unbuilt />;
export const BuilderScreen = (_: { workflowId: string }) => <Unbuilt />;
export const RunScreen = (_: { runId: string }) => <Unbuilt />;
