import { Link } from "@tanstack/react-router";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { Fold } from "../../chart/Fold";
import { count } from "../figure/format";
import { topicPath } from "../scope/topicPath";
import classes from "./framework.module.css";
import { usesSentence, type Use } from "./frameworkFinding";

interface Domain {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
}

const COLUMNS: readonly Column<Use>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Code", value: ({ topic }) => topic.code },
  { header: "Domain", value: ({ topic }) => topic.domain?.label ?? null },
  { header: "Definition", value: ({ topic }) => topic.definition },
  { header: "Requests", value: ({ requests }) => requests, numeric: true },
  { header: "Sessions", value: ({ sessions }) => sessions, numeric: true },
  { header: "Coaches", value: ({ coaches }) => coaches, numeric: true },
  { header: "Resources", value: ({ resources }) => resources, numeric: true },
];

const COUNTS = ["requests", "sessions", "coaches", "resources"] as const;

function Row({ use }: { readonly use: Use }) {
  const { topic } = use;
  return (
    <li data-standing={topic.standing}>
      <div>
        {topic.code === "NONE" ? <strong>{topic.label}</strong> : <Link to={topicPath(topic.code)}>{topic.label}</Link>} <code>{topic.code}</code>
      </div>
      <p>
        {topic.definition}
        {topic.successors.length > 0 && ` Now: ${topic.successors.map(({ label }) => label).join(", ")}.`}
      </p>
      {COUNTS.map((what) => (
        <span key={what} data-label={what} data-none={use[what] === 0}>
          {count(use[what])}
        </span>
      ))}
    </li>
  );
}

/** The framework as it is, in its own order, and how many rows stand under each topic. */
export function UsesChart({ uses, domains }: { readonly uses: readonly Use[]; readonly domains: readonly Domain[] }) {
  const outside = uses.filter(({ topic }) => topic.domain === null);
  return (
    <ChartFigure
      title={usesSentence(uses, domains.length)}
      subtitle="Rows under each topic over the network's whole time, in the framework's order: requests by their tags, sessions with topics of their own, coaches, resources."
      rows={uses}
      columns={COLUMNS}
    >
      <Fold what="the whole framework">
        <div className={classes["uses"]}>
          <p className={classes["heads"]} aria-hidden>
            <span />
            <span />
            {COUNTS.map((what) => (
              <span key={what}>{what}</span>
            ))}
          </p>
          {domains.map(({ code, label }) => (
            <section key={code} aria-label={label}>
              <h3>
                {label} <code>{code}</code>
              </h3>
              <ul>
                {uses
                  .filter(({ topic }) => topic.domain?.code === code)
                  .map((use) => (
                    <Row key={use.topic.code} use={use} />
                  ))}
              </ul>
            </section>
          ))}
          <section aria-label="Outside the framework">
            <h3>Outside the framework</h3>
            <ul>
              {outside.map((use) => (
                <Row key={use.topic.code} use={use} />
              ))}
            </ul>
          </section>
        </div>
      </Fold>
    </ChartFigure>
  );
}
