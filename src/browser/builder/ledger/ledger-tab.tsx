import { explainError, useAddress, useDecisionCounts, useDecisions } from "#browser/data";
import { EmptyState, ErrorState, LoadingState, RelativeTime } from "#browser/ui";
import type { DecisionBody } from "#contract";
import { nonStartReasons } from "#core/domain";
import type { Names } from "#steps/editors";
import { Button, UnstyledButton } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { z } from "zod";
import { paths } from "../paths.ts";
import { DayField } from "../runs/day-field.tsx";
import { SearchField } from "../runs/search-field.tsx";
import { useNames } from "../world/use-names.ts";
import "./ledger.css";
import { mendWords, reasonTitles, reasonWords } from "./reason-words.ts";

const day = z.iso.date().optional().catch(undefined);
const addressSchema = z.object({
  reason: z.enum(nonStartReasons).optional().catch(undefined),
  search: z.coerce.string().trim().min(1).max(200).optional().catch(undefined),
  from: day,
  to: day,
});
type Address = z.infer<typeof addressSchema>;

/** Why a workflow did not start: how often for each reason, and every time with what was seen. */
export const LedgerTab = ({ workflowId }: { workflowId: string }) => {
  const [address, change] = useAddress(addressSchema);
  const { from, to } = address;
  const counts = useDecisionCounts(workflowId, { from, to });
  const decisions = useDecisions({ workflow_id: workflowId, result: "not_started", ...address });
  const names = useNames();
  const items = decisions.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = Object.values(address).some((value) => value !== undefined);
  return (
    <div className="builder-scroll">
      <Reasons
        counts={counts.data?.not_started ?? []}
        started={counts.data?.started ?? 0}
        chosen={address.reason}
        onChoose={(reason) => change({ reason })}
      />
      <div className="builder-filters" role="search" aria-label="Narrow the list">
        <SearchField
          label="Contact"
          value={address.search}
          onChange={(search) => change({ search })}
        />
        <DayField
          label="From"
          lead="From"
          value={from}
          onChange={(next) => change({ from: next })}
        />
        <DayField label="Until" lead="To" value={to} onChange={(next) => change({ to: next })} />
        {isNarrowed && (
          <Button size="compact-xs" variant="subtle" onClick={() => change(nothing)}>
            Show all
          </Button>
        )}
      </div>
      {address.reason !== undefined && (
        <p className="builder-mend">
          <strong>{reasonTitles[address.reason]}.</strong> {mendWords[address.reason]}
        </p>
      )}
      {decisions.isPending && <LoadingState shape="table" rows={6} label="Loading the list" />}
      {decisions.isError && decisions.data === undefined && (
        <ErrorState
          title="The list could not be loaded"
          onRetry={() => void decisions.refetch()}
          isRetrying={decisions.isFetching}
        >
          {explainError(decisions.error)}
        </ErrorState>
      )}
      {decisions.data !== undefined && items.length === 0 && (
        <EmptyState
          icon={<IconCircleCheck size={22} />}
          title={isNarrowed ? "Nothing like that" : "Nothing held it back"}
        >
          {isNarrowed
            ? "Nothing of the last 30 days fits all that is chosen above."
            : "Each time its trigger fires and the workflow does not start, the reason is kept here for 30 days."}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="builder-ledger">
          {items.map((decision) => (
            <Entry
              key={decision.event_id}
              decision={decision}
              names={names}
              mends={address.reason === undefined}
            />
          ))}
        </ul>
      )}
      {decisions.hasNextPage && (
        <div className="builder-more">
          <Button
            variant="default"
            loading={decisions.isFetchingNextPage}
            onClick={() => void decisions.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      )}
    </div>
  );
};

const nothing: { readonly [Name in keyof Address]-?: undefined } = {
  reason: undefined,
  search: undefined,
  from: undefined,
  to: undefined,
};

interface ReasonsProps {
  readonly counts: readonly {
    readonly reason: NonNullable<DecisionBody["reason"]>;
    readonly count: number;
  }[];
  readonly started: number;
  readonly chosen: Address["reason"];
  readonly onChoose: (reason: Address["reason"]) => void;
}

const Reasons = ({ counts, started, chosen, onChoose }: ReasonsProps) => (
  <div className="builder-reasons" role="group" aria-label="How often, by reason">
    <span className="builder-reason" data-fixed>
      <strong>{started.toLocaleString("en")}</strong> started
    </span>
    {counts
      .toSorted((a, b) => b.count - a.count)
      .map(({ reason, count }) => (
        <UnstyledButton
          key={reason}
          className="builder-reason"
          aria-pressed={reason === chosen}
          onClick={() => onChoose(reason === chosen ? undefined : reason)}
        >
          <strong>{count.toLocaleString("en")}</strong> {reasonTitles[reason]}
        </UnstyledButton>
      ))}
  </div>
);

interface EntryProps {
  readonly decision: DecisionBody;
  readonly names: Names;
  /** Says how to mend it here; above the list when all have one reason. */
  readonly mends: boolean;
}

const Entry = ({ decision, names, mends }: EntryProps) => {
  const { reason, evidence } = decision;
  const runId = evidence["run_id"];
  return (
    <li>
      <span className="builder-ledger-who">
        {decision.conversation_id === null ? (
          <strong>{decision.contact_display_name}</strong>
        ) : (
          <Link to={paths.conversation(decision.conversation_id)}>
            {decision.contact_display_name}
          </Link>
        )}
        <span className="builder-muted">
          <RelativeTime at={decision.decided_at} style="long" />
        </span>
      </span>
      <span>
        <strong>{reason === null ? "Started" : reasonTitles[reason]}</strong>
        {reasonWords(decision, names).map((words) => (
          <span key={words} className="builder-ledger-words">
            {words}
          </span>
        ))}
        {reason === "run_has_floor" && typeof runId === "string" && (
          <Link className="builder-link" to={paths.run(runId)}>
            Look at that run
          </Link>
        )}
      </span>
      <span className="builder-muted">{reason !== null && mends && mendWords[reason]}</span>
    </li>
  );
};
