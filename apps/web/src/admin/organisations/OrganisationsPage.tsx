import { Button } from "@mantine/core";
import { useState } from "react";
import { isAdmin } from "../../access/home";
import { graphql } from "../../gql";
import type { OrganisationsPageQuery } from "../../gql/graphql";
import { useNetwork } from "../../sense/scope/network";
import { List, NoRows } from "../../ui/list/List";
import { PageFrame } from "../../ui/PageFrame";
import classes from "../admin.module.css";
import { SearchInput } from "../SearchInput";
import { useFilters } from "../useFilters";
import { useListQuery } from "../useListQuery";
import { counted } from "../wording";
import { AddOrganisationForm } from "./AddOrganisationForm";
import { ChangeOrganisationForm } from "./ChangeOrganisationForm";
import { KIND_WORDS } from "./kinds";
import { peopleByOrganisation } from "./peopleByOrganisation";

const ORGANISATIONS = graphql(`
  query OrganisationsPage {
    providers {
      id
      name
      kind
      website
      coaches {
        id
      }
    }
    people(first: 100) {
      nodes {
        memberships {
          provider {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

type Organisation = OrganisationsPageQuery["providers"][number];

interface ListProps {
  readonly organisations: readonly Organisation[];
  /** By organisation; null where there are more people than were counted. */
  readonly people: ReadonlyMap<string, number> | null;
  readonly onChange: ((id: string) => void) | null;
}

function OrganisationList({ organisations, people, onChange }: ListProps) {
  return (
    <List
      label="Organisations"
      headers={["Organisation", "Kind", ...(people === null ? [] : ["People"]), "Coaches", "Website", ...(onChange === null ? [] : [""])]}
      rows={organisations.map(({ id, name, kind, website, coaches }) => ({
        id,
        cells: [
          <strong key="name">{name}</strong>,
          KIND_WORDS[kind],
          ...(people === null ? [] : [people.get(id) ?? 0]),
          coaches.length,
          website === null ? "" : <a key="site" href={website} rel="noreferrer noopener" target="_blank">{website.replace(/^https?:\/\/|\/$/g, "")}</a>,
          ...(onChange === null
            ? []
            : [
                <Button key="change" variant="subtle" size="compact-sm" aria-label={`Change ${name}`} onClick={() => onChange(id)}>
                  Change
                </Button>,
              ]),
        ],
      }))}
    />
  );
}

/** The organisations of the network. */
export function OrganisationsPage() {
  const { providers, people } = useListQuery(ORGANISATIONS, {});
  const { latest, shown, set } = useFilters();
  const { viewer } = useNetwork();
  const [open, setOpen] = useState<"add" | { readonly id: string } | null>(null);
  const mayChange = isAdmin(viewer);
  const words = (shown["search"] ?? "").toLowerCase();
  const found = providers.filter(({ name }) => name.toLowerCase().includes(words));
  const coaches = providers.reduce((sum, provider) => sum + provider.coaches.length, 0);
  const changing = typeof open === "object" && open !== null ? providers.find(({ id }) => id === open.id) : undefined;
  return (
    <PageFrame
      name="Organisations"
      finding={`${counted(providers.length, "organisation brings", "organisations bring")} ${counted(coaches, "coach", "coaches")}.`}
      basis="People are those with an account. Coaches come in with an import; their organisation has to stand here, or in the import, first."
      controls={mayChange && open !== "add" ? <Button onClick={() => setOpen("add")}>Add an organisation</Button> : undefined}
    >
      {open === "add" && <AddOrganisationForm onLeave={() => setOpen(null)} />}
      {changing !== undefined && <ChangeOrganisationForm organisation={changing} onLeave={() => setOpen(null)} />}
      <div className={classes["filters"]}>
        <SearchInput label="Name" value={latest["search"] ?? ""} onSearch={(search) => set({ search })} />
      </div>
      {found.length === 0 ? (
        <NoRows>
          <p>No organisation has such a name.</p>
        </NoRows>
      ) : (
        <OrganisationList organisations={found} people={people.pageInfo.hasNextPage ? null : peopleByOrganisation(people.nodes)} onChange={mayChange ? (id) => setOpen({ id }) : null} />
      )}
    </PageFrame>
  );
}
