import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ChatActions } from "../chat-actions.ts";
import { useTexts } from "../texts/index.ts";

/** Enough to find a slip of the fingers; the server judges it in full. */
const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

/** Asks once for an address while nobody is there; what it says stands until the visitor answers or declines. */
export const EmailAsk = ({ actions }: { readonly actions: ChatActions }): ComponentChildren => {
  const texts = useTexts();
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    if (!looksLikeEmail.test(email.trim())) return setProblem(texts.emailWrong);
    setIsBusy(true);
    const outcome = await actions.giveEmail(email.trim());
    setIsBusy(false);
    if (outcome !== "kept") setProblem(outcome === "wrong" ? texts.emailWrong : texts.emailNotKept);
  };
  return (
    <form class="ask" noValidate onSubmit={(event) => void submit(event)}>
      <label for="ask-email">{texts.askEmail}</label>
      <div class="field">
        <input
          id="ask-email"
          type="email"
          inputMode="email"
          autocomplete="email"
          dir="ltr"
          placeholder={texts.emailHint}
          value={email}
          aria-invalid={problem !== null}
          aria-describedby="ask-problem"
          onInput={(event) => {
            setEmail(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <button type="submit" class="chip is-main" aria-disabled={isBusy}>
          {texts.keepEmail}
        </button>
      </div>
      <p class="failure" id="ask-problem" role="alert">
        {problem}
      </p>
      <button type="button" class="link" onClick={actions.declineEmail}>
        {texts.noThanks}
      </button>
    </form>
  );
};
