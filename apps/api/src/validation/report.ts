import { ESTIMANDS, estimandOf, FAMILY_WHY } from "./estimands";
import { powerTable } from "./power";
import type { Results } from "./results";
import type { Coverage, Discoveries, Level } from "./tally";

const pct = (share: number): string => `${(100 * share).toFixed(1)}%`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

const OPENING = `# Validation on networks whose truth is known

Are the intervals of this network's figures as sure as they say, are few of its findings false, and what would it find? No real
network can tell, since nobody knows its truth. So networks are drawn from parameters that are known
(\`apps/api/src/validation/model.ts\`), loaded into PostgreSQL as an import would load them, and asked the questions that staff
ask, through the same GraphQL schema; each answer is then held against the parameters. Nothing of it comes from the demo network.`;

const DRAWN = `## What is drawn

- **A country** of 6,000 districts in 24 states, with locale, students, poverty and place. Districts ask with chances in
  proportion to their locale's weight (city 3, suburb 1.5, town 1, rural 0.6).
- **Networks** of 170 systems over 12 months (some 320 requests and 1,600 sessions: 140 of 200 networks), 510 systems over 12
  months (40), and 510 over 36 months (20). **Half of all networks are null**: nothing is planted, and whatever is found is false.
- **Needs**: 24 topics that a system has with probability 0.18 down to 0.02, independently, but for planted pairs; each
  asked about at a time of its own, or together with others. Planted trends are exponential, planted seasons cosine waves.
- **Coaching**: matches after exponential waits, 12% never; lengths are Weibull with a mass at one call, and referral competes;
  all of it cut off at as of. A relationship works on most of its tags, and on some other topic; each of its sessions turns to
  each of these with probability 0.7, so that **sessions of a relationship are alike**, as they are in life.
- **Ratings**: leaders differ (uniform, 0.45 either way), ratings scatter around them; in half of the networks silence depends on
  the rating that would have been given (from 25% answered at 1 to 80% at 5), in the others on the leader.
- **Levels** rise by 0.1 a call, relationships differ. **Words** are drawn alike at all times, but for one planted phrase.`;

const TRUTHS = `The truth of an estimate is one of four:

- **process, exact**: a parameter of the process that draws networks, or what follows from it in closed form;
- **process, counted**: the same where closed forms are long: the mean over 80 other, large networks of the same kind, counted in
  what was drawn (uncensored lengths, for instance), not in what was loaded and not by the estimators under test;
- **this network**: a fact of this very network that the API cannot see, such as ratings nobody gave;
- **order**: the order of true probabilities.

A network is thus a sample from a process, also where its figures are counts of all that happened: an interval says what else the
same process could have brought. Several intervals of one network are not independent. The Monte Carlo interval is exact
(Clopper and Pearson, 1934) for as many independent ones as they are worth (Korn and Graubard, 1998, Surv. Methodol. 24, 193–201).
*Holds*: 95% lies within it. *Under* (or *over*): the whole of it lies under (over) 95%. Of some 50 intervals two or three are
flagged by chance alone.`;

