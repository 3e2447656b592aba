import { describe, expect, test } from '@jest/globals'
import { buildMatcher, type MatcherTerm, type MatchOptions } from './index.js'

/** Terms as `text`, or with their switches. */
type Given = string | Partial<MatcherTerm<string>>

function match(language: string, terms: Given[], text: string, options?: MatchOptions) {
  const given = terms.map((term) => (typeof term === 'string' ? { text: term } : term))
  const matcher = buildMatcher(
    given.map((term) => ({ id: term.id ?? term.text!, text: term.text!, language, ...term })),
  )
  return matcher.match(text, options)
}

/** What is marked in a text: sure matches in [brackets], doubtful ones in ⟨brackets⟩. */
function marked(text: string, matches: { start: number; end: number; doubtful?: string }[]): string {
  return matches.reduceRight((all, { start, end, doubtful }) => {
    const [open, close] = doubtful ? '⟨⟩' : '[]'
    return all.slice(0, start) + open + all.slice(start, end) + close + all.slice(end)
  }, text)
}

const plain = (picture: string): string => picture.replace(/[[\]⟨⟩]/g, '')

describe('the test table: the picture shows what is found, the kind tells how it differs', () => {
  const table: [language: string, terms: Given[], picture: string, kind?: string][] = [
    // Chinese inside running text
    ['zh', ['上海合作组织'], '关于[上海合作组织]成立', 'exact'],
    ['zh', ['上海合作组织'], '[上海合作組織]的成員國', 'script-variant'],
    ['zh', ['中国'], '[中國](guó)的國(guó)防', 'script-variant'],
    ['zh', ['中国'], '[中(zhōng)國](guó)的國(guó)防', 'pinyin-noise'],
    ['zh', ['国防白皮书'], '發表[國(guó)防白皮書]', 'pinyin-noise'],
    ['zh', ['四方机制'], '[四方机制](QCCM)', 'exact'],
    ['zh', ['软件'], '裡面的[軟件]', 'script-variant'],
    ['zh', ['里面'], '[裡面]的軟件', 'script-variant'],
    ['zh', ['上海合作组织'], '上海合作\n组织'.replace(/^/, '[').replace(/$/, ']')],
    ['zh', ['和服'], '产品和服务'],
    ['zh', ['和服'], '她穿着[和服]'],
    ['zh', ['国会'], '中国会议'],
    ['zh', ['大会'], '扩大会议'],
    ['zh', ['天真'], '今天真好'],
    ['zh', ['海上'], '从[海上]来'],
    ['zh', ['上海'], '海上海运'],
    ['zh', ['中国'], '发展⟨中国⟩家的经验'],
    ['zh', ['中国'], '[中国]人的经验'],
    ['zh', ['人民'], '中国[人民]解放军'],
    ['zh', ['法学'], '合⟨法学⟩校'],
    ['zh', ['军事'], '陆⟨军事⟩务'],
    ['zh', ['出口'], '说⟨出口⟩号'],
    ['zh', ['台湾'], '[臺灣]与[台灣]', 'script-variant'],
    ['zh', ['头发'], '[頭髮]的[头发]'],
    ['zh', ['中华人民共和国'], '[中华<b>人民</b>共和国]万岁'],
    ['zh', ['比尔·克林顿'], '[比尔•克林顿]和[比尔・克林顿]'],
    ['zh', ['维生素C'], '[维生素C]，维生素C++'],
    ['zh', ['龙'], '[龍]和[⿓]'],
    ['zh', ['氧'], '[氧]的含量'],
    ['zh', ['𠮷野家'], '去[𠮷野家]吃饭', 'exact'],
    ['zh', ['金融资产'], '按公平值列帳的[金融 資產]', 'script-variant'],
    ['zh', ['第20条'], '根据[第 20 条]的规定', 'width'],
    // Latin inside Chinese
    ['zh', ['SCO'], '加入[SCO]的成员国', 'exact'],
    ['zh', ['SCO'], 'DISCO舞厅'],
    ['zh', ['SCO'], '加入[ＳＣＯ]的成员国', 'width'],
    ['zh', ['5G'], '建设[5G]网络', 'exact'],
    ['zh', ['G20'], '[G20]峰会在杭州', 'exact'],
    ['zh', ['C++'], '用[C++]编写', 'exact'],
    ['zh', ['C'], '用C++编写'],
    ['zh', ['.NET'], '基于[.NET]平台', 'exact'],
    ['zh', ['NET'], '基于.NET平台'],
    ['zh', ['CMU系统'], '使用[CMU 系统]的机构', 'width'],
    ['zh', ['COVID-19'], '新冠（[Covid–19]）疫情', 'width'],
    // Acronyms and capitals
    ['en', ['SCO'], 'two [SCOs] met', 'inflection'],
    ['en', ['SCO'], 'the SCOPE of it'],
    ['en', ['SCO'], "the [SCO]'s members", 'exact'],
    ['en', ['SCO'], 'the [SCO]’s members', 'exact'],
    ['en', ['WHO'], 'those who met the [WHO]', 'exact'],
    ['en', ['IT', 'US'], 'it told us about [US] [IT] firms', 'exact'],
    ['en', ['NATO'], '[Nato] said', 'case'],
    ['en', ['WHO'], '⟨WHO⟩ IS RESPONSIBLE FOR EVERYTHING'],
    ['en', [{ text: 'Polish', caseSensitive: true }], 'polish the [Polish] table', 'exact'],
    ['en', [{ text: 'COVID-19', caseSensitive: true }], 'the [Covid–19] pandemic', 'width'],
    ['en', ['ball valve'], '[Ball Valve] closed', 'case'],
    ['en', ['5G'], 'a dose of 5g'],
    ['en', ['G20'], 'the [G20s] of old', 'inflection'],
    ['en', ['COVID-19'], '[Covid–19] and [covid-19]'],
    ['en', ['SCO'], 'DISCO'],
    ['en', ['WHO', 'infection'], 'of [infection].[WHO] recommends'],
    ['en', ['NET', 'sco'], 'ASP.NET on sco.org'],
    ['en', ['3'], 'version 3.5 of [3]'],
    ['en', ['SCO'], 'SCO2 and SCO_ID, [SCO]-led'],
    ['en', [{ text: 'SCO', exactForm: true }], 'SCOs and [SCO]'],
    ['en', ['AIDS'], 'aids for [AIDS] research'],
    ['en', [{ text: 'iPhone', caseSensitive: true }], 'an [iPhone], an IPHONE, an iphone'],
    ['en', ['C', 'C#', 'C++'], '[C++], [C#] and [C]'],
    ['en', ['.NET'], 'on [.NET] and ([.NET]), not ASP.NET'],
    ['en', ['Node', 'node.js'], 'use [Node.js] now'],
    ['en', ['R&D', 'AT&T', 'TCP/IP'], '[R&D] at [AT&T] over [TCP/IP]'],
    ['en', ['H2O', 'CO2'], '[H₂O] and [CO₂]', 'width'],
    ['en', ['5G', 'G20'], 'not 15G, 5Ghz, G200, AG20: [5G] and [G20]-led'],
    // Quotes, ligatures, marks, what is not seen
    ['en', ["people's army"], 'the [people’s army]', 'width'],
    ['en', ['people’s army'], "the [people's army]", 'width'],
    ['en', ['office'], 'the [oﬃce] is shut', 'width'],
    ['fr', ['coopération'], 'la [coope\u0301ration] militaire', 'width'],
    ['en', ['cooperation'], 'military [co\u00ADoper\u00ADation]', 'width'],
    ['en', ['decision-making'], 'joint [decision‑making] body', 'width'],
    ['en', ['ball valve'], 'a [ball\u00A0valve]', 'width'],
    ['en', ['ball valve'], 'a [ball-valve] seat', 'spelling'],
    ['en', ['decision-making'], 'joint [decision making]', 'spelling'],
    ['en', ['decision-maker'], 'joint [decision makers]', 'inflection'],
    ['en', [{ text: 'ball valve', exactForm: true }], 'a ball-valve seat'],
    ['en', ['Shanghai Cooperation Organization'], 'the [Shanghai Cooperation Organisation]', 'spelling'],
    ['en', ['organisation', 'colour', 'behaviour'], 'two [organizations] of [color] and [behavior]', 'inflection'],
    ['en', ['data center', 'defense', 'catalog'], 'one [data centre], [defence], [catalogue]', 'spelling'],
    ['en', ['analyse', 'travelling', 'haemoglobin'], '[analyze] while [traveling]: [hemoglobin]', 'spelling'],
    ['en', ['our', 'four', 'tour', 'promise', 'size'], '[four] [tours], [our] [promises], two [sizes]'],
    ['en', ['ball valve'], 'a ball - valve, a ball, valve'],
    ['fr', ['œuvre'], "l'[oeuvre] et les [ŒUVRES]"],
    ['en', ["Alzheimer's disease"], 'of [Alzheimer’s disease]', 'width'],
    ['en', ['"smart" grid'], 'a [“smart” grid]', 'width'],
    // Inflection
    ['en', ['ball valve'], 'two [ball valves] leak', 'inflection'],
    ['en', ['armed forces'], 'an [armed force]', 'inflection'],
    ['en', ['policy'], 'new [policies]', 'inflection'],
    ['en', ['criterion'], 'all [criteria]', 'inflection'],
    ['en', ['analysis'], 'two [analyses]', 'inflection'],
    ['en', ['organ'], 'an organization'],
    ['en', ['bus', 'quiz', 'virus'], '[buses], [quizzes], [viruses]', 'inflection'],
    ['en', ['datum', 'index', 'wolf', 'child'], '[data], [indices], [wolves], [children]', 'inflection'],
    ['en', ['mother-in-law'], 'two [mothers-in-law]', 'inflection'],
    ['en', ['member state'], "the [member states]' duty", 'inflection'],
    ['en', ['new', 'economic', 'good'], 'the news of economics and [goods]', 'inflection'],
    ['en', ['news', 'economics', 'goods'], 'a new economic good'],
    ['en', [{ text: 'write', partOfSpeech: 'verb' }], '[writing], [wrote], [written]', 'inflection'],
    ['en', ['constructor'], 'two [constructors]', 'inflection'],
    ['en', ['universe'], 'a university'],
    ['en', ['unit'], 'the ⟨United⟩ Nations'],
    ['en', [{ text: 'deploy', partOfSpeech: 'verb' }], 'the [deployed] troops', 'inflection'],
    ['en', [{ text: 'valve', exactForm: true }], 'two valves, one [valve]'],
    ['de', ['Kugelventil'], 'mit [Kugelventilen] versehen', 'inflection'],
    ['de', ['klinischer'], 'ein [klinischen] Nutzen', 'inflection'],
    ['de', ['Streitkraft'], 'die [Streitkräfte]', 'inflection'],
    ['de', ['Haus'], 'in [Häusern]', 'inflection'],
    ['de', ['Apfel'], 'mit [Äpfeln]', 'inflection'],
    ['de', ['Studentin'], 'die [Studentinnen]', 'inflection'],
    ['de', ['Auto', 'Baby'], 'die [Autos], die [Babys]; Autor, Automat', 'inflection'],
    ['de', ['Arbeitsloser', 'Erdgas'], 'der [Arbeitslosen], die [Erdgase]', 'inflection'],
    ['de', ['Museum', 'Ministerium'], 'die [Museen] der [Ministerien], des [Museums]', 'inflection'],
    ['de', ['Firma', 'Risiko', 'Virus'], 'die [Firmen], die [Risiken], die [Viren]', 'inflection'],
    ['de', ['Bus', 'Zeugnis'], 'des [Busses], die [Zeugnisse]', 'inflection'],
    ['de', ['Straße', 'Fluss'], 'der [Strasse], am [Fluß]'],
    ['de', ['künstliche Intelligenz'], 'mit [künstlicher Intelligenz]', 'inflection'],
    ['de', ['Hersteller'], '⟨herstellen⟩, sagt der [Hersteller]'],
    ['de', ['Kraft', 'Ventil'], 'Kraftwerk mit Kugelventil und Ventilator'],
    ['fr', ['canal'], 'les [canaux]', 'inflection'],
    ['fr', ['force armée'], 'les [forces armées]', 'inflection'],
    ['fr', ['eau'], "débit d'[eau]"],
    ['fr', ['organisation'], 'l’[organisation], d’[organisations], organe'],
    ['fr', ['travail', 'jeu', 'œil'], 'les [travaux], les [jeux], les [yeux]', 'inflection'],
    ['fr', ['actif', 'public', 'nouveau'], '[active], [publiques], [nouvelle]', 'inflection'],
    ['fr', ['directeur'], 'la [directrice]', 'inflection'],
    ['fr', ['heureux', 'européen'], '[heureuses] et [européennes]', 'inflection'],
    ['fr', ['ONU'], 'l’[ONU]', 'exact'],
    ['fr', ['organisation'], 'organiser'],
    ['es', ['válvula de bola'], 'las [válvulas de bola]', 'inflection'],
    ['fr', ['essai clinique'], 'des [essais cliniques]', 'inflection'],
    ['es', ['kit de test'], 'los [kits de test]', 'inflection'],
    ['pt', ['ação'], 'as [ações]', 'inflection'],
    ['pt', ['pangolim'], 'os [pangolins]', 'inflection'],
    ['it', ['servizio'], 'i [servizi]', 'inflection'],
    ['nl', ['klep'], 'de [kleppen]', 'inflection'],
    ['es', ['luz'], 'las [luces]', 'inflection'],
    ['es', ['nación'], 'las [naciones]', 'inflection'],
    ['es', ['organización'], 'las [organizaciones]; organizar', 'inflection'],
    ['es', ['año', 'régimen'], 'los [años], los [regímenes]', 'inflection'],
    ['es', ['carácter', 'joven'], 'los [caracteres], los [jóvenes]', 'inflection'],
    ['es', ['caso', 'puerto'], 'la ⟨casa⟩ y la ⟨puerta⟩'],
    ['es', ['análisis clínico'], 'los [análisis clínicos]', 'inflection'],
    ['ru', ['шаровой клапан'], 'с [шаровыми клапанами]', 'inflection'],
    ['ru', ['подтвержденный случай'], 'много [подтвержденных случаев]', 'inflection'],
    ['ru', ['организация'], 'член [организации]', 'inflection'],
    ['ru', ['рынок', 'участок', 'отец'], 'на [рынке], до [участка], [отца]', 'inflection'],
    ['ru', ['оценка', 'окно', 'земля'], 'много [оценок], [окон], [земель]', 'inflection'],
    ['ru', ['день', 'ребёнок', 'время'], '[дни] [детей], [времени]', 'inflection'],
    ['ru', ['страна', 'закон'], 'странный, законный; [стран], [законом]', 'inflection'],
    ['ru', ['государство-член'], 'для [государств-членов]', 'inflection'],
    ['ru', ['вооружённые силы'], '[вооруженных сил]', 'inflection'],
    ['ru', ['урок', 'срок'], 'нет [урока], к [сроку]', 'inflection'],
    ['ru', ['ООН'], 'в [ООН] говорят', 'exact'],
    ['ko', ['한국'], '[한국]은', 'inflection'],
    ['ko', ['한국'], '한국어'],
    ['ja', ['協力'], '上海[協力]機構', 'exact'],
    // Inside addresses, tags and placeholders
    ['en', ['sco'], 'see https://example.org/sco/x or www.sco.example or me@sco.example'],
    ['en', ['bold'], '<bold>x</bold> is [bold]'],
    ['en', ['name'], 'Hello {name}, {{ name }}, ${name}, %(name)s: a [name]'],
    ['en', ['count', 'file'], '{count, plural, one {# [file]} other {# [files]}}'],
    ['en', ['amp', 'strong'], '<b class="strong">R&amp;D</b> is [strong]'],
    ['en', ['cooperation organization'], 'the [co<b>operation</b> organization]'],
    ['zh', ['SCO', '组织'], '见https://example.org/SCO的[组织]'],
    ['en', ['site'], 'the website'],
    ['en', ['term'], 'the [term]–as such'],
  ]
  test.each(table.map(([language, terms, picture, kind]) => ({ language, terms, picture, kind })))(
    '$language $terms: $picture',
    ({ language, terms, picture, kind }) => {
      const found = match(language, terms, plain(picture))
      // What is doubtful may be shown where the picture has nothing: it is never sure there.
      const shown = picture.includes('⟨') ? found : found.filter(({ doubtful }) => !doubtful)
      expect(marked(plain(picture), shown)).toBe(picture)
      if (kind) expect(shown[0]!.kind).toBe(kind)
    },
  )
})

