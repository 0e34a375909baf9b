import type { CardId } from "#browser/graph";
import { UnstyledButton } from "@mantine/core";
import "./difference.css";
import type { DifferenceSentence } from "./words/sentence.ts";

const signs = { added: "+", removed: "−", changed: "~" } as const;
const signWords = { added: "New", removed: "Gone", changed: "Changed" } as const;

interface DifferenceListProps {
  readonly sentences: readonly DifferenceSentence[];
  /** Cards that only stand elsewhere. */
  readonly movedCount: number;
  readonly onShow: (card: CardId) => void;
}

/** Lists a difference in words; each sentence leads to its card. */
export const DifferenceList = ({ sentences, movedCount, onShow }: DifferenceListProps) => (
  <ul className="difference-list graph-tones">
    {sentences.map((sentence, index) => (
      // Sentences may be alike: of two steps of one name. They stand in one order, so their place tells them apart.
      <li key={index}>
        {sentence.card === null ? (
          <span className="difference-sentence">
            <Sentence sentence={sentence} />
          </span>
        ) : (
          <UnstyledButton
            className="difference-sentence"
            onClick={() => sentence.card !== null && onShow(sentence.card)}
          >
            <Sentence sentence={sentence} />
          </UnstyledButton>
        )}
      </li>
    ))}
    {movedCount > 0 && (
      <li className="difference-moved">
        {movedCount === 1 ? "One card only stands" : `${movedCount} cards only stand`} elsewhere;
        that changes nothing for a run.
      </li>
    )}
  </ul>
);

const Sentence = ({ sentence: { tone, text, stretches } }: { sentence: DifferenceSentence }) => (
  <>
    <span className="difference-sign" data-tone={tone} role="img" aria-label={signWords[tone]}>
      {signs[tone]}
    </span>
    <span className="difference-words">
      {text}
      {stretches.length > 0 && (
        <span className="difference-text">
          {stretches.map((stretch, index) =>
            stretch.kind === "same" ? (
              stretch.text
            ) : stretch.kind === "was" ? (
              <del key={index}>{stretch.text}</del>
            ) : (
              <ins key={index}>{stretch.text}</ins>
            ),
          )}
        </span>
      )}
    </span>
  </>
);
