import { useState } from "react";
import { isAdmin } from "../../access/home";
import { RevokeKeyButton } from "../../access/keys/RevokeKeyButton";
import { useTimes } from "../../access/times";
import { keyStateWords, keyWorks, SCOPE_WORDS } from "../../access/words";
import { graphql } from "../../gql";
import { PAGE_ROWS, usePages } from "../../sense/records/usePages";
import { useNetwork } from "../../sense/scope/network";
import { PageFrame } from "../../ui/PageFrame";
import classes from "../admin.module.css";
import { PagedList } from "../PagedList";
import { StateWord } from "../StateWord";
import { useListQuery } from "../useListQuery";
import { counted } from "../wording";

const KEYS = graphql(`
  query KeysPage($first: Int!, $after: String) {
    apiKeys(first: $first, after: $after) {
      totalCount
      nodes {
        id
        ...KeyLine_apiKey @unmask
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Every API key of the network, whoever's it is. Its secret is nowhere to be seen again. */
export function KeysPage() {
  const { after, paging } = usePages();
  const { day, moment } = useTimes();
  const { viewer } = useNetwork();
  const { apiKeys } = useListQuery(KEYS, { first: PAGE_ROWS, after });
  const mayChange = isAdmin(viewer);
  const [now] = useState(() => new Date());
  return (
    <PageFrame
      name="Keys"
      finding={apiKeys.totalCount === 0 ? "Nobody has made an API key." : `${counted(apiKeys.totalCount, "API key has", "API keys have")} been made.`}
      basis="People make keys for their own programs, on their account page. A key never reads more than whoever made it."
    >
      <PagedList
        label="Keys"
        headers={["Key", "Whose", "May read", "Last used", "State", ...(mayChange ? [""] : [])]}
        connection={apiKeys}
        paging={paging}
        pending={false}
        empty={<p>The first one made shows here.</p>}
        rows={apiKeys.nodes.map((key) => ({
          id: key.id,
          faded: !keyWorks(key.state),
          cells: [
            <span key="key" className={classes["who"]}>
              <strong>{key.name}</strong>
              <small>
                <code>{key.prefix}…</code>
              </small>
            </span>,
            <span key="whose" className={classes["who"]}>
              {key.ownerName}
              {key.provider !== null && <small>{key.provider.name}</small>}
            </span>,
            key.scopes.map((scope) => SCOPE_WORDS[scope]).join("; "),
            key.lastUsedAt === null ? "not yet" : moment(key.lastUsedAt),
            <StateWord key="state" word={keyStateWords(key, now, day)} tone={keyWorks(key.state) ? "good" : "plain"} />,
            ...(mayChange ? [keyWorks(key.state) && <RevokeKeyButton key="revoke" id={key.id} name={key.name} />] : []),
          ],
        }))}
      />
    </PageFrame>
  );
}
