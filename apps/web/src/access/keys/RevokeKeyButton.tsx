import { useMutation } from "@apollo/client/react";
import { graphql } from "../../gql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";

const REVOKE_KEY = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      apiKey {
        id
        state
        revokedAt
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly name: string;
}

/** Ends a key for good, after asking. */
export function RevokeKeyButton({ id, name }: Props) {
  const [revoke] = useMutation(REVOKE_KEY);
  return (
    <ConfirmButton
      label="Revoke"
      name={`Revoke ${name}`}
      question={`Revoke “${name}”?`}
      confirm="Revoke the key"
      action={async () => {
        await revoke({ variables: { input: { id } } });
      }}
    >
      Programs that use it are refused at once, and it cannot be brought back. To change it without a break, rotate it instead.
    </ConfirmButton>
  );
}
