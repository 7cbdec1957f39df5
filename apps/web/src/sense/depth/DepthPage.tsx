import { PageFrame } from "../../ui/PageFrame";

export function DepthPage() {
  return (
    <PageFrame name="Depth" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
