/** Sentence pairs `p` as people and programs see them: the one query of them, without its condition. */
export const PAIRS = `
  SELECT p.id, p.position, p.score,
    CASE WHEN p.source_text IS NOT NULL THEN json_build_object('text', p.source_text, 'start', p.source_start, 'line', p.source_line) END AS source,
    CASE WHEN p.target_text IS NOT NULL THEN json_build_object('text', p.target_text, 'start', p.target_start, 'line', p.target_line) END AS target,
    CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END AS "alignedBy"
  FROM sentence_pairs p LEFT JOIN users a ON a.id = p.aligned_by`
