import { parentPort, workerData } from 'node:worker_threads'
import { learnRanking } from '../../extraction/index.js'
import type { LearningOrder } from './learn-in-thread.js'

const { decided, before } = workerData as LearningOrder
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(learnRanking(decided, before))
