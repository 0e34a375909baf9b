import type { ReactNode } from "react";

/** One titled part of the panel beside the thread. */
export const Section = ({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <section className="inbox-section">
    <header className="inbox-section-head">
      <h3 className="inbox-section-title">{title}</h3>
      {aside}
    </header>
    {children}
  </section>
);

/** Name and value on a line. */
export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="inbox-fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
