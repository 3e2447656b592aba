import { type Language, words } from './language.js'

const common = words('mr dr prof st no nr fig art etc vs pp p ca vol ed')
const latin = { scripts: ['Latin'], usesSpaces: true, density: 1 } as const

export const german: Language = {
  ...latin,
  code: 'de',
  stopWords: words(`
    der die das den dem des ein eine einen einem einer eines und oder aber denn sondern von vom zu zum zur in im ins an am ans auf aus bei beim
    mit nach seit für gegen ohne um durch über unter vor hinter neben zwischen bis als wie wenn weil dass ob da ist sind war waren sein wird
    werden wurde wurden worden hat haben hatte hatten kann können konnte muss müssen soll sollen darf dürfen mag ich du er sie es wir ihr mich
    mir dich dir sich uns euch ihm ihn ihnen mein dein sein unser euer nicht kein keine keinen auch noch nur schon sehr so dieser diese dieses
    diesem diesen jener jede jeder jedes alle alles man was wer wo welche welcher welches hier dort dann also doch bereits sowie bzw`),
  abbreviations: new Set([
    ...common,
    ...words('z.b d.h u.a bzw usw vgl abs bspw evtl ggf inkl str tel hr fr mio mrd jh z b d h u a'),
  ]),
  stemmer: 'german',
  joining: {
    links: ['', 's', 'es', 'n', 'en', 'er', 'e', '-'],
    shortestPart: 4,
    suffixes: words(
      'lich heit keit schaft ierung isierung ation itat isch tisch haft nahm halt weis fach fahig artig tisch',
    ),
  },
}
export const french: Language = {
  ...latin,
  code: 'fr',
  stopWords: words(`
    le la les l' un une des du de d' au aux et ou mais donc or ni car à en dans sur sous par pour avec sans entre vers chez depuis pendant
    avant après contre que qu' qui quoi dont où ce cet cette ces c' se s' son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos je j'
    tu il elle on nous vous ils elles me m' te t' lui y ne n' pas plus moins très aussi est sont était étaient être été sera seront a ont avait
    avoir eu peut peuvent doit doivent fait faire comme si tout tous toute toutes autre autres même mêmes ainsi alors lors lorsque puis`),
  abbreviations: new Set([...common, ...words('m mm mme mlle cf ex env tél av bd')]),
  stemmer: 'french',
}
export const spanish: Language = {
  ...latin,
  code: 'es',
  stopWords: words(`
    el la los las lo un una unos unas y e o u pero sino ni de del a al en con sin por para sobre entre hasta desde hacia según contra durante
    que quien quienes cual cuales cuyo donde cuando como si no más menos muy también ya aún este esta estos estas ese esa esos esas aquel su
    sus mi mis tu tus nuestro nuestra se me te le les nos os yo él ella ellos ellas es son era eran ser sido fue fueron será está están estar
    ha han había haber hay puede pueden debe deben hacer todo toda todos todas otro otra otros otras mismo misma así entonces porque`),
  abbreviations: new Set([...common, ...words('sr sra srta dra ud uds pág ej aprox')]),
  stemmer: 'spanish',
}
export const portuguese: Language = {
  ...latin,
  code: 'pt',
  stopWords: words(`
    o a os as um uma uns umas e ou mas nem de do da dos das em no na nos nas a ao aos à às com sem por pelo pela pelos pelas para sobre entre
    até desde que quem qual quais cujo onde quando como se não mais menos muito também já este esta estes estas esse essa esses essas isso isto
    aquele seu sua seus suas meu minha lhe lhes nos eu ele ela eles elas é são era eram ser sido foi foram será está estão estar há ter tem têm
    tinha pode podem deve devem fazer todo toda todos todas outro outra outros outras mesmo assim porque`),
  abbreviations: new Set([...common, ...words('sr sra pág ex aprox')]),
  stemmer: 'portuguese',
}
export const italian: Language = {
  ...latin,
  code: 'it',
  stopWords: words(`
    il lo la i gli le l' un uno una un' e ed o ma né di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella
    nei nelle con su sul sulla per tra fra che chi cui quale quali dove quando come se non più meno molto anche già questo questa questi queste
    quello quella suo sua suoi sue loro mio mia si ci vi ne mi ti io lui lei noi voi essi è sono era erano essere stato sarà ha hanno aveva avere
    può possono deve devono fare tutto tutta tutti tutte altro altra altri altre stesso così perché`),
  abbreviations: new Set([...common, ...words('sig dott ecc pag es')]),
  stemmer: 'italian',
}
export const dutch: Language = {
  ...latin,
  code: 'nl',
  stopWords: words(`
    de het een en of maar want dus van in op aan te ten ter voor met zonder door over onder tussen naar uit bij tot om als dan dat die dit deze
    wie wat waar wanneer hoe is zijn was waren wordt worden werd werden heeft hebben had kan kunnen moet moeten zal zullen mag niet geen ook nog
    al zeer zo er ik jij hij zij ze wij we u hun hem haar zijn mijn ons onze alle andere zelf`),
  abbreviations: new Set([...common, ...words('bijv enz dhr mevr blz o.a')]),
  stemmer: 'dutch',
  joining: { links: ['', 's', 'en', 'e', '-'], shortestPart: 4 },
}
export const czech: Language = {
  ...latin,
  code: 'cs',
  stopWords: words(`
    a i nebo ale že aby když protože jako než ani v ve na do z ze s se k ke o od po pro při za před nad pod mezi bez u je jsou byl byla bylo
    byli být bude budou má mají mít může mohou musí ten ta to ti ty tento tato toto který která které co kdo kde jak si mu jí jim jeho její
    jejich svůj ne není také již jen velmi tak více další všechny každý`),
  abbreviations: new Set([...common, ...words('tj tzv např str č atd apod resp mj')]),
}
export const indonesian: Language = {
  ...latin,
  code: 'id',
  stopWords: words(`
    yang dan atau tetapi di ke dari pada untuk dengan tanpa oleh dalam sebagai adalah ialah ini itu tersebut tidak bukan juga sudah telah akan
    dapat bisa harus ada saya kami kita anda dia mereka nya jika karena bahwa agar seperti lebih sangat para semua setiap antara hingga sejak`),
  abbreviations: common,
}
export const russian: Language = {
  code: 'ru',
  scripts: ['Cyrillic'],
  usesSpaces: true,
  density: 1,
  stopWords: words(`
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще ещё нет о об из ему
    теперь когда даже ну ли если уже или ни быть был была были него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где
    есть надо ней для мы тебя их чем сам чтоб чтобы без будто чего раз тоже себе под будет тогда кто этот эта эти это того этого этой этих
    который которая которые которых при также между через после перед над является`),
  abbreviations: words('т е т.е т.д т.п г гг в вв им ул д стр рис табл см ср др пр руб млн млрд тыс напр акад проф'),
  stemmer: 'russian',
}
