import { PageFrame } from "../../ui/PageFrame";

export function ReachPage() {
  return (
    <PageFrame name="Reach" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
