import type { ResourceKind } from "@arl/schema/enums";
import type { ResourceRecord } from "@arl/schema/records";
import { dayOf, instant, workdayOnOrAfter } from "./calendar";
import { slugOf } from "./places";
import { RESOURCE_GAP_TOPICS } from "./planted";
import { HUB_ID } from "./providers";
import { idOf, randomStream, spread } from "./random";
import { TOPIC_MIX, type TopicMix } from "./topics";

const TITLES: readonly (readonly [ResourceKind, string])[] = [
  ["guide", "A working guide to {x}"],
  ["tool", "Planning tool: {x}"],
  ["case_study", "How one system approached {x}"],
  ["template", "Template for a first conversation on {x}"],
  ["article", "What the network is learning about {x}"],
  ["video", "Twenty minutes with a leader on {x}"],
  ["guide", "Ten questions to ask about {x}"],
  ["other", "Reading list: {x}"],
];

/** Topics whose second resource also stands under another topic. */
const ALSO_UNDER: Readonly<Record<string, string>> = {
  "VHL-MOD": "TOL-CUR",
  "STU-ACC": "DAT-FRM",
  "FAM-ENG": "STU-MLL",
  "TOL-ACC": "VHL-ENG",
  "PRL-DES": "PRL-CCH",
  "VHL-PED": "VHL-ENG",
};

/** Spring guidance that the autumn overtook. */
const RETIRED_FIRST = ["VHL-PED", "TOL-ACC", "VHL-NRM", "FIN-HLT"];

function retiredAt(mix: TopicMix, number: number): Date | null {
  if (RESOURCE_GAP_TOPICS.includes(mix.code)) return instant(dayOf("2020-11-02"), 540);
  return number === 0 && RETIRED_FIRST.includes(mix.code) ? instant(dayOf("2020-10-05"), 540) : null;
}

/** A first resource in the first months, further ones over the year. */
function publishedAt(mix: TopicMix, order: number, number: number): Date {
  const early = RESOURCE_GAP_TOPICS.includes(mix.code) || (number === 0 && RETIRED_FIRST.includes(mix.code));
  const draw = spread(order, 0.21 + 0.37 * number);
  const day = early ? 6 + Math.floor(30 * draw) : 8 + Math.floor((number === 0 ? 170 : 255) * draw);
  return instant(workdayOnOrAfter(day), 600);
}

function resourcesOf(mix: TopicMix, order: number): Omit<ResourceRecord, "id">[] {
  const random = randomStream(`resources ${mix.code}`);
  const forms = random.shuffle(TITLES).slice(0, mix.resources);
  return forms.map(([kind, form], number) => {
    const title = form.replace("{x}", mix.phrase);
    const also = number === 1 ? ALSO_UNDER[mix.code] : undefined;
    return {
      title,
      url: `https://resources.keelstone-network.example/${slugOf(title)}`,
      kind,
      topics: also === undefined ? [mix.code] : [mix.code, also],
      providerId: HUB_ID,
      publishedAt: publishedAt(mix, order, number),
      retiredAt: retiredAt(mix, number),
    };
  });
}

/** The hub's shelf, in order of publication. */
export function buildResources(): ResourceRecord[] {
  return TOPIC_MIX.flatMap(resourcesOf)
    .toSorted((a, b) => (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0) || a.title.localeCompare(b.title))
    .map((resource, index) => ({ id: idOf("res", index + 1), ...resource }));
}
