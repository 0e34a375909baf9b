import type { Message, SimulationAct } from "#core/domain";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";

interface AnswerChoicesProps {
  /** The newest thing said to the customer, while it is unanswered. */
  readonly question: Message;
  readonly onAct: (act: SimulationAct) => void;
}

/** Files of the kinds that questions ask for; what is in them no workflow reads. */
const files = [
  { name: "photo.jpg", content_type: "image/jpeg", bytes: 240_000 },
  { name: "invoice.pdf", content_type: "application/pdf", bytes: 90_000 },
] as const;

/** What answers a question without writing, as in the widget: its buttons, a calendar, files. */
export const AnswerChoices = ({ question, onAct }: AnswerChoicesProps) => {
  const { answerInput, quickReplies } = question;
  if (answerInput?.kind === "date") return <DateChoice onAct={onAct} />;
  if (answerInput?.kind === "file")
    return (
      <div className="sim-choices">
        {files.map((file) => (
          <Button
            key={file.name}
            variant="default"
            size="xs"
            onClick={() => onAct({ act: "send_files", files: [file] })}
          >
            Send {file.name}
          </Button>
        ))}
      </div>
    );
  if (quickReplies.length === 0) return null;
  if (answerInput?.kind === "multiple_choice")
    return <SeveralChoices question={question} min={answerInput.min} onAct={onAct} />;
  return (
    <div className="sim-choices" role="group" aria-label="Answers">
      {quickReplies.map(({ id, label }) => (
        <Button
          key={id}
          variant="default"
          size="xs"
          onClick={() => onAct({ act: "press", quick_reply_id: id, label })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
};

const DateChoice = ({ onAct }: Pick<AnswerChoicesProps, "onAct">) => {
  const [day, setDay] = useState("");
  return (
    <div className="sim-choices">
      <TextInput
        type="date"
        size="xs"
        aria-label="Day"
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={day === ""}
        onClick={() => onAct({ act: "write", text: day })}
      >
        Send
      </Button>
    </div>
  );
};

/** Buttons that stay pressed until what was chosen is sent, as the list of their labels. */
const SeveralChoices = ({
  question,
  min,
  onAct,
}: AnswerChoicesProps & { readonly min: number }) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const labels = question.quickReplies
    .filter(({ id }) => chosen.includes(id))
    .map(({ label }) => label);
  return (
    <div className="sim-choices" role="group" aria-label="Answers">
      {question.quickReplies.map(({ id, label }) => (
        <Button
          key={id}
          size="xs"
          variant={chosen.includes(id) ? "light" : "default"}
          aria-pressed={chosen.includes(id)}
          onClick={() =>
            setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
          }
        >
          {label}
        </Button>
      ))}
      <Button
        size="xs"
        disabled={labels.length < Math.max(1, min)}
        onClick={() => onAct({ act: "write", text: labels.join(", ") })}
      >
        Send
      </Button>
    </div>
  );
};
