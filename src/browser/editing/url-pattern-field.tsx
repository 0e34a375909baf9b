import { TextInput } from "@mantine/core";

interface UrlPatternFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** Edits a pattern for page addresses and says how patterns read. */
export const UrlPatternField = ({ onChange, ...field }: UrlPatternFieldProps) => (
  <TextInput
    {...field}
    spellCheck={false}
    classNames={{ input: "editing-mono" }}
    description={
      <>
        Matches the path: <code>/docs/*</code> one part, <code>/docs/**</code> everything below.
        With a host or a <code>?</code> it matches those too.
      </>
    }
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
