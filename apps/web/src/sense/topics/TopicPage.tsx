import { PageFrame } from "../../ui/PageFrame";

export function TopicPage() {
  return (
    <PageFrame name="Topic" finding="Being built.">
      <p>Being built.</p>
    </PageFrame>
  );
}
