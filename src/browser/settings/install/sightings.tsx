import type { WidgetSightingBody } from "#contract";
import { explainError, useWidgetSightings } from "#browser/data";
import { ErrorState, LoadingState, RelativeTime, StatePill } from "#browser/ui";
import { TextInput } from "@mantine/core";
import { useState } from "react";

/** Lists where the widget was seen, and says of one site whether it is there. */
export const Sightings = () => {
  const query = useWidgetSightings();
  const [asked, setAsked] = useState("");
  if (query.data === undefined) {
    if (query.isPending) return <LoadingState shape="list" rows={2} label="Loading" />;
    return (
      <ErrorState
        title="It could not be found out"
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      >
        {explainError(query.error)}
      </ErrorState>
    );
  }
  const { items } = query.data;
  return (
    <>
      <TextInput
        label="Your site"
        placeholder="https://shop.example"
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      {asked.trim() !== "" && <Verdict asked={asked} items={items} />}
      {items.length === 0 && asked.trim() === "" && (
        <p className="settings-about" role="status">
          Seen nowhere yet. This list looks again by itself.
        </p>
      )}
      {items.length > 0 && (
        <div className="settings-sightings">
          {items.map((item) => (
            <div key={item.origin} className="settings-sighting">
              <span className="settings-sighting-site">{item.origin}</span>
              <StatePill tone={item.was_refused ? "bad" : "good"}>
                {item.was_refused ? "Turned away" : "Seen"}
              </StatePill>
              <span className="settings-row-about">
                <RelativeTime at={item.last_seen_at} style="long" />
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  );
};

const Verdict = ({ asked, items }: { asked: string; items: readonly WidgetSightingBody[] }) => {
  const origin = toOrigin(asked);
  if (origin === null)
    return <p className="settings-about">Write an address such as https://shop.example.</p>;
  const found = items.find((item) => item.origin === origin);
  if (found === undefined)
    return (
      <p className="settings-about" role="status">
        Not seen on {origin} yet. Open a page there with the tag in it; if this does not change,
        look in the browser's console for a policy or blocker that stops widget.js.
      </p>
    );
  return (
    <p className="settings-about" role="status">
      {found.was_refused
        ? `The widget is on ${origin} and was turned away: the site is not among those that may use it (Chat widget → Privacy and places).`
        : `The widget is on ${origin}.`}
    </p>
  );
};

/** `shop.example/path` is read as https. */
const toOrigin = (asked: string): string | null => {
  const text = asked.trim();
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).origin : null;
};
