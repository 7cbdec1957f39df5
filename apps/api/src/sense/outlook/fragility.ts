import { coverageByTopic, dependences } from "@arl/analysis/fragility";
import { capacityByTopic } from "@arl/analysis/capacity";
import type { TopicRow } from "../../network/framework/topic.table";
import type { ProviderRow } from "../../network/providers/provider.table";
import { exact, sumOver, withheld } from "../figure/figure";
import { specialistsOf } from "./candidates";
import type { DomainHours, Fragility } from "./fragility.type";
import type { Specialist } from "./outlook.queries";

type ProviderOf = (id: string) => ProviderRow;

/** What hangs on which organisation, from specialists in the order of their organisations' names. */
export function fragility(topics: readonly TopicRow[], specialists: readonly Specialist[], demand: ReadonlyMap<string, number>, providerOf: ProviderOf): Fragility {
  const capacity = capacityByTopic(specialists);
  const covered = coverageByTopic(new Map([...capacity.byTopic].map(([topic, { hours }]) => [topic, hours])), demand);
  const named = (codes: readonly string[]) => topics.filter(({ code }) => codes.includes(code));
  return {
    organisations: dependences(specialists, demand).map((each) => ({
      provider: providerOf(each.organisation),
      specialists: exact(each.specialists, each.specialists),
      hours: sumOver(each.hours, specialists.filter(({ organisation, hours }) => organisation === each.organisation && hours !== null).length, each.specialists),
      onlyHere: named(each.onlyHere),
      wouldFallShort: named(each.wouldFallShort),
      domains: domainHours(topics, specialists, each.organisation, each.hoursByTopic),
    })),
    topics: topics.filter(({ kind }) => kind === "topic").map((topic) => {
      const ids = [...new Set(specialistsOf(specialists, [topic.code]).map(({ organisation }) => organisation))];
      const coverage = capacity.hours === 0 ? undefined : covered.get(topic.code);
      return {
        topic,
        organisations: exact(ids.length, ids.length),
        providers: ids.map(providerOf),
        coverage: coverage === undefined ? withheld("NO_DATA", demand.get(topic.code) ?? 0) : exact(coverage, demand.get(topic.code) ?? 0),
      };
    }),
  };
}

function domainHours(topics: readonly TopicRow[], specialists: readonly Specialist[], organisation: string, own: ReadonlyMap<string, number>): DomainHours[] {
  const { byTopic } = capacityByTopic(specialists);
  return topics.filter(({ kind }) => kind === "domain").flatMap((domain) => {
    const codes = topics.filter(({ domainCode }) => domainCode === domain.code).map(({ code }) => code);
    if (!codes.some((code) => own.has(code))) return [];
    const able = specialistsOf(specialists, codes);
    const known = able.filter((each) => each.organisation === organisation && each.hours !== null).length;
    const sum = (hoursOf: (code: string) => number) => codes.reduce((total, code) => total + hoursOf(code), 0);
    const all = sum((code) => byTopic.get(code)?.hours ?? 0);
    const hours = sum((code) => own.get(code) ?? 0);
    return [{ domain, hours: sumOver(hours, known, able.length), share: all === 0 ? withheld("NO_DATA", able.length) : exact(hours / all, able.length) }];
  });
}
