import { Presets, SingleBar } from 'cli-progress'
import type { ExtractionStage } from '../extraction/index.js'

/** What each stage is called, and the share of the whole work that is done when it ends. */
const stages: Record<ExtractionStage, { title: string; until: number }> = {
  tokenise: { title: 'reading', until: 0.15 },
  learn: { title: 'learning', until: 0.45 },
  align: { title: 'aligning', until: 0.5 },
  pair: { title: 'pairing', until: 0.65 },
  score: { title: 'judging', until: 0.75 },
  rank: { title: 'ranking', until: 1 },
}

const order = Object.keys(stages) as ExtractionStage[]

/** Shorter work is done before a bar could be read. */
const patience = 700

/** One bar on the terminal for all stages; none when stderr goes elsewhere. */
export function stageProgress() {
  const begin = Date.now()
  let bar: SingleBar | undefined
  const stop = () => {
    bar?.stop()
    bar = undefined
  }
  const show = (stage: ExtractionStage, share: number) => {
    if (!process.stderr.isTTY || Date.now() - begin < patience) return
    if (!bar) {
      bar = new SingleBar(
        { format: '{bar} {percentage}%  {stage}', stream: process.stderr, clearOnComplete: true },
        Presets.shades_classic,
      )
      bar.start(100, 0, { stage: '' })
    }
    const from = stages[order[order.indexOf(stage) - 1] ?? 'tokenise']
    const start = stage === 'tokenise' ? 0 : from.until
    bar.update(Math.round(100 * (start + share * (stages[stage].until - start))), { stage: stages[stage].title })
  }
  /** The bar goes before the first result is printed. */
  async function* endedAtFirst<Item>(items: AsyncIterable<Item>): AsyncIterable<Item> {
    for await (const item of items) {
      stop()
      yield item
    }
  }
  return { show, stop, endedAtFirst }
}
