import { useSuspenseQuery } from "@apollo/client/react";
import { Checkbox, Group, NativeSelect } from "@mantine/core";
import { graphql } from "../gql";
import type { Role } from "../gql/graphql";
import { POSITION_WORDS, ROLE_WORDS } from "../access/words";
import type { FaultOf } from "../ui/form/ActionForm";
import { oneOf } from "./useFilters";
import { needsOrganisation, POSITIONS, ROLES, type RoleChoice } from "./roleFields";

const ORGANISATIONS = graphql(`
  query RoleOrganisations {
    providers {
      id
      name
      coaches {
        id
        name
      }
    }
  }
`);

interface Props {
  readonly choice: RoleChoice;
  readonly onChange: (choice: RoleChoice) => void;
  readonly faultOf: FaultOf;
  /** The roles on offer. */
  readonly roles?: readonly Role[];
}

/** A role, and what goes with it: positions of staff, the organisation of a lead, the record of a coach. */
export function RoleFields({ choice, onChange, faultOf, roles = ROLES }: Props) {
  const { providers } = useSuspenseQuery(ORGANISATIONS).data;
  const coaches = providers.find(({ id }) => id === choice.providerId)?.coaches ?? [];
  const first = { value: "", label: "Choose…" };
  return (
    <>
      <NativeSelect
        name="role"
        label="Role"
        value={choice.role}
        data={roles.map((role) => ({ value: role, label: ROLE_WORDS[role] }))}
        onChange={({ currentTarget }) => onChange({ ...choice, role: oneOf(ROLES, currentTarget.value) ?? choice.role })}
        error={faultOf("role")}
      />
      {choice.role === "STAFF" && (
        <Checkbox.Group
          label="What they do"
          description="Only administrators change who may do what."
          value={[...choice.positions]}
          onChange={(chosen) => onChange({ ...choice, positions: POSITIONS.filter((position) => chosen.includes(position)) })}
          error={faultOf("positions")}
        >
          <Group mt={8} mb={4}>
            {POSITIONS.map((position) => (
              <Checkbox key={position} name="positions" value={position} label={POSITION_WORDS[position]} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {needsOrganisation(choice.role) && (
        <NativeSelect
          name="providerId"
          label="Organisation"
          value={choice.providerId ?? ""}
          data={[first, ...providers.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={({ currentTarget }) => onChange({ ...choice, providerId: currentTarget.value || null, coachId: null })}
          error={faultOf("providerId")}
        />
      )}
      {choice.role === "COACH" && choice.providerId !== null && (
        <NativeSelect
          name="coachId"
          label="Which coach they are in the records"
          description="Leave it open where the records do not know them yet."
          value={choice.coachId ?? ""}
          data={[{ value: "", label: "None yet" }, ...coaches.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={({ currentTarget }) => onChange({ ...choice, coachId: currentTarget.value || null })}
          error={faultOf("coachId")}
        />
      )}
    </>
  );
}
