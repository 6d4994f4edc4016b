import { Html, html } from '../../locales/html';
import type { CapturedMail, CapturedMailSummary } from './mailbox';

const STYLE =
  new Html(`body{font-family:system-ui,sans-serif;line-height:1.5;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1b1b1b;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.5rem;border-bottom:1px solid #767676;vertical-align:top}
.text{white-space:pre-wrap;overflow-wrap:anywhere;font-family:inherit;padding:1rem;border:1px solid #767676}
iframe{width:100%;height:40rem;border:1px solid #767676}a{color:#1d4f91}dt{font-weight:600}dd{margin:0 0 .5rem}`);

/** A page of the list. `base` is the path that the router is mounted at; `olderThan` leads to the next page. */
export function listPage(
  base: string,
  mails: readonly CapturedMailSummary[],
  olderThan: string | null,
): string {
  const older =
    olderThan === null ? html`` : html`<p><a href="${base}/?before=${olderThan}">Older mails</a></p>`;
  return page(
    'Captured mails',
    html`<h1>Captured mails</h1>
<p>What this installation would have sent. Nothing on this page has left the machine.</p>
${mails.length === 0 ? html`<p>There is no mail yet.</p>` : table(base, mails)}
${older}`,
  );
}

function table(base: string, mails: readonly CapturedMailSummary[]): Html {
  return html`<table>
<caption>Newest first, times in UTC</caption>
<thead><tr><th scope="col">Time</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>
${mails.map(
  (mail) => html`<tr>
<td><time datetime="${mail.receivedAt}">${mail.receivedAt}</time></td>
<td><bdi>${mail.to}</bdi></td>
<td><a href="${base}/${mail.id}"><bdi>${mail.subject === '' ? '(no subject)' : mail.subject}</bdi></a></td>
</tr>
`,
)}
</tbody>
</table>`;
}

/** The page of one mail. Its HTML is shown by a document of its own in a frame without rights. */
export function mailPage(base: string, mail: CapturedMail): string {
  const formatted =
    mail.html === null
      ? html`<p>This mail has no HTML.</p>`
      : html`<iframe sandbox src="${base}/${mail.id}/html" title="The mail as HTML"></iframe>`;
  return page(
    mail.subject,
    html`<p><a href="${base}/">All captured mails</a></p>
<h1><bdi>${mail.subject}</bdi></h1>
<dl>
<dt>Received</dt><dd><time datetime="${mail.receivedAt}">${mail.receivedAt}</time></dd>
<dt>From</dt><dd><bdi>${mail.from}</bdi></dd>
<dt>To</dt><dd><bdi>${mail.to}</bdi></dd>
<dt>Message-ID</dt><dd><bdi dir="ltr">${mail.messageId}</bdi></dd>
</dl>
<h2>Plain text</h2>
<div class="text">${mail.text.split('\n').map(textLine)}</div>
<h2>HTML</h2>
${formatted}`,
  );
}

/** The page for an address at which there is no mail. */
export function notFoundPage(base: string): string {
  return page(
    'No such mail',
    html`<h1>No such mail</h1>
<p><a href="${base}/">All captured mails</a></p>`,
  );
}

// Each line has a direction of its own, as in a mail program.
function textLine(line: string): Html {
  return /^https?:\/\/\S+$/.test(line)
    ? html`<div dir="ltr"><a href="${line}">${line}</a></div>`
    : html`<div dir="auto">${line === '' ? '\u00a0' : line}</div>`;
}

function page(title: string, main: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Taslim mail capture</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`.markup;
}
