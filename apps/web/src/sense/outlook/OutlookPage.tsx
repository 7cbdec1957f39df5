import { PageFrame } from "../../ui/PageFrame";

export function OutlookPage() {
  return (
    <PageFrame name="Outlook" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
