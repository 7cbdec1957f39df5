import { Menu } from "@mantine/core";
import type { MetricId } from "@arl/schema/metrics";
import { Suspense, useCallback, useState, type ComponentType, type ReactNode } from "react";
import { narrowed } from "../scope/scope";
import { isPublished } from "../scope/showing";
import { useScope } from "../scope/useScope";
import { useShowing } from "../scope/useShowing";
import classes from "./figure.module.css";
import { valueText } from "./format";
import { GlossaryTip } from "./GlossaryTip";
import { MenuDefinition } from "./MenuDefinition";
import { DefinitionContext, FigureMenuContext } from "./menuContext";
import type { FigureTarget } from "./target";
import { UNIT_OF } from "./units";

/** A panel about one figure, opened from its menu. */
export interface PanelProps {
  readonly target: FigureTarget;
  readonly onClose: () => void;
}

/** A panel about a metric: of one figure, or of its name alone. */
export interface DefinitionPanelProps {
  readonly metric: MetricId;
  readonly target: FigureTarget | null;
  readonly onClose: () => void;
}

interface Props {
  readonly Records: ComponentType<PanelProps>;
  readonly Definition: ComponentType<DefinitionPanelProps>;
  readonly children: ReactNode;
}

interface Opened {
  readonly target: FigureTarget;
  readonly mark: Element;
  readonly left: number;
  readonly top: number;
}

type Panel =
  | { readonly kind: "records"; readonly target: FigureTarget }
  | { readonly kind: "definition"; readonly metric: MetricId; readonly target: FigureTarget | null; readonly mark: Element | null }
  | null;

/** One rule for a click on any mark: filter by this, see records, what is this? One menu serves the page. */
export function FigureMenu({ Records, Definition, children }: Props) {
  const { scope, setScope } = useScope();
  const [menu, setMenu] = useState<Opened | null>(null);
  const [open, setOpen] = useState(false);
  const [panel, setPanel] = useState<Panel>(null);
  const openMenu = useCallback((target: FigureTarget, mark: Element) => {
    const { left, bottom } = mark.getBoundingClientRect();
    setMenu({ target, mark, left, top: bottom });
    setOpen(true);
  }, []);
  const openDefinition = useCallback((metric: MetricId, mark: Element) => setPanel({ kind: "definition", metric, target: null, mark }), []);
  const backTo = (mark: Element | null | undefined) => {
    if (mark instanceof HTMLElement || mark instanceof SVGElement) mark.focus({ preventScroll: true });
  };
  const backToMark = () => backTo(menu?.mark);
  const closePanel = () => {
    setPanel(null);
    backTo(panel?.kind === "definition" && panel.mark !== null ? panel.mark : menu?.mark);
  };
  const target = menu?.target;
  // Protected figures open no records, and no filter outside the published set.
  const exact = useShowing(narrowed(scope, target?.records?.within ?? {})) === "exact";
  const offersFilter = exact || isPublished(narrowed(scope, target?.filter ?? {}));

  return (
    <FigureMenuContext value={openMenu}>
      <DefinitionContext value={openDefinition}>{children}</DefinitionContext>
      <GlossaryTip />
      <Menu
        opened={open}
        onChange={setOpen}
        onExitTransitionEnd={backToMark}
        position="bottom-start"
        offset={4}
        width={260}
        shadow="sm"
        returnFocus={false}
        withInitialFocusPlaceholder={false}
        // The first item takes the focus, and a mark at the edge of the view does not hide its menu.
        menuItemTabIndex={0}
        hideDetached={false}
        withinPortal={false}
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <span aria-hidden className={classes["anchor"]} style={{ left: menu?.left ?? 0, top: menu?.top ?? 0 }} />
        </Menu.Target>
        {target !== undefined && (
          <Menu.Dropdown aria-label={target.label}>
            <Menu.Label>
              {target.label}: {valueText(target.figure, UNIT_OF[target.metric])}
            </Menu.Label>
            <MenuDefinition metric={target.metric} />
            {target.filter != null && offersFilter && (
              <Menu.Item onClick={() => setScope(narrowed(scope, target.filter ?? {}))}>Filter by this</Menu.Item>
            )}
            {target.records != null && exact && (
              <Menu.Item onClick={() => setPanel({ kind: "records", target })}>See records</Menu.Item>
            )}
            <Menu.Item onClick={() => setPanel({ kind: "definition", metric: target.metric, target, mark: null })}>What is this?</Menu.Item>
          </Menu.Dropdown>
        )}
      </Menu>
      <Suspense fallback={null}>
        {panel?.kind === "records" && <Records target={panel.target} onClose={closePanel} />}
        {panel?.kind === "definition" && <Definition metric={panel.metric} target={panel.target} onClose={closePanel} />}
      </Suspense>
    </FigureMenuContext>
  );
}
