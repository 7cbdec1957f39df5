import type { ReactNode } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { aroundOne } from "../../chart/domain";
import { IntervalStrip, type Tone } from "../../chart/IntervalStrip";
import { graphql } from "../../gql";
import type { RepresentationChart_GroupFragment as Group } from "../../gql/graphql";
import { bare, percent, spoken, valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { scopeOfKey } from "../scope/scopeWords";
import classes from "./equity.module.css";
import { chanceWords, cutWord, ratioSentence, readingOf, verdict, type Verdict } from "./reachFinding";
import type { Counted, Cut } from "./reachView";

graphql(`
  fragment RepresentationChart_group on RepresentationGroup {
    key {
      key
      label
    }
    systems {
      ...FigureValue_figure @unmask
    }
    students {
      ...FigureValue_figure @unmask
    }
    byDistricts {
      share {
        ...FigureValue_figure @unmask
      }
      universeShare
      ratio {
        ...FigureValue_figure @unmask
      }
    }
    byStudents {
      share {
        ...FigureValue_figure @unmask
      }
      universeShare
      ratio {
        ...FigureValue_figure @unmask
      }
    }
  }
`);

const TONES: Record<Verdict, Tone> = { over: "rising", under: "falling", even: "noise", withheld: "noise" };
const VERDICT_WORDS: Record<Verdict, string> = { over: "more", under: "less", even: "cannot tell", withheld: "withheld" };

const METRICS = { districts: "representation_districts", students: "representation_students" } as const;
const NAMES = { districts: "by districts", students: "by students" } as const;

function columnsOf(by: Cut): readonly Column<Group>[] {
  const reading = (count: Counted): Column<Group>[] => {
    const of = (group: Group) => (count === "students" ? group.byStudents : group.byDistricts);
    const end = (value: number | null) => value !== null && bare(value, "ratio");
    return [
      { header: `Share ${NAMES[count]}`, value: (group) => written(of(group).share), cell: (group) => valueText(of(group).share, "share"), numeric: true },
      { header: `Share there, ${NAMES[count]}`, value: (group) => of(group).universeShare, cell: (group) => percent(of(group).universeShare), numeric: true },
      { header: `Ratio ${NAMES[count]}`, value: (group) => written(of(group).ratio), cell: (group) => <FigureValue {...target(group, by, count)} />, numeric: true },
      { header: `Low ${NAMES[count]}`, value: (group) => of(group).ratio.low, cell: (group) => end(of(group).ratio.low), numeric: true },
      { header: `High ${NAMES[count]}`, value: (group) => of(group).ratio.high, cell: (group) => end(of(group).ratio.high), numeric: true },
      { header: `Reading ${NAMES[count]}`, value: (group) => VERDICT_WORDS[verdict(of(group).ratio)] },
    ];
  };
  return [
    { header: "Group", value: ({ key }) => key.label },
    { header: "Systems served", value: ({ systems }) => written(systems), cell: ({ systems }) => valueText(systems, "count"), numeric: true },
    { header: "Students of them", value: ({ students }) => written(students), cell: ({ students }) => valueText(students, "count"), numeric: true },
    ...reading("districts"),
    ...reading("students"),
  ];
}

/** What the menu of one ratio offers. */
export function target(group: Group, by: Cut, count: Counted) {
  const filter = scopeOfKey(by, group.key.key);
  const records = { kind: "systems", stage: "SERVED" } as const;
  return {
    label: `${group.key.label}, share over share ${NAMES[count]}`,
    metric: METRICS[count],
    figure: readingOf(group, count),
    filter,
    records: filter === null ? records : { ...records, within: filter },
  };
}

const MARKS = [0.05, 0.2, 0.5, 1, 2, 5, 20];

/** Few enough marks for their words to stand apart. */
const marksWithin = (low: number, high: number) => MARKS.filter((mark) => mark >= low && mark <= high);

function Row({ group, by, count, domain }: { readonly group: Group; readonly by: Cut; readonly count: Counted; readonly domain: { readonly low: number; readonly high: number } }) {
  const ratio = readingOf(group, count);
  const beside = readingOf(group, count === "students" ? "districts" : "students").value;
  const { share, universeShare } = count === "students" ? group.byStudents : group.byDistricts;
  const isDrawn = ratio.value !== null;
  return (
    <li>
      <span className={classes["label"]}>{group.key.label}</span>
      {isDrawn ? (
        <IntervalStrip {...ratio} domain={domain} scale="log" reference={1} tone={TONES[verdict(ratio)]} {...(beside !== null && beside > 0 && { beside })} />
      ) : (
        <span className={ratio.withheld === "TOO_FEW" ? classes["hatched"] : undefined} aria-hidden />
      )}
      <FigureValue {...target(group, by, count)} />
      <span className={classes["shares"]}>
        {share.value === null ? "–" : percent(share.value)} <span className={classes["of"]}>against {percent(universeShare)}</span>
      </span>
    </li>
  );
}

interface Props {
  readonly groups: readonly Group[];
  readonly by: Cut;
  readonly count: Counted;
  /** What it is compared with, and as of when. */
  readonly basis: string;
  /** What the shares leave out. */
  readonly note: ReactNode;
}

/** Share over share of every group, around 1; grey where 1 lies in the interval. */
export function RepresentationChart({ groups, by, count, basis, note }: Props) {
  // Of fifty states those are drawn of which something can be said; the table and the map have all.
  const drawn = by === "STATE" ? groups.filter((group) => ["over", "under"].includes(verdict(readingOf(group, count)))) : groups;
  const left = groups.length - drawn.length;
  const ends = drawn.flatMap((group) => (["districts", "students"] as const).flatMap((each) => readingOf(group, each))).flatMap(({ value, low, high }) => [value, low, high]);
  const domain = aroundOne(ends.filter((end): end is number => end !== null && end > 0), 24);
  return (
    <ChartFigure
      title={by === "STATE" && drawn.length > 0 ? "The states that stand out, and how surely" : ratioSentence(groups, by, count)}
      subtitle={`Share of ${count === "students" ? "the students reached" : "the systems served"} over share of ${count === "students" ? "all students" : "all districts"} by ${cutWord(by)}, with 95% intervals, on a log scale; 1 is as many as its part.${chanceWords(groups, count)} ${basis}`}
      rows={groups}
      columns={columnsOf(by)}
    >
      <ul className={classes["ratios"]}>
        <li className={classes["head"]} aria-hidden>
          <span />
          <AxisStrip domain={domain} marks={marksWithin(domain.low, domain.high)} format={(mark) => (mark === 1 ? "1" : spoken(mark))} scale="log" />
          <span>Ratio</span>
          <span>Share, nationwide</span>
        </li>
        {drawn.map((group) => (
          <Row key={group.key.key} group={group} by={by} count={count} domain={domain} />
        ))}
      </ul>
      <p className={classes["legend"]}>
        <span className={classes["swatch"]} data-tone="over" aria-hidden /> more than its part <span className={classes["swatch"]} data-tone="under" aria-hidden /> less{" "}
        <span className={classes["swatch"]} data-tone="even" aria-hidden /> cannot be told from 1 <span className={classes["tick"]} aria-hidden /> counted by{" "}
        {count === "students" ? "districts" : "students"}
        {by === "STATE" && left > 0 && `. The other ${left} states cannot be told from 1, or are too few: the map and the table have them.`}
      </p>
      {note}
    </ChartFigure>
  );
}
