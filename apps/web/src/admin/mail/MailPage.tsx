import { NativeSelect } from "@mantine/core";
import { useTimes } from "../../access/times";
import { graphql } from "../../gql";
import type { MailPageQuery, MailState } from "../../gql/graphql";
import { PAGE_ROWS, usePages } from "../../sense/records/usePages";
import { PageFrame } from "../../ui/PageFrame";
import classes from "../admin.module.css";
import { PagedList } from "../PagedList";
import { SearchInput } from "../SearchInput";
import { StateWord } from "../StateWord";
import { oneOf, useFilters } from "../useFilters";
import { useListQuery } from "../useListQuery";
import { mailFinding, MAIL_STATES, MAIL_STATE_WORDS } from "./mailWords";
import { ResendMailButton } from "./ResendMailButton";

const COUNTS = graphql(`
  query MailCounts {
    waiting: mails(state: WAITING, first: 1) {
      totalCount
    }
    failed: mails(state: FAILED, first: 1) {
      totalCount
    }
    sent: mails(state: SENT, first: 1) {
      totalCount
    }
  }
`);

const MAILS = graphql(`
  query MailPage($state: MailState, $search: String, $first: Int!, $after: String) {
    mails(state: $state, search: $search, first: $first, after: $after) {
      totalCount
      nodes {
        id
        kind
        to
        subject
        state
        attempts
        lastError
        createdAt
        sentAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type MailLine = MailPageQuery["mails"]["nodes"][number];

function State({ mail }: { readonly mail: MailLine }) {
  const { moment } = useTimes();
  const tries = mail.attempts === 1 ? "1 try" : `${mail.attempts} tries`;
  return (
    <span className={classes["who"]}>
      <StateWord {...MAIL_STATE_WORDS[mail.state]} />
      {mail.state === "SENT" && mail.sentAt !== null && <small>{moment(mail.sentAt)}</small>}
      {mail.state !== "SENT" && mail.attempts > 0 && (
        <small>
          {tries}
          {mail.lastError !== null && `: ${mail.lastError}`}
        </small>
      )}
    </span>
  );
}

function Mails({ state, search, pending }: { readonly state: MailState | null; readonly search: string; readonly pending: boolean }) {
  const { after, paging } = usePages();
  const { moment } = useTimes();
  const { mails } = useListQuery(MAILS, { state, search: search || null, first: PAGE_ROWS, after });
  return (
    <PagedList
      label="Mails"
      headers={["Mail", "To", "Written", "State", ""]}
      connection={mails}
      paging={paging}
      pending={pending}
      empty={<p>No mail is like that.</p>}
      rows={mails.nodes.map((mail) => ({
        id: mail.id,
        cells: [
          <strong key="subject">{mail.subject}</strong>,
          mail.to,
          moment(mail.createdAt),
          <State key="state" mail={mail} />,
          mail.state !== "WAITING" && <ResendMailButton key="resend" id={mail.id} to={mail.to} />,
        ],
      }))}
    />
  );
}

/** What the network writes to people, and whether it got through. */
export function MailPage() {
  const { latest, shown, pending, set } = useFilters();
  const { waiting, failed, sent } = useListQuery(COUNTS, {});
  const { search = "", state = "" } = shown;
  return (
    <PageFrame
      name="Mail"
      finding={mailFinding({ waiting: waiting.totalCount, failed: failed.totalCount, sent: sent.totalCount })}
      basis="A mail is tried again by itself for some hours. One that failed for good waits here until it is sent again."
    >
      <div className={classes["filters"]}>
        <SearchInput label="Address" value={latest["search"] ?? ""} onSearch={(words) => set({ search: words })} />
        <NativeSelect
          label="State"
          value={latest["state"] ?? ""}
          data={[{ value: "", label: "Any state" }, ...MAIL_STATES.map((name) => ({ value: name, label: MAIL_STATE_WORDS[name].word }))]}
          onChange={({ currentTarget }) => set({ state: currentTarget.value })}
        />
      </div>
      <Mails key={`${state} ${search}`} state={oneOf(MAIL_STATES, state)} search={search} pending={pending} />
    </PageFrame>
  );
}
