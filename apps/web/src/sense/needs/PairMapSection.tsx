import { use, useMemo } from "react";
import { graphql } from "../../gql";
import type { PairMapQuery, Scope } from "../../gql/graphql";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { PairMap, type MapLink, type MapNode } from "../../chart/PairMap";
import { Refused } from "../../ui/Refused";
import { bare, counted, listed, percent, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { FigureMenuContext } from "../figure/menuContext";
import { usePageQuery } from "../scope/usePageQuery";
import { isBeyondChance, pairName, pairsSentence, pairWords, qText } from "./pairFinding";
import { PairRows } from "./PairRows";
import { nodeTarget, pairTarget } from "./pairTargets";
import classes from "./pairs.module.css";
import { SequenceChart } from "./SequenceChart";

const PAIR_MAP = graphql(`
  query PairMap($scope: Scope) {
    needMap(scope: $scope) {
      nodes {
        topic {
          id
          code
          label
        }
        systems {
          ...FigureValue_figure @unmask
        }
        cluster
        x
        y
      }
      links {
        topics {
          id
          code
          label
        }
        systems {
          ...FigureValue_figure @unmask
        }
        systemIds
        lift {
          ...FigureValue_figure @unmask
        }
        npmi
        qValue
        isBeyondChance
      }
      clusters {
        number
        label
        size
        cohesion
      }
      areClustersBeyondChance
      refusal {
        why
        wouldLift
      }
    }
    needSequences(scope: $scope, first: 12) {
      sequences {
        first {
          id
          code
          label
        }
        later {
          id
          code
          label
        }
        relationships {
          ...FigureValue_figure @unmask
        }
        share {
          ...FigureValue_figure @unmask
        }
        lift {
          ...FigureValue_figure @unmask
        }
        qValue
      }
      tested
      relationships
      refusal {
        why
        wouldLift
      }
    }
  }
`);

type NeedMap = PairMapQuery["needMap"];
type Link = NeedMap["links"][number];

const COLUMNS: readonly Column<Link>[] = [
  { header: "Topic", value: ({ topics }) => topics[0]?.label ?? "" },
  { header: "Asked for with", value: ({ topics }) => topics[1]?.label ?? "" },
  { header: "Systems", value: ({ systems }) => written(systems), cell: (link) => <FigureValue {...pairTarget(link, "systems")} />, numeric: true },
  { header: "Lift", value: ({ lift }) => written(lift), cell: (link) => <FigureValue {...pairTarget(link, "lift")} />, numeric: true },
  { header: "Interval low", value: ({ lift: { low } }) => low, cell: ({ lift: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
  { header: "Interval high", value: ({ lift: { high } }) => high, cell: ({ lift: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
  { header: "Closeness", value: ({ npmi }) => npmi, cell: ({ npmi }) => bare(npmi, "index"), numeric: true },
];

/** On a phone: the sure pairs and as many of the others as make a list. */
const PHONE_PAIRS = 10;
/** Groups that are named; the rest are counted. */
const MOST_GROUPS = 4;

interface Props {
  readonly scope: Scope;
  readonly asOf: string;
}

/** Which needs come together, as a map; and which follow which. */
export function PairMapSection({ scope, asOf }: Props) {
  const { needMap, needSequences } = usePageQuery(PAIR_MAP, { scope });
  return (
    <>
      {needMap.refusal ? <Refused what="Needs that come together" {...needMap.refusal} /> : <MapFigure map={needMap} asOf={asOf} />}
      {needSequences.refusal ? <Refused what="What follows what" {...needSequences.refusal} /> : <SequenceChart {...needSequences} asOf={asOf} />}
    </>
  );
}

function MapFigure({ map, asOf }: { readonly map: NeedMap; readonly asOf: string }) {
  const openMenu = use(FigureMenuContext);
  const { nodes, links } = useMemo(() => drawn(map), [map]);
  const ordered = useMemo(() => map.links.toSorted((a, b) => Number(isBeyondChance(b)) - Number(isBeyondChance(a)) || a.qValue - b.qValue || b.npmi - a.npmi), [map]);
  const all = map.links[0]?.lift.n ?? null;
  const alone = aloneNote(map);
  return (
    <ChartFigure
      title={pairsSentence(map.links)}
      subtitle={`Systems that asked for both topics, over all their requests, against how many would if asking for one said nothing of the other${all === null ? "" : `; n ${counted(all, "system")}`}, as of ${asOf}. Only pairs with q under 0.05 are beyond chance.`}
      rows={ordered}
      columns={COLUMNS}
    >
      <Legend isTinted={map.areClustersBeyondChance} />
      <div className={classes["map"]}>
        <PairMap
          nodes={nodes}
          links={links}
          name="Topics that the same systems ask for; arrow keys move between topics"
          onNode={({ key }, mark) => {
            const node = map.nodes.find(({ topic }) => topic.code === key);
            if (node) openMenu(nodeTarget(node), mark);
          }}
          onLink={({ from, to }, mark) => {
            const link = map.links.find(({ topics }) => topics[0]?.code === from && topics[1]?.code === to);
            if (link) openMenu(pairTarget(link, "systems"), mark);
          }}
        />
      </div>
      <PairRows pairs={ordered.slice(0, PHONE_PAIRS)} isForPhone />
      <p className={classes["note"]}>{groupsNote(map)}</p>
      {alone !== null && <p className={classes["note"]}>{alone}</p>}
    </ChartFigure>
  );
}

/** The map's nodes and links; groups are tinted only where they are more than chance. */
function drawn({ nodes, links, areClustersBeyondChance }: NeedMap): { nodes: MapNode[]; links: MapLink[] } {
  return {
    nodes: nodes.flatMap(({ topic, systems, cluster, x, y }) => {
      if (x === null || y === null) return [];
      return [{ key: topic.code, label: topic.label, words: `${topic.label}: ${counted(systems.value ?? 0, "system")}`, size: systems.value ?? 0, x, y, group: areClustersBeyondChance ? cluster : null }];
    }),
    links: links.map((link) => ({
      from: link.topics[0]?.code ?? "",
      to: link.topics[1]?.code ?? "",
      words: `${pairName(link)}: ${pairWords(link)}`,
      size: link.systems.value ?? 0,
      isStrong: link.isBeyondChance,
    })),
  };
}

function aloneNote({ nodes }: NeedMap): string | null {
  const alone = nodes.filter(({ x }) => x === null).map(({ topic }) => topic.label);
  return alone.length === 0 ? null : `Asked for apart from the others: ${alone.join("; ")}.`;
}

function groupsNote({ clusters, areClustersBeyondChance }: NeedMap): string {
  if (!areClustersBeyondChance) return "Topics lie near those that the same systems ask for. They fall into no groups that could be told from chance.";
  const smaller = Math.max(0, clusters.length - MOST_GROUPS);
  const named = clusters.slice(0, MOST_GROUPS).map(({ label, size, cohesion }) => `${label} (${counted(size, "topic")}, ${percent(cohesion)} of its ties within)`);
  return `Groups that hold together more than in 19 networks dealt out at random: ${listed([...named, ...(smaller > 0 ? [counted(smaller, "smaller one")] : [])])}.`;
}

function Legend({ isTinted }: { readonly isTinted: boolean }) {
  return (
    <p className={classes["legend"]}>
      <span className={classes["key"]}>
        <svg aria-hidden>
          <line x1="2" x2="26" y1="6" y2="6" stroke="var(--ink)" strokeWidth="5" strokeLinecap="round" />
        </svg>
        Beyond chance, the wider the more systems
      </span>
      <span className={classes["key"]}>
        <svg aria-hidden>
          <line x1="2" x2="26" y1="6" y2="6" stroke="var(--noise)" strokeWidth="1" />
        </svg>
        Closest of the others: not to be told from chance
      </span>
      <span className={classes["key"]}>
        <svg aria-hidden>
          <circle cx="8" cy="6" r="3" fill="var(--noise)" />
          <circle cx="20" cy="6" r="6" fill="var(--noise)" />
        </svg>
        Systems that ask for the topic
      </span>
      {isTinted && <span className={classes["key"]}>Tinted: a group that holds together beyond chance</span>}
    </p>
  );
}
