import type { Locale } from "@arl/schema/enums";
import { randomStream } from "./random";

const BEGINNINGS = [
  "Alder", "Amber", "Bram", "Calder", "Corin", "Dunner", "Elder", "Fenner", "Garn", "Haver", "Ister", "Junip", "Kester",
  "Larken", "Marl", "Nether", "Orrin", "Peller", "Quill", "Rowan", "Sedge", "Tarn", "Umber", "Vesper", "Wend", "Yarrow",
  "Zephyr", "Bristle", "Cinder", "Thessal",
] as const;

const ENDINGS = [
  "mere", "holt", "wick", "combe", "stead", "garth", "fell", "brae", "reach", "cairn", "thwaite", "ness", "dell", "gate",
  "moor", "hollow", "march", "barrow", "strand", "crest", "weald", "hythe", "keld", "shaw",
] as const;

/** Invented place names, shuffled, each one once. */
export function inventPlaces(): string[] {
  const places = BEGINNINGS.flatMap((beginning) => ENDINGS.map((ending) => `${beginning}${ending}`));
  return randomStream("places").shuffle(places);
}

const FORMS_BY_STATE: Readonly<Record<string, string>> = {
  TX: "Independent School District",
  OK: "Public Schools",
  NY: "Central School District",
  CA: "Unified School District",
  AZ: "Unified School District",
  KS: "Unified School District",
  WI: "School District",
  PA: "Area School District",
  NJ: "Township Public Schools",
  FL: "County Schools",
  GA: "County Schools",
  NC: "County Schools",
  TN: "County Schools",
  KY: "County Schools",
  MD: "County Public Schools",
  VA: "County Public Schools",
  LA: "Parish Schools",
};

/** What a district of that place calls itself; city districts are named after the city. */
export function districtName(place: string, state: string, locale: Locale): string {
  if (locale === "CITY" && !["TX", "CA", "AZ", "KS"].includes(state)) return `${place} City Schools`;
  return `${place} ${FORMS_BY_STATE[state] ?? (locale === "RURAL" ? "Consolidated Schools" : "Public Schools")}`;
}

export function charterName(place: string, variant: number): string {
  const forms = ["Charter Academies", "Charter Collective", "Public Charter Network"];
  return `${place} ${forms[variant % forms.length] ?? "Charter Academies"}`;
}

export function schoolName(place: string, variant: number): string {
  const forms = ["Community School", "Preparatory School", "School of Inquiry"];
  return `${place} ${forms[variant % forms.length] ?? "Community School"}`;
}

/** The part of an example domain that names a system. */
export function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
}
