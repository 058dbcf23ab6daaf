// Nicer with script, whole without it: every part below only adds to what the page already does.

const each = (selector, work) => document.querySelectorAll(selector).forEach(work);

// What is wrong with a form is read out first.
document.querySelector("[data-focus]")?.focus();

// Where one is, in a navigation wider than the telephone.
each(".masthead__nav, .mine__nav, .desk__nav", (nav) => {
  const here = nav.querySelector("[aria-current]");
  if (here && nav.scrollWidth > nav.clientWidth) nav.scrollLeft += here.getBoundingClientRect().left - nav.getBoundingClientRect().left - 16;
});

// A form is sent once.
each("form", (form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    if (form.method === "post") form.dataset.sent = "yes";
    form.querySelectorAll("button:not([type=button])").forEach((button) => button.setAttribute("aria-disabled", "true"));
  });
});
// Back from the next page: it may be sent again.
addEventListener("pageshow", () => {
  each("form[data-sent]", (form) => {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
  });
});

// <form data-leave>: what is written and not saved is asked about.
each("form[data-leave]", (form) => {
  let changed = false;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("submit", () => (changed = false));
  addEventListener("beforeunload", (event) => changed && event.preventDefault());
});

// <form data-auto>: a change of a choice sends it.
each("form[data-auto]", (form) => {
  form.addEventListener("change", (event) => event.target.matches("select, [type=radio], [type=checkbox], [type=date]") && form.requestSubmit());
  form.querySelectorAll("[data-auto-button]").forEach((button) => (button.hidden = true));
});

// <label data-filter="table">: only rows that hold every word.
each("[data-filter]", (label) => {
  const table = document.getElementById(label.dataset.filter);
  const field = label.querySelector("input");
  if (!table || !field) return;
  label.hidden = false;
  field.addEventListener("input", () => {
    const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const row of table.tBodies[0]?.rows ?? []) {
      const text = row.textContent.toLocaleLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
});

// <button data-copy="text" hidden>
if (navigator.clipboard) {
  each("[data-copy]", (button) => {
    const said = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.said;
      setTimeout(() => (button.textContent = said), 2000);
    });
  });
}

// Plates are written in capitals.
each("[data-upper]", (field) => {
  field.addEventListener("input", () => {
    const at = field.selectionStart;
    field.value = field.value.toLocaleUpperCase("nb");
    field.setSelectionRange(at, at);
  });
});

// An unfolded question folds again on Escape and on a click elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  each(".confirm[open]", (confirm) => {
    confirm.open = false;
    confirm.querySelector("summary").focus();
  });
});
document.addEventListener("click", (event) => {
  each(".confirm[open]", (confirm) => confirm.contains(event.target) || (confirm.open = false));
});

// Parts with data-fresh="seconds" are looked at again for as long as the page, as it is then, says so. A
// part somebody is in the middle of stays.
const fresh = () => document.querySelector("[data-fresh]:not([data-fresh=''])");
const look = () => {
  const part = fresh();
  if (!part) return;
  setTimeout(() => {
    if (document.hidden) return look();
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.responseType = "document";
    request.onloadend = () => {
      if (request.status === 200) each("[data-fresh]", (old) => {
        const now = request.response?.getElementById(old.id);
        const busy = old.contains(document.activeElement) || old.querySelector("details[open]");
        if (now && !busy) old.replaceWith(document.importNode(now, true));
      });
      look();
    };
    request.send();
  }, Number(part.dataset.fresh) * 1000);
};
look();

// <form data-preview="path">: what is written is shown as one writes, by the page that shows it anyway.
each("form[data-preview]", (form) => {
  let timer;
  const show = () => {
    const request = new XMLHttpRequest();
    request.open("POST", form.dataset.preview);
    request.responseType = "document";
    request.setRequestHeader("content-type", "application/x-www-form-urlencoded");
    request.onload = () => {
      const fresh = request.response?.getElementById("forhandsvisning");
      if (request.status === 200 && fresh) document.getElementById("forhandsvisning").replaceChildren(...document.importNode(fresh, true).childNodes);
    };
    request.send(new URLSearchParams(new FormData(form)));
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 400);
  });
});
