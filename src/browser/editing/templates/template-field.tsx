import { IconAction } from "#browser/ui";
import { Popover, ScrollArea, Textarea } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
import { useEditingWorld } from "../editing-world.ts";
import { OfferList, offerId, VariableFacts } from "../variables/offer-list.tsx";
import { VariableMenu } from "../variables/variable-menu.tsx";
import type { Edited } from "./template-context.ts";
import { findMarks, withFallback, withOtherPath } from "./template-marks.ts";
import { TemplateNotes } from "./template-notes.tsx";
import { TemplateSurface } from "./template-surface.tsx";
import { useSuggestions } from "./use-suggestions.ts";
import { withVariable } from "./with-variable.ts";

interface TemplateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly minRows?: number;
  /** Shown as a count once the text comes near it. */
  readonly maxLength?: number;
  /** Has no line breaks. */
  readonly isOneLine?: boolean;
  /** The label is for screen readers only: others see what the field is from what stands around it. */
  readonly isLabelHidden?: boolean;
  /** A value that may be missing is well defined here, as in a comparison. */
  readonly mayBeMissing?: boolean;
}

/** Text that may hold variables: typed as `{{ }}` with suggestions, or picked from a list. What is unknown or may be missing is underlined. */
export const TemplateField = ({
  value,
  onChange,
  description,
  label,
  minRows = 1,
  maxLength,
  isOneLine = false,
  isLabelHidden = false,
  mayBeMissing = false,
  error,
  ...rest
}: TemplateFieldProps) => {
  const { variables } = useEditingWorld();
  const { field, edit } = useEdits(onChange);
  const [isPicking, setIsPicking] = useState(false);
  const list = useId();
  const { suggestions, active, setActive, walk, setCaret, dismiss } = useSuggestions(value);
  const marks = useMemo(() => {
    const found = findMarks(value, variables);
    return mayBeMissing ? found.filter(({ tone }) => tone === "wrong") : found;
  }, [value, variables, mayBeMissing]);
  const take = (index: number) => {
    const taken = suggestions[index]?.complete();
    if (taken !== undefined) edit(taken);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (suggestions.length > 0 && onListKey(event)) {
      event.preventDefault();
      // Keys of the list are not the panel's or the canvas's.
      event.stopPropagation();
    } else if (isOneLine && event.key === "Enter") event.preventDefault();
  };
  const onListKey = ({ key }: KeyboardEvent): boolean => {
    if (key === "Escape") dismiss();
    else if (key === "Enter" || key === "Tab") take(active);
    else return walk(key);
    return true;
  };
  const isNearLimit = maxLength !== undefined && value.length > maxLength * 0.8;
  return (
    <div>
      <Popover
        opened={suggestions.length > 0}
        position="bottom-start"
        width={320}
        shadow="md"
        withinPortal
        withRoles={false}
        trapFocus={false}
        returnFocus={false}
      >
        <Textarea
          {...rest}
          ref={field}
          {...(isLabelHidden ? { "aria-label": label } : { label })}
          description={isNearLimit ? `${value.length} of ${maxLength} characters` : description}
          value={value}
          // What is being typed is not wrong yet.
          error={suggestions.length > 0 ? undefined : error}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange(isOneLine ? text.replaceAll("\n", " ") : text);
            setCaret(event.currentTarget.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setCaret(null)}
          onKeyDown={onKeyDown}
          autosize
          minRows={minRows}
          maxRows={14}
          aria-autocomplete="list"
          aria-controls={suggestions.length > 0 ? list : undefined}
          aria-activedescendant={suggestions.length > 0 ? offerId(list, active) : undefined}
          classNames={{ input: "editing-template-input", section: "editing-template-tools" }}
          inputWrapperOrder={["label", "input", "error", "description"]}
          inputContainer={(input) => (
            <Popover.Target>
              <div>
                <TemplateSurface text={value} marks={marks} field={field}>
                  {input}
                </TemplateSurface>
              </div>
            </Popover.Target>
          )}
          rightSection={
            <VariableMenu
              isOpen={isPicking}
              onClose={() => setIsPicking(false)}
              onPick={({ path }) => {
                setIsPicking(false);
                const { selectionStart = value.length, selectionEnd = value.length } =
                  field.current ?? {};
                const { text, caret } = withVariable(value, selectionStart, selectionEnd, path);
                edit({ text, start: caret, end: caret });
              }}
            >
              <IconAction
                label="Insert a variable"
                keys="{{"
                size="sm"
                onClick={() => setIsPicking(!isPicking)}
              >
                <IconBraces size={16} />
              </IconAction>
            </VariableMenu>
          }
        />
        <Popover.Dropdown p={0}>
          <ScrollArea.Autosize mah={260} type="auto">
            <OfferList
              id={list}
              label="Suggestions"
              offers={suggestions.map(({ offer }) => offer)}
              active={active}
              onHover={setActive}
              onPick={take}
              emptyText=""
            />
          </ScrollArea.Autosize>
          <VariableFacts variable={suggestions[active]?.variable} />
        </Popover.Dropdown>
      </Popover>
      <TemplateNotes
        marks={marks}
        onFallback={(path) => {
          const { text, selected } = withFallback(value, path);
          edit({ text, start: selected?.start ?? text.length, end: selected?.end ?? text.length });
        }}
        onSpell={(path, meant) => onChange(withOtherPath(value, path, meant))}
      />
    </div>
  );
};

/** Changes the text from outside of the keyboard and puts the caret where it belongs. */
function useEdits(onChange: (value: string) => void) {
  const field = useRef<HTMLTextAreaElement>(null);
  const edit = ({ text, start, end }: Edited) => {
    onChange(text);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    });
  };
  return { field, edit };
}
