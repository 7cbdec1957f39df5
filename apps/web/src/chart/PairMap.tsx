import { Fragment, useMemo, type FocusEvent, type KeyboardEvent } from "react";
import { hull } from "./hull";
import { LABEL_LINE, labelPlaces, spread, type Dot, type LabelPlace } from "./labelPlaces";
import classes from "./PairMap.module.css";

export interface MapNode {
  readonly key: string;
  readonly label: string;
  /** What a screen reader says of it. */
  readonly words: string;
  /** What its area shows. */
  readonly size: number;
  /** From left and from top, 0 to 1. */
  readonly x: number;
  readonly y: number;
  /** Nodes of one group are tinted alike; null for none. */
  readonly group: number | null;
}

export interface MapLink {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  /** What its width shows. */
  readonly size: number;
  /** Solid and wide, or thin and grey. */
  readonly isStrong: boolean;
}

interface Props {
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
  readonly name: string;
  readonly onNode: (node: MapNode, mark: Element) => void;
  readonly onLink: (link: MapLink, mark: Element) => void;
}

const WIDTH = 980;
const HEIGHT = 620;
const MARGIN = { x: 86, y: 34 };
const APART = 46;
const TINTS = 7;

interface Placed extends MapNode {
  readonly radius: number;
  readonly place: LabelPlace | undefined;
}

/** Sizes, places and labels: worked out once for a map. */
function laidOut(nodes: readonly MapNode[], links: readonly MapLink[]): Placed[] {
  const largest = Math.max(1, ...nodes.map(({ size }) => size));
  const strong = new Set(links.filter(({ isStrong }) => isStrong).flatMap(({ from, to }) => [from, to]));
  const inner = { width: WIDTH - 2 * MARGIN.x, height: HEIGHT - 2 * MARGIN.y };
  const dots = spread(
    nodes.map((node) => ({ ...node, x: node.x * inner.width, y: node.y * inner.height, radius: 3 + 9 * Math.sqrt(node.size / largest) })),
    APART,
    inner,
  ).map((dot) => ({ ...dot, x: dot.x + MARGIN.x, y: dot.y + MARGIN.y }));
  const at = new Map(dots.map((dot) => [dot.key, dot]));
  const places = labelPlaces(
    dots.map((dot): Dot => ({ ...dot, weight: dot.size + (strong.has(dot.key) ? 1e6 : 0) })),
    { width: WIDTH, height: HEIGHT },
    links.filter(({ isStrong }) => isStrong).flatMap(({ from, to }) => {
      const [one, other] = [at.get(from), at.get(to)];
      return one && other ? [[one, other] as const] : [];
    }),
  );
  return dots.map((dot, index) => ({ ...dot, place: places[index] }));
}

const tintOf = (group: number) => `var(--series-${(group % TINTS) + 1})`;

/** Dots that belong together lie together; lines tie those that occur together. Arrow keys walk from dot to dot. */
export function PairMap({ nodes, links, name, onNode, onLink }: Props) {
  const placed = useMemo(() => laidOut(nodes, links), [nodes, links]);
  const at = new Map(placed.map((node) => [node.key, node]));
  const widest = Math.max(1, ...links.map(({ size }) => size));
  const ordered = [...links].sort((a, b) => Number(a.isStrong) - Number(b.isStrong));
  return (
    // A group of buttons: each dot and each solid line says itself. HTML has none that are drawn as dots and lines.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className={classes["map"]} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={name}>
      <Groups nodes={placed} />
      {ordered.map((link) => {
        const [from, to] = [at.get(link.from), at.get(link.to)];
        if (from === undefined || to === undefined) return null;
        return <Line key={`${link.from} ${link.to}`} link={link} from={from} to={to} widest={widest} onLink={onLink} />;
      })}
      {placed.map((node, index) => (
        <g
          key={node.key}
          className={classes["node"]}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="button"
          tabIndex={index === 0 ? 0 : -1}
          data-x={node.x}
          data-y={node.y}
          aria-haspopup="menu"
          aria-label={node.words}
          onClick={(event) => onNode(node, event.currentTarget)}
          onKeyDown={(event) => pressed(event, () => onNode(node, event.currentTarget))}
          onFocus={moveTabStop}
        >
          <circle className={classes["dot"]} cx={node.x} cy={node.y} r={node.radius} fill={node.group === null ? "var(--noise)" : tintOf(node.group)} stroke="var(--paper)" strokeWidth="1.5" />
          {node.place !== undefined && <Label place={node.place} />}
        </g>
      ))}
    </svg>
  );
}

