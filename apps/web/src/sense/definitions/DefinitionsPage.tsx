import { TextInput } from "@mantine/core";
import { useDeferredValue, useEffect, useState } from "react";
import { PageFrame } from "../../ui/PageFrame";
import classes from "./definitions.module.css";
import { matchingMetrics } from "./matchingMetrics";
import { MetricDetails } from "./MetricDetails";
import { Protection } from "./Protection";
import { useMetrics } from "./metrics";

/** The glossary: every number the network publishes, one entry each, with an anchor of its own. */
export function DefinitionsPage() {
  const metrics = useMetrics();
  const [words, setWords] = useState("");
  const shown = matchingMetrics(metrics, useDeferredValue(words));

  useEffect(function goToTheEntryAskedFor() {
    const { hash } = window.location;
    if (hash !== "") document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, []);

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
      <div className={classes["entries"]}>
        {shown.length === 0 && <p aria-live="polite">No definition has these words.</p>}
        {shown.map((metric) => (
          <section key={metric.id} id={metric.id} className={classes["entry"]}>
            <h2>
              <a href={`#${metric.id}`}>{metric.label}</a>
            </h2>
            <div>
              <p className={classes["definition"]}>{metric.definition}</p>
              <MetricDetails metric={metric} />
            </div>
          </section>
        ))}
      </div>
    </PageFrame>
  );
}
