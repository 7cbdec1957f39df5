import "@mantine/spotlight/styles.css";
import { useLazyQuery } from "@apollo/client/react";
import { METRICS } from "@arl/schema/metrics";
import { createSpotlight, Spotlight, useSpotlight } from "@mantine/spotlight";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useLayoutEffect, useMemo, useState } from "react";
import { graphql } from "../gql";
import type { Along, NavItem } from "../ui/navigation";
import { foundDefinitions, foundInNetwork, foundPages, grouped, type Found } from "./found";
import { FoundLines } from "./FoundLines";
import { FoundRecord } from "./FoundRecord";
import classes from "./search.module.css";
import { keepRecent, readRecent } from "./recent";

const SEARCH = graphql(`
  query Search($text: String!) {
    search(text: $text, first: 20) {
      kind
      id
      label
      detail
      url
    }
  }
`);

const [store, palette] = createSpotlight();

/** How long nobody types before the network is asked. */
const PAUSE_MS = 120;

interface Props {
  readonly pages: readonly Pick<NavItem, "to" | "label" | "whole">[];
  readonly along: Along;
  readonly viewer: { readonly id: string; readonly isStaff: boolean; readonly seesAnalysis: boolean };
  /** A new number opens it. */
  readonly opening: number;
}

/** What the API finds for what is typed; what it found before stays until the next answer. */
function useFoundInNetwork(text: string, viewer: Props["viewer"]): { readonly found: readonly Found[]; readonly loading: boolean } {
  const [search, { data, previousData, loading }] = useLazyQuery(SEARCH, { fetchPolicy: "no-cache" });
  useEffect(
    function askAfterAPause() {
      if (text.trim() === "") return undefined;
      const timer = setTimeout(() => void search({ variables: { text: text.slice(0, 100) } }).catch(() => undefined), PAUSE_MS);
      return () => clearTimeout(timer);
    },
    [text, search],
  );
  const results = (data ?? previousData)?.search;
  const found = useMemo(() => (results === undefined ? [] : foundInNetwork(results as never, viewer)), [results, viewer]);
  return { found: text.trim() === "" ? [] : found, loading };
}

/** The widget marks lines in the document and tells nobody. */
const tellOfMark = () => store.setState({ ...store.getState() });

/** A new list begins with its best line marked, ready for Enter; before anything is typed none is. */
function useMarkOfTheBest(listId: string, shown: string, text: string): void {
  useLayoutEffect(
    function markTheBest() {
      const list = document.getElementById(listId);
      for (const marked of list?.querySelectorAll("[data-selected]") ?? []) marked.removeAttribute("data-selected");
      const best = shown === "" || text.trim() === "" ? null : list?.querySelector("[data-action]");
      best?.setAttribute("data-selected", "true");
      store.setState({ ...store.getState(), selected: best == null ? -1 : 0 });
    },
    [shown, text, listId],
  );
}

/** Finds any page, topic, system, coach or definition, by keyboard alone. */
export function SearchPalette({ pages, along, viewer, opening }: Props) {
  const [text, setText] = useState("");
  const [record, setRecord] = useState<Extract<Found["opens"], { kind: "record" }> | null>(null);
  const { opened, selected } = useSpotlight(store);
  const navigate = useNavigate();
  const listId = useId();
  const network = useFoundInNetwork(text, viewer);
  const found = useMemo(() => {
    const local = [...foundPages(pages, text), ...foundDefinitions(METRICS, text)];
    const all = text.trim() === "" ? [...(opened ? readRecent(viewer.id) : []), ...local] : [...local.slice(0, 3), ...network.found, ...local.slice(3)];
    return grouped(all);
  }, [pages, text, network.found, viewer.id, opened]);
  const lines = found.flatMap(([, group]) => group);

  useEffect(
    function openWhenAsked() {
      if (opening > 0) palette.open();
    },
    [opening],
  );

  useMarkOfTheBest(listId, lines.map(({ id }) => id).join(" "), text);

  const choose = (line: Found) => {
    keepRecent(viewer.id, line);
    const { opens } = line;
    if (opens.kind === "record") setRecord(opens);
    else if (opens.kind === "address") window.open(opens.url, "_blank", "noopener");
    else void navigate({ to: opens.to, search: { ...(opens.whole === true ? {} : along), ...opens.search }, ...(opens.hash === undefined ? {} : { hash: opens.hash }) });
  };
  const optionId = (line: Found) => `${listId}-${lines.indexOf(line)}`;
  const current = selected >= 0 ? lines[selected] : undefined;

  return (
    <>
      <Spotlight.Root
        store={store}
        query={text}
        onQueryChange={setText}
        shortcut={null}
        scrollable
        maxHeight={440}
        overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
        transitionProps={{ duration: 0 }}
        attributes={{ content: { "aria-label": "Find" } }}
      >
        <Spotlight.Search
          placeholder="A page, a topic, a system, a word…"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-label="Find"
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          onKeyDown={() => queueMicrotask(tellOfMark)}
          {...(current === undefined ? {} : { "aria-activedescendant": optionId(current) })}
        />
        <Spotlight.ActionsList>
          <FoundLines id={listId} groups={found} current={current} idOf={optionId} onChoose={choose} />
          {lines.length === 0 && <Spotlight.Empty>{network.loading ? "Looking…" : "Nothing of that name. Try the beginning of a word."}</Spotlight.Empty>}
        </Spotlight.ActionsList>
        <output className={classes["status"]}>{text.trim() === "" ? "" : `${lines.length} found`}</output>
      </Spotlight.Root>
      {record !== null && <FoundRecord record={record} onClose={() => setRecord(null)} />}
    </>
  );
}
