import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { isAdmin } from "../../access/home";
import { useTimes } from "../../access/times";
import { roleWords } from "../../access/words";
import { graphql } from "../../gql";
import type { InvitationState, InvitationsPageQuery } from "../../gql/graphql";
import { PAGE_ROWS, usePages } from "../../sense/records/usePages";
import { useNetwork } from "../../sense/scope/network";
import { PageFrame } from "../../ui/PageFrame";
import classes from "../admin.module.css";
import { PagedList } from "../PagedList";
import { StateWord, type Tone } from "../StateWord";
import { oneOf, useFilters } from "../useFilters";
import { useListQuery } from "../useListQuery";
import { counted } from "../wording";
import { InvitationActions } from "./InvitationActions";
import { InviteForm } from "./InviteForm";

const COUNTS = graphql(`
  query InvitationCounts {
    pending: invitations(state: PENDING, first: 1) {
      totalCount
    }
    expired: invitations(state: EXPIRED, first: 1) {
      totalCount
    }
  }
`);

const INVITATIONS = graphql(`
  query InvitationsPage($state: InvitationState, $first: Int!, $after: String) {
    invitations(state: $state, first: $first, after: $after) {
      totalCount
      nodes {
        id
        email
        name
        role
        positions
        provider {
          id
          name
        }
        state
        invitedBy
        createdAt
        expiresAt
        acceptedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const STATES: Readonly<Record<InvitationState, { readonly word: string; readonly tone: Tone }>> = {
  PENDING: { word: "Waiting for an answer", tone: "open" },
  ACCEPTED: { word: "Accepted", tone: "good" },
  REVOKED: { word: "Taken back", tone: "plain" },
  EXPIRED: { word: "Ran out", tone: "bad" },
};
const STATE_NAMES = ["PENDING", "ACCEPTED", "REVOKED", "EXPIRED"] as const;

function whenWords({ state, expiresAt, acceptedAt }: InvitationsPageQuery["invitations"]["nodes"][number], day: (instant: string) => string): string {
  if (state === "ACCEPTED" && acceptedAt !== null) return day(acceptedAt);
  if (state === "PENDING") return `until ${day(expiresAt)}`;
  return state === "EXPIRED" ? day(expiresAt) : "";
}

function InvitationList({ state, pending, mayChange }: { readonly state: InvitationState | null; readonly pending: boolean; readonly mayChange: boolean }) {
  const { after, paging } = usePages();
  const { day } = useTimes();
  const { invitations } = useListQuery(INVITATIONS, { state, first: PAGE_ROWS, after });
  return (
    <PagedList
      label="Invitations"
      headers={["For", "As", "Invited", "State", ...(mayChange ? [""] : [])]}
      connection={invitations}
      paging={paging}
      pending={pending}
      empty={<p>{state === null ? "Nobody was invited yet." : "No invitation stands like that."}</p>}
      rows={invitations.nodes.map((invitation) => ({
        id: invitation.id,
        faded: invitation.state === "REVOKED",
        cells: [
          <span key="who" className={classes["who"]}>
            <strong>{invitation.email}</strong>
            {invitation.name !== null && <small>{invitation.name}</small>}
          </span>,
          roleWords(invitation),
          <span key="by" className={classes["who"]}>
            {day(invitation.createdAt)}
            <small>by {invitation.invitedBy}</small>
          </span>,
          <span key="state" className={classes["who"]}>
            <StateWord {...STATES[invitation.state]} />
            <small>{whenWords(invitation, day)}</small>
          </span>,
          ...(mayChange ? [<InvitationActions key="actions" invitation={invitation} />] : []),
        ],
      }))}
    />
  );
}

function findingOf(waiting: number, expired: number): string {
  const ranOut = expired === 0 ? "" : `; ${counted(expired, "has", "have")} run out unanswered`;
  return waiting === 0 ? `No invitation is waiting for an answer${ranOut}.` : `${counted(waiting, "invitation is", "invitations are")} waiting for an answer${ranOut}.`;
}

/** Who was asked to join, and what became of it. */
export function InvitationsPage() {
  const { latest, shown, pending, set } = useFilters();
  const [inviting, setInviting] = useState(false);
  const { viewer } = useNetwork();
  const counts = useListQuery(COUNTS, {});
  const mayChange = isAdmin(viewer);
  return (
    <PageFrame
      name="Invitations"
      finding={findingOf(counts.pending.totalCount, counts.expired.totalCount)}
      basis="An account is made only by accepting an invitation. The link in the mail works once, and for two weeks."
      controls={
        mayChange && !inviting ? <Button onClick={() => setInviting(true)}>Invite somebody</Button> : mayChange ? undefined : <p className={classes["muted"]}>Only administrators of the network invite.</p>
      }
    >
      {inviting && <InviteForm onLeave={() => setInviting(false)} />}
      <div className={classes["filters"]}>
        <NativeSelect
          label="State"
          value={latest["state"] ?? ""}
          data={[{ value: "", label: "Any state" }, ...STATE_NAMES.map((name) => ({ value: name, label: STATES[name].word }))]}
          onChange={({ currentTarget }) => set({ state: currentTarget.value })}
        />
      </div>
      <InvitationList key={shown["state"] ?? ""} state={oneOf(STATE_NAMES, shown["state"])} pending={pending} mayChange={mayChange} />
    </PageFrame>
  );
}
