// A server process with one kind of job, to be killed in the middle: it tells each start on stdout and ends when `finish`
// in its payload is older than the process.    node slow-job-process.mjs DATABASE_URL
import path from 'node:path'

const dist = path.resolve(import.meta.dirname, '../../dist/src')
const { readConfig } = await import(`${dist}/config.js`)
const { createApp } = await import(`${dist}/main.js`)
const { JobHandlers } = await import(`${dist}/jobs/job-handlers.js`)
const { JobWorker } = await import(`${dist}/jobs/job-worker.js`)

const [, , url, mode] = process.argv
const app = await createApp(readConfig({ DATABASE_URL: url, TERMLOOM_LOG_LEVEL: 'error' }))
app.get(JobHandlers).register({
  kind: 'slow',
  run: async (_payload, { progress, signal }) => {
    process.stdout.write('begun\n')
    progress({ stage: 'Working', progress: 0.5 })
    if (mode === 'finish') return { by: process.pid }
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  },
})
await app.get(JobWorker).start()
process.stdout.write('ready\n')
process.on('SIGTERM', () => app.close().then(() => process.exit(0)))
