import type { CoachRole } from "@arl/schema/enums";

/** A coach as the pool lists them. */
export interface DemoCoach {
  /** 0 is the hub. */
  readonly organisation: number;
  readonly name: string;
  readonly role: CoachRole;
  /** A month. */
  readonly hours: number;
  readonly topics: readonly string[];
  /** Empty = any. */
  readonly states: readonly string[];
  readonly from: string;
  readonly to: string | null;
}

interface Terms {
  readonly states?: string;
  readonly from?: string;
  readonly to?: string;
}

type Row = readonly [organisation: number, name: string, role: "G" | "S", hours: number, topics: string, terms?: Terms];

const ROWS: readonly Row[] = [
  [0, "Rosalind Okonjo", "G", 30, "CHG-STR CHG-MGT VHL-MOD PRL-LDR PRL-DES FAM-COM"],
  [0, "Theo Marchetti", "G", 26, "VHL-MOD VHL-ENG PER-MOD PRL-DES SYS-TIM TOL-PLT"],
  [0, "Imogen Castellan", "G", 24, "CHG-EQY STU-SEL CUL-INC STU-ACC FAM-ENG"],
  [0, "Desmond Ashgrove", "S", 14, "SYS-ROL PRL-CCH SYS-TIM"],
  [0, "Paola Whitlocke", "S", 16, "CHG-RTR CHG-CIP VHL-MOD"],

  [1, "Miriam Lachlan", "G", 28, "VHL-PED VHL-MOD VHL-REL PER-SDL PRL-DES"],
  [1, "Elena Fairweather", "S", 30, "VHL-PED VHL-ENG PRL-CCH PRL-DES"],
  [1, "Jonah Brisbois", "S", 20, "VHL-PED VHL-NRM VHL-REL"],
  [1, "Sunita Barlowe", "S", 18, "PER-DIF PER-SDL VHL-ENG"],
  [1, "Caleb Quintanar", "S", 20, "TOL-CUR VHL-MOD PER-AGY"],

  [2, "Winona Galbraith", "S", 22, "FIN-MDL FIN-CSH SYS-ROL"],
  [2, "Arthur Pellegrin", "S", 18, "FIN-MDL FIN-HLT SYS-POL"],
  [2, "Noor Gathers", "S", 6, "FIN-REL FIN-CSH FIN-MDL"],
  [2, "Lucian Stonebridge", "G", 16, "FIN-MDL FIN-CSH FIN-HLT SYS-ROL SYS-CEN"],

  [3, "Adaeze Merriweather", "S", 22, "STU-SEL CUL-WEL STU-ATT"],
  [3, "Gwendolyn Ferrante", "S", 20, "STU-SEL STU-EXC VHL-REL"],
  [3, "Hollis Drummell", "S", 20, "STU-ACC STU-EXC DAT-FRM"],
  [3, "Carmen Obuya", "G", 22, "STU-SEL STU-ACC STU-ATT CUL-INC CUL-TRU"],

  [4, "Percival Lorimer", "G", 26, "CHG-STR CHG-VIS CHG-MGT SYS-CEN FAM-GOV"],
  [4, "Ottilie Ravenel", "S", 18, "CHG-STR CHG-VIS SYS-POL"],
  [4, "Marcus Iwasaki", "S", 18, "SYS-ROL SYS-TIM SYS-SHO"],
  [4, "Beatrix Halloran", "S", 16, "SYS-TIM PER-FLX CHG-MGT", { states: "MN WI IA IL IN MI OH MO KS KY OK AR TN" }],

  [5, "Yolanda Kingsolving", "S", 24, "PRL-CCH PRL-DES PRL-PLC"],
  [5, "Tobias Achterberg", "S", 20, "PRL-CCH PRL-MNT CUL-COL"],
  [5, "Renata Silverlake", "S", 18, "PRL-DES TOL-CAP PRL-PLC"],
  [5, "Frederick Adeyinka", "G", 22, "PRL-CCH PRL-DES PRL-LDR CUL-COL TOL-CAP"],
  [5, "Maren Dallimore", "S", 12, "PRL-CCH TOL-CAP VHL-PED", { to: "2020-09-01" }],

  [6, "Ingrid Vandermeer", "S", 26, "MBP-GRD MBP-ASM"],
  [6, "Solomon Jessamy", "S", 24, "MBP-GRD MBP-DEF"],
  [6, "Calista Wakefield", "S", 20, "MBP-GRD MBP-OBJ MBP-PTH"],
  [6, "Raymond Eszterhas", "G", 18, "PER-MOD PER-SDL PER-AGY MBP-OBJ MBP-ASM"],

  [7, "Esperanza Valderrama", "S", 26, "FAM-ENG STU-MLL FAM-CBO"],
  [7, "Tomas Alvarenga", "S", 22, "FAM-ENG STU-MLL DAT-VOI", { states: "CA AZ NM TX NV CO WA OR ID UT" }],
  [7, "Lorraine Greenhaw", "S", 18, "FAM-ENG FAM-COM FAM-GOV"],
  [7, "Kwame Underhill", "G", 20, "FAM-ENG FAM-COM FAM-CBO STU-MLL STU-ATT"],

  [8, "Naveen Corvane", "S", 20, "TOL-PLT TOL-ACC FIN-INF"],
  [8, "Delphine Maddigan", "S", 20, "TOL-ACC TOL-CAP TOL-PRV"],
  [8, "Joaquin Bexley", "S", 22, "TOL-CUR VHL-PED VHL-ENG"],
  [8, "Harriet Nightingale", "G", 20, "TOL-ACC TOL-CAP TOL-PLT VHL-ENG VHL-MOD", { to: "2020-12-19" }],

  [9, "Quincy Lindqvist", "S", 22, "DAT-FRM DAT-RTD DAT-SYS"],
  [9, "Amara Fontaine", "S", 20, "DAT-FRM DAT-MEA STU-ACC"],
  [9, "Edmund Thornbury", "S", 16, "DAT-MEA CHG-CIP DAT-VOI"],
  [9, "Selah Montclair", "G", 16, "DAT-FRM DAT-SYS DAT-MEA STU-ACC"],

  [10, "Theodora Nakagawa", "S", 22, "PRL-LDR CUL-WEL CHG-MGT"],
  [10, "Benedict Chatterton", "S", 20, "PRL-LDR CUL-TRU CHG-VIS"],
  [10, "Vivian Sandoval", "G", 24, "PRL-LDR CUL-TRU CHG-STR CHG-MGT CUL-WEL"],
  [10, "Oren Zamorano", "S", 14, "PRL-LDR SYS-CEN SYS-SHO", { from: "2020-08-01" }],

  [11, "Ebony Tallchief", "S", 24, "CHG-EQY FAM-ENG STU-MLL"],
  [11, "Gideon Balewa", "S", 18, "CUL-WEL CUL-INC STU-SEL"],
  [11, "Marisol Kavanagh", "S", 18, "STU-EXC STU-ACC CHG-EQY"],
  [11, "Leandro Belcourt", "G", 20, "CHG-EQY CUL-INC STU-MLL STU-EXC FAM-ENG"],

  [12, "Cordelia Zielinska", "S", 6, "FIN-REL FIN-MDL FIN-HLT", { from: "2020-12-07" }],
  [12, "Emmett Rosenthal", "G", 16, "FIN-REL FIN-MDL CHG-STR SYS-CEN SYS-SHO", { from: "2020-12-07" }],
  [12, "Priya Hawthorne", "S", 14, "PER-MOD VHL-PED PRL-DES", { from: "2021-01-04" }],
];

/** The pool: generalists and specialists of thirteen organisations. */
export const DEMO_COACHES: readonly DemoCoach[] = ROWS.map(([organisation, name, role, hours, topics, terms]) => ({
  organisation,
  name,
  role: role === "G" ? "generalist" : "specialist",
  hours,
  topics: topics.split(" "),
  states: terms?.states?.split(" ") ?? [],
  from: terms?.from ?? "2020-05-01",
  to: terms?.to ?? null,
}));
