import { allocationRoutes } from './allocation';
import { calendarRoutes } from './calendars';
import { caseRoutes } from './cases';
import { committeeRoutes } from './committee';
import { correctionRoutes } from './corrections';
import { crossCheckRoutes } from './cross-check';
import { documentRequestRoutes } from './document-requests';
import { documentRoutes } from './documents';
import { handoverRoutes } from './handovers';
import { importRoutes } from './imports';
import { lawRoutes } from './law';
import { messageRoutes } from './messages';
import { officerRoutes } from './officers';
import { pictureRoutes } from './pictures';
import { taskRoutes } from './tasks';
import { transferBatchRoutes } from './transfer-batches';

/** Every route of the API. */
export const routes = [
  ...officerRoutes,
  ...caseRoutes,
  ...correctionRoutes,
  ...crossCheckRoutes,
  ...documentRequestRoutes,
  ...messageRoutes,
  ...handoverRoutes,
  ...committeeRoutes,
  ...importRoutes,
  ...transferBatchRoutes,
  ...taskRoutes,
  ...allocationRoutes,
  ...documentRoutes,
  ...lawRoutes,
  ...calendarRoutes,
  ...pictureRoutes,
];
