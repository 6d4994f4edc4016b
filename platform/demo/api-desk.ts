import type { Candidate } from '../../services/persons/candidate-view';
import type { TaskView } from '../../services/tasks/task-view';
import type { ApiClient } from './api-client';
import type { Desk } from './desk';

/** The officers' desk at the API. */
export function apiDesk(api: ApiClient): Desk {
  return {
    upload: (officer, fileName, bytes) => api.upload(officer, fileName, bytes),
    open: (officer, body) => api.post(officer, '/cases', body),
    openBatch: (officer, body) => api.post(officer, '/transfer-batches', body),
    batch: (officer, batchId) => api.get(officer, `/transfer-batches/${batchId}`),
    tasks: async (officer) => (await api.get<{ items: TaskView[] }>(officer, '/tasks?limit=200')).items,
    decide: (officer, taskId, body) => api.post(officer, `/tasks/${taskId}/decision`, body),
    record: (officer, caseId, body) => api.post(officer, `/cases/${caseId}/facts`, body),
    ask: (officer, caseId, body) => api.post(officer, `/cases/${caseId}/document-requests`, body),
    answer: (officer, caseId, requestId, body) =>
      api.post(officer, `/cases/${caseId}/document-requests/${requestId}/answers`, body),
    send: (officer, caseId, body) => api.post(officer, `/cases/${caseId}/messages`, body),
    answerQuestion: (officer, caseId, number, body) =>
      api.post(officer, `/cases/${caseId}/questions/${number}/answer`, body),
    candidates: async (officer, caseId) =>
      (await api.post<{ candidates: Candidate[] }>(officer, '/cross-checks', { caseId })).candidates,
    decideCandidate: (officer, caseId, body) =>
      api.post(officer, `/cases/${caseId}/cross-check-decisions`, body),
    vote: (officer, caseId, body) => api.post(officer, `/cases/${caseId}/votes`, body),
    ballot: (officer, caseId) => api.get(officer, `/cases/${caseId}/ballot`),
    read: (officer, caseId) => api.get(officer, `/cases/${caseId}`),
  };
}