describe('longest first', () => {
  const terms = ['上海合作组织', '成员国', '元首', '理事会', '上海合作组织成员国元首理事会']
  const text = '上海合作组织成员国元首理事会'

  test('one match, with what it contains', () => {
    const found = match('zh', terms, text)
    expect(found.map((each) => each.text)).toEqual([text])
    expect(found[0]!.contains.map((each) => each.text)).toEqual(['上海合作组织', '成员国', '元首', '理事会'])
  })
  test('every match when asked for', () => {
    expect(match('zh', terms, text, { overlap: 'all' }).map((each) => each.text)).toEqual([
      text,
      '上海合作组织',
      '成员国',
      '元首',
      '理事会',
    ])
  })
  test('a doubtful match tells why, and never hides a sure one', () => {
    const [doubtful] = match('zh', ['和服'], '产品和服务')
    expect(doubtful).toMatchObject({ text: '和服', doubtful: 'cuts the word 服务' })
    expect(marked('产品和服务', match('zh', ['和服', '服务'], '产品和服务'))).toBe('产品和[服务]')
  })
})

test('two concepts with one form are both returned', () => {
  const terms = [
    { id: 'organisation', text: 'SCO' },
    { id: 'software company', text: 'SCO' },
  ]
  const [found] = match('en', terms, 'the SCO')
  expect(found!.ids).toEqual(['organisation', 'software company'])
})

