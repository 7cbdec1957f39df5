import type { MetricId } from "@arl/schema/metrics";
import { useEffect, useState } from "react";
import classes from "./figure.module.css";
import { definitionOf } from "./glossary";

/** The sentence of a figure's metric, in its menu: fingers do not hover. */
export function MenuDefinition({ metric }: { readonly metric: MetricId }) {
  const [sentence, setSentence] = useState("");
  useEffect(
    function lookUp() {
      let asked = true;
      void definitionOf(metric).then((entry) => asked && setSentence(entry?.definition ?? ""));
      return () => {
        asked = false;
      };
    },
    [metric],
  );
  return <p className={classes["menuDefinition"]}>{sentence}</p>;
}
