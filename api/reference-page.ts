import { dirname } from 'node:path';
import { Router, static as serveStatic } from 'express';

/** Only found, not loaded: the package's own entry reads a megabyte that is made for browsers. */
const browserFiles = dirname(require.resolve('swagger-ui-dist'));

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Taslim API</title>
<link rel="stylesheet" href="/api/reference/files/swagger-ui.css">
</head>
<body>
<main id="swagger-ui"></main>
<script src="/api/reference/files/swagger-ui-bundle.js"></script>
<script src="/api/reference/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true });
`;

/** A page to read the API by, served from here alone. */
export function referenceRouter(): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/start.js', (_request, response) => {
    response.type('js').send(start);
  });
  router.use('/files', serveStatic(browserFiles, { index: false }));
  return router;
}
