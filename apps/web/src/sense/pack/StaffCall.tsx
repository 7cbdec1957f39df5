import { SegmentedControl } from "@mantine/core";
import { useTimes } from "../../access/times";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { counted } from "../figure/format";
import { dayName } from "../scope/period";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch } from "../scope/useScope";
import { Commitments } from "./Commitments";
import { EditableLine } from "./EditableLine";
import { Notes } from "./Notes";
import classes from "./pack.module.css";
import type { Sentence } from "./PackLine";
import { bySection, SECTION_TITLES } from "./packLine";
import { Preview } from "./Preview";
import { PublishButton } from "./PublishButton";

const STAFF_CALL = graphql(`
  query StaffCallPage($week: Date!) {
    learningCall(week: $week) {
      week
      edition {
        ...PublishedCall_edition @unmask
      }
      sentences {
        ...PackLine_sentence @unmask
      }
      notes {
        id
        text
        addedByName
      }
      commitments {
        ...CommitmentLine_commitment @unmask
      }
      carried {
        ...CommitmentLine_commitment @unmask
      }
    }
    providers {
      id
      name
    }
  }
`);

/** How much there is to say, and to whom. */
function packFinding(shown: readonly Sentence[]): string {
  if (shown.length === 0) return "Nothing can be told of this week yet.";
  const open = shown.filter(({ audience }) => audience === "NETWORK").length;
  return `${counted(shown.length, "sentence")} for the call; ${open} of them may be told to organisations, where enough stand behind them.`;
}

/** The pack that wrote itself, as staff make it theirs. */
export function StaffCall({ week }: { readonly week: string }) {
  const { search, setParam } = usePageSearch();
  const { day } = useTimes();
  const { learningCall, providers } = usePageQuery(STAFF_CALL, { week });
  const { sentences, notes, edition, commitments, carried } = learningCall;
  const shown = sentences.filter(({ hidden }) => !hidden);
  const isPreview = search["view"] === "preview";
  const published = edition === null ? "Not published yet." : `Edition ${edition.number} was published ${day(edition.publishedAt)} and mailed to ${edition.mailed === 0 ? "nobody" : counted(edition.mailed, "person", "people")}.`;
  return (
    <PageFrame
      isDated
      name={`Learning call, week of ${dayName(week)}`}
      finding={packFinding(shown)}
      basis={`Made from what came before ${dayName(week)}, 00:00. ${published}`}
      controls={
        <>
          <SegmentedControl
            aria-label="Which form"
            value={isPreview ? "preview" : "exact"}
            onChange={(view) => setParam("view", view)}
            data={[
              { value: "exact", label: "As you have it" },
              { value: "preview", label: "As organisations get it" },
            ]}
          />
          <PublishButton week={week} again={edition !== null} />
        </>
      }
    >
      {isPreview ? (
        <Preview week={week} />
      ) : (
        <div className={classes["pack"]}>
          {bySection(sentences).map(({ section, lines }) => (
            <section key={section} className={classes["section"]} aria-label={SECTION_TITLES[section]}>
              <h2>{SECTION_TITLES[section]}</h2>
              <ul className={classes["lines"]}>
                {lines.map((sentence) => (
                  <EditableLine key={sentence.id} week={week} sentence={sentence} />
                ))}
              </ul>
            </section>
          ))}
          <Notes week={week} notes={notes} />
        </div>
      )}
      <Commitments week={week} made={commitments} carried={carried} settles organisations={providers} />
    </PageFrame>
  );
}
