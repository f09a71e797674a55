// Driver of Microsoft's Recognizers-Text (npm): dates and times, French.
"use strict";
const { Culture, DateTimeRecognizer } = require("@microsoft/recognizers-text-date-time");
const { drive, noon, versionOf } = require("./driver.cjs");

const model = new DateTimeRecognizer(Culture.French).getDateTimeModel();
const find = (text, published) => model.parse(text, noon(published));

const TYPES = { date: "DATE", daterange: "DATE", time: "TIME", timerange: "TIME", datetime: "TIME",
  datetimerange: "TIME", duration: "DURATION", set: "SET" };

const PARTS = /T(MO|MI|AF|EV|NI)$/;

// A resolution may offer several readings ("mardi": the last and the next; "18 h": 6 and 18). We
// take the one whose hour stands in the text, then the one nearest to publication: kinder than to
// take the first.
function best(result, published) {
  const values = (result.resolution && result.resolution.values) || [];
  const noted = (result.text.match(/\d+/g) || []).map(Number);
  const rank = (value) => {
    const moment = value.value || value.start || "";
    const hour = /(\d\d):\d\d:\d\d$/.exec(moment);
    const told = !hour || PARTS.test(value.timex) || noted.includes(Number(hour[1])) ? 0 : 1;
    const far = Math.abs(new Date(moment.slice(0, 10)) - new Date(published)) || 0;
    return [told, far];
  };
  return [...values].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1];
  })[0] || {};
}

function value(kind, reading, published) {
  const symbol = reading.timex || "";
  const moment = reading.value || reading.start || "";
  const part = PARTS.exec(symbol);
  switch (kind) {
    case "date": return moment || symbol;
    case "datetime": return moment.replace(" ", "T").replace(/:00$/, "") || symbol;
    case "time": return `${published}${symbol}`;
    case "timerange": return part ? `${published}${part[0]}` : `${published}T${moment.slice(0, 5)}`;
    case "datetimerange": return part ? moment.slice(0, 10) + part[0] : moment.replace(" ", "T");
    case "daterange":
      if (/^XXXX-\d\d$/.test(symbol)) return moment.slice(0, 7);
      return /^[(X]/.test(symbol) ? moment : symbol;
    default: return symbol;
  }
}

function timex(result, published) {
  const kind = result.typeName.replace("datetimeV2.", "");
  const blank = result.text.length - result.text.trimStart().length;
  return {
    start: result.start + blank,
    end: result.end + 1,
    type: TYPES[kind] || "DATE",
    value: value(kind, best(result, published), published),
  };
}

drive(versionOf("@microsoft/recognizers-text-suite"), find, (text, published) =>
  find(text, published).map((result) => timex(result, published)));
