import { useEffect, useState, type ComponentType } from "react";
import { LEADER_CARDS, type LeaderCardProps } from "../../open/cards";
import type { PartProps } from "./page";

/** What waits for the leader's answer, such as a consent: each card asks for itself. */
export function Cards({ token, again }: PartProps) {
  const [cards, setCards] = useState<readonly { readonly name: string; readonly Card: ComponentType<LeaderCardProps> }[]>([]);
  useEffect(() => {
    let isHere = true;
    const load = async () => {
      const loaded = await Promise.allSettled(LEADER_CARDS.map(async (card) => ({ name: card.name, Card: await card.load() })));
      // A card that cannot be loaded is left out: the rest of the page is worth more.
      if (isHere) setCards(loaded.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
    };
    void load();
    return () => {
      isHere = false;
    };
  }, []);
  return cards.map(({ name, Card }) => <Card key={name} token={token} again={() => void again()} />);
}
