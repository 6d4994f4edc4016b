import type { TaskView } from '../../services/tasks/list-tasks';
import type { ApiClient } from './api-client';
import type { Desk } from './desk';

/** The officers' desk at the API. */
export function apiDesk(api: ApiClient): Desk {
  return {
    upload: (officer, fileName, bytes) => api.upload(officer, fileName, bytes),
    open: (officer, body) => api.post(officer, '/cases', body),
    tasks: async (officer) => (await api.get<{ items: TaskView[] }>(officer, '/tasks?limit=200')).items,
    decide: (officer, taskId, body) => api.post(officer, `/tasks/${taskId}/decision`, body),
    record: (officer, caseId, body) => api.post(officer, `/cases/${caseId}/facts`, body),
    ask: (officer, caseId, body) => api.post(officer, `/cases/${caseId}/document-requests`, body),
    answer: (officer, caseId, requestId, body) =>
      api.post(officer, `/cases/${caseId}/document-requests/${requestId}/answers`, body),
    read: (officer, caseId) => api.get(officer, `/cases/${caseId}`),
  };
}
