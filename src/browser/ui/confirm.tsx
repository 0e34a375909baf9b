import { Button, Group, Modal, Text } from "@mantine/core";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";

export interface Question {
  readonly title: string;
  readonly text: ReactNode;
  /** The verb on the button: "Delete workflow", never "OK". */
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

/** Asks before something that cannot be undone; answers true when confirmed. */
export const useConfirm = () => useContext(ConfirmContext);

/** Holds the one dialog that `useConfirm` asks through. */
export const ConfirmProvider = ({ children }: { children: ReactNode }) => {
  const [question, setQuestion] = useState<Question | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const answerRef = useRef<((isConfirmed: boolean) => void) | null>(null);
  const answer = useCallback((isConfirmed: boolean) => {
    answerRef.current?.(isConfirmed);
    answerRef.current = null;
    setIsOpen(false);
  }, []);
  const ask = useCallback<Ask>((next) => {
    answerRef.current?.(false);
    setQuestion(next);
    setIsOpen(true);
    return new Promise((resolve) => {
      answerRef.current = resolve;
    });
  }, []);
  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        opened={isOpen}
        onClose={() => answer(false)}
        title={<Text fw={600}>{question?.title}</Text>}
        size="sm"
        withCloseButton={false}
      >
        <Text c="dimmed">{question?.text}</Text>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => answer(false)}>
            Cancel
          </Button>
          <Button
            data-autofocus
            color={question?.isDangerous === true ? "red" : "petrol"}
            onClick={() => answer(true)}
          >
            {question?.confirmLabel}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext>
  );
};
