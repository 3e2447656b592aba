import { CreatePeople1764000000000 } from './1764000000000-create-people.js'
import { CreateJobs1764000001000 } from './1764000001000-create-jobs.js'
import { CreateTermbases1764000002000 } from './1764000002000-create-termbases.js'
import { CreateDocuments1764000002100 } from './1764000002100-create-documents.js'
import { CreateCandidates1764000002200 } from './1764000002200-create-candidates.js'
import { CreateReleases1764000003000 } from './1764000003000-create-releases.js'
import { KeepWholeEntries1764000004100 } from './1764000004100-keep-whole-entries.js'
import { CreateImports1764000004200 } from './1764000004200-create-imports.js'
import { KeepWhatImportsWroteApart1764000004210 } from './1764000004210-keep-what-imports-wrote-apart.js'
import { KeepExports1764000004500 } from './1764000004500-keep-exports.js'
import { WorkOnConcepts1764000005100 } from './1764000005100-work-on-concepts.js'
import { CreateComments1764000005110 } from './1764000005110-create-comments.js'
import { AlignByHand1764000005200 } from './1764000005200-align-by-hand.js'
import { BrowseReleases1764000005300 } from './1764000005300-browse-releases.js'
import { SettleTermbases1764000005310 } from './1764000005310-settle-termbases.js'
import { ServeTheDesk1764000006100 } from './1764000006100-serve-the-desk.js'
import { CountSearchMisses1764000006110 } from './1764000006110-count-search-misses.js'
import { AddExactForm1764000006300 } from './1764000006300-add-exact-form.js'
import { LearnRankings1764000006400 } from './1764000006400-learn-rankings.js'
import { KeepLessons1764000006580 } from './1764000006580-keep-lessons.js'

/** The only list of migrations, in the order in which they run. */
export const migrations = [
  CreatePeople1764000000000,
  CreateJobs1764000001000,
  CreateTermbases1764000002000,
  CreateDocuments1764000002100,
  CreateCandidates1764000002200,
  CreateReleases1764000003000,
  KeepWholeEntries1764000004100,
  CreateImports1764000004200,
  KeepWhatImportsWroteApart1764000004210,
  KeepExports1764000004500,
  WorkOnConcepts1764000005100,
  CreateComments1764000005110,
  AlignByHand1764000005200,
  BrowseReleases1764000005300,
  SettleTermbases1764000005310,
  ServeTheDesk1764000006100,
  CountSearchMisses1764000006110,
  AddExactForm1764000006300,
  LearnRankings1764000006400,
  KeepLessons1764000006580,
]
