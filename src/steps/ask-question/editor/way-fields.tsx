import { OptionalPath, PanelSection, problemWithin, SecondsField } from "#browser/editing";
import type { Part } from "./draft.ts";

const day = 86_400;

/** The ways out besides an answer: too late, a person wanted, not delivered. */
export const WayFields = ({ draft, problems, change }: Part) => {
  const seconds = draft.timeout?.seconds ?? null;
  return (
    <PanelSection title="When no answer comes">
      <OptionalPath
        label="Stop waiting after a time"
        description="A path “No answer in time”. Not wired, the run ends there."
        isOn={draft.timeout !== null}
        onChange={(isOn) => change({ timeout: isOn ? { seconds: null } : null })}
      >
        <OptionalPath
          label="As long as the channel suggests"
          description="24 hours on chat, 72 hours by mail."
          isOn={seconds === null}
          onChange={(isOn) => change({ timeout: { seconds: isOn ? null : day } })}
        />
        {seconds !== null && (
          <SecondsField
            label="Wait for"
            seconds={seconds}
            error={problemWithin(problems, "timeout")}
            onChange={(chosen) => change({ timeout: { seconds: chosen } })}
          />
        )}
      </OptionalPath>
      <OptionalPath
        label="Own way to a person"
        description="A path “Asked for a person”. Without it the run ends and the workspace’s fallback acts."
        isOn={draft.asked_for_person}
        onChange={(asked_for_person) => change({ asked_for_person })}
      />
      <OptionalPath
        label="Own way when it is not delivered"
        description="A path “Delivery failed”, for channels where a message can get lost."
        isOn={draft.delivery_failed}
        onChange={(delivery_failed) => change({ delivery_failed })}
      />
    </PanelSection>
  );
};
