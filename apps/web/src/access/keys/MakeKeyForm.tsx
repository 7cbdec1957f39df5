import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { graphql } from "../../gql";
import type { KeyScope } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { ACCOUNT } from "../accountQuery";
import { emptyFault, faultsOf, typed } from "../fields";
import { SCOPE_WORDS } from "../words";
import type { NewKey } from "./KeyMade";

const MAKE_KEY = graphql(`
  mutation MakeApiKey($input: MakeApiKeyInput!) {
    makeApiKey(input: $input) {
      secret
      apiKey {
        id
        ...KeyLine_apiKey @unmask
      }
    }
  }
`);

const EXPIRIES = [
  { value: "30", label: "after 30 days" },
  { value: "90", label: "after 90 days" },
  { value: "180", label: "after half a year" },
  { value: "365", label: "after a year" },
];

interface Props {
  /** Whether the key may be let read an organisation's own rows. */
  readonly leads: boolean;
  readonly onMade: (made: NewKey) => void;
  readonly onLeave: () => void;
}

/** A new key: what for, what it may read, and until when. */
export function MakeKeyForm({ leads, onMade, onLeave }: Props) {
  const [make] = useMutation(MAKE_KEY, { refetchQueries: [ACCOUNT], awaitRefetchQueries: true });
  return (
    <ActionForm
      submit="Make the key"
      takesFocus
      check={(fields) => faultsOf({ name: emptyFault(typed(fields, "name"), "Say what the key is for, to know it again.") })}
      action={async (fields) => {
        const scopes: KeyScope[] = fields.has("own") ? ["SHARED_READ", "OWN_READ"] : ["SHARED_READ"];
        const input = { name: typed(fields, "name"), scopes, expiresInDays: Number(typed(fields, "expiresInDays")) };
        const { data } = await make({ variables: { input } });
        if (data) onMade({ name: input.name, scopes, secret: data.makeApiKey.secret, overlap: null });
      }}
      aside={
        <Button variant="subtle" onClick={onLeave}>
          Make none
        </Button>
      }
    >
      {(faultOf) => (
        <>
          <TextInput name="name" label="What is it for?" placeholder="Weekly sheet" autoComplete="off" maxLength={100} error={faultOf("name")} />
          {leads ? (
            <Checkbox name="own" label="It may read our own rows as well" description={`Every key reads ${SCOPE_WORDS.SHARED_READ}.`} error={faultOf("scopes")} />
          ) : (
            <p>It will read {SCOPE_WORDS.SHARED_READ}, and no rows.</p>
          )}
          <NativeSelect name="expiresInDays" label="It runs out" data={EXPIRIES} defaultValue="90" error={faultOf("expiresInDays")} />
        </>
      )}
    </ActionForm>
  );
}
