import { ApiProblem, explainError } from "#browser/data";
import type { ReactNode } from "react";
import "../shell/app.css";

/** The card outside of the shell that sign-in and set-up stand on. */
export const Door = ({
  title,
  text,
  children,
}: {
  title: string;
  text: ReactNode;
  children: ReactNode;
}) => (
  <main className="app-door">
    <div className="app-door-card">
      <img src={new URL("../icon.svg", import.meta.url).href} alt="" width={36} height={36} />
      <h1 className="app-door-title">{title}</h1>
      <div className="app-muted">{text}</div>
      {children}
    </div>
  </main>
);

/** Why the form was refused, where no field can say it. */
export const DoorProblem = ({ error }: { error: unknown }) =>
  error === null ? null : (
    <div className="app-door-problem" role="alert">
      {explainError(error)}
    </div>
  );

/** What the server says about one field of the form; undefined when nothing. */
export const fieldProblem = (error: unknown, field: string) =>
  error instanceof ApiProblem
    ? error.errors.find((one) => one.path === `body.${field}`)?.message
    : undefined;
