import { calendarRoutes } from './calendars';
import { caseRoutes } from './cases';
import { correctionRoutes } from './corrections';
import { crossCheckRoutes } from './cross-check';
import { documentRequestRoutes } from './document-requests';
import { documentRoutes } from './documents';
import { importRoutes } from './imports';
import { lawRoutes } from './law';
import { officerRoutes } from './officers';
import { pictureRoutes } from './pictures';
import { taskRoutes } from './tasks';

/** Every route of the API. */
export const routes = [
  ...officerRoutes,
  ...caseRoutes,
  ...correctionRoutes,
  ...crossCheckRoutes,
  ...documentRequestRoutes,
  ...importRoutes,
  ...taskRoutes,
  ...documentRoutes,
  ...lawRoutes,
  ...calendarRoutes,
  ...pictureRoutes,
];
