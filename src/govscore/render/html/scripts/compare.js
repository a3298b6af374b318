"use strict";
/* Sets practices side by side: which, the address says; what they are, the data in the page. */
(() => {
  const place = document.getElementById("comparison");
  const raw = document.getElementById("practices-data");
  if (!place || !raw) return;
  const { words, nodes, criteria, practices } = JSON.parse(raw.textContent);
  const byId = new Map(practices.map((each) => [each.id, each]));
  const single = place.dataset.single === "yes";
  const MOST = 4;

  const make = (tag, attributes = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(key, value === true ? "" : value);
    made.append(...inside.filter((each) => each !== null && each !== ""));
    return made;
  };
  const say = (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (all, name) => parts[name] ?? all);
  const svg = (tag, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const range = (made) => {
    if (!made) return [make("small", {}, words.aside)];
    const [low, point, high, span, figure, grade] = made;
    const drawn = svg("svg", { class: "plot s", "aria-hidden": "true" });
    drawn.append(svg("rect", { x: `${low}%`, width: `${high - low}%` }), svg("rect", { width: `${low}%` }));
    if (point !== null) drawn.append(svg("circle", { cx: `${point}%` }));
    const certain = grade ? make("small", {}, say(words.certainty, { grade })) : null;
    const told = point === null ? [make("small", {}, `${span} ${words.unknown_share}`)] : [make("b", {}, figure), " ", make("small", {}, span)];
    return [drawn, ...told, ...(certain ? [certain] : [])];
  };

  const level = (made) => {
    if (!made) return [make("small", {}, words.aside)];
    const [, , shown, strength] = made;
    const told = shown ? say(words.level, { n: shown }) : words.not_known;
    return [told, ...(strength ? [make("small", {}, say(words.strength, { n: strength }))] : [])];
  };

  /* As `compare` in the terminal: apart beyond doubt, one and the same point, or neither. */
  const verdict = (parts) => {
    const known = parts.filter(Boolean);
    const apart = known.some(([low], i) => known.some(([, high], j) => i !== j && high < low));
    if (apart) return 0;
    return new Set(known.flat()).size > 1 ? 1 : 2;
  };
  const named = [words.differs, words.may, words.same];

  const table = (caption, first, chosen, rows, ...after) => make("div", { class: chosen.length + after.length > 4 ? "scroll far" : "scroll", "data-hint": place.dataset.hint, role: "group", "aria-label": caption, tabindex: "0" },
    make("table", { class: "compared" }, make("caption", {}, caption),
      make("thead", {}, make("tr", {}, first ? make("th", { scope: "col" }, first) : make("td"),
        ...[...chosen.map(({ title }) => title), ...after].map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...rows)));
  const row = (head, cells, attributes = {}) => make("tr", {}, make("th", { scope: "row", ...attributes }, head),
    ...cells.map((inside) => make("td", {}, ...inside)));
  const judged = (found, made) => { made.append(make("td", { class: found === 0 && "differs" }, named[found])); return made; };

  const facts = (chosen) => [
    row(words.label, chosen.map((each) => [each.label])),
    row(words.known, chosen.map((each) => [each.known])),
    row(words.conflicts, chosen.map((each) => {
      const told = [...each.conflicts, ...each.marks.slice(each.conflicts.length ? 1 : 0)];
      return told.length ? [make("ul", {}, ...told.map((text) => make("li", {}, text)))] : [words.no_conflicts];
    })),
  ];

  const parts = (chosen) => [
    judged(verdict(chosen.map(({ overall }) => [overall[0], overall[2]])), row(words.overall, chosen.map((each) => range(each.overall)))),
    ...nodes.map(([title, top], i) => judged(verdict(chosen.map((each) => each.nodes[i] && [each.nodes[i][0], each.nodes[i][2]])),
      row(title, chosen.map((each) => range(each.nodes[i])), { class: !top && "sub" }))),
  ];

  const ordered = (chosen) => criteria
    .map(([title, href], i) => ({ title, href, made: chosen.map((each) => each.criteria[i]) }))
    .map((each) => ({ ...each, found: verdict(each.made.map((one) => one && one.slice(0, 2))) }))
    .sort((a, b) => a.found - b.found)
    .map(({ title, href, made, found }) => judged(found, row(make("a", { href }, title), made.map(level))));

  const asked = () => {
    const text = location.hash.slice(1);
    if (single && !text.startsWith("compare=")) return null;
    const names = text.replace(/^compare=/, "").split(/,|%2C/i).map((each) => { try { return decodeURIComponent(each); } catch { return each; } });
    return [...new Set(names.filter(Boolean))];
  };
  const go = (ids) => { location.hash = (single ? "compare=" : "") + ids.map(encodeURIComponent).join(","); };

  const adding = (ids) => {
    const choice = make("select", {}, make("option", { value: "" }, words.pick),
      ...practices.filter(({ id }) => !ids.includes(id)).map((each) => make("option", { value: each.id }, each.title)));
    choice.addEventListener("change", () => choice.value && go([...ids, choice.value]));
    return make("p", { class: "adding" }, make("label", {}, words.add, " ", choice));
  };
  const heads = (chosen, ids) => make("ul", { class: "chosen-list" }, ...chosen.map((each) => {
    const remove = make("button", { type: "button", "aria-label": say(words.remove, each) }, "×");
    remove.addEventListener("click", () => go(ids.filter((id) => id !== each.id)));
    return make("li", {}, make("a", { href: each.href }, each.title), " ", remove);
  }));

  const draw = () => {
    const names = asked();
    if (!names && single) { document.getElementById("compare").hidden = true; return; }
    if (single) document.getElementById("compare").hidden = false;
    const unknown = names.filter((id) => !byId.has(id));
    const every = names.filter((id) => byId.has(id));
    const ids = every.slice(0, MOST);
    const chosen = ids.map((id) => byId.get(id));
    const remarks = [
      ...(unknown.length ? [say(words.unknown, { names: unknown.join(", ") })] : []),
      ...(every.length > MOST ? [words.too_many] : []),
      ...(chosen.length < 2 ? [words.none] : []),
    ];
    place.replaceChildren(
      ...remarks.map((text) => make("p", { class: "remark", role: "status" }, text)), heads(chosen, ids),
      ...(ids.length < MOST ? [adding(ids)] : []),
      ...(chosen.length > 1 ? [
        table(words.glance, "", chosen, facts(chosen)),
        table(words.parts, words.part, chosen, parts(chosen), words.verdict),
        make("p", { class: "key" }, words.key),
        table(words.criteria, words.criterion, chosen, ordered(chosen), words.verdict),
      ] : []));
    if (single) document.getElementById("compare").scrollIntoView();
  };

  addEventListener("hashchange", draw);
  draw();
})();
