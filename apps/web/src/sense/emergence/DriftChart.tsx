import { Button } from "@mantine/core";
import { memo, useState } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { driftOrder, isSure, qText, type Drift, type Drifts, type Flow } from "./emerging";
import classes from "./emergence.module.css";
import { driftSentence } from "./emergingFinding";
import { driftTarget, flowTarget } from "./emergingTargets";

const FIRST = 12;
/** With fewer that asked for it a topic is not tested. */
const LEAST_ASKED = 5;
const SHARES = { low: 0, high: 1 };

const share = (header: string, of: (drift: Drift) => FigureFields): readonly Column<Drift>[] => [
  { header, value: (drift) => written(of(drift)), cell: (drift) => valueText(of(drift), "share"), numeric: true },
  { header: `${header}, low`, value: (drift) => of(drift).low, cell: (drift) => of(drift).low !== null && percent(of(drift).low ?? 0), numeric: true },
  { header: `${header}, high`, value: (drift) => of(drift).high, cell: (drift) => of(drift).high !== null && percent(of(drift).high ?? 0), numeric: true },
];

const flowWords = (flows: readonly Flow[]): string =>
  flows.map(({ topic, share: { value }, usual, qValue }) => `${topic.label} ${percent(value ?? 0)} (usual ${percent(usual.value ?? 0)}, q ${qText(qValue)})`).join("; ");

const COLUMNS: readonly Column<Drift>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Asked", value: ({ asked }) => written(asked), numeric: true },
  ...share("Tagged of asked", ({ askedToTagged }) => askedToTagged),
  { header: "Tagged", value: ({ tagged }) => written(tagged), numeric: true },
  ...share("Coached of tagged", ({ taggedToCoached }) => taggedToCoached),
  { header: "Coached", value: ({ coached }) => written(coached), numeric: true },
  ...share("Coached of asked", ({ askedToCoached }) => askedToCoached),
  { header: "Went to", value: ({ went }) => flowWords(went) },
  { header: "Came from", value: ({ came }) => flowWords(came) },
];

/** A step between two stages: how much of the topic comes through it. */
function Step({ drift, what }: { readonly drift: Drift; readonly what: "askedToTagged" | "taggedToCoached" }) {
  const figure = drift[what];
  return (
    <span className={classes["step"]}>
      {figure.value === null ? null : <IntervalStrip {...figure} domain={SHARES} tone={drift.went.some(isSure) ? "accent" : "noise"} />}
      <FigureValue {...driftTarget(drift, what)} />
    </span>
  );
}

/** Why nothing is named as where a topic went: with too few, nothing was tested. */
function wentNowhere({ asked }: Drift): string {
  if (asked.value === null) return "not recorded";
  return asked.value < LEAST_ASKED ? "too few to tell" : "nowhere that stands out";
}

function Went({ drift }: { readonly drift: Drift }) {
  const sure = drift.went.filter(isSure);
  if (sure.length === 0) return <span className={classes["usual"]} data-of="Went to:">{wentNowhere(drift)}</span>;
  return (
    <span data-of="Went to:">
      {sure.map((flow, index) => (
        <span key={flow.topic.code} className={classes["flow"]}>
          {index > 0 && "; "}
          {flow.topic.label} <FigureValue {...flowTarget(drift, flow)} /> <small>(usual {percent(flow.usual.value ?? 0)})</small>
        </span>
      ))}
    </span>
  );
}

interface Props {
  readonly found: Drifts;
  readonly basis: string;
}

/** Topics from asked to tagged to coached: how many, how much of it is kept at each step, and where the rest went. */
export const DriftChart = memo(function DriftChart({ found, basis }: Props) {
  const [all, setAll] = useState(false);
  const topics = driftOrder(found.topics);
  const shown = all ? topics : topics.slice(0, FIRST);
  return (
    <ChartFigure
      title={driftSentence(found)}
      subtitle={`Requests by what the leader asked for, what the network tagged and what was coached; dots: share kept from one to the next, with 95% intervals. “Went to”: topics coached without having been asked for, where more went there than is usual (q < 0.05). ${basis}`}
      rows={topics}
      columns={COLUMNS}
    >
      <ul className={classes["drift"]}>
        <li className={classes["head"]} aria-hidden>
          <span>Topic</span>
          <span>Asked</span>
          <span className={classes["step"]}>
            <AxisStrip domain={SHARES} marks={[0, 1]} format={percentMark} />
            <span>kept</span>
          </span>
          <span>Tagged</span>
          <span className={classes["step"]}>
            <AxisStrip domain={SHARES} marks={[0, 1]} format={percentMark} />
            <span>kept</span>
          </span>
          <span>Coached</span>
          <span>Went to</span>
        </li>
        {shown.map((drift) => (
          <li key={drift.topic.code}>
            <span className={classes["topic"]}>{drift.topic.label}</span>
            <span data-of="Asked">
              <FigureValue {...driftTarget(drift, "asked")} />
            </span>
            <Step drift={drift} what="askedToTagged" />
            <span data-of="Tagged">
              <FigureValue {...driftTarget(drift, "tagged")} />
            </span>
            <Step drift={drift} what="taggedToCoached" />
            <span data-of="Coached">
              <FigureValue {...driftTarget(drift, "coached")} />
            </span>
            <Went drift={drift} />
          </li>
        ))}
      </ul>
      {topics.length > FIRST && (
        <Button variant="light" mt="md" aria-expanded={all} onClick={() => setAll((open) => !open)}>
          {all ? `Show the first ${FIRST} only` : `Show all ${topics.length} topics`}
        </Button>
      )}
    </ChartFigure>
  );
});
