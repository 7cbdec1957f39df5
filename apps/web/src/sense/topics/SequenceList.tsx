import { graphql } from "../../gql";
import type { SequenceList_SequencesFragment as Found } from "../../gql/graphql";
import { count, counted, percent, valueText } from "../figure/format";
import { topicPath } from "../scope/topicPath";
import classes from "./topics.module.css";

graphql(`
  fragment SequenceList_sequences on NeedSequences {
    refusal {
      why
      wouldLift
    }
    tested
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
  }
`);

/** What coaching comes to after the topic, or came from, within a relationship: only what chance does not make. */
export function SequenceList({ code, found }: { readonly code: string; readonly found: Found }) {
  const sure = found.sequences.filter(({ qValue }) => qValue < 0.05);
  return (
    <section className={classes["section"]}>
      <h2>What follows</h2>
      {found.refusal !== null && (
        <p className={classes["quiet"]}>
          {found.refusal.why} {found.refusal.wouldLift}
        </p>
      )}
      {found.refusal === null && sure.length === 0 && <p className={classes["quiet"]}>Within relationships, nothing comes before or after it more often than by chance ({counted(found.tested, "ordered pair")} tested).</p>}
      <ul className={classes["plain"]}>
        {sure.map(({ first, later, relationships, share, lift, qValue }) => (
          <li key={`${first.code} ${later.code}`}>
            {first.code === code ? first.label : <a href={topicPath(first.code)}>{first.label}</a>} → {later.code === code ? later.label : <a href={topicPath(later.code)}>{later.label}</a>}
            <span className={classes["quiet"]}>
              {" "}
              in {count(relationships.value ?? 0)} relationships, {share.value === null ? "" : `${percent(share.value)} of those that went on, `}
              {valueText(lift, "ratio")} as often as in random order, q {qValue < 0.001 ? "< 0.001" : qValue.toFixed(3)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
