import { Skeleton } from "@mantine/core";

const widths = ["62%", "88%", "74%", "80%", "55%", "92%", "68%"];

/** Holds the place of what is being fetched, in its shape, so that nothing jumps when it comes. */
export const LoadingState = ({
  shape = "list",
  rows = 6,
  label = "Loading",
}: {
  shape?: "list" | "table" | "text";
  rows?: number;
  label?: string;
}) => (
  <div role="status" aria-label={label} style={{ padding: shape === "text" ? 24 : 12 }}>
    {Array.from({ length: rows }, (_, row) => (
      <div
        key={row}
        style={{
          display: "flex",
          alignItems: "center",
          gap: 12,
          padding: shape === "table" ? "12px 12px" : "10px 4px",
        }}
      >
        {shape === "list" && <Skeleton height={32} circle />}
        <div style={{ flex: 1 }}>
          <Skeleton height={10} width={widths[row % widths.length] ?? "80%"} />
          {shape === "list" && (
            <Skeleton height={8} mt={8} width={widths[(row + 3) % widths.length] ?? "60%"} />
          )}
        </div>
        {shape === "table" && <Skeleton height={10} width={80} />}
      </div>
    ))}
  </div>
);
