// Driver of chrono-node (npm): its French, "casual" configuration.
"use strict";
const { fr } = require("chrono-node");
const { drive, noon, day, two, versionOf } = require("./driver.cjs");

const find = (text, published) => fr.parse(text, noon(published));

// A result knows some of its components and implies the others: the known ones give the unit.
function value(components) {
  const date = components.date();
  const known = (name) => components.isCertain(name);
  if (known("hour")) {
    return { type: "TIME", value: `${day(date)}T${two(date.getHours())}:${two(date.getMinutes())}` };
  }
  if (known("day") || known("weekday") || !known("month")) return { type: "DATE", value: day(date) };
  return { type: "DATE", value: day(date).slice(0, 7) };
}

drive(versionOf("chrono-node"), find, (text, published) =>
  find(text, published).map((result) => ({
    start: result.index,
    end: result.index + result.text.length,
    ...value(result.start),
  })));
