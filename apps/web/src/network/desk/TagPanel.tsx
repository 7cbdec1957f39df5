import { useFragment, useMutation, useQuery } from "@apollo/client/react";
import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { graphql } from "../../gql";
import type { RequestTagsQuery } from "../../gql/graphql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import classes from "./desk.module.css";
import { MarkedWords } from "./MarkedWords";
import { marksOf, NOT_IN_FRAMEWORK, offeredTopics, sameTopics } from "./tags";
import { useKeys } from "../../ui/useKeys";

const TAGS = graphql(`
  query RequestTags($id: ID!) {
    request(id: $id) {
      id
      narrative
      topics {
        id
        code
        label
      }
      tagEvents {
        id
        stage
        action
        topic {
          id
          code
          label
        }
      }
    }
    requestNeeds(requestId: $id) {
      needs {
        span {
          start
          end
        }
        suggestions {
          confidence
          evidence {
            start
            end
          }
          topic {
            id
            code
            label
          }
        }
      }
      suggestions {
        confidence
        evidence {
          start
          end
        }
        topic {
          id
          code
          label
        }
      }
    }
    topics(first: 100) {
      nodes {
        id
        code
        label
        domain {
          id
          label
        }
      }
    }
  }
`);

const WORDS = graphql(`
  fragment TagPanel_words on Request {
    narrative
  }
`);

const TAG = graphql(`
  mutation TagRequest($input: TagRequestInput!) {
    tagRequest(input: $input) {
      request {
        id
        topics {
          id
          code
          label
        }
      }
    }
  }
`);

/** What a leader wrote, with the words that speak for each suggested topic, and the topics to confirm. */
export function TagPanel({ requestId }: { readonly requestId: string }) {
  const { data, error } = useQuery(TAGS, { variables: { id: requestId } });
  // The words are there before the suggestions: who reads begins.
  const { data: known } = useFragment({ fragment: WORDS, from: { __typename: "Request", id: requestId } });
  if (error && data === undefined) throw error;
  return (
    <>
      <h2>What they say</h2>
      {data === undefined ? (
        <>
          {known.narrative != null && <MarkedWords text={known.narrative} marks={[]} />}
          <p className={classes["muted"]}>Looking for topics …</p>
        </>
      ) : (
        <Tags data={data} />
      )}
    </>
  );
}

function Tags({ data: { request, requestNeeds, topics } }: { readonly data: RequestTagsQuery }) {
  const [tag] = useMutation(TAG, { refetchQueries: ["DeskRequestPage", "MatchPanel"] });
  const standing = request.topics.map(({ code }) => code);
  const [chosen, setChosen] = useState<readonly string[]>(standing);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const asked = request.tagEvents.filter(({ stage, action }) => stage === "ASKED" && action === "ADDED").map(({ topic }) => topic);
  const suggestions = offeredTopics(requestNeeds, asked);
  const labels = new Map([...topics.nodes, ...request.topics, ...suggestions.map(({ topic }) => topic)].map(({ code, label }) => [code, label]));
  const choose = (codes: readonly string[]) => {
    setChosen(codes);
    setKey(crypto.randomUUID());
  };
  const toggle = (code: string) => {
    if (code === NOT_IN_FRAMEWORK) return choose(chosen.includes(code) ? [] : [code]);
    choose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen.filter((one) => one !== NOT_IN_FRAMEWORK), code]);
  };
  const { busy, refusal, act } = useAction<void>(async () => {
    await tag({ variables: { input: { requestId: request.id, topics: [...chosen], idempotencyKey: key } } });
  });
  const isNew = chosen.length > 0 && !sameTopics(chosen, standing);
  useKeys((pressed) => {
    const suggestion = suggestions[Number(pressed) - 1];
    if (suggestion !== undefined) return toggle(suggestion.topic.code), true;
    if (pressed === "0") return toggle(NOT_IN_FRAMEWORK), true;
    if (pressed === "c" && isNew) return void act(), true;
    return false;
  });
  const added = chosen.filter((code) => code !== NOT_IN_FRAMEWORK && !suggestions.some(({ topic }) => topic.code === code));

  return (
    <div className={classes["tagging"]}>
      {request.narrative === null ? <p>Nothing was written.</p> : <MarkedWords text={request.narrative} marks={marksOf(suggestions)} />}
      <FormAlert message={refusal?.message ?? null} />
      <fieldset className={classes["topics"]}>
        <legend className={classes["unseen"]}>Topics</legend>
        {suggestions.map(({ topic, confidence }, index) => (
          <button key={topic.code} type="button" className={classes["topic"]} aria-pressed={chosen.includes(topic.code)} onClick={() => toggle(topic.code)}>
            <kbd>{index + 1}</kbd> {topic.label} <small>{confidence === null ? "the leader's choice" : `${Math.round(confidence * 100)}% sure`}</small>
          </button>
        ))}
        {added.map((code) => (
          <button key={code} type="button" className={classes["topic"]} aria-pressed onClick={() => toggle(code)}>
            {labels.get(code) ?? code}
          </button>
        ))}
        <button type="button" className={classes["topic"]} aria-pressed={chosen.includes(NOT_IN_FRAMEWORK)} onClick={() => toggle(NOT_IN_FRAMEWORK)}>
          <kbd>0</kbd> Not in the framework
        </button>
      </fieldset>
      <div className={classes["controls"]}>
        <Select
          aria-label="Find another topic"
          placeholder="Find another topic"
          searchable
          value={null}
          data={topics.nodes.filter(({ code, domain }) => domain !== null && !chosen.includes(code)).map(({ code, label, domain }) => ({ value: code, label: `${label} (${domain?.label ?? ""})` }))}
          onChange={(code) => code !== null && toggle(code)}
          nothingFoundMessage="No topic is called that."
          w={320}
        />
        <Button loading={busy} disabled={!isNew} onClick={() => void act()}>
          {standing.length === 0 ? "Confirm" : "Change the tags"}
        </Button>
        <output className={classes["muted"]}>
          {isNew ? "Not saved yet: C confirms." : standing.length === 0 ? "Not tagged yet." : "These tags stand."}
        </output>
      </div>
    </div>
  );
}
