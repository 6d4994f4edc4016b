import type { Provider } from 'oidc-provider';
import { buildTokenResponse, resolveRequestedResources } from 'oidc-provider/lib/helpers/grants.js';
import { apiResource, sampleOfficerGrant, unknownOfficer } from './sample-officer-names';

/**
 * Lets the command line's client, and it alone, ask for an access token of a sample officer by name. Who asks must
 * know the client's secret, which only the user who started Taslim can read.
 */
export function registerSampleOfficerGrant(provider: Provider, subjects: readonly string[]): void {
  provider.registerGrantType<{ subject?: string; resource?: string }>(
    sampleOfficerGrant,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const subject = params.subject ?? '';
      if (!subjects.includes(subject)) {
        ctx.status = 400;
        ctx.body = { error: unknownOfficer, error_description: subjects.join(', ') };
        return;
      }

      const [resourceServer] = await resolveRequestedResources(provider, ctx);
      const grant = new provider.Grant({ accountId: subject, clientId: client.clientId });
      grant.addResourceScope(apiResource, 'api');
      const token = new provider.AccessToken({
        client,
        accountId: subject,
        resourceServer,
        grantId: await grant.save(),
        gty: sampleOfficerGrant,
        scope: 'api',
      });
      const accessToken = await token.save();
      ctx.body = buildTokenResponse(provider, {
        accessToken,
        tokenType: token.tokenType,
        expiresIn: token.expiration,
        scope: 'api',
      });
    },
    ['subject', 'resource'],
  );
}
