import { caseRoutes } from './cases';
import { documentRequestRoutes } from './document-requests';
import { documentRoutes } from './documents';
import { officerRoutes } from './officers';
import { taskRoutes } from './tasks';

/** Every route of the API. */
export const routes = [
  ...officerRoutes,
  ...caseRoutes,
  ...documentRequestRoutes,
  ...taskRoutes,
  ...documentRoutes,
];
