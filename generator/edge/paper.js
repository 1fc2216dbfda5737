// What the preview lays upon a page: elements of ours, each with a shadow of its own, so that no style
// of the page reaches them and no script of it finds their words; and the card of one thing that is wrong.
const paper = (() => {
  "use strict";
  const words = {};

  const made = (name, ...inside) => {
    const one = document.createElement(name);
    one.append(...inside.filter(part => part));
    return one;
  };
  const styled = css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  const laid = (name, sheets, ...inside) => {
    const one = document.createElement(name);
    const shadow = one.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = sheets;
    shadow.append(...inside);
    return one;
  };

  const quoted = ({ line, text, start, length }) => {
    const all = [...text];
    const part = (from, to) => all.slice(from, to).join("");
    return made("pre", `${line} | `, part(0, start), made("mark", part(start, start + length) || " "), part(start + length));
  };
  // In a list it says what and where, and what to do; all of it stands on the page that is wrong.
  const card = (one, isBrief = false) => {
    const article = made("article",
      made("p", one.label && made("strong", one.label), one.place && made("code", one.place)),
      made("p", one.what, one.code && !isBrief && made("small", one.code)),
      one.quote && !isBrief && quoted(one.quote),
      one.why && !isBrief && made("p", made("b", words.why), one.why),
      one.how && made("p", made("b", words.how), one.how));
    article.className = one.severity ?? "stop";
    return article;
  };

  const face = '"PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';
  // For what is as on a sheet of paper in light, and as on slate in the dark.
  const cards = styled(`
    article { margin: 0 0 .5rem; padding: .5rem .875rem .625rem; border-inline-start: 4px solid var(--edge); background: var(--ground); }
    article.warn { --edge: #b9853f; --state: var(--amber); }
    article.note { --edge: #8a8377; --state: var(--soft); }
    p { margin: .125rem 0; }
    pre { margin: .375rem 0; padding: .375rem .625rem; background: var(--deep); white-space: pre-wrap; overflow-wrap: anywhere; }
    code, pre { font: .9375rem/1.55 ui-monospace, "Noto Sans Mono CJK SC", monospace; }
    code { color: var(--soft); overflow-wrap: anywhere; }
    strong { margin-inline-end: .625rem; color: var(--state); }
    b { margin-inline-end: .5rem; color: var(--soft); font-weight: 600; }
    small { margin-inline-start: .5rem; color: var(--soft); font-size: .84375rem; }
    mark { background: var(--red); color: #fff; }`);
  const night = "--ground: #262422; --deep: #0f0e0d; --soft: #c9c3b8; --amber: #e6b763; --state: #f4a79e; --edge: #d9342b; --red: #a31f1c;";
  const day = "--ground: #fdf1ef; --deep: #fff; --soft: #5b554d; --amber: #80500a; --state: #a31f1c; --edge: #a31f1c; --red: #a31f1c;";

  // The address below the root that a link or a location has, as the site's files are named.
  const address = one => {
    try {
      const inside = decodeURIComponent(one.pathname).slice(1);
      return one.origin === location.origin ? inside + (!inside || inside.endsWith("/") ? "index.html" : "") : "";
    } catch {
      return "";
    }
  };
  const path = inside => `/${inside.split("/").map(encodeURIComponent).join("/")}`;

  return { words, made, styled, laid, card, cards, face, night, day, address, path };
})();
