// Signs and checks as Twilio does, with Twilio's own helper. One JSON request a line on standard input, one JSON answer a line on
// standard output: {"token","url","form":"a=b&c=d"} or {"token","url","body":"..."} (a body that is not a form; the url lacks bodySHA256).
import { createInterface } from 'node:readline';
import twilio from 'twilio';

const fields = form => {
  const read = {};
  for (const [key, value] of new URLSearchParams(form)) {
    read[key] = key in read ? [].concat(read[key], value) : value;
  }
  return read;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { token, url, form, body } = JSON.parse(line);
  if (body !== undefined) {
    const signed = `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${twilio.getExpectedBodyHash(body)}`;
    console.log(JSON.stringify({ url: signed, signature: twilio.getExpectedTwilioSignature(token, signed, {}) }));
  } else {
    console.log(JSON.stringify({ url, signature: twilio.getExpectedTwilioSignature(token, url, fields(form ?? '')) }));
  }
}
