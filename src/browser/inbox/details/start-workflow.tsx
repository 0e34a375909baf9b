import type { ConversationDetailBody, WorkflowBody } from "#contract";
import {
  ApiProblem,
  explainError,
  useMe,
  useMembers,
  useStartRun,
  useVersion,
  useVersions,
  useWorkflows,
} from "#browser/data";
import { EmptyState, ErrorState, LoadingState, notifyDone } from "#browser/ui";
import { Button, Checkbox, Group, Modal, TextInput, UnstyledButton } from "@mantine/core";
import { IconChevronRight, IconRoute } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { holderWords } from "./holder-words.ts";
import { type WorkflowInput, inputsOf, toInputValues } from "./workflow-inputs.ts";

interface StartFormProps {
  readonly workflow: WorkflowBody;
  readonly detail: ConversationDetailBody;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

interface InputFieldProps {
  readonly input: WorkflowInput;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

const InputField = ({ input, value, problem, onChange }: InputFieldProps) =>
  input.type === "boolean" ? (
    <Checkbox
      label={input.name}
      checked={value === "true"}
      onChange={(event) => onChange(String(event.currentTarget.checked))}
    />
  ) : (
    <TextInput
      label={input.name}
      required={input.is_required}
      inputMode={input.type === "number" ? "decimal" : "text"}
      value={value}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );

const StartForm = ({ workflow, detail, onDone, onBack }: StartFormProps) => {
  const versions = useVersions(workflow.id);
  const live = versions.data?.find((version) => version.is_live);
  const version = useVersion(workflow.id, live?.id ?? "");
  const start = useStartRun();
  const members = useMembers();
  const me = useMe();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setIsTried] = useState(false);

  if (versions.isError || version.isError) {
    return (
      <ErrorState
        title="The workflow could not be loaded"
        onRetry={() => void Promise.all([versions.refetch(), version.refetch()])}
      >
        {explainError(versions.error ?? version.error)}
      </ErrorState>
    );
  }
  if (version.data === undefined) return <LoadingState shape="text" rows={2} />;

  const inputs = inputsOf(version.data);
  const { values, problems } = toInputValues(inputs, typed);
  const submit = (endsHolder: boolean) => {
    setIsTried(true);
    if (Object.keys(problems).length > 0) return;
    start.mutate(
      {
        workflowId: workflow.id,
        conversation_id: detail.conversation.id,
        inputs: values,
        ends_holder: endsHolder,
      },
      {
        onSuccess: () => {
          notifyDone(`“${workflow.name}” was started`);
          onDone();
        },
      },
    );
  };
  const isRefused = start.error instanceof ApiProblem && start.error.code === "start_refused";
  const holder = isRefused ? holderWords(detail, members.data ?? [], me.data?.member.id) : null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit(false);
  };
  return (
    <form className="inbox-start-form" onSubmit={onSubmit}>
      {inputs.length === 0 && (
        <p className="inbox-muted">It needs nothing from you and starts in this conversation.</p>
      )}
      {inputs.map((input) => (
        <InputField
          key={input.name}
          input={input}
          value={typed[input.name] ?? ""}
          problem={isTried ? problems[input.name] : undefined}
          onChange={(value) => setTyped({ ...typed, [input.name]: value })}
        />
      ))}
      {start.isError && (
        <p className="inbox-start-problem" role="alert">
          {holder?.text ?? explainError(start.error)}
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        {holder === null ? (
          <Button type="submit" loading={start.isPending}>
            Start
          </Button>
        ) : (
          <Button onClick={() => submit(true)} loading={start.isPending}>
            {holder.button}
          </Button>
        )}
      </Group>
    </form>
  );
};

const WorkflowChoice = ({ onChoose }: { onChoose: (workflow: WorkflowBody) => void }) => {
  const workflows = useWorkflows();
  if (workflows.isPending) return <LoadingState shape="text" rows={3} />;
  if (workflows.isError) {
    return (
      <ErrorState
        title="The workflows could not be loaded"
        onRetry={() => void workflows.refetch()}
      >
        {explainError(workflows.error)}
      </ErrorState>
    );
  }
  const manual = workflows.data.filter(
    (workflow) => workflow.trigger_type === "manual" && workflow.state === "live",
  );
  if (manual.length === 0) {
    return (
      <EmptyState icon={<IconRoute size={22} />} title="No workflow can be started by hand">
        Publish one whose trigger is “Started by hand”.
      </EmptyState>
    );
  }
  return (
    <div className="inbox-start-list">
      {manual.map((workflow) => (
        <UnstyledButton
          key={workflow.id}
          className="inbox-start-choice"
          onClick={() => onChoose(workflow)}
        >
          <IconRoute size={16} aria-hidden />
          <span className="inbox-option-name">{workflow.name}</span>
          <IconChevronRight size={16} aria-hidden />
        </UnstyledButton>
      ))}
    </div>
  );
};

/** Starts one of the workflows that are started by hand, in this conversation. */
export const StartWorkflow = ({ detail }: { detail: ConversationDetailBody }) => {
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<WorkflowBody | null>(null);
  const close = () => {
    setIsOpen(false);
    setChosen(null);
  };
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setIsOpen(true)}>
        Start one
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={chosen === null ? "Start a workflow" : chosen.name}
        size="sm"
      >
        {chosen === null ? (
          <WorkflowChoice onChoose={setChosen} />
        ) : (
          <StartForm
            key={chosen.id}
            workflow={chosen}
            detail={detail}
            onDone={close}
            onBack={() => setChosen(null)}
          />
        )}
      </Modal>
    </>
  );
};
