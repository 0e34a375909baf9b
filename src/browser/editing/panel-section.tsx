import type { ReactNode } from "react";

/** One part of a panel under its own heading. */
export const PanelSection = ({ title, children }: { title?: string; children: ReactNode }) => (
  <section className="editing-section">
    {title !== undefined && <h3 className="editing-section-title">{title}</h3>}
    {children}
  </section>
);
