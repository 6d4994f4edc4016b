/** The grant of the embedded identity provider that gives tokens of sample officers. */
export const sampleOfficerGrant = 'urn:taslim:grant:sample-officer';

/** The only client that may use it. */
export const cliClientId = 'taslim-cli';

/** The API as OAuth knows it: a resource has to be a URI; the audience in the token is the configured name. */
export const apiResource = 'urn:taslim:api';

/** The error code of the answer for a subject that is not a sample officer; its description names those there are. */
export const unknownOfficer = 'unknown_officer';
