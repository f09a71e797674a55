// The loop of a driver written in JavaScript (__init__.py tells the protocol).
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");

exports.drive = function (version, find, timexes) {
  let docs = [];
  const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");
  say({ version });
  readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on("line", (line) => {
    const [command, id, published, text] = line.split("\t");
    if (command === "doc") {
      docs.push({ id, published, text: Buffer.from(text, "base64").toString("utf8") });
    } else if (command === "clear") {
      docs = [];
    } else if (command === "run") {
      const cpu = process.cpuUsage(), wall = performance.now();
      let found = 0;
      for (const doc of docs) found += find(doc.text, doc.published).length;
      const used = process.cpuUsage(cpu);
      say({ cpu: (used.user + used.system) / 1e6, wall: (performance.now() - wall) / 1e3, found });
    } else if (command === "extract") {
      say({ docs: docs.map((doc) => ({ id: doc.id, timexes: inCodePoints(doc.text, timexes(doc.text, doc.published)) })) });
    }
  });
};

// JavaScript counts in UTF-16 units, the scorer in code points.
function inCodePoints(text, timexes) {
  const at = (offset) => Array.from(text.slice(0, offset)).length;
  return timexes.map((t) => ({ ...t, start: at(t.start), end: at(t.end) }));
}

// Read from the file: a package need not export its package.json.
exports.versionOf = (name) =>
  JSON.parse(fs.readFileSync(path.join(process.env.NODE_PATH, name, "package.json"))).version;

exports.noon = (published) => new Date(published + "T12:00:00");
const two = (number) => String(number).padStart(2, "0");
exports.two = two;
exports.day = (date) => `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
