import { TextInput } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useState } from "react";
import { Fold } from "../../chart/Fold";
import { PageFrame } from "../../ui/PageFrame";
import classes from "./definitions.module.css";
import { matchingMetrics } from "./matchingMetrics";
import { MetricDetails } from "./MetricDetails";
import { Protection } from "./Protection";
import { useMetrics } from "./metrics";

/** So few found are shown whole. */
const FEW = 5;

/** The glossary: every number the network publishes, one entry each, with an anchor of its own. */
export function DefinitionsPage() {
  const metrics = useMetrics();
  const [words, setWords] = useState("");
  const shown = matchingMetrics(metrics, useDeferredValue(words));

  const { hash } = useLocation();
  const asked = decodeURIComponent(hash);

  useEffect(
    function goToTheEntryAskedFor() {
      if (asked !== "") document.getElementById(asked)?.scrollIntoView();
    },
    [asked],
  );

  const entries = (
    <div className={classes["entries"]}>
      {shown.map((metric) => (
        <section key={metric.id} id={metric.id} className={classes["entry"]}>
          <h2>
            <a href={`#${metric.id}`}>{metric.label}</a>
          </h2>
          <div>
            <p className={classes["definition"]}>{metric.definition}</p>
            {/* Closed but for what was asked for: opened, all of them are forty screens. */}
            <details className={classes["how"]} key={String(shown.length <= FEW)} open={metric.id === asked || shown.length <= FEW}>
              <summary>How it is computed</summary>
              <MetricDetails metric={metric} />
            </details>
          </div>
        </section>
      ))}
    </div>
  );
  return (
    <PageFrame
      name="Definitions"
      finding={`${metrics.length} figures, each defined once.`}
      basis="Pages, exports and the API read these same entries. An estimate carries its n and a 95% interval; a count of the network's own rows is exact and has none."
      controls={
        <TextInput
          label="Find a figure"
          type="search"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      }
    >
      {words === "" && <Protection />}
      {shown.length === 0 && <p aria-live="polite">No definition has these words.</p>}
      {/* What an address asks for must not lie behind the fold. */}
      {asked === "" ? <Fold what={`all ${shown.length} figures`}>{entries}</Fold> : entries}
    </PageFrame>
  );
}
