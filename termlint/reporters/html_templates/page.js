"use strict";
(() => {
  const root = document.documentElement;
  const at = (id) => document.getElementById(id);
  const FIRST = 100, MORE = 200;

  /* --- light or dark --- */
  const theme = at("weergave");
  const setTheme = (name) => { if (name) root.dataset.theme = name; else delete root.dataset.theme; };
  if (theme) {
    theme.value = new URLSearchParams(location.search).get("weergave") || "";
    setTheme(theme.value);
    theme.addEventListener("change", () => { setTheme(theme.value); if (at("filter")) remember(); });
  }

  const form = at("filter");
  if (!form) return;
  const table = at("documententabel"), body = table.tBodies[0], list = at("bevindingen");
  const fields = ["zoek", "groep", "regel", "soort", "nieuw"];
  let room = FIRST, order = "";

  /* --- what is on the page --- */
  const docs = Array.from(body.rows, (row) => {
    const section = at("d-" + row.id.slice(2));
    return {
      row, section, path: row.cells[0].textContent.toLowerCase(), group: row.dataset.g,
      values: row.dataset.v.split(" ").map(Number),
      findings: section ? Array.from(section.querySelectorAll("li[data-s]"), (element) => (
        { element, rule: element.dataset.r, kind: element.dataset.s, known: "k" in element.dataset, shown: true })) : [],
    };
  });
  const total = docs.reduce((sum, doc) => sum + doc.findings.length, 0);
  const textOf = (finding) => (finding.text ??= finding.element.firstElementChild.textContent.toLowerCase());
  body.classList.remove("termlint-pending");
  list.classList.remove("termlint-pending");

  /* --- filter --- */
  const read = () => Object.fromEntries(fields.map((name) => {
    const field = form.elements[name];
    return [name, !field ? "" : field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim()];
  }));
  const kindFits = (kind, wanted) =>
    wanted === "alles" || (wanted === "" ? kind === "e" || kind === "w" : kind === wanted);
  const fits = (finding, doc, want, needle) =>
    kindFits(finding.kind, want.soort) && (!want.regel || finding.rule === want.regel) &&
    (!want.nieuw || !finding.known) && (!needle || doc.path.includes(needle) || textOf(finding).includes(needle));

  const apply = () => {
    const want = read(), needle = want.zoek.toLowerCase();
    const narrowed = want.regel || want.soort || want.nieuw;
    let documents = 0, findings = 0, sections = 0;
    for (const doc of docs) {
      const inGroup = !want.groep || doc.group === want.groep;
      let hits = 0;
      for (const finding of doc.findings) {
        const shown = inGroup && fits(finding, doc, want, needle);
        if (shown) hits += 1;
        if (shown !== finding.shown) { finding.element.hidden = !shown; finding.shown = shown; }
      }
      const shown = inGroup && (hits > 0 || (!narrowed && (!needle || doc.path.includes(needle))));
      documents += shown; findings += hits; sections += hits > 0;
      doc.shown = shown; doc.hits = hits;
      doc.row.hidden = !shown || documents > room;
      if (doc.section) doc.section.hidden = hits === 0 || sections > room;
    }
    tell(documents, findings);
    at("meer").hidden = documents <= room;
    at("niets").hidden = documents > 0;
  };

  const number = (n) => n.toLocaleString(root.lang);
  const tell = (documents, findings) => {
    const words = { findings, all_findings: total, documents, all_documents: docs.length };
    at("getoond").textContent = at("getoond").dataset.text.replace(/\{(\w+)\}/g, (_, name) => number(words[name]));
    const chosen = fields.map((name) => form.elements[name]).filter((field) => field && (field.type === "checkbox" ? field.checked : field.value))
      .map((field) => field.selectedOptions ? field.selectedOptions[0].textContent.trim() : field.type === "checkbox" ? field.parentElement.textContent.trim() : field.value);
    at("afdrukfilter").textContent = chosen.length ? at("afdrukfilter").dataset.text.replace("{filter}", chosen.join(", ")) : "";
  };

  /* --- the address holds the choice, so that it can be shared --- */
  const remember = () => {
    const params = new URLSearchParams(Object.entries({ ...read(), sorteer: order, weergave: theme?.value }).filter(([, value]) => value));
    const query = params.toString();
    try { history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash); } catch { /* a viewer without addresses */ }
  };
  const choose = (params) => {
    for (const name of fields) {
      const field = form.elements[name], value = params.get(name) || "";
      if (!field) continue;
      if (field.type === "checkbox") field.checked = value === "1";
      else field.value = value;
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    room = FIRST;
  };
  const update = () => { room = FIRST; apply(); remember(); };
  let timer = 0;
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(update, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
  form.addEventListener("reset", () => setTimeout(update));
  at("meer").addEventListener("click", () => {
    const first = docs.find((doc) => doc.shown && doc.row.hidden);
    room += MORE; apply();
    first?.row.querySelector("a")?.focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(new URLSearchParams(link.getAttribute("href").split("#")[0]));
    update();
    at("documenten").scrollIntoView();
    form.elements.zoek.focus({ preventScroll: true });
  });
  at("open").addEventListener("click", () => { for (const doc of docs) if (doc.section && !doc.section.hidden) doc.section.open = true; });
  at("dicht").addEventListener("click", () => { for (const doc of docs) if (doc.section) doc.section.open = false; });

  /* --- sort --- */
  const heads = Array.from(table.tHead.rows[0].cells);
  const sort = (choice) => {
    const [name, way] = choice.split("-"), column = heads.findIndex((head) => head.dataset.sort === name);
    if (column < 0) return;
    const sign = way === "op" ? 1 : -1;
    const value = column < 2 ? null : (doc) => doc.values[column - 2];
    const words = (doc) => doc.row.cells[column].textContent;
    const collate = new Intl.Collator(root.lang, { numeric: true }).compare;
    docs.sort((a, b) => sign * (value ? value(a) - value(b) : collate(words(a), words(b))));
    for (const head of heads) if (head.dataset.sort) head.setAttribute("aria-sort", head.dataset.sort !== name ? "none" : sign > 0 ? "ascending" : "descending");
    body.append(...docs.map((doc) => doc.row));
    list.append(...docs.filter((doc) => doc.section).map((doc) => doc.section));
    order = choice;
  };
  for (const head of heads) {
    if (!head.dataset.sort) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "termlint-sort";
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", head.dataset.start || "none");
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "descending";
      const up = head.getAttribute("aria-sort") === "ascending";
      sort(head.dataset.sort + "-" + (down || (!up && head.cellIndex < 2) ? "op" : "af"));
      apply(); remember();
    });
  }

  /* --- a link to a document or a finding always shows it --- */
  const reveal = () => {
    const target = location.hash && at(decodeURIComponent(location.hash.slice(1)));
    const section = target && target.closest("details.utrecht-accordion__section");
    if (!section) return;
    const doc = docs.find((one) => one.section === section);
    const finding = doc.findings.find((one) => one.element === target);
    if (finding ? !finding.shown : section.hidden && !doc.hits) { choose(new URLSearchParams(finding || doc.findings.length ? "soort=alles" : "")); apply(); remember(); }
    if (section.hidden) { room = docs.length; apply(); }
    section.open = true;
    target.tabIndex = -1;
    (target === section ? section.firstElementChild : target).focus({ preventScroll: true });
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#d-"]');
    if (link && link.hash === location.hash) reveal();
  });

  const start = new URLSearchParams(location.search);
  choose(start);
  if (start.get("sorteer")) sort(start.get("sorteer"));
  apply();
  reveal();
})();
