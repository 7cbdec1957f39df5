import { useSuspenseQuery } from "@apollo/client/react";
import { Anchor, Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { use } from "react";
import { graphql } from "../../gql";
import type { InvitationPageQuery } from "../../gql/graphql";
import { useNetwork } from "../../sense/scope/network";
import { Attempt } from "../../ui/attempt";
import { PageBoundary } from "../../ui/PageBoundary";
import { Failed, Loading } from "../../ui/states";
import { AccessFrame } from "../AccessFrame";
import classes from "../access.module.css";
import { signOut } from "../session";
import { ROLE_OPENS, ROLE_WORDS } from "../words";
import { AcceptForm } from "./AcceptForm";

const INVITATION = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      email
      name
      role
      organisation
      hasAccount
      state
    }
  }
`);

type Offer = InvitationPageQuery["invitation"];

const CLOSED = {
  ACCEPTED: ["This invitation was accepted already", "Sign in with the account that was made from it."],
  REVOKED: ["This invitation was taken back", "If you think that is a mistake, ask whoever invited you."],
  EXPIRED: ["This invitation has run out", "Ask whoever invited you to send it once more; it takes them one click."],
} as const;

/** What the invitation makes of its holder, as a phrase. */
function offeredAs({ role, organisation }: Offer): string {
  const word = ROLE_WORDS[role].toLowerCase();
  return organisation === null ? word : `${word} of ${organisation}`;
}

function WrongAccount({ offer, email }: { readonly offer: Offer; readonly email: string }) {
  const leave = async () => {
    await signOut();
    window.location.reload();
  };
  return (
    <AccessFrame
      name="Invitation"
      title="This invitation is for another address"
      lede={`It was sent to ${offer.email}; you are signed in as ${email}. Sign out to accept it.`}
    >
      <div className={classes["ways"]}>
        <Button onClick={() => void leave()}>Sign out</Button>
        <Anchor href="/">Stay as you are</Anchor>
      </div>
    </AccessFrame>
  );
}

function Invited({ token }: { readonly token: string }) {
  const attempt = use(Attempt);
  const { viewer, network } = useNetwork();
  const { data } = useSuspenseQuery(INVITATION, { variables: { token }, queryKey: [attempt] });
  const offer = data.invitation;
  if (offer.state !== "PENDING") {
    const [title, lede] = CLOSED[offer.state];
    return (
      <AccessFrame name="Invitation" title={title} lede={lede}>
        <Anchor href="/">Go on</Anchor>
      </AccessFrame>
    );
  }
  if (viewer !== null && viewer.email.toLowerCase() !== offer.email.toLowerCase()) {
    return <WrongAccount offer={offer} email={viewer.email} />;
  }
  const holder = viewer === null ? (offer.hasAccount ? "hasAccount" : "new") : "signedIn";
  return (
    <AccessFrame
      name="Invitation"
      title={`Join ${network.name} as ${offeredAs(offer)}`}
      lede={`This opens ${ROLE_OPENS[offer.role]}. ${holder === "new" ? `You will sign in as ${offer.email}.` : `It goes to your account, ${offer.email}.`}`}
    >
      <AcceptForm token={token} email={offer.email} name={offer.name ?? ""} holder={holder} />
    </AccessFrame>
  );
}

/** A link that nobody was sent, or that was replaced by a later one. */
function NoInvitation() {
  return (
    <AccessFrame
      name="Invitation"
      title="This link leads to no invitation"
      lede="It may have been cut short on its way, or a newer mail took its place. Open the latest mail again, or ask whoever invited you."
    >
      <Anchor href="/">Go on without</Anchor>
    </AccessFrame>
  );
}

/** Where an invitation leads: what it offers, and what it takes to take it up. */
export function InvitationPage() {
  const { token = "" } = useParams({ strict: false }) as { readonly token?: string };
  return (
    <PageBoundary
      resetKey={token}
      loading={<Loading />}
      renderProblem={(problem, retry) =>
        problem.kind === "notFound" || problem.kind === "badScope" ? (
          <NoInvitation />
        ) : (
          <Failed message={"message" in problem ? problem.message : ""} requestId={"requestId" in problem ? problem.requestId : null} onRetry={retry} />
        )
      }
    >
      <Invited token={token} />
    </PageBoundary>
  );
}
