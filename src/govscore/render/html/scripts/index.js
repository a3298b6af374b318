"use strict";
/* Sorts, filters and chooses among the practices; the state is in the address, so that it can be shared. */
(() => {
  const table = (name) => document.querySelector(`table[data-rows="${name}"]`);
  const main = table("practices");
  if (!main) return;
  const bar = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const fields = [...bar.querySelectorAll("[name]")];
  const state = new Map();
  const LETTERS = { "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i" };
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łøđßæœı]/g, (c) => LETTERS[c]);

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
    return number ? parseFloat(cell.dataset.v ?? cell.textContent) : cell.firstElementChild.textContent.trim();
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
      const { compare: words } = new Intl.Collator(document.documentElement.lang, { numeric: true });
      const compare = head.number ? (a, b) => a - b : words;
      order.sort((a, b) => unknown(a) - unknown(b) || (unknown(a) ? 0 : compare(a.v, b.v) * (down ? -1 : 1)) || a.i - b.i);
    }
    if (order.every(({ row }, i) => row[0] === tables[0].tBodies[0].rows[i])) return;
    tables.forEach((t, at) => t.tBodies[0].append(...order.map(({ row }) => row[at])));
  };

  /* Rows lay out their own cells; browsers that then forget the table are told again. */
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const each of [main, ...main.querySelectorAll("*")]) {
    const role = each.tagName === "TH" ? (each.scope === "row" ? "rowheader" : "columnheader") : roles[each.tagName];
    if (role) each.setAttribute("role", role);
  }

  const practices = group("sort", [main, table("cells")]);
  const groups = [practices, group("criteria", [table("criteria")])];
  const themes = new Map([...bar.querySelectorAll("select[name=theme] option")].map((o, i) => [`t${i}`, o.text]));
  const tokens = practices.rows.map(([row]) => new Set(row.dataset.f.split(" ")));
  const texts = practices.rows.map(([row], i) =>
    plain([row.cells[0].textContent, row.dataset.s, ...[...tokens[i]].map((t) => themes.get(t) ?? "")].join(" ")));
  const known = { sort: groups[0].heads.map(({ th }) => th.dataset.sort), criteria: groups[1].heads.map(({ th }) => th.dataset.sort) };

  const filter = () => {
    const text = plain(state.get("text") ?? "").trim().split(/\s+/);
    const wanted = fields.filter((f) => f.name !== "text" && f.name !== "sort" && state.get(f.name))
      .map((f) => f.dataset.letter + f.selectedIndex);
    let count = 0;
    practices.rows.forEach((row, i) => {
      const fits = text.every((word) => texts[i].includes(word)) && wanted.every((token) => tokens[i].has(token));
      for (const each of row) each.hidden = !fits;
      count += fits;
    });
    say(count);
  };

  let strange = [];
  const say = (count) => {
    const words = shown.dataset[count === 1 ? "one" : count ? "many" : "none"];
    const told = words.replace("#", count).replace("@", practices.rows.length);
    shown.textContent = [...(strange.length ? [shown.dataset.unknown.replace("@", strange.join(", "))] : []), told].join(" ");
    shown.classList.toggle("alert", !count || strange.length > 0);
  };

  const draw = () => {
    for (const field of fields) {
      field.value = state.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
      field.classList.toggle("set", field.name !== "sort" && Boolean(state.get(field.name)));
    }
    groups.forEach(sort);
    filter();
  };

  const update = () => {
    strange = [];
    const said = new URLSearchParams([...state].filter(([, v]) => v));
    history.replaceState(null, "", String(said) ? `#${said}` : location.pathname + location.search);
    draw();
  };

  /* Takes from the address what is known here, and tells of the rest. */
  const fits = (key, v) => {
    if (known[key]) return !v || known[key].includes(v.replace(/^-/, ""));
    const field = fields.find((f) => f.name === key);
    return Boolean(field) && (field.type === "search" || [...field.options].some((o) => o.value === v));
  };
  const read = () => {
    if (!location.hash.includes("=") || location.hash.startsWith("#compare=")) return;
    state.clear();
    strange = [];
    for (const [key, v] of new URLSearchParams(location.hash.slice(1))) {
      if (fits(key, v)) state.set(key, v); else strange.push(`${key}=${v}`);
    }
    draw();
    (state.size === 1 && state.has("criteria") ? table("criteria") : main).scrollIntoView();
  };

  for (const field of fields) {
    field.addEventListener("input", () => { state.set(field.name, field.value); update(); });
  }
  document.getElementById("all").addEventListener("click", () => { state.clear(); update(); });
  addEventListener("hashchange", read);

  /* Two to four practices, chosen by a box in each row, lead to the comparison. */
  const chosen = document.getElementById("chosen");
  const ids = [];
  const offer = () => {
    chosen.hidden = ids.length < 2;
    const link = document.createElement("a");
    link.href = main.dataset.compare + ids.map(encodeURIComponent).join(",");
    link.textContent = main.dataset.chosen.replace("#", ids.length);
    chosen.replaceChildren(link);
    for (const box of main.querySelectorAll("input[type=checkbox]")) box.disabled = ids.length >= 4 && !box.checked;
  };
  for (const [row] of practices.rows) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.setAttribute("aria-label", main.dataset.choose.replace("@", row.cells[0].firstElementChild.textContent));
    row.cells[0].append(box);
  }
  main.addEventListener("change", ({ target }) => {
    const id = target.closest("tr").dataset.id;
    if (target.checked) ids.push(id); else ids.splice(ids.indexOf(id), 1);
    offer();
  });

  /* What is copied out of a table, and of nothing beside it, goes into a sheet with one row for each of its rows. */
  const holds = (t, range) => {
    const rest = [range.cloneRange(), range.cloneRange()];
    if (range.comparePoint(t, 0) === 0) { rest[0].setEndBefore(t); rest[1].setStartAfter(t); }
    return t.contains(range.commonAncestorContainer) || !rest.join("").trim();
  };
  const said = (cell) => cell.innerText.replace(/\s+/g, " ").trim()
    || [...cell.querySelectorAll("[aria-label]")].map((each) => each.getAttribute("aria-label")).join("; ");
  const cells = (rows) => {
    const covered = [];
    return rows.map((row) => {
      const made = [];
      const skip = () => { while (covered[made.length] > 0) { covered[made.length] -= 1; made.push(""); } };
      for (const cell of row.cells) {
        skip();
        for (let i = 0; i < cell.colSpan; i += 1) { covered[made.length] = cell.rowSpan - 1; made.push(i ? "" : said(cell)); }
      }
      skip();
      return made;
    });
  };
  document.addEventListener("copy", (event) => {
    const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    const met = range ? [...document.querySelectorAll("table[data-rows]")].filter((t) => range.intersectsNode(t)) : [];
    const at = range?.commonAncestorContainer;
    if (met.length !== 1 || (at.nodeType === 1 ? at : at.parentElement).closest("td, th") || !holds(met[0], range)) return;
    const rows = cells([...met[0].rows].filter((row) => !row.hidden && !row.classList.contains("axis") && range.intersectsNode(row)));
    const html = document.createElement("table");
    for (const row of rows) {
      const tr = html.insertRow();
      for (const text of row) tr.insertCell().textContent = text;
    }
    event.clipboardData.setData("text/plain", rows.map((row) => row.join("\t")).join("\n"));
    event.clipboardData.setData("text/html", html.outerHTML);
    event.preventDefault();
  });

  /* In one file, what is embedded is saved by a button. */
  const saves = document.getElementById("saves");
  if (saves) {
    const buttons = ["csv", "json"].map((kind) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = saves.dataset[kind];
      button.addEventListener("click", () => {
        const raw = document.getElementById(kind === "csv" ? "csv" : "result").textContent;
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([kind === "csv" ? JSON.parse(raw) : raw], { type: `text/${kind}` }));
        link.download = `result.${kind}`;
        link.click();
      });
      return button;
    });
    saves.replaceChildren(...buttons);
  }

  /* Filters are folded until one of them is set. */
  const more = document.getElementById("more");
  const unfold = () => { if (fields.some((f) => f.classList.contains("set") && more.contains(f))) more.open = true; };
  addEventListener("hashchange", unfold);

  bar.hidden = false;
  say(practices.rows.length);
  read();
  unfold();
})();
