import { Button, Pill } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { CompareMenu } from "./CompareMenu";
import { useNetwork } from "./network";
import { PeriodPicker } from "./PeriodPicker";
import type { Dropped } from "./scope";
import classes from "./scope.module.css";
import { PublishedFilters } from "./PublishedFilters";
import { ScopeFilters } from "./ScopeFilters";
import { useScopeOptions } from "./scopeOptions";
import { scopeChips } from "./scopeWords";
import { useScope } from "./useScope";
import { useShowing } from "./useShowing";

function DroppedNotice({ dropped }: { readonly dropped: readonly Dropped[] }) {
  if (dropped.length === 0) return null;
  const words = dropped.map(({ param, value }) => `${param}=${value}`).join(", ");
  return (
    <p className={classes["notice"]} aria-live="polite">
      The address asks for something unknown, which was left out: {words}
    </p>
  );
}

/** Which part of the network the page shows: what applies as chips, the rest one click away. */
export function ScopeBar({ tools }: { readonly tools?: ReactNode }) {
  const { scope, dropped, setScope } = useScope();
  const { today, viewer } = useNetwork();
  const showing = useShowing(scope);
  // A lead's own work may be cut freely; for everything else, what the published set offers.
  const free = showing === "exact";
  const options = useScopeOptions();
  const [open, setOpen] = useState(false);
  const isComparing = useLocation({ select: ({ pathname }) => pathname === "/compare" });
  const chips = scopeChips(scope, options.names);
  return (
    <section className={classes["bar"]} aria-label="Filters">
      <div className={classes["line"]}>
        <PeriodPicker scope={scope} today={today} published={!free} onChange={setScope} />
        <Button
          variant="light"
          size="sm"
          aria-expanded={open}
          aria-controls="scope-filters"
          onClick={() => setOpen((shown) => !shown)}
        >
          {open ? "Close filters" : "Filters"}
        </Button>
        {viewer?.roles.includes("STAFF") === true && !isComparing && <CompareMenu scope={scope} today={today} />}
        {tools}
        <div className={classes["chips"]}>
          {chips.length === 0 && <span className={classes["whole"]}>Whole network, all dates</span>}
          {chips.map(({ id, label, rest }) => (
            <Pill
              key={id}
              size="md"
              withRemoveButton
              onRemove={() => setScope(rest)}
              removeButtonProps={{ "aria-label": `Remove filter ${label}`, "aria-hidden": false, tabIndex: 0 }}
              classNames={{ root: classes["chip"] ?? "" }}
            >
              {label}
            </Pill>
          ))}
          {chips.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => setScope({})}>
              Clear all
            </Button>
          )}
        </div>
      </div>
      <DroppedNotice dropped={dropped} />
      <div id="scope-filters">
        {open && (viewer === null || viewer.roles.includes("STAFF")) && <ScopeFilters scope={scope} options={options} onChange={setScope} />}
        {open && viewer !== null && !viewer.roles.includes("STAFF") && (
          <PublishedFilters scope={scope} options={options} viewer={viewer} onChange={setScope} />
        )}
      </div>
    </section>
  );
}
