/**
 * Fonts of PDFs often call a character by the radical that looks the same: ⾼ (U+2FBC) for 高. The radicals of Kangxi have
 * compatibility mappings, those of the supplement are listed here where they are also characters of running text
 * (Unicode, EquivalentUnifiedIdeograph.txt).
 */
const supplement: Record<string, string> = Object.fromEntries(
  Array.from(
    '⺁厂⺌小⺍小⺒巳⺓幺⺝月⺟母⺠民⺶羊⺼肉⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻲亀⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical, character]) => [radical, character],
  ),
)

/** The characters that are meant. */
export function withoutRadicals(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fd5]/g, (radical) => supplement[radical] ?? radical.normalize('NFKC'))
}
