import { useEffect, useState } from "react";
import { graphql } from "../gql";
import type { OpenNetworkQuery } from "../gql/graphql";
import { send } from "../send";

const NETWORK = graphql(`
  query OpenNetwork {
    network {
      name
      demo
      now
    }
  }
`);

export interface OpenNetwork {
  readonly name: string;
  readonly demo: boolean;
  /** The network's clock when it was asked; a demo's stands in another year. */
  readonly now: Date;
}

let asked: Promise<OpenNetwork> | null = null;

const told = ({ network }: OpenNetworkQuery): OpenNetwork => ({ name: network.name, demo: network.demo, now: new Date(network.now) });

/** The network's name and clock, asked for once; null until they are there, or where they cannot be had. */
export function useNetwork(): OpenNetwork | null {
  const [network, setNetwork] = useState<OpenNetwork | null>(null);
  useEffect(() => {
    asked ??= send(NETWORK, {}).then(told);
    asked.then(setNetwork, () => {
      asked = null;
    });
  }, []);
  return network;
}
