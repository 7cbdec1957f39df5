import { Card } from "../../open/ui/Card";
import { useNetwork } from "../../open/ui/network";
import { atLength, dayOf } from "../../open/ui/times";
import { callAsIcs } from "./ics";
import styles from "./leaderPage.module.css";
import type { LeaderPageData, PartProps } from "./page";
import { listed } from "./words";

const MODES = { VIDEO: "Video call", PHONE: "Telephone call", IN_PERSON: "In person", EMAIL: "By e-mail" } as const;

/** Next call, team, what was agreed and what was shared; nothing before there is a team. */
export function Coaching({ page }: PartProps) {
  const [call] = page.calls;
  return (
    <>
      {call && <NextCall call={call} team={listed(page.team.map(({ name }) => name))} />}
      {page.team.length > 0 && (
        <Card title="Your team">
          <ul className={styles.plain}>
            {page.team.map(({ name, organisation, isLead }) => (
              <li key={name}>
                <strong>{name}</strong>, {organisation}
                {isLead && page.team.length > 1 && " (leads)"}
              </li>
            ))}
          </ul>
          {page.heldAt.length > 0 && (
            <p>
              {page.heldAt.length === 1 ? "One call" : `${page.heldAt.length} calls`} so far, the last on {dayOf(page.heldAt[0] ?? "")}.
            </p>
          )}
        </Card>
      )}
      {page.steps.length > 0 && <Steps steps={page.steps} />}
      {page.resources.length > 0 && (
        <Card title="Shared with you">
          <ul>
            {page.resources.map(({ id, title, url }) => (
              <li key={id}>
                <a href={url} rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function NextCall({ call, team }: { readonly call: LeaderPageData["calls"][number]; readonly team: string }) {
  const network = useNetwork();
  const ics = `data:text/calendar;charset=utf-8,${encodeURIComponent(callAsIcs(call, team, network?.now ?? new Date(call.startsAt)))}`;
  const isLink = call.place !== null && /^https?:\/\//.test(call.place);
  return (
    <Card title="Your next call">
      <p>
        <strong>{atLength(call.startsAt)}</strong>
        <br />
        {MODES[call.mode]}, {call.minutes} minutes
        {call.place !== null && (
          <>
            {": "}
            {isLink ? (
              <a href={call.place} rel="noreferrer">
                {call.place}
              </a>
            ) : (
              call.place
            )}
          </>
        )}
      </p>
      <p>
        <a href={ics} download="coaching-call.ics">
          Put it into your calendar
        </a>
      </p>
    </Card>
  );
}

const DAY = new Intl.DateTimeFormat("en-US", { month: "long", day: "numeric", timeZone: "UTC" });

/** What was agreed. A day without a time is the same day everywhere. */
const Steps = ({ steps }: { readonly steps: LeaderPageData["steps"] }) => (
  <Card title="What was agreed">
    <ul>
      {steps.map(({ id, text, who, due, doneAt }) => (
        <li key={id}>
          {doneAt === null ? text : <s>{text}</s>}
          <span className={styles.quiet}>
            {" "}
            {who === "LEADER" ? "You" : "Your coach"}
            {due !== null && `, by ${DAY.format(new Date(`${due}T00:00:00Z`))}`}
            {doneAt !== null && ", done"}
          </span>
        </li>
      ))}
    </ul>
  </Card>
);
