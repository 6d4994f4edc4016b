import { calendarRoutes } from './calendars';
import { caseRoutes } from './cases';
import { correctionRoutes } from './corrections';
import { documentRequestRoutes } from './document-requests';
import { documentRoutes } from './documents';
import { lawRoutes } from './law';
import { officerRoutes } from './officers';
import { taskRoutes } from './tasks';

/** Every route of the API. */
export const routes = [
  ...officerRoutes,
  ...caseRoutes,
  ...correctionRoutes,
  ...documentRequestRoutes,
  ...taskRoutes,
  ...documentRoutes,
  ...lawRoutes,
  ...calendarRoutes,
];
