import { CHANCE, ESTIMANDS, estimandOf, FAMILY_WHY, whyOf } from "./estimands";
import type { Calls } from "./plan";
import { powerTable } from "./power";
import type { Results, SetResults } from "./results";
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
- **Networks** of 170 systems over 12 months (some 320 requests and 1,600 sessions: seven of ten), 510 systems over 12 months (two
  of ten), and 510 over 36 months (one). **Half of all networks are null**: nothing is planted, and whatever is found is false.
- **Needs**: 24 topics that a system has with probability 0.18 down to 0.02, independently, but for planted pairs; each
  asked about at a time of its own, or together with others. Planted trends are exponential, planted seasons cosine waves.
- **Coaching**: matches after exponential waits, 12% never; lengths are Weibull with a mass at one call, and referral competes;
  all of it cut off at as of. **Levels** rise by 0.1 a call, relationships differ.
- **Ratings** scatter around their mean; in half of the networks silence depends on the rating that would have been given (from
  25% answered at 1 to 80% at 5). **Words** are drawn alike at all times, but for one planted phrase.

There are two sets of them, which differ in one thing: whether **calls of one relationship are alike**.

- **A, as the definitions assume.** Every call turns to topics of its own and has a rating of its own, whichever relationship it
  belongs to. Trends (quasi-Poisson) and mean ratings (t) are defined by published methods that take this for granted; here it is so,
  and every interval should hold what it promises.
- **B, as relationships are.** A relationship works on most of its tags and on some other topic, and each of its calls turns to each
  of these with probability 0.7; leaders differ in taste (uniform, 0.45 either way) and in how often they answer (40% to 90%). What
  takes calls for independent is then surer than it should be. How much is said below.`;

const TRUTHS = `The truth of an estimate is one of five:

- **process, exact**: a parameter of the process that draws networks, or what follows from it in closed form;
- **process, counted**: the same where closed forms are long: the mean over 80 other, large networks of the same kind, counted in
  what was drawn (uncensored lengths, for instance), not in what was loaded and not by the estimators under test;
- **this network**: a fact of this very network that the API cannot see, such as ratings nobody gave;
- **order**: the order of true probabilities;
- **future**: what comes after as of: 20 futures for each network, drawn event by event from its state and the true parameters, under
  the outlook's own assumptions ([outlook.md](outlook.md)) that all are served in their order by so many places. Its waits are
  promised for a future, not on average, so each future is held against the interval.

A network is thus a sample from a process, also where its figures are counts of all that happened: an interval says what else the
same process could have brought. Several intervals of one network are not independent. The Monte Carlo interval is exact
(Clopper and Pearson, 1934) for as many independent ones as they are worth (Korn and Graubard, 1998, Surv. Methodol. 24, 193–201).
*Holds*: 95% lies within it. *Under* (or *over*): the whole of it lies under (over) 95%. Of some 60 intervals three are flagged
by chance alone.`;

const short = ({ coverage, discoveries }: SetResults) => ({ under: coverage.filter(({ verdict }) => verdict === "under"), loose: discoveries.filter(({ verdict }) => verdict !== "held") });

const listed = (items: readonly string[]): string => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`);

function inShort(name: string, set: SetResults): string {
  const { under, loose } = short(set);
  const intervals = `${under.length === 0 ? `all ${set.coverage.length}` : `${set.coverage.length - under.length} of ${set.coverage.length}`} kinds of 95% interval cover as they say or more${
    under.length === 0 ? "" : `; not ${listed(under.map(({ estimate, coverage: { of } }) => `${estimate} (${pct(of)})`))}`
  }`;
  const families = `${loose.length === 0 ? `all ${set.discoveries.length}` : `${set.discoveries.length - loose.length} of ${set.discoveries.length}`} families of findings hold their false discovery rate of 5%${
    loose.length === 0 ? "" : `; not ${listed(loose.map(({ family, rate }) => `${family} (${pct(rate)})`))}`
  }`;
  return `${name}, over ${set.networks} networks, ${intervals}, within Monte Carlo error; ${families}.`;
}

