import { registerEnumType } from "type-graphql";

export const SystemStage = { REQUESTING: "REQUESTING", SERVED: "SERVED" } as const;
export type SystemStage = keyof typeof SystemStage;

registerEnumType(SystemStage, {
  name: "SystemStage",
  description: "Which systems of a scope.",
  valuesConfig: { REQUESTING: { description: "With a request in it." }, SERVED: { description: "With a held session in it." } },
});

export const Standing = { OPEN: "OPEN", WAITING: "WAITING", DEMAND: "DEMAND" } as const;
export type Standing = keyof typeof Standing;

registerEnumType(Standing, {
  name: "Standing",
  description: "How a request stood at the end of the scope's period.",
  valuesConfig: {
    OPEN: { description: "Neither matched, withdrawn nor referred." },
    WAITING: { description: "Open for longer than the service target of 2 days." },
    DEMAND: { description: "Open, or submitted in the 90 days before: what gaps counts as demand." },
  },
});
