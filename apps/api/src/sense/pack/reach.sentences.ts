import type { RepresentationGroup } from "../equity/representation.type";
import type { PackFacts } from "./facts";
import { linkTo, recordsOf } from "./links";
import type { Sentence } from "./sentence";
import { ratioText, sideOf } from "./wording";

/** Whom coaching reaches less than their share, counted by districts, with what the count by students says beside it. */
export function reachSentences({ week, reach }: PackFacts): Sentence[] {
  return reach.flatMap((group): Sentence[] => {
    const { key, byDistricts, byStudents } = group;
    if (sideOf(byDistricts.ratio, 1) !== "below") return [];
    const label = `${key.label} districts`;
    return [
      {
        id: `reach:${key.key}`,
        section: "reach",
        text: `${label} are reached less than their share: ${ratioText(byDistricts.ratio) ?? ""} of it counted by districts${byStudentsText(group)}.`,
        figures: [
          { label: `${label}: representation by districts`, metric: "representation_districts", figure: byDistricts.ratio },
          { label: `${label}: representation by students`, metric: "representation_students", figure: byStudents.ratio },
        ],
        link: linkTo("/reach", week),
        records: recordsOf("systems", week),
        audience: "network",
      },
    ];
  });
}

function byStudentsText({ byStudents: { ratio } }: RepresentationGroup): string {
  const said = ratioText(ratio);
  if (said === null) return "";
  return `, ${said} by students${sideOf(ratio, 1) === null ? ", which cannot be told from their share" : ""}`;
}
