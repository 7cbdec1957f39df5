import { useQuery } from "@apollo/client/react";
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { percentX } from "../../chart/domain";
import { graphql } from "../../gql";
import { List } from "../../ui/list/List";
import classes from "./capacity.module.css";
import { byRoom, hoursText, loadText, roomSentence, type Load, type Order } from "./loadWords";

const LOADS = graphql(`
  query CoachLoads($providers: [ID!], $after: String) {
    coaches(first: 100, providers: $providers, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        role
        provider {
          id
          name
        }
        load {
          hours
          used
          offered
          free
          openRelationships
          waitingOffers
        }
      }
    }
  }
`);

/** As many as one looks at; the rest on request. */
const FEW = 10;

/** What each coach has on hand, and how many hours a month are free. */
export function CoachLoads({ providerId }: { readonly providerId: string | null }) {
  const { data, error, fetchMore } = useQuery(LOADS, { variables: { providers: providerId === null ? null : [providerId], after: null }, fetchPolicy: "cache-and-network" });
  const [order, setOrder] = useState<Order>("free");
  const [isWhole, setWhole] = useState(false);
  if (data === undefined) return <p className={classes["muted"]}>{error ? "The coaches' load could not be loaded." : "Looking …"}</p>;
  const { nodes, pageInfo } = data.coaches;
  const loaded = byRoom(nodes, order);
  const rows = isWhole ? loaded : loaded.slice(0, FEW);
  const most = Math.max(1, ...loaded.map(({ load }) => Math.max(load.hours ?? 0, load.used + load.offered)));
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { coaches } }) => ({ ...before, coaches: { ...coaches, nodes: [...before.coaches.nodes, ...coaches.nodes] } }),
    });
  return (
    <div className={classes["own"]}>
      <div className={classes["loadsHead"]}>
        <p>
          {roomSentence(loaded)}
          {pageInfo.hasNextPage && ` That is of the first ${nodes.length}.`}
        </p>
        <SegmentedControl
          aria-label="Which coaches first"
          data={[
            { value: "free", label: "Most room first" },
            { value: "full", label: "Fullest first" },
          ]}
          value={order}
          onChange={(value) => setOrder(value as Order)}
        />
      </div>
      <List
        label="Coaches and their load"
        headers={providerId === null ? ["Coach", "Organisation", "Load", "Free", "Relationships"] : ["Coach", "Load", "Free", "Relationships"]}
        rows={rows.map(({ coach, load }) => ({
          id: coach.id,
          cells: [
            <span key="coach" className={classes["two"]}>
              <strong>{coach.name}</strong>
              <small>{coach.role === "SPECIALIST" ? "specialist" : "generalist"}</small>
            </span>,
            ...(providerId === null ? [coach.provider.name] : []),
            <LoadBar key="load" load={load} most={most} />,
            load.hours === null ? "not known" : `${hoursText(load.free)} of ${hoursText(load.hours)}`,
            `${load.openRelationships}${load.waitingOffers === 0 ? "" : `, ${load.waitingOffers} offered`}`,
          ],
        }))}
      />
      {(loaded.length > FEW || pageInfo.hasNextPage) && (
        <div className={classes["row"]}>
          {loaded.length > FEW && (
            <Button variant="subtle" onClick={() => setWhole(!isWhole)}>
              {isWhole ? `Only the first ${FEW}` : `All ${loaded.length}`}
            </Button>
          )}
          {pageInfo.hasNextPage && (
            <Button variant="subtle" onClick={() => void more()}>
              Load more coaches
            </Button>
          )}
        </div>
      )}
      <p className={classes["muted"]}>Taken: the greater of what was held in the last 30 days and what open relationships are expected to take. Dashed: what offers that wait would take on top.</p>
    </div>
  );
}

const HEIGHT = 14;

/** Hours taken and offered on a pale bar of all hours, on one scale for all coaches. */
function LoadBar({ load, most }: { readonly load: Load; readonly most: number }) {
  const { hours, used, offered } = load;
  const isOver = hours !== null && used + offered > hours;
  return (
    <span className={classes["load"]}>
      <svg className={classes["bar"]} aria-hidden>
        <rect x="0" y="0" width={percentX((hours ?? 0) / most)} height={HEIGHT} rx="2" fill="var(--accent)" fillOpacity="0.22" />
        <rect x="0" y="3" width={percentX(used / most)} height={HEIGHT - 6} fill={isOver ? "var(--alert)" : "var(--accent)"} />
        {offered > 0 && <rect x={percentX(used / most)} y="3" width={percentX(offered / most)} height={HEIGHT - 6} fill="none" stroke={isOver ? "var(--alert)" : "var(--accent)"} strokeDasharray="2 2" />}
      </svg>
      <span className={classes["unseen"]}>{loadText(load)}</span>
    </span>
  );
}
