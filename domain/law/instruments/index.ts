import type { CatalogueFile } from '../catalogue/read-instrument';
import cets209 from './cets-209.json';
import cets212 from './cets-212.json';
import ece1957 from './ece-1957.json';
import ets86 from './ets-86.json';
import ets98 from './ets-98.json';
import euEaw2002 from './eu-eaw-2002.json';
import iq282012 from './iq-28-2012.json';
import iqConst2005 from './iq-const-2005.json';
import iqCpc231971 from './iq-cpc-23-1971.json';
import iqOrd57 from './iq-ord-57.json';
import iqRegionalHandover from './iq-regional-handover.json';
import riyadh1983 from './riyadh-1983.json';
import se1957668 from './se-1957-668.json';
import ukEa2003 from './uk-ea-2003.json';
import unModel1990 from './un-model-1990.json';
import uncac from './uncac.json';
import untoc from './untoc.json';

/** The instruments that the product ships, in the order in which docs/law.md shows them. */
export const instrumentFiles: readonly CatalogueFile[] = [
  { file: 'ece-1957.json', data: ece1957 },
  { file: 'ets-86.json', data: ets86 },
  { file: 'ets-98.json', data: ets98 },
  { file: 'cets-209.json', data: cets209 },
  { file: 'cets-212.json', data: cets212 },
  { file: 'un-model-1990.json', data: unModel1990 },
  { file: 'untoc.json', data: untoc },
  { file: 'uncac.json', data: uncac },
  { file: 'riyadh-1983.json', data: riyadh1983 },
  { file: 'se-1957-668.json', data: se1957668 },
  { file: 'iq-cpc-23-1971.json', data: iqCpc231971 },
  { file: 'iq-const-2005.json', data: iqConst2005 },
  { file: 'iq-28-2012.json', data: iq282012 },
  { file: 'iq-ord-57.json', data: iqOrd57 },
  { file: 'iq-regional-handover.json', data: iqRegionalHandover },
  { file: 'eu-eaw-2002.json', data: euEaw2002 },
  { file: 'uk-ea-2003.json', data: ukEa2003 },
];
