/** The client of the embedded identity provider by which the web pages sign officers in. */
export const webClientId = 'taslim-web';
