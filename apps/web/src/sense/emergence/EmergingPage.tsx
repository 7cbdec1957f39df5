import { SegmentedControl } from "@mantine/core";
import { useId, useMemo } from "react";
import { graphql } from "../../gql";
import { PageFrame } from "../../ui/PageFrame";
import { Refused } from "../../ui/Refused";
import { useAsOf } from "../scope/asOf";
import type { SearchText } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { usePageSearch } from "../scope/useScope";
import { BurstsChart, noBurstWords } from "./BurstsChart";
import { DriftChart } from "./DriftChart";
import { isRising, type Evidence } from "./emerging";
import classes from "./emergence.module.css";
import { burstsSentence, emergingSentence, phrasesSentence } from "./emergingFinding";
import { PhrasesChart } from "./PhrasesChart";

const EMERGING_PAGE = graphql(`
  query EmergingPage($scope: Scope, $evidence: Evidence!) {
    topicBursts(scope: $scope, evidence: $evidence) {
      refusal {
        why
        wouldLift
      }
      topicsTested
      windowsTested
      bursts {
        topic {
          id
          code
          label
        }
        from
        to
        count {
          ...FigureValue_figure @unmask
        }
        expected
        ratio {
          ...FigureValue_figure @unmask
        }
        qValue
        points {
          start
          count {
            ...FigureValue_figure @unmask
          }
          expected {
            ...FigureValue_figure @unmask
          }
        }
      }
    }
    risingPhrases(scope: $scope, first: 30) {
      refusal {
        why
        wouldLift
      }
      weeks
      recentSystems
      systemsBefore
      tested
      phrases {
        phrase
        recent {
          ...FigureValue_figure @unmask
        }
        before {
          ...FigureValue_figure @unmask
        }
        recentShare {
          ...FigureValue_figure @unmask
        }
        shareBefore {
          ...FigureValue_figure @unmask
        }
        ratio {
          ...FigureValue_figure @unmask
        }
        qValue
        requestIds
      }
    }
    topicDrift(scope: $scope) {
      refusal {
        why
        wouldLift
      }
      stages {
        stage
        requests {
          ...FigureValue_figure @unmask
        }
        refusal {
          why
          wouldLift
        }
      }
      topics {
        topic {
          id
          code
          label
        }
        asked {
          ...FigureValue_figure @unmask
        }
        tagged {
          ...FigureValue_figure @unmask
        }
        coached {
          ...FigureValue_figure @unmask
        }
        askedToTagged {
          ...FigureValue_figure @unmask
        }
        taggedToCoached {
          ...FigureValue_figure @unmask
        }
        askedToCoached {
          ...FigureValue_figure @unmask
        }
        went {
          topic {
            id
            code
            label
          }
          requests {
            ...FigureValue_figure @unmask
          }
          share {
            ...FigureValue_figure @unmask
          }
          usual {
            ...FigureValue_figure @unmask
          }
          qValue
        }
        came {
          topic {
            id
            code
            label
          }
          requests {
            ...FigureValue_figure @unmask
          }
          share {
            ...FigureValue_figure @unmask
          }
          usual {
            ...FigureValue_figure @unmask
          }
          qValue
        }
      }
    }
  }
`);

/** Bursts read what was coached, unless the address asks for what was asked. */
const readEvidence = (search: SearchText): Evidence => (search["evidence"]?.toUpperCase() === "REQUESTS" ? "REQUESTS" : "SESSIONS");

function EvidenceSwitch({ evidence, onChange }: { readonly evidence: Evidence; readonly onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div>
      <span className={classes["label"]} id={id}>
        Count bursts in
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={evidence}
        onChange={onChange}
        data={[
          { value: "SESSIONS", label: "What was coached" },
          { value: "REQUESTS", label: "What was asked" },
        ]}
      />
    </div>
  );
}

function Nothing({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <section className={classes["nothing"]}>
      <h2>{title}</h2>
      <p>{words}</p>
    </section>
  );
}

const STAGE_WORDS = { ASKED: "The step from what leaders asked for", TAGGED: "The steps to and from what the network tagged", COACHED: "The step to what was coached" } as const;

/** What is new: words that leaders begin to use, topics in a burst, and how topics change between asking and coaching. */
export function EmergingPage() {
  const { search, scope, pending, setParam } = usePageSearch();
  const asOf = useAsOf(scope);
  const evidence = readEvidence(search);
  const { topicBursts, risingPhrases: found, topicDrift } = usePageQuery(EMERGING_PAGE, { scope, evidence });
  const risingPhrases = useMemo(() => ({ ...found, phrases: found.phrases.filter(isRising) }), [found]);
  const basis = `As of ${asOf}.`;
  const { phrases, tested, weeks, recentSystems } = risingPhrases;
  const refusedStages = topicDrift.refusal ? [] : topicDrift.stages.flatMap(({ stage, refusal }) => (refusal ? [{ stage, refusal }] : []));
  return (
    <PageFrame
      name="Emerging"
      finding={emergingSentence(risingPhrases, topicBursts)}
      basis="Something counts as new only when its q-value is under 0.05 over everything that was looked at."
      controls={<EvidenceSwitch evidence={evidence} onChange={(value) => setParam("evidence", value)} />}
      pending={pending}
    >
      {risingPhrases.refusal && <Refused what="What leaders begin to say" {...risingPhrases.refusal} />}
      {!risingPhrases.refusal && phrases.length > 0 && <PhrasesChart found={risingPhrases} basis={basis} />}
      {!risingPhrases.refusal && phrases.length === 0 && (
        <Nothing title={phrasesSentence(risingPhrases)} words={`${tested} phrases were frequent enough to show a rise among the ${recentSystems} systems that wrote in the last ${weeks} weeks.`} />
      )}
      {topicBursts.refusal && <Refused what="Weeks in which a topic stands out" {...topicBursts.refusal} />}
      {!topicBursts.refusal && topicBursts.bursts.length > 0 && <BurstsChart found={topicBursts} evidence={evidence} basis={basis} />}
      {!topicBursts.refusal && topicBursts.bursts.length === 0 && <Nothing title={burstsSentence(topicBursts)} words={noBurstWords(topicBursts)} />}
      {topicDrift.refusal && <Refused what="The way from asking to coaching" {...topicDrift.refusal} />}
      {refusedStages.map(({ stage, refusal }) => (
        <Refused key={stage} what={STAGE_WORDS[stage]} {...refusal} />
      ))}
      {topicDrift.topics.length > 0 && <DriftChart found={topicDrift} basis={basis} />}
    </PageFrame>
  );
}
