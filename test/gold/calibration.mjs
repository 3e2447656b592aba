/** Tenths of the score, and of the rows there that a list can judge: how many are right. */
export class Calibration {
  bins = Array.from({ length: 10 }, () => ({ rows: 0, judged: 0, right: 0, score: 0 }))

  /** @param {{score: number, isJudged: boolean, isRight: boolean}} row */
  add({ score, isJudged, isRight }) {
    const bin = this.bins[Math.min(9, Math.floor(score * 10))]
    bin.rows++
    if (!isJudged) return
    bin.judged++
    bin.score += score
    if (isRight) bin.right++
  }

  /** [".8: 412 rows, 97 judged, 83 % right"], tenths without judged rows left out. */
  lines() {
    return this.bins.flatMap(({ rows, judged, right, score }, tenth) =>
      judged === 0
        ? []
        : [
            `${(tenth / 10).toFixed(1)}  rows ${rows}  judged ${judged}  said ${percent(score / judged)}  right ${percent(right / judged)}`,
          ],
    )
  }
}

const percent = (share) => `${(share * 100).toFixed(0)} %`
