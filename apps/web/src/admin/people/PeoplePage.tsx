import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTimes } from "../../access/times";
import { ROLE_WORDS, roleWords } from "../../access/words";
import { graphql } from "../../gql";
import type { PeoplePageQuery } from "../../gql/graphql";
import { PAGE_ROWS, usePages } from "../../sense/records/usePages";
import { PageFrame } from "../../ui/PageFrame";
import classes from "../admin.module.css";
import { PagedList } from "../PagedList";
import { ROLES } from "../roleFields";
import { SearchInput } from "../SearchInput";
import { oneOf, useFilters } from "../useFilters";
import { useListQuery } from "../useListQuery";
import { counted } from "../wording";
import { PersonDrawer } from "./PersonDrawer";

const EVERYBODY = graphql(`
  query PeopleCount {
    people(first: 1) {
      totalCount
    }
  }
`);

const PEOPLE = graphql(`
  query PeoplePage($search: String, $role: Role, $first: Int!, $after: String) {
    people(search: $search, role: $role, first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        email
        disabled
        twoFactor
        lastSignInAt
        memberships {
          role
          positions
          provider {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type PersonLine = PeoplePageQuery["people"]["nodes"][number];

function Roles({ person }: { readonly person: PersonLine }) {
  if (person.memberships.length === 0) return <span className={classes["muted"]}>none yet</span>;
  return (
    <ul className={classes["lines"]}>
      {person.memberships.map((membership) => (
        <li key={membership.role}>{roleWords(membership)}</li>
      ))}
    </ul>
  );
}

function PeopleList({ search, role, onOpen, pending }: { readonly search: string; readonly role: string; readonly onOpen: (person: PersonLine) => void; readonly pending: boolean }) {
  const { after, paging } = usePages();
  const { day } = useTimes();
  const { people } = useListQuery(PEOPLE, { search: search || null, role: oneOf(ROLES, role), first: PAGE_ROWS, after });
  return (
    <PagedList
      label="People"
      headers={["Person", "Role", "Two-factor", "Last signed in"]}
      connection={people}
      paging={paging}
      pending={pending}
      empty={<p>Nobody is like that. Look for part of a name or address, or take the role off.</p>}
      rows={people.nodes.map((person) => ({
        id: person.id,
        faded: person.disabled,
        cells: [
          <span key="who" className={classes["who"]}>
            <button type="button" className={classes["link"]} onClick={() => onOpen(person)}>
              {person.name}
            </button>
            <small>{person.email}</small>
          </span>,
          person.disabled ? <span key="off">Disabled</span> : <Roles key="roles" person={person} />,
          person.twoFactor ? "on" : "off",
          person.lastSignInAt === null ? "not yet" : day(person.lastSignInAt),
        ],
      }))}
    />
  );
}

/** Everybody with an account, and what they are here. */
export function PeoplePage() {
  const { latest, shown, pending, set } = useFilters();
  const [open, setOpen] = useState<PersonLine | null>(null);
  const { people } = useListQuery(EVERYBODY, {});
  const { search = "", role = "" } = shown;
  return (
    <PageFrame
      name="People"
      finding={`${counted(people.totalCount, "person has", "people have")} an account.`}
      basis="What each of them may see follows from their roles. An account that is disabled signs in no more; nothing it did is lost."
    >
      <div className={classes["filters"]}>
        <SearchInput label="Name or address" value={latest["search"] ?? ""} onSearch={(words) => set({ search: words })} />
        <NativeSelect
          label="Role"
          value={latest["role"] ?? ""}
          data={[{ value: "", label: "Any role" }, ...ROLES.map((one) => ({ value: one, label: ROLE_WORDS[one] }))]}
          onChange={({ currentTarget }) => set({ role: currentTarget.value })}
        />
      </div>
      <PeopleList key={`${search} ${role}`} search={search} role={role} onOpen={setOpen} pending={pending} />
      {open !== null && <PersonDrawer person={open} onClose={() => setOpen(null)} />}
    </PageFrame>
  );
}