function Groups({ nodes }: { readonly nodes: readonly Placed[] }) {
  const groups = Map.groupBy(
    nodes.filter(({ group }) => group !== null),
    ({ group }) => group ?? 0,
  );
  return [...groups].map(([group, members]) => {
    const corners = hull(members);
    const path = `M${corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
    return <path key={group} d={path} fill={tintOf(group)} stroke={tintOf(group)} strokeWidth="40" strokeLinejoin="round" opacity="0.1" />;
  });
}

interface LineProps {
  readonly link: MapLink;
  readonly from: Placed;
  readonly to: Placed;
  readonly widest: number;
  readonly onLink: Props["onLink"];
}

function Line({ link, from, to, widest, onLink }: LineProps) {
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  if (!link.isStrong) return <line {...ends} stroke="var(--noise)" strokeOpacity="0.45" strokeWidth="1" aria-hidden />;
  return (
    <g
      className={classes["link"]}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="button"
      tabIndex={0}
      aria-haspopup="menu"
      aria-label={link.words}
      onClick={(event) => onLink(link, event.currentTarget)}
      onKeyDown={(event) => pressed(event, () => onLink(link, event.currentTarget))}
    >
      <line className={classes["line"]} {...ends} stroke="var(--ink)" strokeWidth={2 + (5 * link.size) / widest} strokeLinecap="round" />
      <line className={classes["hit"]} {...ends} strokeWidth="24" />
    </g>
  );
}

function Label({ place }: { readonly place: LabelPlace }) {
  return (
    <g className={place.isFree ? undefined : classes["crowded"]} aria-hidden>
      {place.lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && " "}
          <text className={classes["label"]} x={place.x} y={place.y + index * LABEL_LINE} textAnchor={place.anchor}>
            {line}
          </text>
        </Fragment>
      ))}
    </g>
  );
}

const DIRECTIONS: Partial<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Enter and space act; arrows go to the nearest dot that way. */
function pressed(event: KeyboardEvent<SVGGElement>, act: () => void) {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    // What opens must not hear of the key that opened it, or it closes again.
    event.stopPropagation();
    act();
    return;
  }
  const direction = DIRECTIONS[event.key];
  const own = event.currentTarget;
  if (direction === undefined || own.dataset["x"] === undefined) return;
  event.preventDefault();
  const others = [...(own.ownerSVGElement?.querySelectorAll<SVGGElement>("[data-x]") ?? [])].filter((other) => other !== own);
  const costs = others.map((other) => ({ other, cost: costOf(own, other, direction) })).filter(({ cost }) => cost < Infinity);
  costs.sort((a, b) => a.cost - b.cost)[0]?.other.focus();
}

/** The further aside, the dearer; behind is out of reach. */
function costOf(own: SVGGElement, other: SVGGElement, [dx, dy]: readonly [number, number]): number {
  const [x, y] = [Number(other.dataset["x"]) - Number(own.dataset["x"]), Number(other.dataset["y"]) - Number(own.dataset["y"])];
  const ahead = x * dx + y * dy;
  return ahead <= 0 ? Infinity : ahead + 2 * Math.abs(x * dy - y * dx);
}

function moveTabStop({ currentTarget }: FocusEvent<SVGGElement>) {
  currentTarget.ownerSVGElement?.querySelector('[data-x][tabindex="0"]')?.setAttribute("tabindex", "-1");
  currentTarget.setAttribute("tabindex", "0");
}
