// Marks upon the page as it is, never in the page as it was served: which links lead to what is not
// public yet or is broken, what is wrong with it, and on top of a page what is wrong with that one.
const marks = (() => {
  "use strict";
  const { laid, made, styled, card, cards, face, night, day, address } = paper;

  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styled(`
    [data-gongkai-mark] { position: relative; }
    li[data-gongkai-mark]:has(> gongkai-cards) { flex-wrap: wrap; }
    @media print { gongkai-mark, gongkai-cards { display: none !important; } }`)];
  const badge = styled(`
    :host { all: initial; display: inline-block; margin-inline-start: .4em; padding: 0 .4em; border: 1px solid;
      border-radius: 2px; background: #eef2f3; color: #2f4a53; vertical-align: baseline; white-space: nowrap;
      font: 600 .84375rem/1.5 ${face}; }
    :host([state="draft"]) { background: #fdf3d8; color: #6b4200; }
    :host([state="broken"]) { background: #a31f1c; color: #fff; border-color: #a31f1c; }
    :host([state="public"]) { background: #fff; color: #80500a; }
    :host([state="draft"])::before { content: ""; position: absolute; inset: 0 auto 0 -.6875rem; width: 4px;
      background: repeating-linear-gradient(-45deg, #b9853f 0 4px, #e9cf9c 4px 8px); }`);
  const sheet = styled(`
    :host { all: initial; ${day} display: block; grid-column: 1 / -1; flex: 1 0 100%; box-sizing: border-box; margin: .5rem 0; color: #1d1b18; text-align: start;
      font: 1rem/1.6 ${face}; overflow-wrap: anywhere; max-width: 46rem; }
    :host([top]) { max-width: none; margin: 1rem 0 1.5rem; }
    @media (prefers-color-scheme: dark) { :host { ${night} color: #f0ece4; } }
    article:last-child { margin-bottom: 0; }`);

  const off = () => {
    document.querySelectorAll("gongkai-mark, gongkai-cards").forEach(one => one.remove());
    document.querySelectorAll("[data-gongkai-mark]").forEach(one => one.removeAttribute("data-gongkai-mark"));
  };

  const told = (cardsOf, label, isBrief) => {
    const one = laid("gongkai-cards", [cards, sheet], ...cardsOf.map(each => card(each, isBrief)));
    one.setAttribute("role", "group");
    one.setAttribute("aria-label", label);
    return one;
  };

  const markLink = (link, { state, label, cards: wrong }) => {
    const item = link.closest("li, tr");
    const heading = item ? null : link.closest("h2, h3, h4");  // of a month's issue, which holds the texts
    if (label) {
      const mark = laid("gongkai-mark", [badge], made("span", label));
      mark.setAttribute("state", state);
      link.append(mark);
      (item ?? link).setAttribute("data-gongkai-mark", "");
    }
    if (!wrong.length) return;
    if (item) (link.closest("td, th") ?? item).append(told(wrong, label, true));
    else heading?.after(told(wrong, label, true));
  };

  // The first link to it in every place: a title and a "read on" of one row are one.
  const put = (all, own) => {
    off();
    const here = address(location);
    const seen = new Map();
    for (const link of document.querySelectorAll("a[href]")) {
      const inside = address(link), mark = all[inside];
      if (!mark || inside === here || !link.textContent.trim()) continue;
      const place = link.closest("li, tr") ?? link.parentElement;
      if (seen.get(place)?.has(inside)) continue;
      seen.set(place, (seen.get(place) ?? new Set()).add(inside));
      markLink(link, mark);
    }
    if (own.cards?.length) {
      const top = told(own.cards, own.found, false);
      top.setAttribute("top", "");
      (document.querySelector("main") ?? document.body).prepend(top);
    }
  };

  return { off, put };
})();
