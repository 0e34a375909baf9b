import { useLogIn, useMe, useSetupState } from "#browser/data";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { Navigate, useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { Door, DoorProblem } from "./door.tsx";

/** Only addresses of our own side are returned to. */
const toOwnAddress = (next: string | null) =>
  next !== null && next.startsWith("/") && !next.startsWith("//") && !next.startsWith("/sign-in")
    ? next
    : "/inbox";

/** Asks for e-mail and password, and leads back to where the visitor wanted to go. */
export const SignInScreen = ({ next }: { next: string | null }) => {
  const me = useMe();
  const setup = useSetupState();
  const logIn = useLogIn();
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  const isSignedIn = me.data !== undefined && me.data !== null;
  useEffect(() => {
    if (isSignedIn)
      router.history.replace(router.basepath + toOwnAddress(next).replace(/^\/app(?=\/|$)/, ""));
  }, [isSignedIn, next, router]);

  if (setup.data?.is_needed === true) return <Navigate to="/setup" replace />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!logIn.isPending) logIn.mutate({ email, password });
  };
  return (
    <Door title="Sign in to Switchboard" text="With the e-mail and password of your workspace.">
      <form className="app-door-form" onSubmit={submit}>
        <DoorProblem error={logIn.error} />
        <TextInput
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={logIn.isPending || isSignedIn} fullWidth>
          Sign in
        </Button>
      </form>
    </Door>
  );
};
