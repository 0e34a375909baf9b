/** Shows which keys do it, pressed together. */
export const KeyHint = ({ keys }: { keys: readonly string[] }) => (
  <span style={{ display: "inline-flex", gap: 3 }}>
    {keys.map((key) => (
      <kbd key={key} className="ui-key">
        {key}
      </kbd>
    ))}
  </span>
);
