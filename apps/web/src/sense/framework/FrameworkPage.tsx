import { PageFrame } from "../../ui/PageFrame";

export function FrameworkPage() {
  return (
    <PageFrame name="Framework" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
