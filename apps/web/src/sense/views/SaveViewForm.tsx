import { useMutation } from "@apollo/client/react";
import { Checkbox, TextInput } from "@mantine/core";
import type { Role } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { SAVE_VIEW, SAVED_VIEWS } from "./viewsQuery";

const SHARED_WITH: readonly { readonly label: string; readonly roles: readonly Role[] }[] = [
  { label: "Other staff", roles: ["STAFF"] },
  { label: "Coaches and provider leads", roles: ["COACH", "PROVIDER"] },
  { label: "Funders and stewards", roles: ["FUNDER", "STEWARD"] },
];

interface Props {
  /** The page to keep, with everything in its address. */
  readonly here: { readonly path: string; readonly search: string };
  /** Whether the reader may share it. */
  readonly mayShare: boolean;
  readonly onSaved: (name: string) => void;
}

/** Keeps the page as it stands under a name. */
export function SaveViewForm({ here, mayShare, onSaved }: Props) {
  const [save] = useMutation(SAVE_VIEW, { refetchQueries: [SAVED_VIEWS], awaitRefetchQueries: true });
  return (
    <ActionForm
      submit="Save this view"
      check={(fields): Record<string, string> => (String(fields.get("name") ?? "").trim() === "" ? { name: "Give it a name, to know it again." } : {})}
      action={async (fields) => {
        const name = String(fields.get("name") ?? "").trim();
        const sharedWith = SHARED_WITH.filter(({ label }) => fields.has(label)).flatMap(({ roles }) => roles);
        await save({ variables: { input: { name, ...here, sharedWith: [...sharedWith] } } });
        onSaved(name);
      }}
    >
      {(faultOf) => (
        <>
          <TextInput
            name="name"
            label="Name of this view"
            description="The page, its filters and how it is shown. A view of yours with the same name is replaced."
            autoComplete="off"
            maxLength={80}
            error={faultOf("name")}
          />
          {mayShare && (
            <Checkbox.Group label="Share it with" description="Everybody sees it with their own rights: shared figures stay protected.">
              {SHARED_WITH.map(({ label }) => (
                <Checkbox key={label} name={label} value={label} label={label} mt="xs" />
              ))}
            </Checkbox.Group>
          )}
        </>
      )}
    </ActionForm>
  );
}
