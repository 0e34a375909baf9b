import type { ActionBody } from "#contract";
import type { CardId } from "#browser/graph";
import { waitWords } from "#browser/graph";
import type { Graph } from "#core/domain";
import { aiAgentOutcomes } from "#core/domain";
import type { PlayedSimulation } from "#core/simulate";
import type { Names } from "#steps/editors";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { AnswerChoices } from "./chat/answer-choices.tsx";
import { ChatLog } from "./chat/chat-log.tsx";
import { Composer } from "./chat/composer.tsx";
import type { Simulator } from "./model/use-simulator.ts";
import { ActDialog } from "./world/act-dialog.tsx";
import type { ActForm } from "./world/act-forms.ts";
import { OutcomePicker } from "./world/outcome-picker.tsx";
import { StartCard } from "./world/start-card.tsx";

interface ConversationTabProps {
  readonly simulator: Simulator;
  readonly played: PlayedSimulation;
  readonly graph: Graph;
  readonly actions: readonly ActionBody[];
  readonly names: Names;
  readonly timezone: string;
  readonly onShow: (card: CardId) => void;
}

/** The chat, what is waited for, and the field to write in. */
export const ConversationTab = (props: ConversationTabProps) => {
  const { simulator, played, graph, actions, names, timezone } = props;
  const { act, acts } = simulator;
  const { state, misfits } = played;
  const [form, setForm] = useState<ActForm | null>(null);
  const said = state.messages.map(({ message }) => message).filter(({ isNote }) => !isNote);
  const last = said.at(-1);
  const question =
    last !== undefined && last.author.kind !== "contact" && last.isPublic ? last : null;
  const { openCall, current } = state;
  return (
    <>
      {misfits.size > 0 && (
        <p className="sim-misfit" role="status">
          {misfits.size === 1
            ? "One thing that was done has no place in the draft any more."
            : `${misfits.size} things that were done have no place in the draft any more.`}
        </p>
      )}
      <ChatLog played={played} acts={acts} graph={graph} names={names} timezone={timezone} />
      <div className="sim-foot">
        {state.runs.length === 0 && (
          <StartCard key={graph.trigger.type} trigger={graph.trigger} onAct={act} />
        )}
        {openCall !== null && (
          <OutcomePicker
            key={openCall.id}
            call={openCall}
            action={actions.find(
              ({ name }) => openCall.request.kind === "action" && name === openCall.request.action,
            )}
            onChoose={(of, outcome) => act({ act: "finish_call", of, outcome })}
          />
        )}
        {current?.wait?.for === "ai_agent" && (
          <section className="sim-card" aria-label="Outcome of the AI agent">
            <strong>The AI agent has the conversation</strong>
            <Group gap={6}>
              {aiAgentOutcomes.map((outcome) => (
                <Button
                  key={outcome}
                  size="xs"
                  variant="default"
                  onClick={() => act({ act: "finish_ai_agent", outcome })}
                >
                  {outcome.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase())}
                </Button>
              ))}
            </Group>
          </section>
        )}
        {current?.state === "paused" && (
          <section className="sim-card" aria-label="The run is paused">
            <strong>The run is paused</strong>
            <Group gap={6}>
              {(["continue", "skip", "end"] as const).map((control) => (
                <Button
                  key={control}
                  size="xs"
                  variant="default"
                  onClick={() => act({ act: "control_run", control })}
                >
                  {control.replace(/^./, (first) => first.toUpperCase())}
                </Button>
              ))}
            </Group>
          </section>
        )}
        {question !== null && <AnswerChoices key={question.id} question={question} onAct={act} />}
        <p className="sim-waits" role="status">
          {current === null
            ? ""
            : current.state === "waiting"
              ? `Waits for ${waitWords(current.wait?.for ?? null)}`
              : current.endedAt === null
                ? ""
                : "The run has ended. What is written now is a new message."}
        </p>
        <Composer onAct={act} onForm={setForm} />
      </div>
      {form !== null && (
        <ActDialog form={form} members={state.members} onAct={act} onClose={() => setForm(null)} />
      )}
    </>
  );
};
