import { useMutation } from "@apollo/client/react";
import { graphql } from "../../gql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";

const RESEND = graphql(`
  mutation ResendMail($input: ResendMailInput!) {
    resendMail(input: $input) {
      mail {
        id
        state
        attempts
        lastError
        sentAt
      }
    }
  }
`);

/** Sends a mail once more, after asking. */
export function ResendMailButton({ id, to }: { readonly id: string; readonly to: string }) {
  const [resend] = useMutation(RESEND, { refetchQueries: ["MailCounts", "MailPage"] });
  return (
    <ConfirmButton
      label="Send again"
      name={`Send again: ${to}`}
      question={`Send this mail to ${to} once more?`}
      confirm="Send it"
      action={async () => {
        await resend({ variables: { input: { id } } });
      }}
    >
      It goes out as it was written. A link in it that has been used or has run out stays of no use.
    </ConfirmButton>
  );
}
