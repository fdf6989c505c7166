// Comfort only: every page does the same without it.
"use strict";

for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const input = stepper.querySelector("input");
  for (const button of stepper.querySelectorAll("button")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.dataset.by === "-1") input.stepDown(); else input.stepUp();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}

// Live numbers are read again at an interval in seconds, unless somebody is at work in them or looks elsewhere.
for (const live of document.querySelectorAll("[data-live]")) {
  const isLeftAlone = () => !document.hidden && !live.contains(document.activeElement) && !live.querySelector("details[open]");
  setInterval(async () => {
    if (!isLeftAlone()) return;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(live.id);
    if (fresh && isLeftAlone()) live.replaceChildren(...fresh.childNodes);
  }, Number(live.dataset.live) * 1000);
}
