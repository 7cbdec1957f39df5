import { SegmentedControl } from "@mantine/core";
import { use, useId, useMemo, useState } from "react";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { StateChart } from "../../chart/StateChart";
import { count, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { FigureMenuContext } from "../figure/menuContext";
import { useScopeOptions } from "../scope/scopeOptions";
import classes from "./gaps.module.css";
import { serversTarget, stateTarget, waitingLines, waitingMarks, waitingSentence, type WaitingPart, type WaitingState } from "./waitingStates";

const COLUMNS: readonly Column<WaitingState>[] = [
  { header: "State", value: ({ state }) => state.name },
  { header: "Waiting", value: ({ waiting }) => written(waiting), cell: (row) => <FigureValue {...stateTarget(row, "waiting")} />, numeric: true },
  { header: "Open and recent", value: ({ demand }) => written(demand), cell: (row) => <FigureValue {...stateTarget(row, "demand")} />, numeric: true },
  { header: "Specialists who serve it", value: ({ specialists }) => written(specialists), cell: (row) => <FigureValue {...serversTarget(row, "specialists", row)} />, numeric: true },
  { header: "Their organisations", value: ({ providers }) => written(providers), cell: (row) => <FigureValue {...serversTarget(row, "providers", row)} />, numeric: true },
];

const SCALE = { kind: "count" } as const;

/** Who could take on what waits, state by state and topic by topic. */
function WhoCouldCover({ states }: { readonly states: readonly WaitingState[] }) {
  const lines = waitingLines(states);
  if (lines.length === 0) return null;
  return (
    <section className={classes["cover"]}>
      <h3>Who could take it on</h3>
      <table className={classes["gaps"]}>
        <thead>
          <tr>
            <th scope="col">What waits</th>
            <th scope="col">Waiting</th>
            <th scope="col">Specialists</th>
            <th scope="col">Organisations</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ state, topic }) => (
            <tr key={`${state.state.code} ${topic.topic.code}`}>
              <th scope="row">
                {topic.topic.label} <span className={classes["where"]}>{state.state.name}</span> {topic.specialists.value === 0 && <span className={classes["fragile"]}>nobody</span>}
                {topic.providers.value === 1 && <span className={classes["fragile"]}>one organisation</span>}
              </th>
              <td data-label="Waiting">{count(topic.waiting.value ?? 0)}</td>
              <td data-label="Specialists">
                <FigureValue {...serversTarget(state, "specialists", topic, topic.topic)} />
              </td>
              <td data-label="Organisations">
                <FigureValue {...serversTarget(state, "providers", topic, topic.topic)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Props {
  readonly states: readonly WaitingState[];
  readonly basis: string;
}

/** Where requests wait, and who serves there. */
export function WaitingStatesChart({ states, basis }: Props) {
  const openMenu = use(FigureMenuContext);
  const { names } = useScopeOptions();
  const waits = states.some(({ waiting }) => (waiting.value ?? 0) > 0);
  const [part, setPart] = useState<WaitingPart>(waits ? "waiting" : "demand");
  const switchId = useId();
  const marks = useMemo(() => waitingMarks(states, names.states, part), [states, names, part]);
  const nothing = { value: 0, low: null, high: null, n: 0, withheld: null };
  const at = (code: string, name: string): WaitingState =>
    states.find(({ state }) => state.code === code) ?? { state: { code, name }, demand: nothing, waiting: nothing, specialists: nothing, providers: nothing, topics: [] };
  return (
    <ChartFigure
      title={waitingSentence(states)}
      subtitle={`Requests by the system's state: open or from the last 90 days, and those of them open for more than two days without a match. A specialist who lists no states serves all. ${basis}`}
      rows={states}
      columns={COLUMNS}
      controls={
        <div>
          <span className={classes["unseen"]} id={switchId}>
            What the shades count
          </span>
          <SegmentedControl
            aria-labelledby={switchId}
            value={part}
            onChange={(value) => setPart(value as WaitingPart)}
            data={[
              { value: "waiting", label: "Waiting" },
              { value: "demand", label: "Open and recent" },
            ]}
          />
        </div>
      }
    >
      <div className={classes["waitingBoard"]}>
      <StateChart
        states={marks}
        scale={SCALE}
        unit={part === "waiting" ? "Requests waiting" : "Open and recent requests"}
        format={count}
        onOpen={({ code, name }, element) => openMenu(stateTarget(at(code, name), part), element)}
      />
      <WhoCouldCover states={states} />
      </div>
    </ChartFigure>
  );
}