/** docs/validation.md, whole. */
export function reportMarkdown(results: Results): string {
  const { networks, seed, coverage, discoveries, levels, power } = results;
  const flagged = coverage.filter(({ verdict }) => verdict === "under");
  const loose = discoveries.filter(({ verdict }) => verdict !== "held");
  return `${[
    OPENING,
    `This page is written by \`pnpm validate --networks ${networks} --seed ${seed}\`; the same command gives the same page. Its numbers are in
[validation.json](validation.json).`,
    `**In short.** Of ${coverage.length} kinds of interval over ${networks} networks, ${coverage.length - flagged.length} cover at 95% or more within Monte Carlo error; ${
      flagged.length === 0 ? "none covers less" : `${flagged.length} cover less: ${flagged.map(({ estimate, coverage: share }) => `${estimate} (${pct(share.of)})`).join("; ")}`
    }. Of ${discoveries.length} families of findings ${discoveries.length - loose.length} hold their false discovery rate of 5%${loose.length === 0 ? "" : `; not ${loose.map(({ family, rate }) => `${family} (${pct(rate)})`).join(", nor ")}`}.`,
    DRAWN,
    `## Coverage of 95% intervals\n\n${TRUTHS}`,
    coverageTable(coverage),
    readings(coverage),
    `## False discoveries\n\n${DISCOVERIES}`,
    discoveryTable(discoveries),
    ...familyReadings(discoveries),
    "Single tests at the 5% level, in null networks:",
    levelTable(levels),
    `## Power\n\n${POWER}`,
    powerTable(power),
    NOT_COVERED,
  ].join("\n\n")}\n`;
}

function coverageTable(coverage: readonly Coverage[]): string {
  const place = ({ estimate }: Coverage) => ESTIMANDS.indexOf(estimandOf(estimate));
  return table(
    ["estimate", "truth", "networks", "intervals", "coverage", "Monte Carlo 95%", "truth under, over it", "verdict"],
    coverage
      .toSorted((a, b) => place(a) - place(b))
      .map((each) => [
        `\`${each.estimate}\`: ${estimandOf(each.estimate).says}`,
        estimandOf(each.estimate).truth,
        String(each.networks),
        `${each.intervals}${each.notGiven > 0 ? ` (${each.notGiven} not given)` : ""}`,
        pct(each.coverage.of),
        `${pct(each.coverage.low)} to ${pct(each.coverage.high)}`,
        `${pct(each.tooHigh)}, ${pct(each.tooLow)}`,
        each.verdict === "holds" ? "holds" : `**${each.verdict}**`,
      ]),
  );
}

function readings(coverage: readonly Coverage[]): string {
  const lines = coverage.flatMap(({ estimate, verdict }) => (verdict === "holds" ? [] : [`- \`${estimate}\`, ${verdict}: ${estimandOf(estimate).why ?? "No cause is known; the deviation is small, or chance."}`]));
  return lines.length === 0 ? "None is flagged." : `Flagged, and why:\n\n${lines.join("\n")}`;
}

function familyReadings(discoveries: readonly Discoveries[]): string[] {
  const lines = discoveries.flatMap(({ family, verdict }) => (verdict === "held" ? [] : [`- \`${family}\`: ${FAMILY_WHY[family] ?? "No cause is known."}`]));
  return lines.length === 0 ? [] : [`Not held, and why:\n\n${lines.join("\n")}`];
}

const DISCOVERIES = `A finding is what a page would say: q under 0.05. Its false discovery rate is the mean, over networks, of the share of false
ones among those found (0 where nothing was); in a null network that is the chance that anything is found. *Held*: neither the
mean less two standard errors nor the whole interval of null networks is over 5%. Topics that share a planted cause are left out.`;

function discoveryTable(discoveries: readonly Discoveries[]): string {
  return table(
    ["family", "networks", "found", "of them false", "false discovery rate", "standard error", "null networks with a finding", "verdict"],
    discoveries.map((each) => [
      `\`${each.family}\``,
      String(each.networks),
      String(each.discoveries),
      String(each.isFalse),
      pct(each.rate),
      pct(each.error),
      each.inNull.n === 0 ? "" : `${pct(each.inNull.of)} (${pct(each.inNull.low)} to ${pct(each.inNull.high)})`,
      each.verdict === "held" ? "held" : "**not held**",
    ]),
  );
}

const levelTable = (levels: readonly Level[]): string =>
  table(
    ["test", "networks", "rejected", "Monte Carlo 95%"],
    levels.map(({ test, rejected }) => [`\`${test}\``, String(rejected.n), pct(rejected.of), `${pct(rejected.low)} to ${pct(rejected.high)}`]),
  );

const POWER = `How often each planted effect was found, at q under 0.05 (for slopes: an interval without 0), by size of network; in brackets the Monte
Carlo interval and the networks it rests on. A pattern of this size that a network of this size does not show may still be there.`;

const NOT_COVERED = `## Not covered

- \`capacityOutlook\`: matching is drawn here without a queue for places, so its forecast has no truth to be held against.
- Protected figures: this run asks as staff. Their noise is dealt with in [disclosure.md](disclosure.md).
- The ratio of a burst, a cluster's relative risk and the ratio of a rising phrase are told only of what was found, and what is
  found is by that the larger: their intervals are not claims of coverage.
- Rates a week in \`compare\`, \`reachConcentration\`, \`fragility\` and exact counts, which have no interval or no known truth here.
- Agreement between taggers.`;
