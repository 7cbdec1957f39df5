import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useSuspenseQuery } from "@apollo/client/react";
import { use } from "react";
import { Attempt } from "../../ui/attempt";

/** The one query of a page or a panel. Suspends; throws what the API refuses; asks anew after a retry. */
export function usePageQuery<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) {
  const attempt = use(Attempt);
  const options: useSuspenseQuery.Options<TVariables> = { variables, queryKey: ["attempt", attempt] };
  return useSuspenseQuery<TData, TVariables>(document, options as never).data as TData;
}
