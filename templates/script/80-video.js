// The recordings of a page. Nothing is fetched before the reader asks. Then a player opens in the place of the box, stays in view
// while the text is read, and the times of the text lead to their moment in it. YouTube and files say where they are, so the text
// follows them; Bilibili's player says nothing, and is loaded anew at each moment.
const recordings = (box) => {
  const poster = box.querySelector(".fp-poster");
  const player = box.querySelector(".fp-player");
  const stage = player.querySelector(".fp-stage");
  const saying = player.querySelector(".fp-saying");
  const button = (name) => player.querySelector(`[data-do=${name}]`);
  const sources = new Map([...player.querySelectorAll("[data-plays]")].map((one) => [one.dataset.plays, one.dataset]));
  const ends = [...box.querySelectorAll("[data-to]")];
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const followed = "fp-follow";
  let playing = null;
  let opener = null;
  let current = null;

  const clock = (seconds) => {
    const two = (number) => String(number).padStart(2, "0");
    const whole = Math.floor(seconds);
    const hours = Math.floor(whole / 3600);
    return `${hours ? `${hours}:` : ""}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  };

  // --- Players: each begins at a moment, and can be led to another.
  const frame = (source, referrer) => {
    const element = document.createElement("iframe");
    element.title = source.title;
    element.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
    // A player is a page with scripts and a store of its own. It may open its host in a new window; it may not lead this one away.
    element.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox";
    element.referrerPolicy = referrer;
    return element;
  };
  // A new frame each time: one whose address changes would fill the reader's history.
  const framed = (source, values, referrer) => {
    const element = frame(source, referrer);
    const address = new URL(source.src);
    for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value);
    element.src = address.href;
    stage.replaceChildren(element);
    return element;
  };
  const bilibili = (source) => ({
    seek: (seconds) => { framed(source, { t: seconds }, "no-referrer"); },
    stop: () => {},
  });
  // What YouTube's own script does, without loading it: it is told that somebody listens, and then says how far it is.
  const youtube = (source, tell) => {
    const { origin } = new URL(source.src);
    let element = null;
    let answered = false;
    let greeting = 0;
    const post = (message) => element.contentWindow?.postMessage(JSON.stringify({ id: 1, channel: "widget", ...message }), origin);
    const command = (func, ...args) => post({ event: "command", func, args });
    const hear = (event) => {
      if (event.origin !== origin || event.source !== element?.contentWindow || typeof event.data !== "string") return;
      let told = null;
      try { told = JSON.parse(event.data); } catch { return; }
      answered = true;
      clearInterval(greeting);
      const seconds = told?.info?.currentTime;
      if (Number.isFinite(seconds)) tell(seconds);
    };
    const stop = () => {
      clearInterval(greeting);
      removeEventListener("message", hear);
    };
    const begin = (seconds) => {
      clearInterval(greeting);
      // It will not play for a page that does not say who it is.
      element = framed(source, { start: seconds, origin: location.origin }, "strict-origin-when-cross-origin");
      element.addEventListener("load", () => {
        let left = 40;
        clearInterval(greeting);
        greeting = setInterval(() => {
          if (left) post({ event: "listening" });
          else clearInterval(greeting);
          left -= 1;
        }, 250);
      });
    };
    addEventListener("message", hear);
    const seek = (seconds) => {
      if (!answered) { begin(seconds); return; }
      command("seekTo", seconds, true);
      command("playVideo");
    };
    return { seek, stop, tells: true };
  };
  const file = (source, tell) => {
    const element = document.createElement(source.kind);
    element.controls = true;
    element.preload = "none";
    element.setAttribute("playsinline", "");
    element.setAttribute("aria-label", source.title);
    let wanted = 0;
    const there = () => { element.currentTime = wanted; };
    element.addEventListener("loadedmetadata", there);
    element.addEventListener("timeupdate", () => { if (element.readyState) tell(element.currentTime); });
    element.addEventListener("error", () => {
      const words = document.createElement("a");
      words.className = "fp-small";
      words.href = source.src;
      words.textContent = source.failed;
      stage.replaceChildren(words);
      announce(source.failed);
    });
    element.src = source.src;
    stage.replaceChildren(element);
    const seek = (seconds) => {
      wanted = seconds;
      if (element.readyState) there();
      element.play().catch(() => { /* not allowed, or not possible: the controls and the words above say so */ });
    };
    return { seek, stop: () => { element.pause(); element.removeAttribute("src"); element.load(); }, tells: true };
  };
  const kinds = { bilibili, youtube, video: file, audio: file };

  // --- The text: the paragraphs from the last time that is not after the moment to the next one.
  const under = () => (player.hidden ? 0 : box.getBoundingClientRect().bottom);
  const inView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > under() && top < innerHeight;
  };
  const following = () => playing?.tells && kept.get(followed) !== "no";
  const goTo = (paragraph) => {
    const { top } = paragraph.getBoundingClientRect();
    const room = innerHeight - under();
    if (top >= under() && top < under() + room * .6) return;
    scrollBy({ top: top - under() - room * .2, behavior: still.matches ? "instant" : "smooth" });
  };
  const unmark = () => {
    for (const one of document.querySelectorAll(".fp-record [data-saying]")) {
      delete one.dataset.saying;
      one.removeAttribute("aria-current");
    }
  };
  const saidAt = (recording, seconds) => {
    const over = ends.some((one) => one.dataset.recording === recording && seconds >= Number(one.dataset.to))
      && !ends.some((one) => one.dataset.recording === recording && seconds < Number(one.dataset.to));
    let found = null;
    for (const link of over ? [] : document.querySelectorAll(".fp-record .fp-p > a.fp-time[data-at]")) {
      const at = Number(link.dataset.at);
      // Half a second: players begin a little before the moment that they are asked for.
      if (link.dataset.recording === recording && at <= seconds + .5 && (!found || at > Number(found.dataset.at))) found = link;
    }
    return found?.closest(".fp-p") ?? null;
  };
  const mark = (paragraph) => {
    unmark();
    if (!paragraph) return;
    const all = [...document.querySelectorAll(".fp-record .fp-p")];
    const rest = all.slice(all.indexOf(paragraph) + 1);
    const next = rest.findIndex((one) => one.querySelector(":scope > .fp-time"));
    for (const one of [paragraph, ...rest.slice(0, next < 0 ? rest.length : next)]) one.dataset.saying = "";
    paragraph.setAttribute("aria-current", "time");
  };
  const tell = (seconds) => {
    if (!playing) return;
    if (saying.textContent !== clock(seconds)) saying.textContent = clock(seconds);
    const paragraph = saidAt(playing.recording, seconds);
    saying.hidden = !paragraph;
    if (paragraph) saying.hash = paragraph.id;
    if (paragraph === current && (!current || "saying" in current.dataset)) return;
    const before = current;
    current = paragraph;
    mark(paragraph);
    // Along with the text only for who is still there: whoever has scrolled away reads something else.
    if (paragraph && before?.isConnected && following() && inView(before)) goTo(paragraph);
  };

  // --- Opening and closing. What the reader looks at stays where it is while the box grows and shrinks above it.
  const keepingPlace = (element, change) => {
    const before = element?.getBoundingClientRect().top;
    change();
    if (element) requestAnimationFrame(() => requestAnimationFrame(() => {
      const { top } = element.getBoundingClientRect();
      const covered = Math.max(0, under() + 12 - before);
      scrollBy({ top: top - before - covered, behavior: "instant" });
    }));
  };
  const open = (link) => {
    const { recording } = link.dataset;
    const at = Number(link.dataset.at);
    const source = sources.get(recording);
    const within = box.contains(link);
    keepingPlace(within ? null : link, () => {
      player.hidden = false;
      player.dataset.kind = source.kind;
      box.dataset.open = "";
      poster.hidden = true;
      if (playing?.recording !== recording) {
        playing?.stop();
        playing = { recording, ...kinds[source.kind](source, tell) };
      }
      playing.seek(at);
    });
    opener = link;
    button("follow").hidden = !playing.tells;
    current = null;
    tell(at);
    if (within) player.focus({ preventScroll: true });
    announce(player.dataset.playing.replace("*", clock(at)));
  };
  const close = () => {
    if (!playing) return;
    const reading = [...document.querySelectorAll(".fp-record .fp-p")].find(inView);
    const back = current && inView(current) && !box.contains(opener) ? current.querySelector(".fp-time") : opener;
    const lost = player.contains(document.activeElement) || document.activeElement === document.body;
    keepingPlace(reading, () => {
      playing.stop();
      playing = null;
      unmark();
      current = null;
      stage.replaceChildren();
      player.hidden = true;
      delete box.dataset.open;
      poster.hidden = false;
    });
    if (lost) back.focus({ preventScroll: reading !== undefined && !box.contains(back) });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-recording][data-at]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!sources.has(link.dataset.recording)) return;
    event.preventDefault();
    open(link);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || player.hidden || document.fullscreenElement) return;
    event.preventDefault();
    close();
  });
  button("close").addEventListener("click", close);
  button("larger").addEventListener("click", (event) => {
    const large = box.classList.toggle("fp-video--large");
    event.currentTarget.setAttribute("aria-pressed", String(large));
  });
  const showFollow = () => button("follow").setAttribute("aria-pressed", String(kept.get(followed) !== "no"));
  button("follow").addEventListener("click", () => {
    kept.set(followed, kept.get(followed) === "no" ? "" : "no");
    showFollow();
    if (following() && current) goTo(current);
  });
  showFollow();
  // Anchors stop under the player, as they do under the header.
  new ResizeObserver(() => root.style.setProperty("--fp-player", player.hidden ? "0px" : `${box.offsetHeight}px`)).observe(box);
};
each("[data-fp=video]", recordings);
