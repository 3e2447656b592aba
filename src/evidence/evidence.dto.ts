import { ApiProperty } from '@nestjs/swagger'

class SpanView {
  @ApiProperty()
  start: number
  @ApiProperty({ description: 'Exclusive; UTF-16 code units of the text' })
  end: number
}

class MarkedSideView {
  @ApiProperty()
  text: string
  @ApiProperty({ type: [SpanView] })
  marks: SpanView[]
}

class OccurrenceView {
  @ApiProperty({ format: 'uuid' })
  documentId: string
  @ApiProperty()
  documentName: string
  @ApiProperty()
  sentencePairId: string
  @ApiProperty({ description: 'Of the sentence pair in its document' })
  position: number
  @ApiProperty({ type: MarkedSideView })
  source: MarkedSideView
  @ApiProperty({ type: MarkedSideView })
  target: MarkedSideView
}

class TermEvidenceView {
  @ApiProperty({ format: 'uuid' })
  termId: string
  @ApiProperty({
    enum: ['candidate', 'text'],
    description: 'From the candidate it was accepted from, or found in the documents',
  })
  by: 'candidate' | 'text'
  @ApiProperty({ type: [OccurrenceView], description: 'The first of them' })
  occurrences: OccurrenceView[]
  @ApiProperty({ type: Number, nullable: true, description: 'null: more than were counted' })
  total: number | null
}

export class EvidenceListView {
  @ApiProperty({ type: [TermEvidenceView] })
  items: TermEvidenceView[]
}
