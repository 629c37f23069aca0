// Draws each table of means beside itself. The table says the same; without this script, or without the chart library, it stands alone.
(function () {
  'use strict';
  if (!window.Chart) { return; }
  window.Chart.defaults.font.size = 14;
  window.Chart.defaults.color = '#212b32';

  document.querySelectorAll('[data-chart]').forEach(function (place) {
    var rows = Array.prototype.slice.call(document.querySelectorAll('#' + place.dataset.chart + ' tr[data-before]'));
    if (rows.length === 0) { return; }
    var canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', place.dataset.label);
    place.appendChild(canvas);
    place.hidden = false;
    new window.Chart(canvas, {
      type: 'bar',
      data: {
        labels: rows.map(function (row) { return row.dataset.wave; }),
        datasets: [bars(place.dataset.before, 'before', '#768692'), bars(place.dataset.after, 'after', '#005eb8')]
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: { y: { min: 0, max: Number(place.dataset.most), title: { display: true, text: place.dataset.scale } } }
      }
    });

    function bars(label, which, colour) {
      return { label: label, backgroundColor: colour, maxBarThickness: 56, data: rows.map(function (row) { return Number(row.dataset[which]); }) };
    }
  });
})();
