import { useTimes } from "../../access/times";
import { isAdmin } from "../../access/home";
import { graphql } from "../../gql";
import { Facts } from "../../sense/records/Facts";
import { useNetwork } from "../../sense/scope/network";
import { AdminDrawer } from "../AdminDrawer";
import classes from "../admin.module.css";
import { useListQuery } from "../useListQuery";
import { DisableButton } from "./DisableButton";
import { GiveRoleForm } from "./GiveRoleForm";
import { HeldRoles } from "./HeldRoles";

const PERSON = graphql(`
  query PersonDrawer($id: ID!) {
    person(id: $id) {
      ...PersonFull_person @unmask
    }
  }
`);

function Detail({ id }: { readonly id: string }) {
  const { person } = useListQuery(PERSON, { id });
  const { viewer } = useNetwork();
  const { day, moment } = useTimes();
  const mayChange = isAdmin(viewer);
  const self = viewer?.id === person.id;
  return (
    <>
      <Facts
        facts={[
          ["Two-factor", person.twoFactor ? "on" : "off"],
          ["Account made", day(person.createdAt)],
          ["Last signed in", person.lastSignInAt === null ? "not yet" : moment(person.lastSignInAt)],
        ]}
      />
      {person.disabled && <p className={classes["banner"]} data-tone="bad">This account is disabled: it signs in no more, and its keys are refused.</p>}
      <section>
        <h3>Roles</h3>
        <HeldRoles person={person} mayChange={mayChange} />
      </section>
      {mayChange && (
        <section>
          <h3>Give a role</h3>
          <GiveRoleForm person={person} />
        </section>
      )}
      {mayChange && !self && (
        <section>
          <h3>{person.disabled ? "Let them in again" : "Shut the account"}</h3>
          <DisableButton person={person} />
        </section>
      )}
      {!mayChange && <p className={classes["muted"]}>Only administrators of the network change roles and accounts.</p>}
      <p>
        <a href={`/admin/audit?actor=${encodeURIComponent(person.id)}`}>What they did, in the audit trail</a>
      </p>
    </>
  );
}

/** One person: what is known of the account, and, for administrators, what they may do about it. */
export function PersonDrawer({ person, onClose }: { readonly person: { readonly id: string; readonly name: string; readonly email: string }; readonly onClose: () => void }) {
  return (
    <AdminDrawer title={person.name} subtitle={person.email} onClose={onClose}>
      <Detail id={person.id} />
    </AdminDrawer>
  );
}
