// A person texts from the phone simulator and asks for somebody; a link worker picks them up in the Playground, replies, reads the answer and
// gives the conversation back. Each step waits for what it must show, and takes a picture.
import { chromium } from 'playwright-core';

const bot = 'http://127.0.0.1:5080';
const pictures = process.argv[2];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
let taken = 0;

try {
  await enterWorker();
  const playground = await openPlayground();
  const phone = await openPhone();
  await askForSomebody(phone);
  const card = await pickUp(playground);
  await reply(playground, card, phone);
  await answer(phone, playground);
  await giveBack(playground, phone);
  console.log(`The journey is done; ${taken} pictures are in ${pictures}.`);
} catch (wrong) {
  for (const [at, page] of browser.contexts().flatMap(context => context.pages()).entries()) {
    await picture(page, `wrong-${at}`);
  }
  throw wrong;
} finally {
  await browser.close();
}

async function picture(shown, name) {
  taken++;
  await shown.screenshot({ path: `${pictures}/${taken}-${name}.png` });
}

async function see(page, text) {
  await page.getByText(text).last().waitFor({ timeout: 30_000 });
}

// A manager enters the Playground's user with the address that Teams gives for them.
async function enterWorker() {
  const page = await browser.newPage();
  await page.goto(`${bot}/console/sign-in`);
  await page.getByRole('button', { name: /manager/ }).click();
  await page.goto(`${bot}/console/team/new`);
  await page.locator('[name=name]').fill('Nurse One');
  await page.locator('[name=shownname]').fill('Nurse');
  await page.locator('[name=email]').fill('nurse1@example.test');
  await page.locator('[name=hours]').fill('Mon-Sun 00:00-24:00');
  await page.locator('main form.companion-form').first().getByRole('button').click();
  await page.getByText('Nurse One').first().waitFor();
  await page.close();
}

async function openPlayground() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  await page.goto('http://127.0.0.1:56150/');
  await page.getByRole('button', { name: 'Send Message' }).waitFor();
  await page.getByRole('treeitem', { name: 'Triage' }).click(); // which adds the app to the team
  return page;
}

async function openPhone() {
  const page = await browser.newPage({ viewport: { width: 520, height: 900 } });
  await page.goto(`${bot}/dev/phones?phone=07700900001`);
  return page;
}

async function text(phone, words) {
  await phone.locator('textarea').fill(words);
  await phone.getByRole('button', { name: /^Send/ }).click();
  await see(phone, words);
}

async function askForSomebody(phone) {
  await text(phone, 'can i talk to a person please');
  await see(phone, /A person from .* will be in touch/);
  await picture(phone, 'phone-asks');
}

async function pickUp(page) {
  await page.getByRole('button', { name: 'Pick up' }).waitFor({ timeout: 60_000 });
  await picture(page, 'channel');
  await picture(page.locator('.ac-adaptiveCard').last(), 'channel-card');
  await page.getByRole('button', { name: 'Pick up' }).click();
  await page.locator('.ac-adaptiveCard').getByText('Nurse One').last().waitFor({ timeout: 30_000 }); // who holds it, on the card
  await picture(page, 'channel-held');
  await page.getByRole('treeitem', { name: 'Personal Chat' }).click();
  const card = page.locator('.ac-adaptiveCard').filter({ hasText: 'Conversation with' }).last(); // a note's card comes below it
  await card.getByRole('textbox').first().waitFor({ timeout: 30_000 });
  await see(page, /Note about/); // the draft of a note comes after it, and moves it
  await picture(page, 'picked-up');
  return card;
}

async function reply(page, card, phone) {
  await card.getByRole('textbox').first().click(); // the Playground does not send what was put into a box without a click
  await page.keyboard.type('Hello, this is Nurse. How can I help?');
  await card.getByRole('button', { name: 'Send', exact: true }).first().click();
  const allTheSame = page.getByRole('button', { name: 'Send all the same' }); // asked in quiet hours
  await Promise.race([allTheSame.first().waitFor({ timeout: 30_000 }), see(page, /Sent to/)]);
  if (await allTheSame.count() > 0) {
    await allTheSame.first().click();
    await see(page, /Sent to/);
  }
  await picture(page, 'replied');
  await picture(card, 'desk-card');
  await see(phone, 'Nurse, link worker: Hello, this is Nurse. How can I help?');
  await picture(phone, 'phone-reply');
}

async function answer(phone, page) {
  await text(phone, 'my boiler is broken and i have no money');
  await see(page, 'my boiler is broken and i have no money');
  await picture(page, 'answered');
}

async function giveBack(page, phone) {
  await page.getByRole('button', { name: /Give .*back/i }).first().click();
  await see(phone, /You are back with/);
  await picture(phone, 'phone-back');
  await page.getByRole('treeitem', { name: 'Triage' }).click();
  await page.locator('.ac-adaptiveCard').getByText(/by Nurse One/).last().waitFor({ timeout: 30_000 }); // closed, and by whom
  await picture(page, 'channel-closed');
}
