import { useTimes } from "../../access/times";
import { graphql } from "../../gql";
import type { PublishedCall_EditionFragment } from "../../gql/graphql";
import { PageFrame } from "../../ui/PageFrame";
import { useNetwork } from "../scope/network";
import { dayName } from "../scope/period";
import { usePageQuery } from "../scope/usePageQuery";
import { Commitments } from "./Commitments";
import classes from "./pack.module.css";
import { bySection, SECTION_TITLES } from "./packLine";

graphql(`
  fragment PublishedCall_edition on LearningEdition {
    number
    asOf
    publishedAt
    publishedByName
    mailed
    sentences {
      id
      section
      text
    }
  }
`);

const PUBLISHED_CALL = graphql(`
  query PublishedCallPage($week: Date!) {
    learningCall(week: $week) {
      week
      edition {
        ...PublishedCall_edition @unmask
      }
      commitments {
        ...CommitmentLine_commitment @unmask
      }
      carried {
        ...CommitmentLine_commitment @unmask
      }
    }
  }
`);

type TextLine = Pick<PublishedCall_EditionFragment["sentences"][number], "id" | "section" | "text">;

/** Sentences without their figures, section by section. */
export function SectionsOfText({ lines }: { readonly lines: readonly TextLine[] }) {
  return bySection(lines).map(({ section, lines: told }) => (
    <section key={section} className={classes["section"]} aria-label={SECTION_TITLES[section]}>
      <h2>{SECTION_TITLES[section]}</h2>
      <ul className={classes["texts"]}>
        {told.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  ));
}

/** What moves is what a call is about; else whatever comes first. */
const leadOf = (sentences: readonly TextLine[]): string => (sentences.find(({ section }) => section === "MOVING") ?? sentences[0])?.text ?? "Nothing is told of this call.";

/** A call as organisations have it. */
export function PublishedCall({ week }: { readonly week: string }) {
  const { viewer } = useNetwork();
  const { day } = useTimes();
  const { edition, commitments, carried } = usePageQuery(PUBLISHED_CALL, { week }).learningCall;
  const own = viewer?.roles.includes("PROVIDER") === true ? viewer.provider : null;
  const named = `Learning call, week of ${dayName(week)}`;
  return (
    <PageFrame
      isDated
      name={named}
      finding={edition === null ? "Nothing has been published for this call yet." : leadOf(edition.sentences)}
      basis={edition && `Published ${day(edition.publishedAt)} by ${edition.publishedByName}${edition.number > 1 ? `, edition ${edition.number}` : ""}. Figures as of ${dayName(edition.asOf)}, each with a little noise; what rests on few is left out.`}
    >
      {edition !== null && (
        <div className={classes["pack"]}>
          <SectionsOfText lines={edition.sentences} />
        </div>
      )}
      <Commitments week={week} made={commitments} carried={carried} settles={false} organisations={own === null ? [] : [own]} />
    </PageFrame>
  );
}
