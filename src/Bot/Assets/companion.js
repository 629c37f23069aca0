// Makes the pages quicker to use; everything works without it.
(function () {
  'use strict';

  var exit = document.getElementById('exit');
  if (exit) { watchExit(exit); }

  var form = document.getElementById('say');
  if (form && window.fetch && window.URLSearchParams) { watchChat(form); }

  // The exit button: nothing of the page stays, not even behind "back". Esc three times does the same.
  function watchExit(link) {
    var presses = 0;
    var forget = 0;
    var status = document.getElementById('exit-status');
    link.addEventListener('click', function (event) { event.preventDefault(); leave(link); });
    document.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape') { presses = 0; return; }
      event.preventDefault(); // a browser takes Esc as "stop loading", and would stop the page we are leaving for
      presses += 1;
      if (presses === 3) { leave(link); }
      if (presses > 2) { return; }
      status.textContent = presses === 1 ? link.dataset.two : link.dataset.one;
      window.clearTimeout(forget);
      forget = window.setTimeout(function () { presses = 0; status.textContent = ''; }, 5000);
    });
    // A page that the browser kept in memory is shown again by "back": it is asked for anew.
    window.addEventListener('pageshow', function (event) { if (event.persisted) { window.location.reload(); } });
  }

  function leave(link) {
    document.body.className = 'companion-blank';
    document.title = link.dataset.title;
    if (window.fetch) { window.fetch('/exit', { keepalive: true, redirect: 'manual' }).catch(function () {}); }
    window.location.replace(link.dataset.to);
  }

  function watchChat(chat) {
    var list = document.getElementById('messages');
    var box = document.getElementById('words');
    var status = document.getElementById('status');
    var busy = false;
    var events = null;

    listen();
    chat.addEventListener('submit', function (event) {
      if (box.value.trim() === '') { return; } // the page itself says kindly what is missing
      event.preventDefault();
      if (!busy) { send(); }
    });

    function send() {
      var body = new URLSearchParams(new FormData(chat));
      busy = true;
      status.textContent = chat.dataset.sending;
      fetch(chat.action || window.location.href, { method: 'POST', body: body, headers: { 'X-Chat': '1' }, redirect: 'manual' })
        .then(function (answer) {
          if (answer.status !== 204) { chat.submit(); return null; } // the page tells what is wrong, and keeps the words
          box.value = '';
          forgive();
          chat.elements.Form.value = fresh();
          return refresh().then(function () { status.textContent = ''; box.focus(); listen(); });
        })
        .catch(function () { status.textContent = chat.dataset.lost; })
        .then(function () { busy = false; });
    }

    // What was wrong before is put right now.
    function forgive() {
      document.querySelectorAll('.nhsuk-error-summary, .nhsuk-error-message').forEach(function (error) { error.remove(); });
      ['nhsuk-form-group--error', 'nhsuk-textarea--error'].forEach(function (name) {
        document.querySelectorAll('.' + name).forEach(function (element) { element.classList.remove(name); });
      });
      box.setAttribute('aria-describedby', 'words-hint');
      document.getElementById('words-hint').textContent = chat.dataset.hint;
      document.title = chat.dataset.title;
    }

    // The same words from the same form are taken once, so that trying again after a lost connection is safe.
    function fresh() {
      var bytes = window.crypto.getRandomValues(new Uint8Array(12));
      return Array.prototype.map.call(bytes, function (b) { return ('0' + b.toString(16)).slice(-2); }).join('');
    }

    function listen() {
      if (!window.EventSource || (events && events.readyState !== 2)) { return; }
      events = new EventSource('/chat/events');
      events.addEventListener('grown', function () { if (!busy) { refresh().catch(function () {}); } });
    }

    // Puts lines that are not there yet into their places; what is there stays, so that nothing is read out twice.
    function refresh() {
      return fetch('/chat?handler=Lines').then(function (answer) { return answer.ok ? answer.text() : ''; }).then(function (html) {
        var parsed = new DOMParser().parseFromString('<ol>' + html + '</ol>', 'text/html');
        var added = null;
        parsed.querySelectorAll('li[data-id]').forEach(function (line, at) {
          if (list.querySelector('li[data-id="' + line.dataset.id + '"]')) { return; }
          line.removeAttribute('id');
          list.insertBefore(line, list.children[at] || null);
          added = added || line;
        });
        if (added) { added.scrollIntoView({ block: 'nearest' }); }
      });
    }
  }
})();
