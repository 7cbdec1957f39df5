import { useMutation } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { KeyScope } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { ACCOUNT } from "../accountQuery";
import type { NewKey } from "./KeyMade";

const ROTATE_KEY = graphql(`
  mutation RotateApiKey($input: RotateApiKeyInput!) {
    rotateApiKey(input: $input) {
      secret
      apiKey {
        id
        ...KeyLine_apiKey @unmask
      }
    }
  }
`);

/** How long the old key goes on beside the new one. */
const OVERLAP_HOURS = 24;

interface Props {
  readonly apiKey: { readonly id: string; readonly name: string; readonly scopes: readonly KeyScope[] };
  readonly onMade: (made: NewKey) => void;
}

/** Puts a new key in the place of an old one, which goes on for a day. */
export function RotateKeyButton({ apiKey: { id, name, scopes }, onMade }: Props) {
  const [rotate] = useMutation(ROTATE_KEY, { refetchQueries: [ACCOUNT], awaitRefetchQueries: true });
  return (
    <ConfirmButton
      label="Rotate"
      name={`Rotate ${name}`}
      question={`Put a new key in the place of “${name}”?`}
      confirm="Make the new key"
      action={async () => {
        const { data } = await rotate({ variables: { input: { id, overlapHours: OVERLAP_HOURS } } });
        if (data) {
          onMade({ name, scopes, secret: data.rotateApiKey.secret, overlap: `The old key goes on for ${OVERLAP_HOURS} hours: give your programs the new one until then.` });
        }
      }}
    >
      You get a new secret with the same rights. The old one works for another {OVERLAP_HOURS} hours, so that nothing breaks meanwhile.
    </ConfirmButton>
  );
}
