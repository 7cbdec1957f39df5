import { Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";

const ViewsDialog = lazy(async () => ({ default: (await import("./ViewsDialog")).ViewsDialog }));

/** Opens the saved views, from any page that has filters. */
export function ViewsButton() {
  const [open, setOpen] = useState(false);
  const here = useLocation({ select: ({ pathname, searchStr }) => JSON.stringify({ path: pathname, search: searchStr.replace(/^\?/, "") }) });
  return (
    <>
      <Button variant="light" size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Views
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ViewsDialog here={JSON.parse(here) as { path: string; search: string }} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
