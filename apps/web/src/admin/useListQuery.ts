import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useSuspenseQuery } from "@apollo/client/react";
import { use } from "react";
import { Attempt } from "../ui/attempt";

/** The one query of a list: what is known at once, what is new as soon as it is there. Suspends; throws what the API refuses. */
export function useListQuery<TData, TVariables extends OperationVariables>(document: TypedDocumentNode<TData, TVariables>, variables: TVariables) {
  const attempt = use(Attempt);
  const options: useSuspenseQuery.Options<TVariables> = { variables, queryKey: ["attempt", attempt], fetchPolicy: "cache-and-network" };
  return useSuspenseQuery<TData, TVariables>(document, options as never).data as TData;
}
