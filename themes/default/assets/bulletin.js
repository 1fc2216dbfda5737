// Optional: every page works without it. Remembers the reading options, counts a notice's
// days again on the reader's own calendar, and makes the print buttons work.
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

  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => print());
  }
})();
