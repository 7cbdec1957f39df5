import { Anchor } from "@mantine/core";
import { useNetwork } from "../sense/scope/network";

/** On a demo network, where the mail that was just written is to be read. */
export function DemoOutbox() {
  if (!useNetwork().network.demo) return null;
  return (
    <p>
      This is a demo network, so the mail leaves nowhere: read it in <Anchor href="/outbox">the outbox</Anchor>.
    </p>
  );
}
