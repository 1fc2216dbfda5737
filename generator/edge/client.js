// The preview in the browser, and in no site that is built: keeps the page before the reader as the
// site is, in place, and shows what is wrong while it cannot be. Runs before any script of the page.
(() => {
  "use strict";
  const served = document.cloneNode(true);
  const twin = new WeakMap(), former = new WeakMap();
  const { words } = paper;
  let { build, page } = document.currentScript.dataset;
  let state = { build, problems: [] };
  let facts = {}, questions = 0;
  const isDesk = location.pathname.startsWith("/_desk/");  // it tells of more than the site, and of problems itself
  let isBusy = false, isGone = false, isLost = false, isAway = false;

  // How the page was served is kept beside the page as it is now: what scripts and readers did to it
  // (a filter, an open detail, a word in a field) differs from the one and is let be.
  const know = (one, live) => {
    twin.set(one, live);
    one.childNodes.forEach((child, at) => know(child, live.childNodes[at]));
  };
  know(served, document);

  const isSheet = one => one.localName === "link" && one.relList.contains("stylesheet");
  const isLike = (one, other) => one.nodeName === other.nodeName && one.id === other.id
    && (one.localName !== "link" || one.rel === other.rel);

  // For each of the new children the old one that it is, in the same order: first what is the same
  // at both ends, then what is the same anywhere, then what is of its kind between these.
  const paired = (olds, news) => {
    const found = new Array(news.length).fill(-1);
    let start = 0, oldEnd = olds.length, newEnd = news.length;
    while (start < oldEnd && start < newEnd && olds[start].isEqualNode(news[start])) found[start] = start++;
    while (oldEnd > start && newEnd > start && olds[oldEnd - 1].isEqualNode(news[newEnd - 1])) found[--newEnd] = --oldEnd;
    const sign = one => one.outerHTML ?? one.data;
    const places = new Map();
    for (let at = start; at < oldEnd; at++) {
      const known = places.get(sign(olds[at]));
      if (known) known.push(at); else places.set(sign(olds[at]), [at]);
    }
    for (let at = start, next = start; at < newEnd; at++) {
      const place = places.get(sign(news[at]))?.find(one => one >= next);
      if (place !== undefined) [found[at], next] = [place, place + 1];
    }
    for (let at = start, next = start; at < newEnd; at++) {
      if (found[at] < 0) {
        const end = found.find((one, later) => later > at && one >= 0) ?? oldEnd;
        const place = olds.findIndex((one, old) => old >= next && old < end && isLike(one, news[at]));
        found[at] = place;
      }
      if (found[at] >= 0) next = found[at] + 1;
    }
    return found.map(place => olds[place] ?? null);
  };

  const touched = one => {
    const live = twin.get(one);
    if (!live?.isConnected || one.localName === "script") isLost = true;
    return live;
  };

  const follow = (one, next) => {
    if (one.data !== undefined) {
      touched(one).data = one.data = next.data;
    } else if (isSheet(one) && one.getAttribute("href") !== next.getAttribute("href")) {
      const live = touched(one), fresh = document.importNode(next);
      const older = [...former.get(live) ?? [], live];
      former.set(fresh, older);
      fresh.onload = fresh.onerror = () => older.forEach(sheet => sheet.remove());  // until then they hold
      live.after(fresh);
      one.setAttribute("href", next.getAttribute("href"));
      twin.set(one, fresh);
    } else {
      if (one.attributes && !isOurs(one)) dress(one, next);
      if (one.localName !== "noscript") grow(one, next);
    }
  };

  const isOurs = one => one.localName === "script" && one.dataset.page !== undefined;

  const dress = (one, next) => {
    for (const { name } of [...one.attributes, ...next.attributes]) {
      const value = next.getAttribute(name);
      if (one.getAttribute(name) === value) continue;
      const live = touched(one);
      if (name === "class") {
        live.classList.remove(...one.classList);
        live.classList.add(...next.classList);
      } else if (value === null) {
        live.removeAttribute(name);
      } else {
        live.setAttribute(name, value);
      }
      if (value === null) one.removeAttribute(name); else one.setAttribute(name, value);
    }
  };

  const grow = (one, next) => {
    const olds = [...one.childNodes], news = [...next.childNodes];
    const pairs = paired(olds, news);
    const kept = new Set(pairs);
    for (const old of olds) {
      if (kept.has(old)) continue;
      touched(old).remove();
      old.remove();
    }
    let before = null;
    news.forEach((child, at) => {
      const old = pairs[at];
      if (!old) before = planted(one, before, child);
      else if (!old.isEqualNode(child)) follow(old, child);
      before = old ?? before;
    });
  };

  const planted = (parent, before, child) => {
    const fresh = served.importNode(child, true), live = document.importNode(child, true);
    know(fresh, live);
    if (before) {
      touched(before).after(live);
      before.after(fresh);
    } else {
      touched(parent).prepend(live);
      parent.prepend(fresh);
    }
    touched(fresh);
    return fresh;
  };

  const policy = one => one.querySelector("meta[http-equiv=content-security-policy i]")?.content;

  // The page is fetched as often as the site has changed; a page that is as it was is not sent.
  const refresh = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      while (state.build !== build) {
        const goal = state.build;
        const answer = await fetch(location.pathname + location.search, {
          cache: "no-store", headers: { "If-None-Match": `"${page}"` },
        });
        const text = await answer.text();
        isGone = answer.status === 404;
        if (answer.status === 200) {
          page = answer.headers.get("ETag").replaceAll('"', "");
          const next = new DOMParser().parseFromString(text, "text/html");
          isLost ||= policy(next) !== policy(served);  // it holds as long as the page that brought it
          marks.off();
          if (!isLost) grow(served, next);
          if (isLost) location.reload();  // a script of the page has changed, or has taken it apart
          // Scripts learn of it as they do when somebody comes back to a page that was put aside.
          else dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }
        build = goal;
      }
    } catch { /* the server has gone: when it is back, it says how things stand */ }
    isBusy = false;
    show();
  };

  // What there is to say of this page, from whoever knows its source; an answer that comes late is none.
  const learn = async () => {
    const mine = ++questions;
    try {
      const answer = await fetch(`/_gongkai/page.json?path=${encodeURIComponent(location.pathname)}`, { cache: "no-store" });
      const found = answer.ok ? await answer.json() : {};
      if (mine !== questions) return;
      facts = found;
      show();
    } catch { /* the server has gone: see above */ }
  };

  const show = () => {
    if (state.bar && !isDesk) marks.put(state.marks, isGone ? {} : facts);
    const told = document.querySelector("progress[data-gongkai]");
    if (told && state.progress) [told.value, told.max] = [state.progress.done, state.progress.whole];
    bar.show({ state, page: facts, isAway, isGone });
  };

  let socket;
  let attempts = 0;
  const listen = () => {
    socket = new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/_gongkai/socket?page=${encodeURIComponent(location.pathname)}`);
    socket.onmessage = message => {
      [attempts, isAway] = [0, false];
      state = JSON.parse(message.data);
      Object.assign(words, state.words);
      if (isDesk && (state.progress || state.build.includes("+"))) return show();  // it will stand otherwise soon
      if (isDesk) build = null;
      refresh();
      if (state.progress) show(); else learn();
    };
    socket.onclose = () => {
      isAway = ++attempts > 2 && Boolean(words.away);
      show();
      setTimeout(listen, Math.min(2000, 250 * attempts));
    };
  };
  listen();

  // After a sleep a connection may be dead and not know it: asking tells.
  const wake = () => {
    if (document.visibilityState === "visible" && socket.readyState === WebSocket.OPEN) socket.send("?");
  };
  document.addEventListener("visibilitychange", wake);
  addEventListener("online", wake);
  addEventListener("pageshow", wake);
})();
