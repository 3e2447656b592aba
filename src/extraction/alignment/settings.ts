/** The numbers of the method, in one place. How each was chosen is told in README.md. */
export interface AlignmentSettings {
  /** Rounds of Model 1, then of the HMM. */
  modelOneRounds: number
  hmmRounds: number
  /** From this round on (0 is the first) both directions count only what both believe. Earlier, the product of two flat guesses would vanish. */
  agreeingFrom: number
  /** Added to each expected count: what was never seen is not impossible. */
  smoothing: number
  /** What a dictionary entry counts, in occurrences. A page has few of its own, so there it counts more. */
  priorWeight: { page: number; corpus: number }
  /** What an earlier document taught without a doubt counts, in occurrences. */
  taughtWeight: number
  /** So many sentence pairs and more are a corpus. */
  corpusFrom: number
  /** What the other words that share a part with a word say of it counts so many occurrences. */
  partWeight: number
  /** So many occurrences of the other words with a part say half of what countless ones would. */
  partDoubt: number
  /** How often a word answers none of the other side's. */
  nullProbability: number
  /** Added to the expected count of each jump. */
  jumpSmoothing: number
  /** A place of the lattice that holds less of the forward probability is not followed; 0 follows all. */
  pruning: number
  /** Words that meet with a smaller squared cosine, and that nothing given supports, are no pair. 0 keeps all. */
  leastCosine: number
  /** From this round on what is left is kept; before, what each sentence may hold is found anew in every round. */
  keptFrom: number
  /** What neither direction believes in as much is not looked at again, in rounds of Model 1 that agree and before. 0 keeps all. */
  leastBelief: { apart: number; agreeing: number }
}

export const standardSettings: AlignmentSettings = {
  modelOneRounds: 4,
  hmmRounds: 3,
  agreeingFrom: 2,
  keptFrom: 1,
  smoothing: 1e-4,
  priorWeight: { page: 10, corpus: 4 },
  taughtWeight: 5,
  corpusFrom: 50,
  partWeight: 2,
  partDoubt: 1,
  nullProbability: 0.3,
  jumpSmoothing: 0.1,
  pruning: 1e-4,
  leastCosine: 3e-3,
  leastBelief: { apart: 2e-2, agreeing: 1e-2 },
}
