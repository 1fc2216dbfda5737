// The bar of the desk, below the page: how it stands with this page and with the whole site. It stands
// beside <body>, takes room from nothing, and a page that is printed knows nothing of it.
const bar = (() => {
  "use strict";
  const { words, made, styled, laid, card, cards, face, night, address, path } = paper;
  const sheet = styled(`
    :host { all: initial; ${night} position: fixed; inset: auto 0 0; z-index: 2147483647; color-scheme: dark; color: #f0ece4;
      font: .9375rem/1.5 ${face}; }
    @media print { :host { display: none; } }
    section, .panel { max-height: 60vh; overflow: auto; padding: .75rem 1rem; background: #1d1b18; border-top: 4px solid #d9342b;
      font-size: 1rem; line-height: 1.6; overflow-wrap: anywhere; }
    section.calm, .panel { border-top: 1px solid #6b655c; }
    h2 { margin: 0 0 .375rem; font-size: 1.0625rem; }
    .line { display: flex; align-items: center; gap: 0 1rem; min-height: 2.5rem; padding: 0 1rem; background: #1d1b18;
      border-top: 1px solid #6b655c; white-space: nowrap; }
    section + .line, .panel + .line { border-top-color: #45413a; }
    .state { display: flex; align-items: center; gap: .5rem; font-weight: 600; }
    .state::before { content: ""; flex: none; width: .625rem; height: .625rem; border-radius: 50%; background: #a8a196; }
    .state.public::before { background: #7fcba6; }
    .state.draft::before { background: #e6b763; }
    .state.future::before { background: #9ec5ff; }
    .state.broken::before { background: #ff6b5e; }
    a, button { display: inline-block; padding: .5rem 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer;
      text-decoration: underline #d9342b; text-underline-offset: .25em; }
    a:hover, button:hover { text-decoration-thickness: 2px; color: #fff; }
    :focus-visible { outline: 3px solid #ffd23f; outline-offset: -1px; }
    :is(a, button).stop { color: #f4a79e; font-weight: 600; } :is(a, button).warn { color: #e6b763; font-weight: 600; } .well { color: #7fcba6; }
    .path { display: flex; align-items: center; gap: .625rem; flex: 0 1 auto; min-width: 6rem; }
    .path code { overflow: hidden; text-overflow: ellipsis; direction: rtl; color: #c9c3b8; font: .84375rem ui-monospace, monospace; }
    .gap { flex: 1 1 0; }
    .fold { min-width: 1.75rem; text-decoration: none; }
    .few { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; margin: 0 0 .5rem; }
    dt { color: #c9c3b8; } dd { margin: 0; } dd a { padding: 0; } dd button { margin-inline-start: .75rem; padding: 0; }
    dd code { color: inherit; }
    .phone { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
    .phone svg { width: 12rem; height: 12rem; flex: none; }
    .phone div { flex: 1 1 16rem; min-width: 0; }
    .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .bare { display: flex; justify-content: flex-end; pointer-events: none; }
    .bare button { pointer-events: auto; margin: 0 .5rem .5rem; padding: .375rem .75rem; background: #1d1b18; border: 1px solid #6b655c; text-decoration: none; }
    @media (pointer: coarse) { .line a, .line button, .few a, dd a, dd button { padding-block: .75rem; } }
    @media (max-width: 62rem) { .wide { display: none !important; } }
    @media (min-width: 62.01rem) { .few, .only-few { display: none; } }
    @media (max-width: 40rem) { .line { gap: 0 .75rem; padding: 0 .75rem; flex-wrap: wrap; } .gap { margin-inline-end: -.75rem; } .fold { margin-inline-start: auto; } .mid { display: none !important; } }
    @media (forced-colors: active) { .line, section, .panel, .bare button { border-color: CanvasText; } .state::before { forced-color-adjust: none; } }`);
  const room = styled("");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, room];
  const desk = laid("gongkai-preview", [cards, sheet]);
  const shadow = desk.shadowRoot;

  const KEPT = "gongkai-bar";
  const recalled = () => {
    try {
      return localStorage.getItem(KEPT) === "folded";
    } catch {
      return false;
    }
  };
  let isFolded = recalled();
  let opened = "", now = null, phone = null, drawn = "";

  const fold = folded => {
    isFolded = folded;
    try {
      localStorage.setItem(KEPT, folded ? "folded" : "");
    } catch { /* it is remembered as long as the page is */ }
    draw();
    shadow.querySelector(folded ? "[data-key=unfold]" : "[data-key=fold]").focus();
  };
  const open = key => {
    opened = opened === key ? "" : key;
    phone = null;  // a code works once: the one of before is not shown again
    draw();
    if (opened === "phone") invite();
  };
  shadow.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !opened) return;
    const key = opened;
    open(key);
    shadow.querySelector(`[data-key=${key}]`)?.focus();
  });

  const classed = (name, one) => {
    one.className = name;
    return one;
  };
  const keyed = (key, one) => {
    one.dataset.key = key;
    return one;
  };
  const link = (key, text, href, name = "") => keyed(key, Object.assign(classed(name, made("a", text)), { href }));
  const button = (key, text, act, name = "") =>
    keyed(key, Object.assign(classed(name, made("button", text)), { type: "button", onclick: act }));
  const opener = (key, text, name = "") => {
    const one = button(key, text, () => open(key), name);
    one.setAttribute("aria-expanded", String(opened === key));
    if (opened === key) one.setAttribute("aria-controls", "panel");
    return one;
  };

  // Beyond this machine a page is not trusted with the clipboard; then the old way is left.
  const copy = async (text, one) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = made("textarea", text);
      shadow.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      one.focus();
    }
    one.textContent = words.copied;
    spoken.textContent = words.copied;
    setTimeout(() => [one.textContent, spoken.textContent] = [words.copy, ""], 2000);
  };
  const spoken = classed("spoken", made("span"));
  spoken.setAttribute("role", "status");
  const copier = key => {
    const one = button(key, words.copy, () => copy(now.page.source, one));
    one.setAttribute("aria-label", words.copypath);
    return one;
  };

  const counts = () => (now.state.bar?.counts ?? []).map(({ text, kind }, at) => link(`count-${at}`, text, "/_desk/", kind));
  const around = () => {
    const places = now.state.bar?.places ?? [];
    const here = address(location);
    if (!places.some(one => one !== here)) return [];
    const before = places.filter(one => one < here).at(-1) ?? places.at(-1);
    const after = places.find(one => one > here) ?? places[0];
    return [link("before", words.before, path(before)), link("after", words.after, path(after))];
  };
  const check = () => link("check", words.check, "/_desk/");

  const line = () => {
    const { page } = now;
    const state = classed(`state ${page.state ?? ""}`, made("span", now.state.progress?.said || page.label || words.preview));
    const source = page.source && made("span", made("code", made("bdi", page.source)), copier("copy"));
    if (source) source.className = "path wide";
    return classed("line", made("div",
      state,
      opener("page", page.found || words.page, page.worst ?? (page.source ? "" : "only-few")),
      page.issue && link("issue", page.issue.text, page.issue.href, "wide"),
      source,
      classed("gap", made("span")),
      ...counts().map((one, at) => classed(`${one.className} ${at ? "mid" : ""}`, one)),
      ...around().map(one => classed("wide", one)),
      classed("mid", check()),
      now.state.phone && opener("phone", words.phone, "wide"),
      now.state.phone && button("narrow", words.narrow, narrow, "wide"),
      Object.assign(button("fold", "▾", () => fold(true), "fold"), { ariaLabel: words.fold })));
  };
  // A window as wide as a phone, which follows every save as this one does.
  const narrow = () => window.open(location.href, "_blank", "popup,width=360,height=740");

  const panel = () => {
    const one = classed("panel", made("div", opened === "phone" ? phonePanel() : pagePanel()));
    keyed(`panel-${opened}`, one).id = "panel";
    one.setAttribute("role", "group");
    one.setAttribute("aria-label", opened === "phone" ? words.phone : words.page);
    one.tabIndex = 0;
    return one;
  };
  const pagePanel = () => {
    const { page } = now;
    const facts = [
      ...(page.source ? [[words.source, made("span", made("code", page.source), copier("copy-too"))]] : []),
      ...(page.facts ?? []).map(([label, text, href]) => [label, href ? link(`fact-${label}`, text, href) : text]),
    ];
    return made("div",
      made("dl", ...facts.flatMap(([label, text]) => [made("dt", label), made("dd", text)])),
      ...(page.cards ?? []).map(one => card(one)),
      classed("few", made("p", ...counts(), ...around(), check())));
  };
  const phonePanel = () => {
    if (!phone) return made("div", words.waiting);
    if (!phone.svg) return made("div", phone.open ? words.nonet : words.nophone);
    const svg = new DOMParser().parseFromString(phone.svg, "text/html").querySelector("svg");
    svg.querySelector("title").textContent = words.scan;
    return classed("phone", made("div", svg, made("div", made("p", words.scan), made("p", made("code", phone.url)), made("p", words.once))));
  };
  const invite = async () => {
    try {
      const answer = await fetch(`/_gongkai/phone.json?to=${encodeURIComponent(location.pathname)}`, { cache: "no-store" });
      phone = answer.ok ? await answer.json() : {};
      draw();
    } catch { /* the server has gone, and that is said */ }
  };

  // What is told without being asked for: that the preview is away, that the site could not be made.
  const alarm = () => {
    const { state, isAway, isGone } = now;
    const parts = [];
    if (isAway) parts.push(made("h2", words.away));
    else if (state.problems.length) parts.push(made("h2", state.said), ...state.problems.map(one => card(one)));
    if (isGone && !isAway) parts.push(keyed("gone", made("h2", words.gone, " ", link("home", words.home, "/"))));
    if (!parts.length) return null;
    const section = keyed("alarm", made("section", ...parts));
    section.setAttribute("role", "status");
    section.className = isAway || !state.problems.length ? "calm" : "";
    return section;
  };

  // What is drawn anew stays where it stood: nobody is interrupted who presses a button, reads in a list
  // or is at a link with the keyboard while something is told. A card that says something else is another
  // one: made to say it, the one that is read would take the reader to where that stands by now.
  const sign = one => one.dataset?.key ?? one.classList?.[0];
  const isLike = (one, other) => one.isEqualNode(other)
    || one instanceof HTMLElement && one.localName !== "article"
      && one.nodeName === other.nodeName && sign(one) === sign(other);
  const drop = (one, end) => {
    while (one !== end) {
      const next = one.nextSibling;
      one.remove();
      one = next;
    }
  };
  const dress = (one, next) => {
    for (const { name } of [...one.attributes]) if (!next.hasAttribute(name)) one.removeAttribute(name);
    for (const { name, value } of next.attributes) if (one.getAttribute(name) !== value) one.setAttribute(name, value);
  };
  const settle = (one, next) => {
    let place = one.firstChild;
    for (const child of [...next.childNodes]) {
      let old = place;
      while (old && !isLike(old, child)) old = old.nextSibling;
      if (!old) {
        one.insertBefore(child, place);
        continue;
      }
      drop(place, old);
      place = old.nextSibling;
      if (old.isEqualNode(child)) continue;
      dress(old, child);
      settle(old, child);
    }
    drop(place, null);
  };

  const parts = made("div"), whole = made("div", parts, spoken);
  whole.setAttribute("role", "region");
  shadow.append(whole);
  const draw = () => {
    const folded = () => {
      const worst = (now.state.bar?.counts ?? []).find(one => one.kind !== "well");
      return classed("bare", made("div", Object.assign(
        button("unfold", `${worst?.text ?? words.preview} ▴`, () => fold(false), worst?.kind ?? ""), { ariaLabel: words.unfold })));
    };
    settle(parts, made("div", alarm(), ...(isFolded ? [folded()] : [opened && panel(), line()])));
    whole.setAttribute("aria-label", words.bar);
    whole.lang = words.lang;
    if (!desk.isConnected) document.documentElement.append(desk);
    measure();
  };
  // The page ends where the bar begins.
  const measure = () => {
    const height = Math.ceil(shadow.querySelector(".line, .bare")?.getBoundingClientRect().height ?? 0);
    room.replaceSync(`@media screen { html { padding-block-end: ${height}px !important; scroll-padding-block-end: ${height}px; } }`);
  };
  addEventListener("resize", () => now && measure());

  const show = next => {
    const said = JSON.stringify([next, words]);
    if (said === drawn || !words.lang) return;
    [now, drawn] = [next, said];
    draw();
  };

  return { show };
})();
