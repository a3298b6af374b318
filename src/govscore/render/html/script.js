"use strict";
/* Sorts and filters the tables of the overview; the state is in the address, so that it can be shared. */
(() => {
  const table = (name) => document.querySelector(`table[data-rows="${name}"]`);
  const bar = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const fields = [...bar.querySelectorAll("[name]")];
  const state = new Map();

  const group = (key, tables) => {
    const rows = [...tables[0].tBodies[0].rows].map((first, i) => tables.map((t) => t.tBodies[0].rows[i]));
    const heads = tables.flatMap((t, at) =>
      [...t.querySelectorAll("th[data-sort]")].map((th) => ({ th, at, col: +th.dataset.col, number: "n" in th.dataset })));
    for (const { th, number } of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", () => {
        const up = th.dataset.sort, down = "-" + up, now = state.get(key);
        const first = number ? down : up;
        state.set(key, now === first ? (number ? up : down) : first);
        update();
      });
    }
    return { key, tables, rows, heads };
  };

  const value = (row, { at, col, number }) => {
    const cell = row[at].cells[col];
    return number ? parseFloat(cell.dataset.v ?? cell.textContent) : cell.textContent.trim();
  };

  const sort = ({ key, tables, rows, heads }) => {
    const wanted = state.get(key) ?? "";
    const down = wanted.startsWith("-");
    const head = heads.find(({ th }) => th.dataset.sort === wanted.replace(/^-/, ""));
    for (const { th } of heads) th.removeAttribute("aria-sort");
    const order = rows.map((row, i) => ({ row, i, v: head && value(row, head) }));
    if (head) {
      head.th.setAttribute("aria-sort", down ? "descending" : "ascending");
      const unknown = ({ v }) => head.number && Number.isNaN(v);
      const compare = head.number ? (a, b) => a - b : (a, b) => a.localeCompare(b);
      order.sort((a, b) => unknown(a) - unknown(b) || (unknown(a) ? 0 : compare(a.v, b.v) * (down ? -1 : 1)) || a.i - b.i);
    }
    if (order.every(({ row }, i) => row[0] === tables[0].tBodies[0].rows[i])) return;
    tables.forEach((t, at) => t.tBodies[0].append(...order.map(({ row }) => row[at])));
  };

  const practices = group("sort", [table("practices"), table("cells")]);
  const groups = [practices, group("criteria", [table("criteria")])];
  const texts = practices.rows.map(([row]) => row.cells[0].textContent.toLowerCase());
  const tokens = practices.rows.map(([row]) => new Set(row.dataset.f.split(" ")));

  const filter = () => {
    const text = (state.get("text") ?? "").toLowerCase();
    const wanted = fields.filter((f) => f.name !== "text" && f.name !== "sort" && state.get(f.name))
      .map((f) => `${f.name}=${state.get(f.name)}`);
    let count = 0;
    practices.rows.forEach((row, i) => {
      const fits = texts[i].includes(text) && wanted.every((token) => tokens[i].has(token));
      for (const each of row) each.hidden = !fits;
      count += fits;
    });
    say(count);
  };

  const say = (count) => {
    shown.textContent = (count === 1 ? shown.dataset.one : shown.dataset.many)
      .replace("#", count).replace("@", practices.rows.length);
  };

  const draw = () => {
    for (const field of fields) {
      field.value = state.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    groups.forEach(sort);
    filter();
  };

  const update = () => {
    const said = new URLSearchParams([...state].filter(([, v]) => v));
    history.replaceState(null, "", String(said) ? `#${said}` : location.pathname + location.search);
    draw();
  };

  const read = () => {
    if (!location.hash.includes("=")) return;
    state.clear();
    for (const [key, v] of new URLSearchParams(location.hash.slice(1))) state.set(key, v);
    draw();
  };

  for (const field of fields) {
    field.addEventListener("input", () => { state.set(field.name, field.value); update(); });
  }
  document.getElementById("all").addEventListener("click", () => { state.clear(); update(); });
  addEventListener("hashchange", read);
  bar.hidden = false;
  say(practices.rows.length);
  read();
})();
