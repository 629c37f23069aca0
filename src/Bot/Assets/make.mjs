// Makes nhsuk.css out of nhsuk-frontend, and chart.js beside it out of chart.js: node make.mjs NHSUK.CSS
// The package loads its font, which is licensed to NHS bodies only, from a foreign host. Pages use a system font and ask
// nobody else for anything; if the package ever changes so that this no longer holds, the build says so.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const source = new URL('./node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css', import.meta.url);
const systemFont = 'font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif';

const css = readFileSync(source, 'utf8')
  .replace(/@font-face\{[^}]*\}/g, '')
  .replace(/font-family:Frutiger W01,arial,sans-serif/g, systemFont)
  .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '');

const foreign = css.match(/url\(["']?(?:https?:)?\/\/[^)]*\)|@import[^;]*/g);
if (foreign !== null || css.includes('Frutiger')) {
  console.error(`nhsuk-frontend still names a foreign font or host: ${foreign ?? 'Frutiger'}`);
  process.exit(1);
}

mkdirSync(dirname(process.argv[2]), { recursive: true });
writeFileSync(process.argv[2], css);

const chart = readFileSync(new URL('./node_modules/chart.js/dist/chart.umd.min.js', import.meta.url), 'utf8');
writeFileSync(join(dirname(process.argv[2]), 'chart.js'), chart.replace(/\/\/# sourceMappingURL=.*$/m, ''));
