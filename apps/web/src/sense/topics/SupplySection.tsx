import { FigureValue } from "../figure/FigureValue";
import { counted, type FigureFields } from "../figure/format";
import classes from "./topics.module.css";
import { gapLabel, gapParts, gapTarget, supplyOf, type GapPart } from "./topicsFinding";

interface Specialist {
  readonly id: string;
  readonly name: string;
  readonly hoursPerMonth: number | null;
  readonly states: readonly string[];
  readonly provider: { readonly id: string; readonly name: string };
}

interface Props {
  readonly topic: { readonly code: string; readonly label: string };
  readonly gap: Readonly<Record<GapPart | "coverageByChance", FigureFields>>;
  readonly resources: readonly { readonly id: string; readonly title: string; readonly url: string; readonly kind: string | null; readonly retiredAt: string | null }[];
  /** Null for who is not told of coaches. */
  readonly specialists: { readonly totalCount: number; readonly nodes: readonly Specialist[] } | null;
}

const SUPPLY = {
  short: "More is asked than there are hours to give",
  enough: "There are hours enough for what is asked",
  untold: "Whether there are hours enough cannot be told from so few requests",
} as const;

function supplySentence({ gap, topic }: Pick<Props, "gap" | "topic">): string {
  const { coverageByChance: coverage, providers, specialists } = gap;
  if (specialists.value === 0) return "No specialist lists it";
  const alone = providers.value === 1 ? "; all its specialists are of one organisation" : "";
  if (coverage.value === null) return coverage.withheld === "NO_DATA" ? `Nobody asks for ${topic.label.toLowerCase()} now${alone}` : `Whether there is enough to give may not be shown${alone}`;
  return `${SUPPLY[supplyOf(coverage)]}${alone}`;
}

/** Who can help with the topic, and what there is to read. */
export function SupplySection({ topic, gap, resources, specialists }: Props) {
  const current = resources.filter(({ retiredAt }) => retiredAt === null);
  const byOrganisation = [...Map.groupBy(specialists?.nodes ?? [], ({ provider }) => provider.name)].sort(([a], [b]) => a.localeCompare(b));
  return (
    <section className={classes["section"]}>
      <h2>{supplySentence({ gap, topic })}</h2>
      <dl className={classes["numbers"]}>
        {gapParts.map((part) => (
          <div key={part}>
            <dt>{gapLabel(part)}</dt>
            <dd>
              <FigureValue {...gapTarget(topic, part, gap[part])} />
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes["columns"]}>
        {specialists !== null && (
          <div>
            <h3>Specialists, by organisation</h3>
            {byOrganisation.length === 0 && <p className={classes["quiet"]}>None lists it.</p>}
            <ul className={classes["plain"]}>
              {byOrganisation.map(([organisation, people]) => (
                <li key={organisation}>
                  <strong>{organisation}</strong>
                  <br />
                  {people.map(({ name, hoursPerMonth, states }) => `${name} (${hoursPerMonth === null ? "hours not known" : `${hoursPerMonth} h a month`}${states.length === 0 ? "" : `, ${states.join(" ")}`})`).join("; ")}
                </li>
              ))}
            </ul>
            {specialists.totalCount > specialists.nodes.length && <p className={classes["quiet"]}>And {specialists.totalCount - specialists.nodes.length} more.</p>}
          </div>
        )}
        <div>
          <h3>{current.length === 0 ? "Resources" : counted(current.length, "resource")}</h3>
          {current.length === 0 && <p className={classes["quiet"]}>The library has nothing on it yet.</p>}
          <ul className={classes["plain"]}>
            {current.map(({ id, title, url, kind }) => (
              <li key={id}>
                <a href={url} rel="noreferrer">
                  {title}
                </a>
                {kind !== null && <span className={classes["quiet"]}> {kind.toLowerCase().replaceAll("_", " ")}</span>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
