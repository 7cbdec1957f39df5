import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import classes from "../admin.module.css";
import { SearchInput } from "../SearchInput";
import { useFilters } from "../useFilters";
import { useListQuery } from "../useListQuery";
import { counted } from "../wording";
import { AuditEvents, type AuditFilters } from "./AuditEvents";
import { actionName, KNOWN_ACTIONS } from "./auditSentence";

const INTEGRITY = graphql(`
  query AuditIntegrity {
    auditIntegrity {
      intact
      events
      firstBroken
    }
  }
`);

const PARAMS = ["search", "action", "actor", "since", "until"] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayOf = (text: string | undefined) => (text !== undefined && DAY.test(text) ? text : null);

function filtersOf(shown: Readonly<Record<string, string>>): AuditFilters {
  return {
    search: shown["search"] || null,
    action: shown["action"] || null,
    actor: shown["actor"] || null,
    from: dayOf(shown["since"]),
    to: dayOf(shown["until"]),
  };
}

/** Everything that was done which somebody may have to answer for, newest first. */
export function AuditPage() {
  const { latest, shown, pending, set } = useFilters();
  const { auditIntegrity: chain } = useListQuery(INTEGRITY, {});
  const filters = filtersOf(shown);
  const filtered = PARAMS.some((param) => (latest[param] ?? "") !== "");
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    set(Object.fromEntries(PARAMS.map((param) => [param, ""])));
    setCleared(cleared + 1);
  };
  return (
    <PageFrame
      name="Audit trail"
      finding={chain.intact ? `${counted(chain.events, "event", "events")}, and none was changed since.` : "The audit trail was tampered with."}
      basis="Each event is written together with what it tells, and linked to the one before by its hash. Nobody can change or remove one unseen, staff included."
    >
      {!chain.intact && (
        <p className={classes["banner"]} data-tone="bad" role="alert">
          The chain breaks at event {chain.firstBroken}: that one, or one before it, was changed outside the network's software. Compare it with a backup, and keep both.
        </p>
      )}
      <div className={classes["filters"]}>
        <SearchInput key={cleared} label="Person, address or thing" value={latest["search"] ?? ""} onSearch={(search) => set({ search })} />
        <NativeSelect
          label="What happened"
          value={latest["action"] ?? ""}
          data={[{ value: "", label: "Anything" }, ...KNOWN_ACTIONS.map((action) => ({ value: action, label: actionName(action) }))]}
          onChange={({ currentTarget }) => set({ action: currentTarget.value })}
        />
        <TextInput type="date" label="From" value={latest["since"] ?? ""} onChange={({ currentTarget }) => set({ since: currentTarget.value })} />
        <TextInput type="date" label="Before" value={latest["until"] ?? ""} onChange={({ currentTarget }) => set({ until: currentTarget.value })} />
        {filtered && (
          <Button variant="subtle" onClick={clear}>
            Clear all filters
          </Button>
        )}
      </div>
      <AuditEvents key={JSON.stringify(filters)} filters={filters} pending={pending} />
    </PageFrame>
  );
}
