/** How well scores foretell decisions they have not seen. */
export interface Foretelling {
  /** Of two candidates, one accepted and one rejected: how often the accepted one stands first. .5 is chance. */
  inOrder: number
  /** Mean surprise at a decision, in nats; less is better. */
  surprise: number
  /** How far the score is from the share accepted, over fifths of the decided, weighted by their size. */
  calibrationError: number
}

export interface Quality {
  shipped: Foretelling
  learnt: Foretelling
}

interface Judged {
  /** Probability of each decision's candidate to be accepted. */
  said: Float64Array
  label: Float64Array
  weight: Float64Array
}

export function foretellingOf(judged: Judged): Foretelling {
  return { inOrder: inOrderOf(judged), surprise: surpriseOf(judged), calibrationError: calibrationErrorOf(judged) }
}

function surpriseOf({ said, label, weight }: Judged): number {
  let [sum, total] = [0, 0]
  for (const [i, probability] of said.entries()) {
    const kept = Math.min(1 - 1e-9, Math.max(1e-9, label[i] === 1 ? probability : 1 - probability))
    sum -= weight[i]! * Math.log(kept)
    total += weight[i]!
  }
  return sum / total
}

/** The area under the curve of Hanley and McNeil 1982, ties counting half. */
function inOrderOf({ said, label, weight }: Judged): number {
  const order = [...said.keys()].toSorted((a, b) => said[a]! - said[b]!)
  let [rejectedBelow, won, accepted, rejected] = [0, 0, 0, 0]
  for (let start = 0; start < order.length;) {
    let [up, down, end] = [0, 0, start]
    while (end < order.length && said[order[end]!] === said[order[start]!]) {
      const i = order[end++]!
      if (label[i] === 1) up += weight[i]!
      else down += weight[i]!
    }
    won += up * (rejectedBelow + down / 2)
    rejectedBelow += down
    accepted += up
    rejected += down
    start = end
  }
  return won / (accepted * rejected)
}

function calibrationErrorOf({ said, label, weight }: Judged): number {
  const order = [...said.keys()].toSorted((a, b) => said[a]! - said[b]! || a - b)
  const parts = 5
  let [error, total] = [0, 0]
  for (let part = 0; part < parts; part++) {
    const within = order.slice(
      Math.floor((part * order.length) / parts),
      Math.floor(((part + 1) * order.length) / parts),
    )
    let [told, happened] = [0, 0]
    for (const i of within) {
      told += weight[i]! * said[i]!
      happened += weight[i]! * label[i]!
      total += weight[i]!
    }
    error += Math.abs(told - happened)
  }
  return error / total
}
