// The playground in the browser: live updates, forms, the message box. Nothing else runs here.
"use strict";

const byId = (id) => document.getElementById(id);
const log = byId("log");
const words = byId("words");
const live = byId("live");

// Live updates. Every element comes with an id: it takes the place of the one there is, or is put
// where it belongs. The same update twice changes nothing, so a reconnection may repeat some.

let since = live?.dataset.since;
let source = null;

htmx.createEventSource = (url) => {
  source = new EventSource(`${url}?since=${since}`);
  return source;
};

document.addEventListener("htmx:sseBeforeMessage", (event) => {
  event.preventDefault();
  since = event.detail.lastEventId || since;
  const parsed = new DOMParser().parseFromString(event.detail.data, "text/html");
  const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 160;
  const added = [...parsed.body.children].map(put).filter(Boolean);
  if (added.some((item) => wasAtEnd || item.querySelector("[data-private]"))) {
    log.scrollTop = log.scrollHeight;
  }
});

// A page nobody looks at lets go of its stream: a browser has six for all tabs together.
document.addEventListener("visibilitychange", () => {
  if (!live) return;
  if (document.hidden) source?.close();
  else if (source?.readyState === EventSource.CLOSED) htmx.trigger(live, "htmx:afterProcessNode");
});

function put(fresh) {
  const old = byId(fresh.id);
  if ("gone" in fresh.dataset) {
    const hadFocus = old?.contains(document.activeElement);
    old?.remove();
    if (hadFocus) log.focus();
    return null;
  }
  if (!old) return insert(fresh);
  const parts = fresh.querySelectorAll("[data-part]");
  if (parts.length) parts.forEach(replace);
  else replace(fresh);
  return null;
}

function insert(fresh) {
  const list = byId(fresh.dataset.into);
  if (!list) return null;
  const number = Number(fresh.dataset.number);
  const next = [...list.children].find((item) => Number(item.dataset.number) > number);
  list.insertBefore(fresh, next ?? null);
  htmx.process(fresh);
  return fresh;
}

function replace(fresh) {
  const old = byId(fresh.id);
  if (!old || old.isEqualNode(fresh)) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  old.replaceWith(fresh);
  htmx.process(fresh);
  if (focused) (withKey(focused) ?? fresh.closest("article"))?.focus({ preventScroll: true });
}

function withKey(key) {
  return document.querySelector(`[data-key="${CSS.escape(key)}"]`);
}

// Requests: what does not fit is said where one is looking, and what was typed stays.

let opener = null;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (!byId("dialog")) opener = event.detail.elt;
  say("");
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, successful, xhr } = event.detail;
  if (!successful) {
    const plain = xhr.getResponseHeader("Content-Type")?.startsWith("text/plain");
    say((plain && xhr.responseText) || byId("notice").dataset.offline);
  } else {
    if (elt.id === "composer") {
      words.value = "";
      suggest();
    }
    // A page of earlier messages is not live: what follows is on the newest.
    if (!live && !xhr.responseText) location.assign(location.pathname);
  }
  elt.closest("details.more")?.removeAttribute("open");
});

function say(sentence) {
  const notice = document.querySelector("#dialog .whole") ?? byId("notice");
  notice.textContent = sentence;
}

// Forms: the answer to a request is a dialog, or nothing, which closes the one there is.

byId("dialogs").addEventListener("htmx:afterSwap", () => {
  const dialog = byId("dialog");
  if (!dialog) {
    giveFocusBack();
    return;
  }
  dialog.addEventListener("close", () => {
    dialog.remove();
    giveFocusBack();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.querySelectorAll("[data-most]").forEach((field) => {
    field.addEventListener("input", () => count(field));
    count(field);
  });
  recall(dialog);
  dialog.showModal();
  const first = (within) =>
    within?.querySelector("input:checked, textarea, select, input:not([type=hidden])");
  const fault = dialog.querySelector("[role=alert]:not(:empty)");
  const whole = fault?.matches(".whole") ? fault : null;
  (whole ?? first(fault?.closest("[data-field]")) ?? first(dialog))?.focus();
});

// What is typed into a form is kept until it is sent: Escape loses nothing.

function keptUnder(dialog) {
  const call = dialog.querySelector("[name=call]").value;
  return `form/${document.body.dataset.me}/${call}`;
}

function recall(dialog) {
  const under = keptUnder(dialog);
  const fields = [...dialog.querySelectorAll("textarea[name], input[type=text][name]")];
  const earlier = JSON.parse(sessionStorage.getItem(under) ?? "{}");
  for (const field of fields) {
    if (!field.value && earlier[field.name]) {
      field.value = earlier[field.name];
      count(field);
    }
  }
  dialog.addEventListener("input", () => {
    const typed = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    sessionStorage.setItem(under, JSON.stringify(typed));
  });
  dialog.querySelector("form").addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && !event.detail.xhr.responseText) sessionStorage.removeItem(under);
  });
}

function count(field) {
  // Characters as the server counts them; half of a pair is none.
  const length = [...field.value].length;
  const shown = byId(`length-${field.id.replace("field-", "")}`);
  shown.querySelector("[data-length]").textContent = length;
  shown.classList.toggle("over", length > Number(field.dataset.most));
}

function giveFocusBack() {
  const key = opener?.dataset.key;
  const back = opener?.isConnected ? opener : key && withKey(key);
  (back && back.id !== "composer" ? back : words).focus();
}

// The message box: a list of commands to choose from while one is typed.

const box = byId("commands");
const options = [...box.children];
const kept = `words/${document.body.dataset.me}/${document.body.dataset.place}`;

function suggest() {
  const typed = words.value.toLowerCase();
  let any = false;
  for (const option of options) {
    option.hidden = !typed.startsWith("/") || !option.dataset.word.startsWith(typed.trimEnd());
    any ||= !option.hidden;
  }
  open(any);
  choose(any ? options.find((option) => !option.hidden) : null);
  sessionStorage.setItem(kept, words.value);
}

function open(isOpen) {
  box.hidden = !isOpen;
  words.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) choose(null);
}

function choose(chosen) {
  options.forEach((option) => option.setAttribute("aria-selected", String(option === chosen)));
  if (chosen) {
    words.setAttribute("aria-activedescendant", chosen.id);
    chosen.scrollIntoView({ block: "nearest" });
  } else {
    words.removeAttribute("aria-activedescendant");
  }
}

function chosen() {
  return box.hidden ? null : options.find((option) => option.ariaSelected === "true");
}

function take(option) {
  words.value = option.dataset.word;
  suggest();
  open(false);
  words.focus();
}

words.addEventListener("input", suggest);
words.addEventListener("blur", () => open(false));
words.addEventListener("keydown", (event) => {
  const option = chosen();
  if (!option || event.isComposing) return;
  const shown = options.filter((other) => !other.hidden);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    choose(shown[(shown.indexOf(option) + step + shown.length) % shown.length]);
  } else if (event.key === "Escape") {
    open(false);
  } else if (event.key === "Tab" && !event.shiftKey) {
    take(option);
  } else if (event.key === "Enter" && option.dataset.word !== words.value.trim()) {
    take(option);
  } else {
    return;
  }
  event.preventDefault();
});
box.addEventListener("mousedown", (event) => {
  event.preventDefault();
  const option = event.target.closest("[role=option]");
  if (option) take(option);
});

// A menu beside a message closes like any other.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.activeElement?.closest("details.more[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.more[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

words.value = sessionStorage.getItem(kept) ?? "";
log.scrollTop = log.scrollHeight;
