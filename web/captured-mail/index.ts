export { capturedMailRouter } from './router';
