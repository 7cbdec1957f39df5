import { useMutation } from "@apollo/client/react";
import { ROLE_WORDS, roleWords } from "../../access/words";
import { graphql } from "../../gql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import classes from "../admin.module.css";
import type { PersonFull } from "./personFragment";

const TAKE_ROLE = graphql(`
  mutation TakeRole($input: TakeRoleInput!) {
    takeRole(input: $input) {
      person {
        ...PersonFull_person @unmask
      }
    }
  }
`);

interface Props {
  readonly person: PersonFull;
  readonly mayChange: boolean;
}

/** The roles that somebody holds, each to be taken. */
export function HeldRoles({ person, mayChange }: Props) {
  const [take] = useMutation(TAKE_ROLE);
  if (person.memberships.length === 0) return <p className={classes["muted"]}>None yet: nothing but their own account is open to them.</p>;
  return (
    <ul className={classes["roles"]}>
      {person.memberships.map((membership) => (
        <li key={membership.role}>
          <span className={classes["who"]}>
            {roleWords(membership)}
            {membership.coach !== null && <small>is {membership.coach.name} in the records</small>}
          </span>
          {mayChange && (
            <ConfirmButton
              label="Take"
              name={`Take: ${ROLE_WORDS[membership.role]}`}
              question={`Take the role ${ROLE_WORDS[membership.role].toLowerCase()} from ${person.name}?`}
              confirm="Take the role"
              action={async () => {
                await take({ variables: { input: { personId: person.id, role: membership.role } } });
              }}
            >
              From the next click on they see no more than their other roles open.
            </ConfirmButton>
          )}
        </li>
      ))}
    </ul>
  );
}
