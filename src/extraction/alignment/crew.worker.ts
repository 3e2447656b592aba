import { parentPort, workerData } from 'node:worker_threads'
import { Believer, jobsOf } from './believe.js'
import type { Order } from './crew.js'
import type { Workbench } from './workbench.js'

let bench = workerData as Workbench
const believer = new Believer(bench)

parentPort!.on('message', (order: Order) => {
  if ('bench' in order) {
    bench = believer.bench = order.bench
    return
  }
  const jobs = jobsOf(bench, order.task)
  for (let job = Atomics.add(bench.taken, 0, 1); job < jobs; job = Atomics.add(bench.taken, 0, 1))
    believer.work(order.task, job)
  parentPort!.postMessage(null)
})
