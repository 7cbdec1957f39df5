import { PageFrame } from "../../ui/PageFrame";
import { Refused } from "../../ui/Refused";
import { useAsOf } from "../scope/asOf";
import { usePageQuery } from "../scope/usePageQuery";
import { AcceptanceChart } from "./AcceptanceChart";
import { AgreementChart } from "./AgreementChart";
import { ConfusionsChart } from "./ConfusionsChart";
import { DraftSection } from "./DraftSection";
import { frameworkSentence } from "./frameworkFinding";
import { FRAMEWORK_PAGE } from "./frameworkQuery";
import { QueueSection } from "./QueueSection";
import { UsesChart } from "./UsesChart";
import { VersionsSection } from "./VersionsSection";

/** The framework: whether all use it alike, what it holds, what it is going to be, and what it was. */
export function FrameworkPage() {
  const { viewer, domains, framework, tagReliability, suggestionAcceptance, ambiguousRows } = usePageQuery(FRAMEWORK_PAGE, {});
  const asOf = useAsOf({});
  const { uses, versions, draft } = framework;
  const current = uses.filter(({ topic }) => topic.standing === "CURRENT" && topic.domain !== null);
  const groups = domains.map((domain) => ({ domain, topics: current.filter(({ topic }) => topic.domain?.code === domain.code).map(({ topic }) => topic) }));
  const newest = versions.at(-1);
  return (
    <PageFrame
      name="Framework"
      finding={frameworkSentence(tagReliability, current.length, domains.length)}
      basis={`Version ${newest?.number ?? 1} of the framework, with ${current.length} topics in ${domains.length} domains. Agreement is Krippendorff's alpha with 95% intervals, as of ${asOf}.`}
    >
      <QueueSection queue={ambiguousRows} />
      {tagReliability.refusal ? (
        <Refused what="Agreement of those who tag" {...tagReliability.refusal} />
      ) : (
        <>
          <AgreementChart reliability={tagReliability} asOf={asOf} />
          <ConfusionsChart reliability={tagReliability} />
        </>
      )}
      <AcceptanceChart acceptance={suggestionAcceptance} />
      <DraftSection draft={draft} groups={groups} isAdmin={viewer?.positions.includes("ADMIN") ?? false} />
      <UsesChart uses={uses} domains={domains} />
      <VersionsSection versions={versions} />
    </PageFrame>
  );
}
