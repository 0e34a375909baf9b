import type { ReactNode } from "react";

/** Says something quietly beside the fields. */
export const Hint = ({ children }: { children: ReactNode }) => (
  <p className="editing-hint">{children}</p>
);

/** Says what is wrong with a whole list or group; nothing when nothing is. */
export const ProblemText = ({ problem }: { problem: string | undefined }) =>
  problem === undefined ? null : <p className="editing-error">{problem}</p>;

/** Two fields side by side. */
export const FieldPair = ({ children }: { children: ReactNode }) => (
  <div className="editing-pair">{children}</div>
);
