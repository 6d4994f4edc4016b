import { catalogue, UnknownInstrumentError } from '../../domain/law/catalogue/catalogue';
import type { Instrument } from '../../domain/law/catalogue/catalogue-schema';
import { NotFoundError } from '../errors';

/** An instrument of the catalogue. @throws NotFoundError */
export function getInstrument(id: string): Instrument {
  try {
    return catalogue().instrument(id);
  } catch (error) {
    if (error instanceof UnknownInstrumentError) throw new NotFoundError(id);
    throw error;
  }
}
