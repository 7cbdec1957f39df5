import { ENROLLMENT_BANDS, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";
import { badInput } from "../../errors";
import type { Key } from "../figure/key.type";
import { ENROLLMENT_LABELS, LOCALE_LABELS, POVERTY_LABELS, REGION_LABELS } from "../scope/labels";
import type { Dimension } from "../scope/scope.type";
import type { NamedThings } from "../scope/vocabulary.queries";

const PLACE_DIMENSIONS = ["LOCALE", "POVERTY_BAND", "ENROLLMENT_BAND", "REGION", "STATE"] as const satisfies readonly Dimension[];

/** What is known of every regular district of the country. */
export type PlaceDimension = (typeof PLACE_DIMENSIONS)[number];

/** @throws DomainError BAD_USER_INPUT for any other dimension. */
export function placeDimension(by: Dimension): PlaceDimension {
  const found = PLACE_DIMENSIONS.find((each) => each === by);
  if (!found) throw badInput("by", `Reach is compared by ${PLACE_DIMENSIONS.join(", ")}: of these alone the country's districts are counted.`);
  return found;
}

/** Every key of a dimension but that it is not known. */
export function placeKeys(by: PlaceDimension, names: NamedThings): Key[] {
  const labelled = <Name extends string>(keys: readonly Name[], labels: Readonly<Record<Name, string>>) =>
    keys.filter((key) => key !== "UNKNOWN").map((key) => ({ key, label: labels[key] }));
  switch (by) {
    case "LOCALE":
      return labelled(LOCALES, LOCALE_LABELS);
    case "POVERTY_BAND":
      return labelled(POVERTY_BANDS, POVERTY_LABELS);
    case "ENROLLMENT_BAND":
      return labelled(ENROLLMENT_BANDS, ENROLLMENT_LABELS);
    case "REGION":
      return labelled(REGIONS, REGION_LABELS);
    case "STATE":
      return [...names.stateNames].map(([key, label]) => ({ key, label }));
  }
}
