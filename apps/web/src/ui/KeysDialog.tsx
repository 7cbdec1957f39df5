import { Modal } from "@mantine/core";
import classes from "./KeysDialog.module.css";
import { useReturnedFocus } from "./useReturnedFocus";

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["Ctrl K", "⌘ K", "/"], does: "Find a page, topic, definition or record" },
  { keys: ["?"], does: "Show these keys" },
  { keys: ["T"], does: "Turn charts into tables and back: the one under the pointer or focus, else all" },
  { keys: ["Tab"], does: "Go on to the next figure, control or link" },
  { keys: ["←", "→", "↑", "↓"], does: "Move between the cells of a heat map or map" },
  { keys: ["Enter"], does: "Open the menu of a figure: filter by it, see its records, what it is" },
  { keys: ["Esc"], does: "Close what is open" },
];

/** The keys that work on every page. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["title"]}>Keys</span>}
      centered
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      <dl className={classes["keys"]}>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
