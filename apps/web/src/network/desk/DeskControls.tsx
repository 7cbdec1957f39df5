import { Checkbox, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import type { RefObject } from "react";
import type { DeskOwner, DeskPageQuery, DeskStep } from "../../gql/graphql";
import classes from "./desk.module.css";
import { STEP_WORDS } from "./stepWords";

/** Which part of the queue is shown. */
export interface DeskView {
  readonly owner: DeskOwner;
  readonly step: DeskStep | null;
  readonly overdue: boolean;
  readonly search: string;
}

export const EVERYTHING: DeskView = { owner: "ALL", step: null, overdue: false, search: "" };

interface Props {
  readonly view: DeskView;
  readonly counts: DeskPageQuery["deskCounts"];
  readonly onView: (view: DeskView) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

/** Whose requests, which step, which words. */
export function DeskControls({ view, counts, onView, searchField }: Props) {
  const whose = [
    { value: "ALL", label: `All ${counts.all.toLocaleString("en-US")}` },
    { value: "MINE", label: `Mine ${counts.mine.toLocaleString("en-US")}` },
    { value: "NOBODYS", label: `Nobody's ${counts.nobodys.toLocaleString("en-US")}` },
  ];
  const steps = counts.steps.some(({ step }) => step === view.step) || view.step === null ? counts.steps : [...counts.steps, { step: view.step, count: 0, overdue: 0 }];
  return (
    <div className={classes["controls"]}>
      <SegmentedControl aria-label="Whose" data={whose} value={view.owner} onChange={(owner) => onView({ ...view, owner: owner as DeskOwner })} />
      <NativeSelect
        aria-label="Next step"
        value={view.step ?? ""}
        data={[{ value: "", label: "Any next step" }, ...steps.map(({ step, count }) => ({ value: step, label: `${STEP_WORDS[step]} (${count})` }))]}
        onChange={({ currentTarget }) => onView({ ...view, step: currentTarget.value === "" ? null : (currentTarget.value as DeskStep) })}
      />
      <TextInput
        ref={searchField}
        aria-label="System or leader"
        placeholder="System or leader"
        type="search"
        value={view.search}
        onChange={({ currentTarget }) => onView({ ...view, search: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape" && event.key !== "Enter") return;
          event.preventDefault();
          document.querySelector<HTMLElement>("[data-desk-link]")?.focus();
        }}
      />
      <Checkbox label="Overdue only" checked={view.overdue} onChange={({ currentTarget }) => onView({ ...view, overdue: currentTarget.checked })} />
    </div>
  );
}
