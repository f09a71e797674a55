// Reads a calendar on standard input with ical.js and prints its events as JSON.
"use strict";
const fs = require("node:fs");
const ICAL = require(`${require("node:path").resolve(process.argv[2])}/node_modules/ical.js/dist/ical.es5.cjs`);

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    whole_days: event.startDate.isDate,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
    transparent: component.getFirstPropertyValue("transp") === "TRANSPARENT",
  };
});
const refresh = calendar.getFirstProperty("refresh-interval");
console.log(JSON.stringify({
  name: calendar.getFirstPropertyValue("name"),
  refresh: refresh && refresh.getFirstValue().toString(),
  events,
}));
