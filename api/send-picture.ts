import type { Response } from 'express';
import type { Language } from '../locales';

/** A picture as an answer. */
export interface PictureAnswer {
  readonly svg: string;
  readonly language: Language;
}

/** Sends a picture that may be shown, and may load and run nothing: neither alone nor within a page. */
export function sendPicture(response: Response, { svg, language }: PictureAnswer): void {
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('Content-Language', language);
  response.vary('Accept-Language');
  response.type('image/svg+xml').send(svg);
}
