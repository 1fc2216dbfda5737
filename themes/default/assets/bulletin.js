// Optional: every page works without it. Remembers the reading options, counts a notice's
// days again on the reader's own calendar, searches, counts and sorts lists, and makes the print
// buttons work.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  for (const [id, name] of [["pref-large", "large"], ["pref-hc", "hc"]]) {
    const box = document.getElementById(id);
    if (!box) continue;
    try {
      box.checked = localStorage.getItem(id) === "1";
    } catch { /* storage is refused: the choice lasts for this page */ }
    const apply = () => root.classList.toggle(name, box.checked);
    box.addEventListener("change", () => {
      apply();
      try {
        localStorage.setItem(id, box.checked ? "1" : "0");
      } catch { /* as above */ }
    });
    apply();
  }

  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  for (const box of document.querySelectorAll("[data-end]")) {
    const [year, month, day] = box.dataset.end.split("-").map(Number);
    const left = Math.round((Date.UTC(year, month - 1, day) - today) / 864e5);
    const { many, one, last, over, final, unit } = box.dataset;
    const figure = box.querySelector(".js-days");
    const sentence = box.querySelector(".js-left");
    const state = box.querySelector(".js-state");
    const working = box.querySelector(".js-working");
    // A clock that stands before the day of reckoning is wrong: what is printed stays.
    if (Number.isNaN(left) || left > Number(box.dataset.left ?? left)) continue;
    for (const day of document.querySelectorAll("[data-today]")) day.textContent = day.dataset.today;
    // Working days are counted for the day of reckoning; on another day only the calendar counts.
    if (left !== Number(box.dataset.left)) working?.remove();
    if (sentence) sentence.textContent = left < 0 ? over : left === 0 ? last : left === 1 ? one : many.replace("{n}", left);
    if (figure && left >= 0) {
      figure.textContent = left || final;
      figure.parentElement.classList.toggle("n-last", left === 0);
      if (left === 1) figure.nextElementSibling.textContent = ` ${unit}`;
    }
    if (left < 0) {
      box.classList.add("over");
      box.classList.remove("running");
      if (state) {
        state.textContent = over;
        sentence?.remove();
      }
    }
  }

  const list = document.querySelector(".list");
  const note = document.getElementById("count");
  const find = document.getElementById("find");
  if (list && note && find) {
    let whole, said;
    const narrow = () => {
      const rows = [...list.querySelectorAll(".row")];
      if (note.textContent !== said) whole = note.textContent;
      const word = find.value.trim().toLowerCase();
      for (const row of rows) row.hidden = !row.querySelector("a").textContent.toLowerCase().includes(word);
      const left = rows.filter(row => row.getClientRects().length).length;
      for (const head of list.querySelectorAll(".grp")) head.hidden = left < rows.length;
      said = left === rows.length ? whole : left ? note.dataset.some.replace("{n}", left) : note.dataset.none;
      if (note.textContent !== said) note.firstChild.data = said;
    };
    document.querySelector(".filters").addEventListener("input", narrow);
    addEventListener("pageshow", narrow);
  }

  for (const table of document.querySelectorAll("table[data-sort]")) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells].filter(head => !head.matches(".index"));
    const key = (row, at) => {
      const cell = row.cells[at];
      if (cell.matches(".num")) return Number.parseFloat(cell.textContent.replace(/[^\d.-]/g, "")) || 0;
      const title = cell.querySelector("a");
      return title ? title.textContent : cell.querySelector("time")?.dateTime ?? cell.textContent;
    };
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const order = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, root.lang, { numeric: true });
        body.append(...[...body.rows].sort((a, b) => order(key(a, at), key(b, at)) * (up ? 1 : -1)));
      });
    });
    heads[0].setAttribute("aria-sort", "descending");
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => print());
  }
})();
