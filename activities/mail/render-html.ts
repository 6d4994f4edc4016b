import { direction } from '../../locales';
import { type Html, html } from '../../locales/html';
import type { MailContent, MailField } from './content';

const FONT = "font-family: 'Segoe UI', Tahoma, 'Noto Naskh Arabic', 'Noto Sans Arabic', Arial, sans-serif";
const PAGE = `margin: 0; padding: 24px; background: #ffffff; color: #1b1b1b; line-height: 1.6; ${FONT}`;
const CELL = 'padding: 8px 0; border-bottom: 1px solid #d0d0d0; vertical-align: top';
const BUTTON =
  'display: inline-block; padding: 10px 18px; background: #1d4f91; color: #ffffff; text-decoration: none; border-radius: 4px';

/** The HTML of a mail. Styles are inline and sides are named, since mail programs know no style sheet and no `start`. */
export function renderHtml(content: MailContent): string {
  const dir = direction(content.language);
  const side = dir === 'rtl' ? 'right' : 'left';
  return html`<!doctype html>
<html lang="${content.language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.subject}</title>
</head>
<body style="${PAGE}">
<div lang="${content.language}" dir="${dir}" style="max-width: 640px; text-align: ${side}">
<h1 style="font-size: 22px; margin: 0 0 12px">${content.heading}</h1>
<p style="margin: 0 0 16px">${content.intro}</p>
<table style="width: 100%; border-collapse: collapse; margin: 0 0 24px">
${content.fields.map((field) => row(field, side))}
</table>
${link(content.link)}<p style="margin: 0; padding-top: 12px; font-size: 13px; color: #4a4a4a">${content.footer}</p>
</div>
</body>
</html>
`.markup;
}

function link(to: MailContent['link']): Html {
  if (to === null) return html``;
  return html`<p style="margin: 0 0 8px"><a href="${to.url}" style="${BUTTON}">${to.label}</a></p>
<p style="margin: 0 0 24px; font-size: 13px; word-break: break-all"><bdi dir="ltr">${to.url}</bdi></p>
`;
}

function row(field: MailField, side: 'left' | 'right'): Html {
  const padding = side === 'right' ? 'padding-left: 16px' : 'padding-right: 16px';
  return html`<tr>
<th scope="row" style="${CELL}; ${padding}; text-align: ${side}; width: 32%; font-weight: 600">${field.label}</th>
<td style="${CELL}; text-align: ${side}">${value(field)}${exactly(field)}</td>
</tr>
`;
}

function value(field: MailField): Html {
  const shown = field.form === 'text' ? html`${field.value}` : isolated(field);
  return field.emphasis ? html`<strong>${shown}</strong>` : shown;
}

function isolated(field: MailField): Html {
  return field.form === 'code' ? html`<bdi dir="ltr">${field.value}</bdi>` : html`<bdi>${field.value}</bdi>`;
}

function exactly(field: MailField): Html {
  return field.exactly === undefined ? html`` : html`<br><bdi dir="ltr">${field.exactly}</bdi>`;
}
