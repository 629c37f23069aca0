// Keeps the parts of a page marked data-live up to date: asks for the page again every two seconds, or where the page has events as soon
// as one comes, and swaps what differs. A part that somebody is using, or has typed into, is left alone. Without this script everything works; one reloads the page instead.
'use strict';

const every = 2000;

// Forms carry a fresh token or key in each answer: that alone is no difference.
function contents(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll('input[name="__RequestVerificationToken"], [data-fresh]').forEach(token => token.remove());
  return copy.innerHTML;
}

function atEnd(part) {
  return part.scrollHeight - part.scrollTop - part.clientHeight < 40;
}

function isInUse(part) {
  return (part !== document.activeElement && part.contains(document.activeElement))
    || [...part.querySelectorAll('textarea')].some(box => box.value !== box.defaultValue);
}

function swap(fresh) {
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (next === null || contents(next) === contents(part) || isInUse(part)) {
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
}

function lookAgain() {
  look().finally(() => setTimeout(lookAgain, every));
}

// A stream that cannot be had, or is closed for good, is made up for by looking.
function listen(path) {
  const events = new EventSource(path);
  let again = 0;
  const soon = () => { clearTimeout(again); again = setTimeout(look, 50); };
  events.addEventListener('grown', soon);
  events.addEventListener('still', soon);
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) { setTimeout(lookAgain, every); }
  });
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
const stream = document.querySelector('[data-events]')?.dataset.events;
if (stream && window.EventSource) { listen(stream); } else { setTimeout(lookAgain, every); }
