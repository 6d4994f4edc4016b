import { allocationRoutes } from './allocation';
import { calendarRoutes } from './calendars';
import { caseRoutes } from './cases';
import { committeeRoutes } from './committee';
import { correctionRoutes } from './corrections';
import { crossCheckRoutes } from './cross-check';
import { directoryRoutes } from './directory';
import { documentRequestRoutes } from './document-requests';
import { documentRoutes } from './documents';
import { handoverRoutes } from './handovers';
import { importRoutes } from './imports';
import { lawRoutes } from './law';
import { linkRoutes } from './links';
import { messageRoutes } from './messages';
import { noteRoutes } from './notes';
import { officerRoutes } from './officers';
import { pictureRoutes } from './pictures';
import { questionRoutes } from './questions';
import { taskRoutes } from './tasks';
import { transferBatchRoutes } from './transfer-batches';

/** Every route of the API. */
export const routes = [
  ...officerRoutes,
  ...directoryRoutes,
  ...caseRoutes,
  ...correctionRoutes,
  ...crossCheckRoutes,
  ...documentRequestRoutes,
  ...messageRoutes,
  ...questionRoutes,
  ...noteRoutes,
  ...linkRoutes,
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
