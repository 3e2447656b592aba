/**
 * Words of general English in two tiers of commonness, singular forms. From SCOWL, sizes 10 and 20 (Spell Checker Oriented Word
 * Lists, Copyright 2000-2011 by Kevin Atkinson; permission to use, copy, modify, distribute and sell these word lists is granted
 * without fee, provided that this notice appears in all copies).
 */
export const generalEnglish: readonly string[] = [
  (
    'ability able about above absence absolute absolutely abuse academic accept acceptable accepted accepting access ' +
    'accessible accident accidental accidentally accord accorded according accordingly account accuracy accurate ' +
    'achieve achieved achieving acquire acquired acquiring across act acted acting action active activity actual ' +
    'actually add added adding addition additional address addressed addressing adequate adjust administration admit ' +
    'admitted admittedly admitting adopt adopted adopting advance advanced advancing advantage advertise advertised ' +
    'advertising advice advise advised advising affair affairs affect affected affecting afford afraid after ' +
    'afternoon afterward again against age agency ago agree agreed agreeing agreement ahead aid aim aimed aiming air ' +
    'alarm album algorithm alia alive all allow allowed allowing almost alone along already also alter altered ' +
    'altering alternate alternative alternatively although altogether alway ambiguous among amount amuse amused ' +
    'amusing analog analogue analysis ancient and angle angry animal announce announcement annoy annoyed annoying ' +
    'annual anonymous another answer answered answering any anybody anyone anyplace anything anyway anywhere apart ' +
    'apologize apology apparent apparently appeal appear appearance appeared appearing apple application applied ' +
    'apply applying appreciate appreciated appreciating approach appropriate approval approve approved approving ' +
    'arbitrary are area argue argued arguing argument arise arithmetic arm army around arrange arranged arrangement ' +
    'arranging arrive arrived arriving art article artificial artist aside ask asked asking asleep aspect assembler ' +
    'assembly assistant associate associated associating association assume assumed assuming assumption assure ' +
    'assured assuring ate atmosphere attach attached attaching attack attempt attempted attempting attend attended ' +
    'attending attention attitude attract attractive audience author authority automatic automatically automobile ' +
    'autumn available average avoid avoided avoiding awake award aware away awful awkward back backed background ' +
    'backing backward bad badly balance ball ban band bank bar base based basic basically basing basis battery bear ' +
    'bearing beautiful became because become becoming bed been before beforehand began begin beginning begun behalf ' +
    'behave behavior behind being believe believed believing belong below benefit beside best bet better betting ' +
    'between beyond bid bidding big bigger biggest bill binary bind binding biology bit bite biting bitten bizarre ' +
    'black blame blank block blow blue board boat body book boot bore borne borrow borrowed borrowing both bother ' +
    'bothered bothering bottle bottom bought bound box boy bracket branch brand breach break breaking bridge brief ' +
    'briefly bright bring bringing broadcast broadcasting broke broken brother brought brown bucket budget buffer bug ' +
    'build building built bulk bulletin buried bury burying bus business busy but button buy buying byte calculate ' +
    'calculation call called calling came campaign can candidate cannot capable capacity capital captain car card ' +
    'cardboard care careful carefully carried carry carrying case cassette cat catalog catch catching category caught ' +
    'cause caused causing cease cell cent center central century certain certainly chain chair chairman chance change ' +
    'changed changing channel chao chapter char character charge charged charging cheap cheaper cheapest check ' +
    'checked checking chemical child chip choice choose choosing chose chosen church circle circuit circulation ' +
    'circumstance citizen city claim claimed claiming clarify class clean clear cleared clearer clearest clearing ' +
    'clearly clever clock close closed closely closer closest closing club clue code coded coding coffee cold ' +
    'collapse collect collected collecting collection college color column combination combine combined combining ' +
    'come coming command comment commented commenting commercial commission commitment committee common commonly ' +
    'communicate communication community company comparable comparatively compare compared comparing comparison ' +
    'compatibility compatible competition compiler complain complained complaining complaint complete completed ' +
    'completely completing complex complexity complicate complicated complicating component compose composed ' +
    'composing composition comprehensive compromise compulsory compute computed computer computing concept concern ' +
    'concerned concerning conclusion concrete condition conference confident confirm confirmed confirming confuse ' +
    'confused confusing confusion connect connected connecting connection consequence consequently consider ' +
    'considerable considerably consideration considered considering consist consistency consistent constant ' +
    'constraint construct consumption contact contain contained containing content context continually continuation ' +
    'continue continued continuing continuous continuously contract contrary contrast contribute contribution control ' +
    'controlled controlling convenient convention conventional conversation convert convince convinced convincing ' +
    'cope copied copy copying core corner correct corrected correcting correction correctly corrupt corrupted ' +
    'corrupting cost costing could council count counted counter counting country county couple course court cover ' +
    'covered covering crash crashed crashing crazy create created creating creation creature credit crisis crisp ' +
    'critical criticism cross cry culture cum cumming cup cure curious current currently cursor customer cut cutting ' +
    'cycle daily damage damaged damaging danger dangerous dare dark data database date dated dating datum day dead ' +
    'deal dealing dealt dear death debate decade decent decide decided deciding decision declare declared declaring ' +
    'decrease dedicate dedicated dedicating deduce deem deemed deeming deep deeply default defense define defined ' +
    'defining definite definitely definition definitive degree delay delete deleted deleting deliberate deliberately ' +
    'deliver delivered delivering delivery demand democratic demonstrate demonstration department depend depended ' +
    'depending depth derive derived deriving describe described describing description design designed designing ' +
    'desirable desire desired desiring desk desperate despite destroy destroyed destroying detail detailed detailing ' +
    'detect detected detecting determine determined determining develop developed developing development device ' +
    'devote devoted devoting dictionary did die died differ difference different differently difficult difficulty ' +
    'digit digital dinner direct directed directing direction directly director directory dirty disadvantage disagree ' +
    'disappear disappeared disappearing disaster disc discipline discount discourage discouraged discouraging ' +
    'discover discovered discovering discuss discussed discussing discussion disk dislike display displayed ' +
    'displaying distance distant distinct distinction distinctly distinguish distribute distributed distributing ' +
    'distribution district disturb disturbed disturbing ditto divide divided dividing division do document ' +
    'documentation documented documenting doe dog doing dollar domain done door double doubt doubtful down dozen ' +
    'drastic draw drawing drawn dream drew drink drive driven driver driving drop dropped dropping drove dry dubious ' +
    'due dumb dump during duty dying each earlier earliest early earth ease easier easiest easily east easy eat eaten ' +
    'eating economic economy edge edit edited editing edition editor education educational effect effective ' +
    'effectively efficient effort eight either elect elected electing election electric electronic electronics ' +
    'element elevator else elsewhere embarrass embarrassed embarrassing emergency emphasis employee empty enable ' +
    'encounter encountered encountering encourage encouraged encouraging end ended ending enemy engineer engineered ' +
    'engineering enjoy enormous enough ensure ensured ensuring enter entered entering entire entirely entitle ' +
    'entitled entitling entity entrance entry environment equal equally equipment equivalent eraser err error escape ' +
    'especially essential essentially establish established establishing establishment estimate even evened evening ' +
    'event eventually ever every everybody everyone everything everywhere evidence exact exactly examine examined ' +
    'examining example excellent except exception excess excessive exchange exclude excluded excluding exclusive ' +
    'excuse execute executed executing exercise exist existed existence existing expand expanded expanding expansion ' +
    'expect expected expecting expense expensive experience experienced experiencing experiment experimental expert ' +
    'explain explained explaining explanation explicit express expressed expressing expression extend extended ' +
    'extending extension extensive extent external extra extract extreme extremely eye face facility fact factor fail ' +
    'failed failing failure fair fairly faith fall fallen falling false familiar family famous fan fancy far farm ' +
    'farther farthest fashion fast faster fastest fatal fate father fault favor favorite fear feasible feature fed ' +
    'federal feed feedback feeding feel feeling fell felt few fewer fewest field fight figure file filed filing fill ' +
    'filled filling film final finally financial find finding fine finger finish finished finishing finite fire firm ' +
    'firmly first firstly fiscal fish fit fitted fitting five fix fixed fixing flag flash flashed flashing flat ' +
    'flavor flew flexible flied flight float floated floating floor flow flown fly flying folk follow followed ' +
    'following food foot for force forced forces forcing foreign forever forget forgetting forgot forgotten form ' +
    'formal format formed former forming forth forthcoming fortunately fortune forward found four fourth fraction ' +
    'frame free freedom freely french frequent frequently fresh friend friendly from front fry full fully fun ' +
    'function fund fundamental fundamentally funny further furthest future gain gained gaining game gap garbage ' +
    'garden gas gasoline gather gave general generally generate generated generating generation genuine get getting ' +
    'girl give given giving glad glass global go going gone good goods got gotten government governor gradually ' +
    'graduate grand grant granted granting graph graphic graphics grateful grave gray great greater greatest greatly ' +
    'green grew grind grinding gross ground group grow growing grown growth guarantee guaranteed guaranteeing guard ' +
    'guess guessed guessing guide gun guy habit hack had hair half hall hand handed handing handle handled handling ' +
    'handy hang hanged hanging happen happened happening happily happy hard harder hardest hardly hardware harm ' +
    'harmful harmless has hat hate have having head headed header heading health healthy hear heard hearing heart ' +
    'heat heavily heavy held hell hello help helped helpful helping hence her here hereby herself hes hid hidden hide ' +
    'hiding high higher highest highly hill him himself hint his historical history hit hitting hold holding hole ' +
    'holiday home honest hope hoped hopefully hoping horrible horse hospital host hot hotel hour house how however ' +
    'huge human hundred hung hunt hurry husband ice idea ideal identical identify identity ignore ignored ignoring ' +
    'ill illegal image imagination imagine immediate immediately impact implement implemented implementing ' +
    'implication implied imply implying importance important importantly impose imposed imposing impossible ' +
    'impression improve improved improvement improving inability inadequate inch incident incidentally incline ' +
    'inclined inclining include included including income incompatible incomplete inconsistent inconvenience ' +
    'incorrect increase increased increasing indeed independent independently index indicate indication individual ' +
    'individually industrial industry inevitably inferior infinite influence info inform information informed ' +
    'informing initial initially inner innocent input inputted inputting insert inserted inserting inside insist ' +
    'insisted insisting install installed installing instance instant instantly instead institution instruction ' +
    'insurance integer integral intelligence intelligent intend intended intending intention interact interest ' +
    'interested interesting interface internal international interpret interpretation interpreted interpreting ' +
    'interval intervention into introduce introduced introducing introduction invalid invariably invent invented ' +
    'inventing investigate invisible invitation invite invited inviting involve involved involving irrelevant ' +
    'irritate irritated irritating isolate isolated isolating issue issued issuing item its itself job join joined ' +
    'joining joint joke joy judge judgment jump junk just justification justified justify justifying keen keep ' +
    'keeping kept key keyboard kid kill killed killing kind kindly king knew knock knocked knocking know knowing ' +
    'knowledge known label labeled labeling labor laboratory lack lacked lacking lady lain land landed landing ' +
    'language large largely larger largest last late later latest latter law lay layout lazy leach lead leaded leader ' +
    'leading leaf learn learned learning least leave leaved leaving lecture led left leg legal legally lend length ' +
    'less lesser lesson let letter letting level liable library lie lied life lifetime lift light like liked likely ' +
    'likewise liking limit limited limiting line linear link linked linking list listed listen listing literally ' +
    'literature little live lived living load loaded loading loan local location lock locked locking log logged ' +
    'logging logic logical long longer longest look looked looking loop loose lorry lose losing loss lost lot loudly ' +
    'love low lower lowest luck lucky lunch lying machine mad made magic magnetic magnitude mail main mainly maintain ' +
    'maintained maintaining major majority make making man manage managed manager managing manipulation manner manual ' +
    'many map march mark marked market marking marriage marry mass massive master match material mathematical ' +
    'mathematics matter maximum may maybe mean meaning meaningful meaningless means meant measure measured measuring ' +
    'mechanic mechanics mechanism media medical medium meet meeting member membership memory mention mentioned ' +
    'mentioning mere merely merit mess message messy met metal method middle midnight might mile military million ' +
    'mind minded minding mine minimal minimum minor minority minute mislead misleading misled miss missed missing ' +
    'mistake mistaken mistaking mistook misunderstand misunderstanding misunderstood misuse mix mixed mixing mod mode ' +
    'model modern modified modify modifying moment money monitor month moral more morning most mostly mother motion ' +
    'mouth move moved movement movie moving much multiple music must myself mysterious naive name named namely naming ' +
    'nasty nation national natural naturally nature naughty near nearby nearer nearest nearly necessarily necessary ' +
    'necessity neck need needed needing negative neither nervous net network never nevertheless new news next nice ' +
    'nicer nicest night nine nobody noise noisy none nonsense nor normal normally north not note noted nothing notice ' +
    'noticed noticing notify noting novel now nowaday nowhere numb number numbest numerical numerous obey object ' +
    'objected objecting objection obscure observation observe observed observing obtain obtained obtaining obvious ' +
    'obviously occasion occasional occasionally occupied occupy occupying occur occurred occurring odd off offer ' +
    'offered offering office officer official often oil old older oldest omit omitted omitting once one only onto ' +
    'open opened opening operate operated operating operation operator opinion opportunity oppose opposed opposing ' +
    'opposite opposition option optional order ordered ordering ordinary organization organize organized organizing ' +
    'origin original originally other otherwise ought our ourselve out outer output outside over overall owe owed ' +
    'owing own owner pack package packet page paid pain painful pair paper paragraph parallel parent park part ' +
    'partial partially particular particularly partly party pass passed passing past patch path patient pattern pause ' +
    'pay payed paying peace peak peculiar pen people per perfect perfectly perform performance performed performing ' +
    'perhap period permanent permanently permission permit permitted permitting person personal personally persuade ' +
    'persuaded persuading petrol phase phenomenon philosophy phone phrase physical pick picked picking picture piece ' +
    'pile pint pipe place placed placing plain plan plane planet planned planning plant plastic play played playing ' +
    'plea pleasant please pleased pleasing plenty plot plug plus pocket poem poet point pointed pointing pointless ' +
    'police policy political poll pool poor pop popular population port position positive possibility possible ' +
    'possibly post posted posting postmaster potential potentially pound power powerful practical practically ' +
    'practice precise precisely prefer preferable preferably preference preferred preferring preparation prepare ' +
    'prepared preparing presence present presented presenting preserve president press pressed pressing pressure ' +
    'presumably presume pretty prevent prevented preventing previous previously price primary prime primitive ' +
    'principle print printed printer printing printout prior private probably problem procedure process processed ' +
    'processing processor produce produced producing product production professional program programmed programmer ' +
    'programming progress project promise promised promising prompt promptly prone proof proper properly property ' +
    'proportion proposal propose proposed proposing prospect protect protected protecting protection protest prove ' +
    'proved provide provided providing proving public publication publicity publicly publish published publishing ' +
    'pull pulled pulling punctuation puncture purchase pure purely purpose push pushed pushing put putt putted ' +
    'putting qualified qualify qualifying quality quantity quarter question queue quick quicker quickest quickly ' +
    'quiet quietly quit quite quitting quote quoted quoting race radio rain raise raised raising ran random randomly ' +
    'range rapid rapidly rare rarely rate rather raw reach reache reached reaching react reaction read readable ' +
    'reader readily reading ready real reality realize realized realizing really reason reasonable reasonably recall ' +
    'receive received receiving recent recently reception recognition recognize recognized recognizing recommend ' +
    'recommendation recommended recommending record recorded recording recover recovered recovering red reduce ' +
    'reduced reducing reduction redundant refer reference referred referring reflect reflected reflecting reflection ' +
    'refuse refused refusing regard regarded regarding regardless region register registered registering regret ' +
    'regular regularly regulation reject rejected rejecting relate related relating relation relationship relative ' +
    'relatively release released releasing relevance relevant reliable religion religious reluctant rely remain ' +
    'remained remaining remains remark remarks remember remembered remembering remind reminded reminding remote ' +
    'remotely removal remove removed removing repair repeat repeated repeatedly repeating replace replaced ' +
    'replacement replacing replied reply replying report reported reporting represent representation representative ' +
    'represented representing reproduce request requested requesting require required requirement requiring research ' +
    'reserve reserved reserving resident resolution resort resource resources respect respectively respond response ' +
    'responsibility responsible rest restart restore restored restoring restrict restricted restricting result ' +
    'resulted resulting retain return returned returning reveal revealed revealing reverse review rewrite rid ridding ' +
    'ride ridiculous right ring rise risk river road role roll room root rough roughly round route routine row rubber ' +
    'rubbish rule rumor run running rush sad sadly safe safely safer safest safety said saint sake sale same sample ' +
    'sat satisfied satisfy satisfying save saved saving saw say saying scale scan scene scheme school science ' +
    'scientific score scrap scratch screen script search searched searching season second secondary secondly secret ' +
    'secretary section secure security see seeing seek seeking seem seemed seeming seen select selected selecting ' +
    'selection self sell selling seminar send sending senior sense sensible sensibly sensitive sent sentence separate ' +
    'separately sequence serial series serious seriously serve served server service serving session set setting ' +
    'settle settled settling seven several severe severely sex shall shame shape share shared sharing sharp she sheet ' +
    'shelf shell shift ship shoot shop shopped shopping short shortage shorter shortest shortly should show showed ' +
    'showing shown shut shutting side sight sign signal signed significance significant significantly signing silly ' +
    'similar similarly simple simpler simplest simply simultaneous simultaneously since sincerely single sit site ' +
    'sitting situation six size skill sleep slight slightly slip slow slower slowest slowly small smaller smallest ' +
    'smile smooth social society soft software sold solely solid solution solve solved solving some somebody somehow ' +
    'someone someplace something sometime somewhat somewhere son soon sooner soonest sophisticate sophisticated ' +
    'sophisticating sorry sort sorted sorting sought sound sounded sounding source south southern space spare speak ' +
    'speaker speaking special specially specific specifically specified specify specifying speech speed spell spelled ' +
    'spelling spend spending spent spirit spite split splitting spoke spoken spot spotted spotting spread spreading ' +
    'spring square stable staff stage stand standard standing start started starting state stated statement stating ' +
    'station statistic statistical statistics status stay stayed staying steal step stick sticking still stock stone ' +
    'stood stop stopped stopping storage store stored storing story straight straightforward strange strategy stream ' +
    'street strength strict strictly strike striking string strong strongly struck structure stuck student studied ' +
    'study studying stuff stupid style subject submit submitted submitting subsequent subset substantial substitute ' +
    'subtle succeed success successful successfully such sudden suddenly suffer suffered suffering suffice sufficient ' +
    'sufficiently sugar suggest suggested suggesting suggestion suit suitable suitably suited suiting sum summary ' +
    'summer sun superior supervisor supplied supply supplying support supported supporting suppose supposed ' +
    'supposedly supposing sure surely surface surprise surprised surprising survey survive survived surviving suspect ' +
    'suspected suspecting suspend suspended suspending suspicion switch switched switching symbol syntax system table ' +
    'take taken taking talk talked talking tank tape target task taste taught tax tea teach teache teacher teaching ' +
    'team technical technique technology tedious telephone television tell telling temperature temporarily temporary ' +
    'ten tend tendency term terminal terminology terribly test tested testing text than thank thanks that the their ' +
    'them themselve then theoretical theory there thereby therefore these they thin thing think thinking third this ' +
    'thoroughly those though thought thousand threat three threw through throughout throw throwing thrown thus ticket ' +
    'tie tied tight till time timed timing tin title today together token told tomorrow tonight too took tooth top ' +
    'topic topics total totally touch touched touching toward town trace track traditional traffic train trained ' +
    'training transfer transferred transferring translate translated translating translation transport trap trapped ' +
    'trapping trash travel treat treated treating treatment tree trial trick tried trip trivial trouble truck true ' +
    'truly trunk trust trusted trusting truth try trying tune turn turned turning twelve twenty twice two tying type ' +
    'typed typical typing ugly ultimate ultimately unable unacceptable unaware uncertain unclear under undergraduate ' +
    'underneath understand understanding understood unfortunate unfortunately unhappy uniform unique unit unite ' +
    'universal university unknown unless unlike unlikely unlimited unnecessarily unnecessary unpleasant unreasonable ' +
    'unsuitable until unusual unwanted update updated updating upon upper upset upsetting upward usage use used ' +
    'useful useless user using usual usually utility utterly vacation vague vaguely valid validity valuable value van ' +
    'variable variation varied variety various vary varying vast vastly vector version very via vice video view ' +
    'virtually virtue visible vision visit vital voice volume vote wait waited waiting walk walked walking wall want ' +
    'wanted wanting war warm warn warned warning was wash waste wasted wasting watch watched watching water way ' +
    'weapon wear wearing weather week weekend weight weird welcome welcomed welcoming well went were west western ' +
    'what whatever whatsoever wheel when whenever where wherea whereby wherever whether which while whilst white who ' +
    'whoever whole whom whose why wide widely wider widespread widest wife wild will willed willing win wind window ' +
    'wine winning winter wire wise wish wished wishing with withdraw within without woman won wonder wondered ' +
    'wonderful wondering wooden word worded wording wore work worked worker working works world worn worried worry ' +
    'worrying worse worst worth worthwhile worthy would write writer writing written wrong wrote year yellow yes ' +
    'yesterday yet you young your yourself zero'
  ).trimEnd(),
  (
    'aardvark abandon abandoned abandoning abbreviate abbreviated abbreviating abbreviation abide abnormal abnormally ' +
    'abolish abolished abolishing abolition abort aborted aborting abortion abroad absent absorb absorbed absorbing ' +
    'abstract abstraction absurd abused abusing abusive abysmal academics accelerate accent acceptance accessed ' +
    'accessing accommodate accommodation accompanied accompany accompanying accomplish accomplished accomplishing ' +
    'accordance accountant accounted accounting accumulate accumulated accumulating accurately accusation accuse ' +
    'accused accusing accustom accustomed accustoming ace achievement acid acknowledge acknowledged acknowledging ' +
    'acorn acoustic acquaintance acquisition acronym activate activated activating actively actor acute adapt ' +
    'adaptation adapted adapter adapting addict addicted addicting addictive additionally adequately adhere adhered ' +
    'adhering adjacent adjective adjusted adjusting adjustment administer administered administering administrative ' +
    'admirable admiration admire admission adoption adult advantageous advent adventure adventurous adverse adversely ' +
    'advert advertisement advisable adviser advisor advisory advocate advocated advocating aerial aesthetic ' +
    'aesthetically affection aforementioned aged agenda agent aggressive aging agony agricultural aided aiding ' +
    'aircraft airport akin ala alarmed alarming albeit alcohol alcoholic alert algebra algebraic aliase alien align ' +
    'aligned aligning alignment alike allegation allege alleged allegedly alleging allergic alleviate alliance ' +
    'allocate allocated allocating allocation allowable allowance ally alongside aloud alpha alphabet alphabetic ' +
    'alphabetical alteration amateur amaze amazed amazing amazingly ambassador amber ambient ambiguity ambitious ' +
    'amend amended amending amendment amp ample amplifier amusement anagram analogous analogy analyst analyze ' +
    'analyzed analyzing anarchy anatomy ancestor anecdote angel anger anguish anniversary announced announcing ' +
    'annoyance annually anomaly anorak anthology anticipate anticipated anticipating anticipation antidote antique ' +
    'antisocial anxious anyhow apathetic apathy apologized apologizing apostrophe appall appalled appalling ' +
    'appallingly apparatus apparatuse appealed appealing append appended appending appendix applause applicable ' +
    'applicant appoint appointed appointing appointment appraisal appreciation approache approached approaching ' +
    'appropriately approximate approximately approximation apt arbitrarily arc arcade arcane arch archaic ' +
    'architecture archive archived archiving arena arguable arguably arisen arising armed arming arose array arrest ' +
    'arrested arresting arrival arrogance arrogant arrow artificially artistic ascend ascended ascending ash ashamed ' +
    'ashcan ass assault assemble assembled assembling assert asserted asserting assertion assess assessed assessing ' +
    'assessment asset assign assigned assigning assignment assist assistance assisted assisting assort assorted ' +
    'assorting asterisk astronomer astronomy asynchronous atheism atheist atla atmospheric atom atomic atrocity ' +
    'attachment attacked attacking attain attendance attendant attorney attracted attracting attraction attribute ' +
    'attributed attributing audible audio aunt authentic authorization authorize authorized authorizing autobiography ' +
    'automate automated automating availability await awaited awaiting awarded awarding awareness awfully axiom axis ' +
    'baby backbone backlog backspace bacterium badge baffle baffled baffling bag baggage bake baked baking balanced ' +
    'balancing ballet ballot banal banana bandwagon bandwidth bang bankrupt banned banner banning bare barely bargain ' +
    'bark barked barking baroque barred barrel barrier barring barrister basement bash bashed bashing basics basket ' +
    'bass bastard bat batch bath bathroom battle baud bay beach beam bean beard bearded bearding beast beat beaten ' +
    'beating beautifully beauty bedroom beef beer beg beginner behaved behaving belief believable believer bell ' +
    'belonged belonging beloved belt bench bend bending beneath beneficial bent beta beware bia biase biased biasing ' +
    'bible biblical bicycle bigot bigoted bigotry billfold billion bin biochemistry biography biological biologist ' +
    'bird birth birthday biscuit bishop bitmap bitter blackboard blackmail blade blamed blaming blanket blast blasted ' +
    'blasting blatant blatantly bless blessed blessing blew blind blindly blink bliss blob blocked blocking blood ' +
    'bloody blowing blown blurb bob bog bogged bogging boggle bogus boil boiled boiling bold bolt bomb bombed bombing ' +
    'bond bone bonus booked booking booklet bookshop bookstore boom boost border borderline bored boredom boring born ' +
    'boss bounce boundary bout bow bowl bracketed bracketing brain brake branded branding brass brave bread breakdown ' +
    'breakfast breath breathe breathed breathing bred breed breeding breeze brethren brick brigade brighter brightest ' +
    'brightly brightness brilliant brilliantly broad broadly browse browsed browsing brush brutal bubble buck ' +
    'buffered buffering bugger bulb bull bullet bump bunch bundle burden bureaucracy burn burned burning burnt burst ' +
    'bursting buse bush bust butter buyer bye bypass cabbage cabinet cable cabled cabling caffeine cage cake ' +
    'calculated calculating calculator calculus calendar caller calm cam camera camp campaigned campaigning campus ' +
    'cancel canceled canceling cancer canonical cant cap capability capitalism capitalist capture captured capturing ' +
    'carbon cared career careless caring carpet carriage carrier carrot cartoon cartridge cased cash casing cast ' +
    'casting castle casual catastrophic categorically cater catered catering cathedral catholic cattle causal ' +
    'causality caution cave caveat ceased ceasing ceiling celebrate celebrated celebrating celebration cellular ' +
    'censor censored censoring censorship centered centering centrally ceremony certainty certificate chalk challenge ' +
    'challenged challenging chamber champagne champion chancellor changeover chaotic chap chapel characteristic ' +
    'characteristics charitable charity charm charmed charming chart charter chase chased chasing chat chatted ' +
    'chatting cheaply cheat cheated cheating checker cheek cheer cheerful cheese chemist chemistry chess chest ' +
    'chestnut chew chewed chewing chicken chief childhood childish chocolate choir chop chopped chopping choral chord ' +
    'chorus chuck chucked chucking chunk cider cigarette cinema circa circuitry circular circulate circulated ' +
    'circulating cite cited citing civil civilian civilization civilize civilized civilizing clarification clarified ' +
    'clarifying clarity clash classed classic classical classics classification classified classify classifying ' +
    'classing clause cleaned cleaner cleanest cleaning cleanly clearance cleverer cleverest click client cliff ' +
    'climate climb climbed climbing clinic clinical clip clipped clipping clique clog clone closet closure cloth ' +
    'clothe clothed clothes clothing cloud clumsy cluster coach coal coarse coast coat cobbler coherent coin coincide ' +
    'coincidence coined coining coke collaboration collapsed collapsing collar collate collated collating colleague ' +
    'collective colon colony colored coloring combat comedy comfort comfortable comfortably comic comics comma ' +
    'commandment commence commentary commentator commercially commissioned commissioning commit committed committing ' +
    'commodity communal communicated communicating communism communist compact companion comparative compassion ' +
    'compel compelled compelling compensate compensation compete competed competence competent competing competitive ' +
    'competitor compilation compile compiled compiling complacent complement complementary completeness completion ' +
    'complication compliment comply composer composite compound comprehend comprehensible comprehension compress ' +
    'compressed compressing compression comprise comprised comprising compulsion computation computational ' +
    'computerize computerized computerizing con concatenate concatenated concatenating conceal concealed concealing ' +
    'concede conceivable conceivably conceive conceived conceiving concentrate concentrated concentrating ' +
    'concentration conception conceptual concert concerto concise conclude concluded concluding concur concurrently ' +
    'condemn condemnation condemned condemning condense condensed condensing conditional conditioned conditioning ' +
    'condom condone conduct conducted conducting conductor confess confidence confidential confidentiality ' +
    'configuration configure configured configuring confine confined confining confirmation conflict conflicted ' +
    'conflicting conform confront confronted confronting congest congested congesting congestion congratulate ' +
    'congratulations conjecture conjunction connector connotation conscience conscious consciously consciousness ' +
    'consecutive consensus consent consented consenting consequent conservation conservative considerate consisted ' +
    'consistently consisting consolation console conspicuous conspiracy constantly constituency constituent ' +
    'constitute constitution constitutional constrain constrained constraining constructed constructing construction ' +
    'constructive consult consultancy consultant consultation consulted consulting consume consumed consumer ' +
    'consuming contacted contacting container contemplate contemplated contemplating contemporary contempt contend ' +
    'contention contentious contest continent continental continual continuity continuum contour contraception ' +
    'contracted contracting contradict contradicted contradicting contradiction contradictory contravention ' +
    'contributed contributing contributor contrive contrived contriving controller controversial controversy ' +
    'convenience conveniently converse conversely conversion converted converter converting convey convict convicted ' +
    'convicting conviction convincingly cook cooked cookie cooking cooky cool cooled cooling cooperate cooperation ' +
    'coordinate coordination coped coping copper copyright corn corporate corporation corpse correlate correlation ' +
    'correspond corresponded correspondence correspondent corresponding corridor corruption cosmic cosmology costed ' +
    'costly cotton cough counsel counseled counseling counterexample counterpart countless countryside coupled ' +
    'coupling courage courier courtesy cousin coverage cow cozy crack cracked cracking craft cramp cramped cramping ' +
    'crap crass crawl crawled crawling cream creative creator credibility credible creed creep crew cricket cried ' +
    'crime criminal criterion critic criticize criticized criticizing critics crop crossed crossing crossroad ' +
    'crossword crowd crowded crowding crown crucial crude cruel cruelty cruise cruised cruising crunch crunched ' +
    'crunching crush crushed crushing crying cryptic crystal cube cubic cuckoo cuddly cue culprit cult cultural ' +
    'cumbersome cumulative cunning cupboard cured curing curiosity curiously curly currency curriculum curry curse ' +
    'curtain curve custard custom customary customs cute cycled cycling cyclist cylinder cynic cynical daft damn ' +
    'damnation damned damning damp dance danced dancing dangerously dared daring darkness darling dash dashed dashing ' +
    'daughter dawn daylight daytime deadline deadly deaf dealer debatable debated debating debt debug debugged ' +
    'debugger debugging decay decimal deck declaration decline declined declining decode decoded decoding decreased ' +
    'decreasing deduced deducing deduction deed deeper deepest defeat defeated defeating defect defective defend ' +
    'defended defending defensive deficiency defy degenerate degradation degrade degraded degrading deity delayed ' +
    'delaying deletion delicate delicious delight delighted delightful delighting delimiter delta delusion demanded ' +
    'demanding demented demise democracy democratically demolish demolished demolishing demonstrated demonstrating ' +
    'denied denominator denote dense density dentist deny denying departmental departure dependence dependent deposit ' +
    'depress depressed depressing depression deprive deprived depriving deputy derange deranged deranging derivative ' +
    'derogatory descend descended descending descriptive desert deserted deserting deserve deserved deserving ' +
    'designate designated designating designer desktop despair desperately despise destination destine destined ' +
    'destining destruction destructive detach detache detached detaching detectable detection detective detector ' +
    'deter determination deterrent detract devastate devastated devastating developer deviation devil devious devise ' +
    'devised devising devoid diagnosis diagnostic diagnostics diagonal diagram dial dialect dialed dialing dialog ' +
    'dialogue diameter diary dice dictate dictator dictatorship diesel diet differed differential differentiate ' +
    'differing dig digest digging dignity dilemma dim dimension dimensional dine dined diner dining dip diplomatic ' +
    'dire directive dirt disable disabled disabling disagreed disagreeing disagreement disappoint disappointed ' +
    'disappointing disappointment disastrous discard discarded discarding discharge disciplinary disclaimer disco ' +
    'disconnect disconnected disconnecting discontinue discontinued discontinuing discovery discrepancy discrete ' +
    'discretion discriminate discriminated discriminating discrimination disease disguise disguised disguising ' +
    'disgust disgusted disgusting dish dishonest disliked disliking dismal dismiss dismissed dismissing disorder ' +
    'disposable disposal dispose disposed disposing disposition dispute disregard disrupt disruption dissertation ' +
    'dissimilar distasteful distinctive distinguished distinguishing distort distorted distorting distortion distract ' +
    'distracted distracting distress distressed distressing disturbance ditch dive dived diverse diversity divert ' +
    'diverted diverting divine diving divorce doctor doctrine documentary dodge dogma dole domestic dominant dominate ' +
    'dominated dominating don donate donated donating donation doom doomed dooming dose dot dotted dotting doubled ' +
    'doubling doubtless downhill downright downstair downward draft drafted drafting drag dragged dragging dragon ' +
    'drain drained draining drama dramatic dramatically drank drastically drawback dread dreaded dreadful dreading ' +
    'dreamed dreaming dreary dress dressed dressing dried drift drill drinking drip dripped dripping drivel drown ' +
    'drowned drowning drug drum drunk drunken drying dual duck duff dug dull duly dummy dumped dumping dumpster ' +
    'duplicate duplicated duplicating duplication duration dust dustbin dusty dynamic dynamically dynamics eager ' +
    'eagerly eagle ear earn earned earning eastern eater eccentric echo echoed echoing ecological ecology economical ' +
    'economically economics editorial educate educated educating effectiveness efficiency efficiently egg ego ' +
    'eighteen eighth elaborate elderly electoral electorate electrical electricity electron electronically elegant ' +
    'elementary elephant eleven eligible eliminate eliminated eliminating elite elitist embarrassment embed embedded ' +
    'embedding emerge emerged emerging eminent eminently emit emotion emotional emotionally emphasize emphasized ' +
    'emphasizing empire empirical employ employed employer employing employment emptied emptying emulate emulation ' +
    'emulator enabled enabling enclose enclosed enclosing encode encoded encoding encouragement endeavor endless ' +
    'endlessly energy enforce enforced enforcing engage engaged engaging engine enhance enhanced enhancement ' +
    'enhancing enjoyable enjoyed enjoying enjoyment enlarge enlarged enlarging enlighten enlightened enlightening ' +
    'enlightenment enormously entail enterprise entertain entertained entertaining entertainment enthusiasm ' +
    'enthusiastic entirety envelope environmental envisage envisaged envisaging envy epic episode equality equate ' +
    'equation equilibrium equip equipped equipping era erase erased erasing ergo erroneous escaped escaping esoteric ' +
    'essay essence estate estimated estimating estimation eternal eternity ethic ethical ethics ethnic etymology ' +
    'evaluate evaluated evaluating evaluation evenly eventual everyday evident evidently evil evolution evolutionary ' +
    'evolve evolved evolving exaggerate exaggerated exaggerating exam examination examiner exceed exceeded exceeding ' +
    'exceedingly excepted excepting exceptional exceptionally excessively exchanged exchanging excite excited ' +
    'excitement exciting exclamation exclusion exclusively executable execution executive exempt exercised exercising ' +
    'exhaust exhausted exhausting exhaustive exhibit exhibition exit exited exiting exotic expectation expedition ' +
    'expenditure experimentally experimentation experimented experimenting expertise expire expired expiring expiry ' +
    'explanatory explicitly explode exploded exploding exploit exploitation exploited exploiting exploration explore ' +
    'explored exploring explosion explosive exponential export expose exposed exposing exposure expressway extant ' +
    'extensively externally extinction extracted extracting extraction extraneous extraordinarily extraordinary ' +
    'extremist eyesight fabric faced facilitate facing factory factual factually faculty faint fainter faintest ' +
    'fairer fairest fairness fairy faithful fake fallacious fallacy fame familiarity famine fantastic fantasy farce ' +
    'fare farewell farmer fascinate fascinated fascinating fascist fashionable fashioned fashioning fat fatuous ' +
    'faucet faulty favorable favored favoring feared fearing feasibility feat featured featuring fee feeble fellow ' +
    'female feminist fence fender festival fetch fever fiber fiction fictional fiddle fiddled fiddling fierce fifteen ' +
    'fifth fifty fighter fighting figured figuring filmed filming filter filtered filtering filthy finalize finalized ' +
    'finalizing finance finances financially fined finer finest fining fired firework firing fished fishing fiver ' +
    'fizzy flagged flagging flame flaw flawed flawing fleet flesh flexibility flip flipped flipping flood flooded ' +
    'flooding floppy flour flowed flower flowing fluctuation fluent fluffy fluid flush flushed flushing flute foam ' +
    'focus fog fold folded folder folding follower fond font fool fooled fooling foolish football footnote forbade ' +
    'forbid forbidden forbidding forcibly forecast forecasting foreigner foreseeable forest forgave forgive forgiven ' +
    'forgiving fork formally formation formatted formatting formerly formula formulae formulation fortnight fortunate ' +
    'forty forum forwarded forwarding fossil fought foul foundation founded founding fountain fourteen fragile ' +
    'fragment framework frank frankly frantic fraud freak freed freeing freeway freeze freezing frequency friction ' +
    'fried friendship frighten frightened frightening fringe frivolous frog frown frowned frowning froze frozen fruit ' +
    'frustrate frustrated frustrating frustration frying fudge fuel fulfill fulfilled fulfilling fuller fullest fume ' +
    'functional functionality functioned functioning fundamentalist funded funding funeral funnier funniest fur ' +
    'furniture furry furthermore fuse fusion fuss fussy futile fuzzy galactic galaxy gang garage garble garbled ' +
    'garbling gasp gate gateway gathered gathering gay gear geared gearing gender gene generalization generalize ' +
    'generalized generalizing generator generic generous genetic genetically genetics genius genocide genre gentle ' +
    'gentleman gentlemen gently genuinely geographical geography geology geometry gesture ghastly ghost giant ' +
    'gibberish gift gig gin girlfriend gladly glance glean gleaned gleaning globally glorious glory glossy glove glow ' +
    'glowed glowing glue gnome goal goat god gold golden goldfish golf goodbye goodness goody gorgeous gospel gossip ' +
    'govern governed governing gown grab grabbed grabbing grace grade gradual graduated graduating graduation ' +
    'graffiti graffito grain grammar grammatical grandfather grandmother graphical grasp grass gratefully gratuitous ' +
    'gratuitously gravitational gravity greasy greed greedy grid grief grim grip groan grossly grouped grouping ' +
    'guarded guarding guest guidance guided guideline guiding guilt guilty guinea guitar gulf gullible gum gut gutter ' +
    'hacked hacker hacking hail haircut hairy halt halted halting halve ham hammer handbook handful handicap handler ' +
    'hangover happier happiest happiness hardback harden hardened hardening hardship hardy harmony harsh hash hassle ' +
    'hasten hasty hated hating hatred havoc hay hazard hazy headache headline heap heartily heated heating heaven ' +
    'heavier heaviest heel height helicopter helmet helpless henceforth herd heresy heritage hero heroic heroin ' +
    'herring hesitate heterosexual hexadecimal hey hided hideous hideously hierarchical hierarchy highlight ' +
    'highlighted highlighting highway hilarious hindsight hinted hinting hip hire hired hiring historian historic ' +
    'historically hitherto hobby hog holder hollow holy homosexual homosexuality honestly honesty honey honor ' +
    'honorary honored honoring hook hooked hooking hopeful hopeless hopelessly horde horizon horizontal horizontally ' +
    'horn horrendous horrendously horribly horrid horrific horrified horrify horrifying horror hostile housed ' +
    'household housing hugely huh hum humane humanity humble humbly humor humorous hungry hunted hunting hurt hurting ' +
    'hut hydrogen hyphen hypocrisy hypocrite hypocritical hypothesis hypothetical hysterical icon idealistic ideally ' +
    'identically identification identified identifier identifying ideological ideology idiom idiosyncratic idiot ' +
    'idiotic idle ignorance ignorant illegally illiterate illness illogical illusion illustrate illustrated ' +
    'illustrating illustration imaginary imaginative imagined imagining imbalance immature immense immensely imminent ' +
    'immoral immortal immune impair impaired impairing impend impended impending imperative imperfect imperial ' +
    'impersonal implausible implementation implicit implicitly import imported importing impractical impress ' +
    'impressed impressing impressive imprison imprisoned imprisoning improbable impulse inaccessible inaccuracy ' +
    'inaccurate inadvertently inane inappropriate incapable incarnation incentive incidence incidental inclination ' +
    'inclusion inclusive incoherent incoming incompetence incompetent incomprehensible inconsistency inconvenienced ' +
    'inconveniencing inconvenient incorporate incorporated incorporating incorrectly increasingly incredible ' +
    'incredibly increment incur incurred incurring indefensible indefinite indefinitely indent independence ' +
    'indeterminate indexed indexing indicated indicating indicative indicator indictment indirect indirection ' +
    'indirectly indistinguishable induce induced inducing induction indulge indulged indulging ineffective ' +
    'inefficiency inefficient inequality inertia inevitable inexperienced infallible infamous infant infantile infect ' +
    'infected infecting infection infelicity infer inference inferiority infinitely infinity inflation inflexible ' +
    'inflict influenced influencing influential informal informally informative infrastructure infrequent ' +
    'infringement ingenious ingredient inhabit inhabitant inhabited inhabiting inherent inherently inherit ' +
    'inheritance inherited inheriting inhibit inhibited inhibiting inhibition initialization initialize initialized ' +
    'initializing initiate initiated initiating initiative inject injure injured injuring injury injustice ink ' +
    'innocence innovation innovative inquire inquired inquiring inquiry insane insect insecure insensitive insertion ' +
    'insidious insight insignificant insistence insofar inspect inspected inspecting inspection inspiration inspire ' +
    'inspired inspiring installation instinct institute instruct instructed instructing instrument instrumental ' +
    'insufficient insult insulted insulting intact intake integrate integrated integrating integration integrity ' +
    'intellect intellectual intense intensely intensity intensive intent intentional intentionally inter interacted ' +
    'interacting interaction interactive interactively intercourse interestingly interfaced interfacing interfere ' +
    'interfered interference interfering interim interior intermediate intermittent internally interpreter ' +
    'interrogate interrupt interrupted interrupting interruption intersection intervene intervened intervening ' +
    'interview interviewed interviewing intimate intolerance intrinsic intrinsically introductory intuitive invade ' +
    'invaded invading invalidate invaluable invasion invention inventor inverse invert inverted inverting invest ' +
    'investigated investigating investigation investment invoke invoked invoking involvement ion irate iron ironic ' +
    'irony irrational irrespective irresponsible irritation island isolation jack jacket jail jam jammed jamming ' +
    'jargon jazz jealous jean jelly jerk jest jet jointly joked joking jolly journal journalist journey judged ' +
    'judging juice jumped jumping junction jungle junior jury justice justifiable justifiably juvenile keeper ken ' +
    'kernel kettle keyed keying keystroke keyword kick kicked kicking kidded kidding kidnap kidnapped kidnapping ' +
    'kidney killer kindness kingdom kiss kit kitchen knee knife knight lab lad ladder lag lager laid lake lamp ' +
    'landlord landscape lane lark laser lasted lasting lately laugh laughed laughing laughter launch launched ' +
    'launching lavatory lawn lawyer layer laying laziness leadership leaflet league leak lean leaned leaning leap ' +
    'leather lectured lecturer lecturing legend legendary legible legislation legitimate legitimately leisure lemon ' +
    'len lending lengthy lenient lense lent lesbian lest lethal liability liaison libel liberal liberty librarian ' +
    'license licensed licensing lid lifestyle lifted lifting lighted lighter lightest lighting lightly lightning ' +
    'lightninged likelihood limb limitation lined linguistic lining linkage lion lip liquid liquor lisp listened ' +
    'listener listening lit liter literal literary literate litter lively liver livest loader lobby locally locate ' +
    'located locating lodge logically logo lonely loophole loosely lord loud louder loudest lousy loved lovely lover ' +
    'loving lowered lowering loyal luckily ludicrous ludicrously luggage lump lunatic lunchtime lung lurk lurked ' +
    'lurking lust luxury lyric lyrics machinery madness magazine magical magnificent mailbox mailed mailing mainframe ' +
    'mainstream maintenance maize maker male malfunction malicious management mandate mandatory mangle mangled ' +
    'mangling mania manifestation manifestly manifesto manipulate manipulated manipulating mankind manned manning ' +
    'manpower manually manufacture manufactured manufacturer manufacturing mapped mapping margin marginal marginally ' +
    'marital marker marketed marketing married marrying marvelous mask massively matched matching mate mathematically ' +
    'mathematician matrix mature maximize mayor maze meal meantime meanwhile measurement meat mechanical medicine ' +
    'medieval megabyte melody melt memorable mend mended mending mental mentality mentally menu menus mercury mercy ' +
    'merge merged merging merry messed messing metaphor meter metric metro microcomputer microprocessor microwave ' +
    'midday mighty migrate migrated migrating migration mild mildly mileage milk mill mimic mindless mined minimalist ' +
    'minimize mining minister mint minus miracle miraculous mirror miscellaneous misdirect misdirected misdirecting ' +
    'miserable miserably misery misfortune misguide misguided misguiding misinterpret misinterpreted misinterpreting ' +
    'misplace misplaced misplacing misprint misread misreading misrepresent misrepresented misrepresenting missile ' +
    'mission mist mistakenly mixture mnemonic moan moaned moaning mob mobile mock modeled modeling moderate ' +
    'moderately moderation modest modification module mold mole molecular molecule mom momentarily momentum monarch ' +
    'monitored monitoring monkey monochrome monopoly monster monthly mood moon morality morally moreover moron mortal ' +
    'mortality motivate motivated motivating motivation motive motor motorway motto mount mountain mounted mounting ' +
    'mouse movy muck mucked mucking mud muddle muddled muddling mug multiplication multiplied multiply multiplying ' +
    'mum mumble mummy mundane murder murdered murderer murdering muscle museum musical musician mutter muttered ' +
    'muttering mutual mutually mysteriously mystery mystic myth mythical mythology nail nailed nailing naked nameless ' +
    'narrative narrow narrower narrowest nastier nastiest nationally native nay neat neatly needle needless ' +
    'needlessly negate neglect neglected neglecting negligible negotiable negotiate negotiated negotiating ' +
    'negotiation neighbor neighborhood nerve nest nested nesting networked networking neural neutral newcomer newer ' +
    'newest newly newsletter newspaper nicely nick nicked nicking nickname nightmare nil noble node nominal nominally ' +
    'nominate nominated nominating nonetheless noon norm normality northern nose nostalgia notable notably notation ' +
    'noticeable noticeably notification notified notifying notion notorious notwithstanding noun novelty novice ' +
    'nuclear nuisance null numbered numbering numeral numeric nun nurse nut oar obeyed obeying objectionable ' +
    'objective obligation obligatory oblige obliged obliging obnoxious obscene obscured obscuring obscurity observer ' +
    'obsess obsessed obsessing obsession obsolete obstruct obstructed obstructing obtainable occupation occurrence ' +
    'ocean oddly offend offended offender offending offense offensive offhand officially offset offsetting offspring ' +
    'omission oneself ongoing onion onus openly opera operational opponent oppress oppressed oppressing oppression ' +
    'opt opted optic optical optimal optimistic optimization optimize optimized optimizing optimum opting optionally ' +
    'opus opuse oral orange orbit orbital orchestra orchestral organ organic organizer orient oriental orientate ' +
    'orientated orientating orientation oriented orienting originate originated originating originator orthodox ' +
    'outcome outcry outdated outgoing outline outlined outlining outlook outrage outraged outrageous outraging ' +
    'outright outset outstanding outweigh overcame overcome overcoming overdraft overdue overflow overhead overlap ' +
    'overload overloaded overloading overlong overlook overlooked overlooking overly overnight overprice overpriced ' +
    'overpricing overridden override overriding overrode oversea overtime overtone overview overwhelm overwhelmed ' +
    'overwhelming overwriting overwritten owned ownership owning oxygen ozone pace pacifier packaged packaging packed ' +
    'packing pad padded padding paged paging painfully painless paint painted painting palace pale pan panel panic ' +
    'pant pants paperback par parade paradise paradox parameter paranoia paranoid paraphrase pardon parenthese ' +
    'parenthesis parity parked parking parliament parochial parody parrot parse parsed parsing participant ' +
    'participate participated participating particle partition partitioned partitioning partner passage passenger ' +
    'passion passionate passive passport password paste pat patched patching patent pathetic patience patronize ' +
    'patronized patronizing paused pausing pavement payment peaceful peanut peasant pedal pedant pedantic pedantry ' +
    'pedestrian peer penalty pence pencil pend pended pending penguin penny perceive perceived perceiving percent ' +
    'percentage perception perfection periodic periodically peripheral permissible perpetual persecute persecuted ' +
    'persecuting persist persistent personality personnel perspective persuasion perverse pet petty pharmacy phased ' +
    'phasing philosopher philosophical phoenix phoned phoning photo photocopy photograph photographic phrased ' +
    'phrasing physic physically physicist physics physiology piano pie pig pigeon pill pilot pin pinch pinched ' +
    'pinching pink pipeline pit pitch pitfall pity pizza plague plagued plaguing plainly planetary planted planting ' +
    'plaster plastered plastering plate platform plausible player playground pleasantly pleasure plotted plotter ' +
    'plotting ploy plugged plugging plural poetic poetry pointer poison poisoned poisoning poke polar pole policeman ' +
    'polish polished polishing polite politeness politically politician politics pollution polynomial pompous poorer ' +
    'poorest poorly pope popped popping populace popularity populate populated populating pork pornography ' +
    'portability portable ported porter porting portion portray portrayed portraying pose posed posing positioned ' +
    'positioning positively possess possessed possessing possession postage postal postcard poster postpone postponed ' +
    'postponing postscript postulate pot potato pour poured pouring poverty powder powered powering practicable ' +
    'practiced practicing pragmatic praise pray prayed prayer praying preach preache preached preaching precaution ' +
    'precede preceded precedence precedent preceding precious precision predecessor predict predictable predicted ' +
    'predicting prediction predominantly preface prefix prefixed prefixing pregnancy pregnant prejudice prejudiced ' +
    'prejudicing preliminary premature prematurely premise premises premium prerequisite prescribe prescribed ' +
    'prescribing prescription presentation presently preserved preserving presumed presuming pretend pretended ' +
    'pretending pretentious prevail prevalent prevention preview previewer priced pricing pride priest primarily ' +
    'prince principal principally priority prison prisoner privacy privately privatization privilege privileged ' +
    'privileging prize pro probability probable proceed proceeded proceeding proceedings proceeds proclaim producer ' +
    'productive productivity profession professor profile profit profitable profound programmable progressed ' +
    'progressing prohibit prohibited prohibiting projected projecting projection proliferation prolong prolonged ' +
    'prolonging prominent promote promoted promoting promotion prompted prompting pronoun pronounce pronounced ' +
    'pronouncing pronunciation propaganda prophet proportional proposition proprietary prose prosecute prosecuted ' +
    'prosecuting prosecution prospective prostitute protein protocol prototype proud proven provision provisional ' +
    'provocative provoke provoked provoking proximity pseudo psychological psychologist psychology pub publicize ' +
    'publicized publicizing publisher pudding pulp pulse pump pumped pumping pun punch punched punching punish ' +
    'punished punishing punishment punt pupil purchased purchasing purge purity purple pursue pursued pursuing ' +
    'pursuit puzzle puzzled puzzling python qualification qualifier quantum queen query quest questionable questioned ' +
    'questioning questionnaire queued queuing quibble quieter quietest quiz quota quotation rabbit rabid raced racial ' +
    'racing racism racist rack racket radar radiation radical radically radius rag rage raid rail railroad railway ' +
    'rainbow rained raining ram rampant rang ranged ranging rank rant ranted ranting rape rarer rarest rash rat rated ' +
    'rating ratio rational rationale rationally rattle rattled rattling rave raved raving ray razor reacted reacting ' +
    'reactionary reactor readership realistic realization realm rear rearrange rearranged rearranging reasoned ' +
    'reasoning reassure reassured reassuring rebuild rebuilding rebuilt recalled recalling receipt receiver recipe ' +
    'recipient reckless reckon reckoned reckoning reclaim recognizable recollection reconcile reconsider recorder ' +
    'recovery recreational recruit recruited recruiting recruitment rectangle rectangular rectified rectify ' +
    'rectifying recursion recursive recycle recycled recycling redefine redefined redefining redirect redundancy ' +
    'referenced referencing referendum refine refined refining reflex reform reformat reformed reforming refrain ' +
    'refresh refreshed refreshing refund refusal refute regain regime regional registration regrettably regretted ' +
    'regretting reign reinstate reinstated reinstating reiterate rejection relativity relax relaxed relaxing relay ' +
    'reliability reliably relied relief relieve relieved relieving relocation reluctance reluctantly relying ' +
    'remainder remarkable remarkably remarked remarking remedy reminder reminiscent rename renamed renaming rend ' +
    'render rendered rendering rending rendition renew renewed renewing rent repaired repairing repeatable repent ' +
    'repertoire repetition repetitive rephrase reporter reproduced reproducing reproduction repulsive reputation ' +
    'requisite reread rereading rescue researcher resemblance resemble resembled resembling resent reservation reset ' +
    'resetting reside residence resign resignation resigned resigning resist resistance resolve resolved resolving ' +
    'resorted resorting respectable respected respecting respective responded responding restarted restarting ' +
    'restaurant rested resting restrain restrained restraining restriction restrictive resume resumed resuming ' +
    'resurrection retail retained retaining retire retired retirement retiring retract retrieval retrieve retrieved ' +
    'retrieving reuse revelation revenge revenue reversed reversing revert reviewed reviewing revise revised revising ' +
    'revision revolt revolted revolting revolution revolutionary reward rewriting rewritten rewrote rhetorical rhyme ' +
    'rhythm ribbon rice rich richer richest ridden ridiculously riding rightly rigid rigorous ringed ringing riot rip ' +
    'ripped ripping risen rising risked risking risky ritual rival robot robust rock rocket rod rode rolled rolling ' +
    'roman romance romantic roof rope rose rot rotate rotated rotating rotation rotten roundabout rounded rounding ' +
    'rout routed routinely routing royal royalty rub rude ruin ruined ruining ruled ruler ruling rumored rumoring ' +
    'rung rural rushed rushing rusty sabotage sack sacked sacking sacred sacrifice sacrificed sacrificing sadden ' +
    'saddened saddening safeguard saga sail sailed sailing salary salesman salt salvation sampled sampling sand ' +
    'sandwich sane sang sanity sank sarcasm sarcastic satellite satire satisfaction satisfactorily satisfactory sauce ' +
    'savings scaled scaling scandal scanned scanner scanning scarce scarcely scare scared scarf scaring scarlet ' +
    'scatter scattered scattering scenario scenery schedule scheduled scheduler scheduling scholar scientifically ' +
    'scientist scope scored scoring scotch scrapped scrapping scratched scratching scream screamed screaming screw ' +
    'screwed screwing scroll scrolled scrolling scum sea seal sealed sealing seat seconded seconding secretly sect ' +
    'sector secular seed seemingly segment seldom selective selectively selfish semantic semantics sender sensation ' +
    'sensitivity sentenced sentencing sentient sentiment sentimental separated separating separation separator sequel ' +
    'sequential seriousness sermon servant seventh severity sexist sexual sexuality sexually sexy shade shadow shake ' +
    'shaken shaking shaky shallow shaped shaping shareholder sharply shed shedding sheep sheer shelter shelve shifted ' +
    'shifting shine shined shining shiny shipped shipping shirt shock shocked shocking shoe shone shook shooting ' +
    'shorten shortened shortening shorthand shorts shot shoulder shout shouted shouting shove shower shutdown shy sic ' +
    'sick sicken sickened sickening sided sideway siding sigh sighted sighting sigma signaled signaling signature ' +
    'silence silent silicon sillier silliest silver similarity simplicity simplified simplify simplifying simplistic ' +
    'simulate simulated simulating simulation sin sincere sine sinful sing singer singing singular singularly ' +
    'sinister sink sinking sir sister situate situated situating sixteen sixth sixty sized sizing skeleton skeptical ' +
    'sketch skilled skin skip skipped skipping skirt skull sky slag slang slash slave sleeping slept slice sliced ' +
    'slicing slid slide sliding slighter slightest slim slipped slippery slipping slogan slope sloppy slot slowed ' +
    'slowing smallish smart smash smashed smashing smell smelly smiled smiling smith smoke smoked smoker smoking ' +
    'smoothly smug snack snag snail sneak sneaked sneaking sneaky sniff snobbery snow soap sober socialism socialist ' +
    'socially sock socket sod soil solar soldier sole solicitor solo song sordid sore soul soundtrack soup spaced ' +
    'spacing span spatial specialist specialize specialized specializing specialty species specification specimen ' +
    'spectacular spectrum speculate speculation sped speeding sphere spigot spike spill spin spiral spiritual spit ' +
    'spitted spitting splendid spoil spoiled spoiling spokesman sponsor sponsored sponsoring spontaneous ' +
    'spontaneously spoof spool sport spout sprang spray springing sprung spur spurious spy squad squared squaring ' +
    'squash squashed squashing squeeze squeezed squeezing stability stack stagger staggered staggering stair ' +
    'staircase stake stale stall stamp stamped stamping stance standardize standardized standardizing standpoint star ' +
    'stare stared staring stark starred starring starter startle startled startling starve starved starving static ' +
    'stationary steadily steady stealing steam steel steep steer steered steering stem stepped stepping stereo ' +
    'stereotype sterile sterling sticky stiff stimulate stimulated stimulating stimulation stir stirred stirring ' +
    'stole stolen stomach storm strain strangely stranger strangest strategic straw stray strengthen stress stressed ' +
    'stressing stretch stretched stretching stringent strip stripped stripping strive stroke stronger strongest ' +
    'structural structured structuring struggle struggled struggling studio stuffed stuffing stumble stumbled ' +
    'stumbling stun stunned stunning stunt stupidity subjected subjecting subjective submission subroutine subscribe ' +
    'subscription subsequently subsidiary subsidize subsidized subsidizing substance substantially substituted ' +
    'substituting substitution subtlety subtly subway succeeded succeeding succession successive successor sue sued ' +
    'sufferer suffix suicidal suicide suing suitability suite summarize summarized summarizing summed summing sundry ' +
    'sung sunk sunlight sunny sunrise sunshine super superb superficial superficially superfluous superiority ' +
    'supermarket supernatural supervise supervised supervising supervision supplement supplementary supplier ' +
    'supporter suppress suppressed suppressing suppression supreme surgery surname surplus surprisingly surround ' +
    'surrounded surrounding survival susceptible suspension suspicious suspiciously sustain sustained sustaining ' +
    'swallow swallowed swallowing swam swamp swamped swamping swap swapped swapping swear swearing sweat sweating ' +
    'sweep sweeping sweet swept swim swimming swing sword swore sworn swum symbolic symmetric symmetry sympathetic ' +
    'sympathize sympathy symphony symptom syndicate syndrome synonym synonymous syntactic syntactically synthesis ' +
    'synthesizer systematic tab tack tacked tacking tackle tackled tackling tactic tactical tactics tactless tag tail ' +
    'tailor tailored tailoring taker tale talent talented tall tame tangent tap tasted tasteless tasting taxation ' +
    'taxi taxpayer teapot tear teared tearing technically technological teenage teenager telescope temper temple ' +
    'tempt temptation tempted tempting tended tender tending tennis tense tension tentative tentatively tenth termed ' +
    'terminally terminate terminated terminating termination terminator terming terrible terrified terrify terrifying ' +
    'territory terror terrorism terrorist terse textbook textual thanked thankful thankfully thanking theater thee ' +
    'theft theme theological theology theorem theoretically therapy thereabout thereafter therein thereof thesis ' +
    'thick thickness thief thieve thirst thirty thorough thoroughfare thou thous thread threaten threatened ' +
    'threatening threshold throat throughput thrust thrusting thumb thy tick tidied tidy tidying tiger tightly tile ' +
    'timer timescale timetable tiny tip tire tired tiresome tiring to toad toast tobacco toe toggle toilet tolerance ' +
    'tolerant tolerate tolerated tolerating toll tomato tome ton tone tongue tool topical tore torn torture toss ' +
    'tough tour tourist tower toy traced tracing tracked tracking trade traded trading tradition traditionally ' +
    'tragedy tragic trail trailed trailing transaction transcript transform transformation transformed transforming ' +
    'transient transit transition translator transmission transmit transmitted transmitter transmitting transparent ' +
    'transported transporting trashcan traveled traveling tray tread treasure treaty trek tremendous tremendously ' +
    'trend trendy triangle tribe tricky trifle trigger triggered triggering trilogy trinity triple tripo triumph ' +
    'trivia trivially trolley troop troops trouser trousers trumpet truncate truncated truncating trusty tube tuned ' +
    'tuning tunnel turntable tutor tutorial twentieth twin twist twisted twisting typeset typesetting typewriter ' +
    'typically ugh umbrella unaffected unambiguous unattended unauthorized unavailable unavoidable unbalanced ' +
    'unbearable unbelievable unbelievably unbiased uncertainty unchanged uncle uncomfortable uncommon unconnected ' +
    'unconscious unconvincing undefined underestimate undergo undergoing undergone underground underlain underlay ' +
    'underlie underline underlined underlining underly underlying understandable undertake undertaken undertaking ' +
    'undertook underwent undesirable undid undo undocumented undoing undone undoubtedly unduly uneasy unemployed ' +
    'unemployment unexpected unexpectedly unexplained unfair unfamiliar unfinished unfounded unfriendly unhealthy ' +
    'unhelpful unified uniformly unify unifying unimportant uninteresting union uniquely united uniting unity ' +
    'universally universe unjustified unload unlock unlocked unlocking unlucky unnatural unobtainable unofficial ' +
    'unpopular unpredictable unread unreadable unrealistic unrelated unreliable unsafe unsatisfactory unseen unset ' +
    'unsolicited unsound unspecified unstable unsuccessful unsupported unsure unsuspecting untidy unto untrue ' +
    'unusable unused unusually unwelcome unwilling unwise unworkable upbringing upgrade upgraded upgrading upright ' +
    'ups upside upstair urban urge urged urgency urgent urgently urging usable usefully usefulness utter vacancy ' +
    'vacuum vain valley valued valuing valve vandalism vanish vanished vanishing variance variant vat vegetable ' +
    'vegetarian vehicle vein velocity vend vended vending vendor venture venue verb verbal verbally verbatim verbose ' +
    'verdict verification verified verify verifying versatile verse versus vertical vertically vessel vet viable ' +
    'vicar vicinity vicious victim victory viewed viewer viewing viewpoint vigorously vile village vintage vinyl ' +
    'violate violation violence violent violently violin virgin virtual virus viruse visited visiting visitor visual ' +
    'visually vocabulary vocal void voltage voluntarily voluntary volunteer volunteered volunteering vomit voted ' +
    'voter voting vouch vowel vulnerable wade waded wading waffle wage wake waked waking wallet wander wandered ' +
    'wandering ward warehouse warmed warming warp warped warping warrant warranty wartime wary washed washing ' +
    'wasteful wave waved waving weak weakness wealth wealthy weary weasel wed wedded wedding wee weekday weekly weigh ' +
    'welfare wet wetting whale whence whereupon whichever whim whiskey whistle wholeheartedly wholly whoop wicked ' +
    'width wildly willingly winded winding windowing wing winner wipe wiped wiping wired wiring wisdom wiser wisest ' +
    'wit witch withdrawal withdrawing withdrawn withdrew witness witnessed witnessing witty wive wizard woke woken ' +
    'wolf wombat wonderfully wondrous wont wood workable workload workshop workstation worldwide worm worship ' +
    'worthless wound wow wrap wrapped wrapper wrapping wrath wreck wrecked wrecker wrecking wren wretched wrist ' +
    'wrongly yard yawn yearly yeti yield younger youngest yourselve youth zone zoom'
  ).trimEnd(),
]
