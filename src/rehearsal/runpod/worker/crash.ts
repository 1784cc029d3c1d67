import { pythonJson } from './python-json.ts';
import type { Posted } from './handler.ts';

/** What the SDK posts when the handler itself threw: the error is a JSON string. */
export function crashReport(workerId: string, type: string, message: string): Posted {
  const traceback = [
    'Traceback (most recent call last):',
    '  File "/opt/venv/lib/python3.12/site-packages/runpod/serverless/modules/rp_job.py", line 182, in run_job',
    '    handler_return = handler(job)',
    '                     ^^^^^^^^^^^^',
    '  File "/handler.py", line 612, in handler',
    '    validated_data, error_message = validate_input(job_input)',
    '                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^',
    `${type}: ${message}`,
    '',
  ].join('\n');
  return {
    error: pythonJson({
      error_type: `<class '${type}'>`,
      error_message: message,
      error_traceback: traceback,
      hostname: `${workerId}-64410f4b`,
      worker_id: workerId,
      runpod_version: '1.12.0',
    }),
  };
}
