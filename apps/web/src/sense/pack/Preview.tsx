import { graphql } from "../../gql";
import { counted } from "../figure/format";
import { usePageQuery } from "../scope/usePageQuery";
import classes from "./pack.module.css";
import { SectionsOfText } from "./PublishedCall";

const PREVIEW = graphql(`
  query CallPreview($week: Date!) {
    learningCall(week: $week) {
      week
      preview {
        id
        section
        text
        leftOut
        fault
      }
      sentences {
        id
        text
      }
    }
  }
`);

/** Word for word what would be sent, what has to be mended first, and what is left out and why. */
export function Preview({ week }: { readonly week: string }) {
  const { preview, sentences } = usePageQuery(PREVIEW, { week }).learningCall;
  const exactOf = new Map(sentences.map(({ id, text }) => [id, text]));
  const sent = preview.flatMap(({ id, section, text }) => (text === null ? [] : [{ id, section, text }]));
  const faults = preview.filter(({ fault }) => fault !== null);
  const reasons = [...Map.groupBy(preview.filter(({ leftOut }) => leftOut !== null), ({ leftOut }) => leftOut ?? "")];
  return (
    <div className={classes["pack"]}>
      {faults.length > 0 && (
        <section className={classes["faults"]} aria-label="To be mended first">
          <h2>To be mended before it can be published</h2>
          <ul className={classes["texts"]}>
            {faults.map(({ id, fault }) => (
              <li key={id}>{fault}</li>
            ))}
          </ul>
        </section>
      )}
      <SectionsOfText lines={sent} />
      {reasons.length > 0 && (
        <section className={`${classes["leftOut"]} not-on-paper`} aria-label="Left out">
          <h2>{counted(preview.length - sent.length - faults.length, "sentence is", "sentences are")} left out</h2>
          {reasons.map(([reason, lines]) => (
            <div key={reason}>
              <h3>{reason}</h3>
              <ul className={classes["texts"]}>
                {lines.map(({ id }) => (
                  <li key={id}>{exactOf.get(id) ?? id}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}
