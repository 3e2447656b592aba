import { type Language, words } from './language.js'

export const chinese: Language = {
  code: 'zh',
  scripts: ['Han'],
  usesSpaces: false,
  stopWords: words(`
    的 了 和 与 與 在 是 对 對 将 將 为 為 有 及 等 并 並 或 其 以 由 于 於 从 從 向 被 把 让 讓 使 而 且 但 也 都 还 還 就 又 不 没 沒
    我们 我們 他们 他們 她们 它们 我 你 他 她 它 您 自己 这 這 那 该 該 各 此 之 所 中 上 下 里 裡 内 內 外 后 後 前 时 時 可以 可 会 會
    能 能够 能夠 应 應 应当 应该 需要 要 一个 一個 一种 一種 一些 通过 通過 根据 根據 以及 如果 因为 因為 所以 这些 這些 那些 进行 進行
    同 同时 同時 着 著 过 過 给 給 比 更 最 很 已 已经 已經 正 正在 每 某 只 仅 虽然 但是 然而 因此 由于 由於 关于 關於 其中 其他 另 另外
    如 如何 什么 怎么 哪 谁 吗 呢 吧 啊 至 到 自 按 按照 跟 及其 有关 相关 之间 以后 以前 以来 即 则 若 均 曾 便 再 仍 仍然 一直 必须 须`),
  abbreviations: new Set(),
  density: 3.2,
}