test('an exact form comes before another with other capitals', () => {
  const found = match(
    'en',
    [
      { id: 'shape', text: 'Polish' },
      { id: 'verb', text: 'polish' },
    ],
    'polish it',
  )
  expect(found.map(({ ids, kind }) => [ids, kind])).toEqual([
    [['verb'], 'exact'],
    [['shape'], 'case'],
  ])
})

test('terms of several languages are found in one text, each by the rules of its language', () => {
  const matcher = buildMatcher([
    { id: 1, text: '上海合作组织', language: 'zh' },
    { id: 2, text: 'member state', language: 'en' },
  ])
  expect(matcher.match('上海合作組織的member states').map(({ ids, kind }) => [ids, kind])).toEqual([
    [[1], 'script-variant'],
    [[2], 'inflection'],
  ])
  expect(matcher.size).toBe(2)
})

test.each([
  ['an open brace', '{', ' '],
  ['open braces', '', '{'],
  ['hyphens without a host', '/', 'a-'],
  ['at signs', '', 'a@'],
  ['a percent sign', '%', '0'],
  ['schemes', '://', 'a+'],
  ['comments that never end', '', '<!--'],
  ['tags that never end', '<a ', 'b="" '],
  ['combining marks', 'e', '\u0301'],
  ['what is not seen', 'S', '\u200D'],
  ['half characters', '', '\uD800'],
  ['brackets of pinyin', '中(', 'guó '],
  ['one term after the other', '', '上海SCO '],
])('a long text of %s takes no longer than others', (_, begin, again) => {
  const matcher = buildMatcher(
    ['zh', 'en'].flatMap((language) => ['上海', 'SCO', 'valve'].map((text) => ({ id: text, text, language }))),
  )
  const took = (length: number) => {
    const text = begin + again.repeat(length / again.length)
    const start = process.cpuUsage()
    for (let time = 0; time < 3; time++) matcher.match(text)
    return process.cpuUsage(start).user / 1000
  }
  took(2000)
  // Sixteen times as long: sixteen times the work, with room for a busy machine; the square of it would be 256 times.
  expect(took(32_000)).toBeLessThan(60 * Math.max(took(2000), 10))
})

test('nothing to find, nothing found', () => {
  expect(match('zh', [], '上海')).toEqual([])
  expect(match('zh', ['上海'], '')).toEqual([])
  expect(match('zh', ['\u200B'], '上海\u200B')).toEqual([])
})
