// Keeps the parts of a page marked data-live up to date: asks for the page again every two seconds and swaps what differs. A part
// that somebody is using is left alone. Without this script everything works; one reloads the page instead.
'use strict';

const every = 2000;

// Forms carry a fresh token in each answer: that alone is no difference.
function contents(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll('input[name="__RequestVerificationToken"]').forEach(token => token.remove());
  return copy.innerHTML;
}

function atEnd(part) {
  return part.scrollHeight - part.scrollTop - part.clientHeight < 40;
}

function swap(fresh) {
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (next === null || contents(next) === contents(part) || (part !== document.activeElement && part.contains(document.activeElement))) {
      continue;
    }
    const follow = atEnd(part);
    part.replaceChildren(...next.childNodes);
    if (follow) {
      part.scrollTop = part.scrollHeight;
    }
  }
}

async function look() {
  try {
    if (!document.hidden) {
      const answer = await fetch(location.href, { headers: { 'X-Live': '1' } });
      if (answer.ok) {
        swap(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      }
    }
  } catch {
    // The service is away for a moment; the next look may find it.
  }
  setTimeout(look, every);
}

for (const box of document.querySelectorAll('[data-enter-sends]')) {
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      box.form.requestSubmit();
    }
  });
}
document.querySelectorAll('.companion-phone__screen').forEach(screen => { screen.scrollTop = screen.scrollHeight; });
setTimeout(look, every);
