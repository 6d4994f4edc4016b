import { type Language, text } from '../../locales';
import { type Html, html } from '../../locales/html';
import type { OfficerSession } from '../../services/sessions/find-session';
import { formField } from '../session/own-form';
import { signInPath, signOutEverywhereRoute, signOutRoute } from '../sign-in/paths';
import { roleName } from './role-name';

/** Who is signed in, and the ways out; for nobody the way in. */
export function whoIsSignedIn(language: Language, session: OfficerSession | null): Html {
  if (session === null) {
    return html`<p><a href="${signInPath({ returnTo: '/' })}">${text(language, 'page.sign-in.link')}</a></p>`;
  }
  const { officer, agencyName } = session;
  const roles = officer.roles.map((role) => html`<li>${roleName(language, role)}</li>\n`);
  return html`<h2>${text(language, 'page.home.signed-in')}</h2>
<dl>
<dt>${text(language, 'page.officer.name')}</dt><dd><bdi>${officer.name}</bdi></dd>
<dt>${text(language, 'page.officer.agency')}</dt><dd><bdi>${agencyName}</bdi></dd>
<dt>${text(language, 'page.officer.roles')}</dt><dd><ul>
${roles}</ul></dd>
</dl>
${button(signOutRoute, text(language, 'page.sign-out.here'), session)}
${button(signOutEverywhereRoute, text(language, 'page.sign-out.everywhere'), session)}`;
}

function button(action: string, name: string, session: OfficerSession): Html {
  return html`<form method="post" action="${action}">${formField(session)}<button>${name}</button></form>`;
}
