import { explainError, useSetUp, useSetupState } from "#browser/data";
import { ErrorState } from "#browser/ui";
import { Button, Loader, PasswordInput, TextInput } from "@mantine/core";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { Door, DoorProblem, fieldProblem } from "./door.tsx";

const fewestCharacters = 12;

/** Makes the workspace and its first owner, once, when there is nobody yet. */
export const SetupScreen = () => {
  const state = useSetupState();
  const setUp = useSetUp();
  const navigate = useNavigate();
  const [fields, setFields] = useState({ workspace_name: "", name: "", email: "", password: "" });
  const set = (name: keyof typeof fields) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [name]: event.currentTarget.value });

  if (state.isPending) {
    return (
      <div className="app-splash">
        <Loader aria-label="Loading" size="sm" />
      </div>
    );
  }
  if (state.isError) {
    return (
      <ErrorState
        title="Switchboard cannot be reached"
        onRetry={() => void state.refetch()}
        isRetrying={state.isFetching}
      >
        {explainError(state.error)}
      </ErrorState>
    );
  }
  if (!state.data.is_needed && !setUp.isSuccess) return <Navigate to="/sign-in" replace />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUp.mutate(
      { ...fields, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      { onSuccess: () => void navigate({ to: "/inbox", replace: true }) },
    );
  };
  const problem = (field: keyof typeof fields) => fieldProblem(setUp.error, field);
  const isShort = fields.password !== "" && fields.password.length < fewestCharacters;
  return (
    <Door
      title="Set up Switchboard"
      text="Name your workspace and make its owner. Members are invited afterwards."
    >
      <form className="app-door-form" onSubmit={submit}>
        {setUp.error !== null &&
          Object.keys(fields).every((field) => fieldProblem(setUp.error, field) === undefined) && (
            <DoorProblem error={setUp.error} />
          )}
        <TextInput
          label="Workspace"
          placeholder="Your company"
          required
          autoFocus
          value={fields.workspace_name}
          onChange={set("workspace_name")}
          error={problem("workspace_name")}
        />
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          value={fields.name}
          onChange={set("name")}
          error={problem("name")}
        />
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={fields.email}
          onChange={set("email")}
          error={problem("email")}
        />
        <PasswordInput
          label="Password"
          description={`At least ${fewestCharacters} characters`}
          autoComplete="new-password"
          required
          value={fields.password}
          onChange={set("password")}
          error={
            problem("password") ??
            (isShort ? `${fewestCharacters - fields.password.length} more characters` : undefined)
          }
        />
        <Button
          type="submit"
          loading={setUp.isPending}
          disabled={fields.password.length < fewestCharacters}
          fullWidth
        >
          Make the workspace
        </Button>
      </form>
    </Door>
  );
};
