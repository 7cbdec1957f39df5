import { useMutation } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { InvitationState } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import classes from "../admin.module.css";

const RESEND = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      invitation {
        id
        state
        expiresAt
      }
    }
  }
`);

const REVOKE = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
        state
      }
    }
  }
`);

interface Props {
  readonly invitation: { readonly id: string; readonly email: string; readonly state: InvitationState };
}

/** Sends an open invitation once more, or takes it back. */
export function InvitationActions({ invitation: { id, email, state } }: Props) {
  const [resend] = useMutation(RESEND, { refetchQueries: ["InvitationCounts"] });
  const [revoke] = useMutation(REVOKE, { refetchQueries: ["InvitationCounts"] });
  if (state !== "PENDING" && state !== "EXPIRED") return null;
  return (
    <span className={classes["actions"]}>
      <ConfirmButton
        label="Send again"
        name={`Send again: ${email}`}
        question={`Send ${email} a new link?`}
        confirm="Send it"
        action={async () => {
          await resend({ variables: { input: { id } } });
        }}
      >
        The new link works for two weeks; the one of before stops working.
      </ConfirmButton>
      {state === "PENDING" && (
        <ConfirmButton
          label="Take back"
          name={`Take back: ${email}`}
          question={`Take the invitation to ${email} back?`}
          confirm="Take it back"
          action={async () => {
            await revoke({ variables: { input: { id } } });
          }}
        >
          The link in the mail stops working at once. You may invite them anew at any time.
        </ConfirmButton>
      )}
    </span>
  );
}
