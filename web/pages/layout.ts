import { direction, type Language } from '../../locales';
import { type Html, html } from '../../locales/html';

/**
 * A page of the product: language, direction, title and content.
 *
 * @param leadsTo an address that the browser goes on to by itself
 */
export function layout(language: Language, title: string, content: Html, leadsTo: URL | null = null): string {
  const refresh =
    leadsTo === null ? html`` : html`<meta http-equiv="refresh" content="0; url=${leadsTo.href}">\n`;
  const page = html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh}<title>${title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  return page.markup;
}

export const style = `body{font-family:system-ui,sans-serif;line-height:1.6;color:#1b1b1b;background:#fff;margin:0}
main{max-width:46rem;margin:2rem auto;padding:0 1rem}
a{color:#1d4f91}
code{background:#f2f2f2;padding:.1rem .3rem}
`;
