import { Button } from "@mantine/core";
import type { MatchPanelQuery } from "../../gql/graphql";
import { LoadBar } from "./LoadBar";
import { listed, loadWords, PLACES_OF_CHOICE, points } from "./matchWords";
import classes from "./matching.module.css";
import { rathers, type Place } from "./rathers";
import { Terms } from "./Terms";

type Proposal = MatchPanelQuery["requestMatching"]["proposals"][number];

interface Props {
  readonly proposal: Proposal;
  readonly system: Place;
  /** From 0. */
  readonly place: number;
  readonly busy: boolean;
  /** Null where nobody may be asked now. */
  readonly onAsk: ((coachIds: readonly string[]) => void) | null;
}

/** One team, with why, how full its coaches would be, and what would bring another before it. */
export function ProposalCard({ proposal, system, place, busy, onAsk }: Props) {
  const { coaches, score, reasons, terms, load, runnerUp, whatWouldChange } = proposal;
  const names = listed(coaches.map(({ name }) => name));
  const asking = coaches.length === 1 ? "Ask this coach" : "Ask this team";
  return (
    <article className={classes["proposal"]} aria-label={`${PLACES_OF_CHOICE[place] ?? "Another choice"}: ${names}`} data-first={place === 0}>
      <header className={classes["head"]}>
        <span className={classes["muted"]}>{PLACES_OF_CHOICE[place]}</span>
        <span className={classes["score"]} title="Points out of 100">
          {points(score)}
        </span>
      </header>
      <ul className={classes["coaches"]}>
        {coaches.map((coach, i) => (
          <li key={coach.id}>
            <strong>{coach.name}</strong>
            <span className={classes["muted"]}>
              {coach.provider.name}
              {coaches.length > 1 && (i === 0 ? " · leads" : " · joins")}
            </span>
            <LoadBar share={load[i]?.value ?? null} words={loadWords(load[i]?.value ?? null, coach.load?.hours ?? null)} />
            <span className={classes["rather"]}>{rathers(coach.profile, system)}</span>
          </li>
        ))}
      </ul>
      <ul className={classes["reasons"]}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {onAsk !== null && (
        <Button fullWidth variant={place === 0 ? "filled" : "light"} loading={busy} aria-label={`${asking}: ${names}`} onClick={() => onAsk(coaches.map(({ id }) => id))}>
          {asking}
        </Button>
      )}
      <Terms terms={terms} label={`What the score of ${names} is made of`} />
      {place === 0 && whatWouldChange.length > 0 && (
        <details className={classes["terms"]}>
          <summary>What would change it</summary>
          <ul className={classes["reasons"]}>
            {whatWouldChange.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
      )}
      {runnerUp !== null && <p className={classes["muted"]}>Next in line: {listed(runnerUp.map(({ name }) => name))}</p>}
    </article>
  );
}
