import type { SystemKind } from "@arl/schema/enums";
import { at } from "./random";

const FIRST_NAMES = [
  "Adaeze", "Alma", "Amara", "Anselm", "Beatriz", "Benedict", "Callum", "Carmen", "Celia", "Chidi", "Dalia", "Darius",
  "Delphine", "Ebony", "Elias", "Emeka", "Esperanza", "Farah", "Felix", "Gideon", "Graciela", "Hana", "Harriet", "Ignacio",
  "Imani", "Ines", "Jovan", "Juno", "Kalani", "Keisha", "Kwame", "Leandro", "Leona", "Linh", "Lucius", "Mairead", "Malik",
  "Marisol", "Mei", "Mireille", "Nadia", "Naveen", "Nolan", "Odessa", "Omar", "Paloma", "Priya", "Quincy", "Rafael",
  "Renata", "Rosalind", "Samir", "Selah", "Soraya", "Tamsin", "Thaddeus", "Tomas", "Ursula", "Veda", "Winona", "Yusuf", "Zora",
] as const;

const LAST_NAMES = [
  "Abernethy-Cole", "Achterberg", "Adeyinka", "Alvarenga", "Ashgrove", "Balewa", "Barlowe", "Belcourt", "Bexley", "Brisbois",
  "Calloway-Reyes", "Castellan", "Chatterton", "Corvane", "Dallimore", "Delacroix-Hart", "Drummell", "Eastmoor", "Eszterhas",
  "Fairweather-Lin", "Ferrante", "Fontaine-Okoro", "Galbraith", "Gathers", "Greenhaw", "Halloran-Diaz", "Hawthorne-Ito",
  "Iwasaki-Bell", "Jessamy", "Kavanagh-Ruiz", "Kingsolving", "Lachlan", "Larkspur", "Lindqvist-Moya", "Lorimer", "Maddigan",
  "Marchetti", "Merriweather", "Montclair", "Nakagawa-Price", "Nightingale", "Obuya", "Okonjo-Lee", "Pemberton-Vega",
  "Pellegrin", "Quintanar", "Ravenel", "Rosenthal-Cruz", "Sandoval-Finch", "Silverlake", "Stonebridge", "Tallchief-Moran",
  "Thornbury", "Underhill-Paz", "Valderrama", "Vandermeer", "Wakefield-Soto", "Whitlocke", "Yellowhorse", "Zamorano", "Zielinska",
] as const;

/** An invented name for each number: no two of the first 3,782 numbers share one. */
export function personName(number: number): string {
  // 62 first and 61 last names have no common factor, so stepping through both together meets each pair once.
  const scattered = number * 7 + 3;
  return `${at(FIRST_NAMES, scattered % FIRST_NAMES.length)} ${at(LAST_NAMES, scattered % LAST_NAMES.length)}`;
}

/** `first.last` at an example domain. */
export function emailOf(name: string, domain: string): string {
  const local = name.toLowerCase().replaceAll(/[^a-z -]/g, "").trim().replaceAll(/ +/g, ".");
  return `${local}@${domain}.example`;
}

/** Roles that ask for coaching, by kind of system; finance questions come from finance leaders. */
export function leaderRoles(kind: SystemKind, finance: boolean): readonly string[] {
  if (kind === "school") return ["Principal", "Head of School", "Assistant Principal"];
  if (finance) return ["Chief Financial Officer", "Business Manager", "Superintendent", "Chief Operating Officer"];
  if (kind === "charter") return ["Chief Academic Officer", "Executive Director", "Chief of Schools", "Director of Innovation"];
  return [
    "Superintendent",
    "Assistant Superintendent",
    "Chief Academic Officer",
    "Director of Curriculum and Instruction",
    "Director of Professional Learning",
    "Director of Digital Learning",
    "Director of Student Services",
  ];
}
