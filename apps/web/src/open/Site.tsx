import { useEffect, useState, type ComponentType } from "react";
import { Failed, Loading } from "./ui/States";
import { Frame } from "./ui/Frame";
import type { OpenPageProps } from "./page";
import { pageAt } from "./pages";

/** The page that its address names. */
export function Site({ pathname }: { readonly pathname: string }) {
  const [Page, setPage] = useState<ComponentType<OpenPageProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const found = pageAt(pathname);
  useEffect(() => {
    if (!found) return;
    document.title = found.page.title;
    found.page.load().then(
      (loaded) => setPage(() => loaded),
      () => setFailed(true),
    );
    // The address of a light page never changes while it is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pathname]);
  if (!found) {
    return (
      <Frame>
        <h1>There is no such page</h1>
        <p>The address may have lost its end on the way. Open the link in your mail once more, or <a href="/ask">ask for help</a> here.</p>
      </Frame>
    );
  }
  if (failed) return <Frame><Failed again={() => window.location.reload()} /></Frame>;
  if (Page === null) return <Frame><Loading /></Frame>;
  return <Page token={found.token} />;
}