/** docs/validation.md, whole. */
export function reportMarkdown({ seed, power, sets: { apart, alike } }: Results): string {
  return `${[
    OPENING,
    `This page is written by \`pnpm validate --networks ${apart.networks} --alike ${alike.networks} --seed ${seed}\`; the same command gives the same page. Its numbers
are in [validation.json](validation.json).`,
    `**In short.** ${inShort("Where calls are as the definitions assume (A)", apart)} ${inShort("Where calls of a relationship are alike, as in life (B)", alike)}`,
    DRAWN,
    `## A: as the definitions assume\n\n${TRUTHS}`,
    ...tables(apart, "apart", alike),
    `## B: as relationships are\n\n${shortfalls(alike, apart)}`,
    ...tables(alike, "alike", apart),
    `## Power\n\n${POWER}`,
    powerTable(power),
    NOT_COVERED,
  ].join("\n\n")}\n`;
}

function tables({ coverage, discoveries, levels }: SetResults, calls: Calls, other: SetResults): string[] {
  return [
    coverageTable(coverage),
    readings(coverage, calls, other),
    DISCOVERIES,
    discoveryTable(discoveries),
    ...familyReadings(discoveries, calls),
    "Single tests at the 5% level, in null networks:",
    levelTable(levels),
  ];
}

/** What those who read figures of real relationships must know. */
function shortfalls(set: SetResults, other: SetResults): string {
  const { under, loose } = short(set);
  const intervals = under.map(({ estimate, coverage: { of } }) => `- **\`${estimate}\`** holds the truth ${pct(of)} of the time, not 95%. ${causeOf(estimate, "alike", other)}`);
  const families = loose.map(({ family, rate, inNull }) => `- **\`${family}\`**: of what is found ${pct(rate)} is false, not 5%; in ${pct(inNull.of)} of networks where nothing is there something is found. ${FAMILY_WHY[family] ?? CHANCE}`);
  const lines = [...intervals, ...families, ...twin(set)];
  return lines.length === 0 ? "Nothing falls short." : `What falls short, in plain words:\n\n${lines.join("\n")}`;
}

/** The same trends, told by systems. */
function twin({ discoveries }: SetResults): string[] {
  const across = discoveries.find(({ family }) => family === "topicTrends, sessions, across systems");
  if (!across) return [];
  const { rate, inNull, verdict } = across;
  return [
    `- The twin that counts systems instead of sessions, \`topicTrends.acrossSystems\`, ${verdict === "held" ? "holds" : "does not hold"} its rate: of what it bears out ${pct(rate)} is false, and in ${pct(inNull.of)} of networks where nothing is there it bears anything out. A rise of sessions that it does not bear out may be a few relationships that came.`,
  ];
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

/** Why an estimate is flagged; where nothing is known, what it is in the other set, which draws all but calls and ratings in the same way. */
function causeOf(estimate: string, calls: Calls, { coverage }: SetResults): string {
  const why = whyOf(estimate, calls);
  const there = coverage.find((each) => each.estimate === estimate)?.coverage;
  return why !== CHANCE || !there ? why : `${why} In the other set, which is drawn apart, it is ${pct(there.of)} (${pct(there.low)} to ${pct(there.high)}).`;
}

function readings(coverage: readonly Coverage[], calls: Calls, other: SetResults): string {
  const lines = coverage.flatMap(({ estimate, verdict }) => (verdict === "holds" ? [] : [`- \`${estimate}\`, ${verdict}: ${causeOf(estimate, calls, other)}`]));
  return lines.length === 0 ? "None is flagged." : `Flagged, and why:\n\n${lines.join("\n")}`;
}

function familyReadings(discoveries: readonly Discoveries[], calls: Calls): string[] {
  const lines = discoveries.flatMap(({ family, verdict }) => (verdict === "held" ? [] : [`- \`${family}\`: ${(calls === "alike" ? FAMILY_WHY[family] : undefined) ?? CHANCE}`]));
  return lines.length === 0 ? [] : [`Not held, and why:\n\n${lines.join("\n")}`];
}

const DISCOVERIES = `**False discoveries.** A finding is what a page would say: q under 0.05. Its false discovery rate is the mean, over networks, of the share of false
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

const POWER = `In networks of set A. How often each planted effect was found, at q under 0.05 (for slopes: an interval without 0), by size of network; in brackets the Monte
Carlo interval and the networks it rests on. A pattern of this size that a network of this size does not show may still be there.`;

const NOT_COVERED = `## Not covered

- Whether requests are in truth served in their order and nobody gives up, as \`capacityOutlook\` assumes; what a change makes of it.
- \`topicSeasons\` of sessions, which are refused.
- Protected figures: this run asks as staff. Their noise is dealt with in [disclosure.md](disclosure.md).
- The ratio of a burst, a cluster's relative risk and the ratio of a rising phrase are told only of what was found, and what is
  found is by that the larger: their intervals are not claims of coverage.
- \`reachConcentration\`, \`fragility\` and exact counts, which have no interval or no known truth here.
- Agreement between taggers.`;
