import { useQuery } from "@apollo/client/react";
import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { Done } from "../../ui/form/Done";
import { List } from "../../ui/list/List";
import { OFFERS, type Offer } from "./capacityQuery";
import classes from "./capacity.module.css";
import { dayText, daysText, MODEL_NAMES, monthText, reportedText } from "./offerWords";
import { ReportForm } from "./ReportForm";
import { StateForm } from "./StateForm";

type Open = { readonly what: "state"; readonly offer: Offer | null } | { readonly what: "report"; readonly offer: Offer };

interface Props {
  /** The first day of the last whole month. */
  readonly month: string;
  readonly today: string;
}

/** Plus teams and peers: what they offer, stated and reported by staff as systems tell them. */
export function OwnCapacity({ month, today }: Props) {
  const { data, error } = useQuery(OFFERS);
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (data === undefined) return <p className={classes["muted"]}>{error ? "What systems offer could not be loaded." : "Looking …"}</p>;
  const { capacityOffers: offers } = data;
  const finish = (said: string) => {
    setOpen(null);
    setDone(said);
  };
  return (
    <div className={classes["own"]}>
      {done !== null && <Done>{done}</Done>}
      {offers.length === 0 ? (
        <p className={classes["muted"]}>
          No system has stated any yet. Teachers who coach in a Plus team, up to eight a school and over half their time, or who coach each other, bring days that no organisation has to.
        </p>
      ) : (
        <List
          label="What systems' own people offer"
          headers={["System", "Who coaches", "Days a month", "Since", "Used", ""]}
          rows={offers.map((offer) => ({ id: offer.id, faded: offer.activeTo != null && offer.activeTo <= today, cells: cellsOf(offer, today, setOpen) }))}
        />
      )}
      <Group>
        <Button variant="light" onClick={() => setOpen({ what: "state", offer: null })}>
          State coaching days
        </Button>
      </Group>
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={<span className={classes["dialogTitle"]}>{open?.what === "report" ? `Days used, ${open.offer.system.name}` : open?.offer ? `Change what ${open.offer.system.name} offers` : "State coaching days"}</span>}
        attributes={{ header: { role: "presentation" } }}
        closeButtonProps={{ "aria-label": "Close" }}
        transitionProps={{ duration: 0 }}
      >
        {open?.what === "report" && <ReportForm offer={open.offer} month={month} today={today} onDone={finish} />}
        {open?.what === "state" && <StateForm offer={open.offer} today={today} onDone={finish} />}
      </Modal>
    </div>
  );
}

const whole = new Intl.NumberFormat("en-US");

function cellsOf(offer: Offer, today: string, onOpen: (open: Open) => void) {
  const { system, model, people, schools, teachers, daysPerMonth, activeFrom, activeTo } = offer;
  const { text, isMissing } = reportedText(offer, today);
  return [
    <span key="system" className={classes["two"]}>
      <strong>
        {system.name}, {system.state}
      </strong>
      <small>{MODEL_NAMES[model]}</small>
    </span>,
    <span key="who" className={classes["two"]}>
      <span>
        {whole.format(people)} in {whole.format(schools)} {schools === 1 ? "school" : "schools"}
      </span>
      <small>{teachers === null ? "teachers not known" : `for ${whole.format(teachers)} teachers`}</small>
    </span>,
    daysText(daysPerMonth),
    activeTo == null ? dayText(activeFrom) : `${dayText(activeFrom)}, until ${dayText(activeTo)}`,
    <span key="used" className={classes["reported"]} data-missing={isMissing}>
      {text}
    </span>,
    <Group key="do" gap="xs" wrap="nowrap">
      <Button variant="subtle" size="compact-sm" aria-label={`Report a month of ${system.name}, ${MODEL_NAMES[model]}`} onClick={() => onOpen({ what: "report", offer })}>
        Report
      </Button>
      <Button variant="subtle" size="compact-sm" aria-label={`Change what ${system.name} offers, ${MODEL_NAMES[model]} since ${monthText(activeFrom)}`} onClick={() => onOpen({ what: "state", offer })}>
        Change
      </Button>
    </Group>,
  ];
}
