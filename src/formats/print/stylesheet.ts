/** Fonts by what systems have for each script: Latin, then Chinese, Japanese, Korean. Nothing is fetched. */
export const stylesheet = `
:root{--ink:#1b1b1b;--quiet:#565656;--line:#c9c9c9;--accent:#0b5d6b}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1.5rem;max-width:60rem;color:var(--ink);background:#fff;line-height:1.45;
font-family:"Noto Sans","Segoe UI","Helvetica Neue",Arial,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei","Hiragino Sans","Yu Gothic","Malgun Gothic",sans-serif}
:lang(zh-Hant),:lang(zh-TW),:lang(zh-HK){font-family:"Noto Sans","Segoe UI",Arial,"Noto Sans CJK TC","PingFang TC","Microsoft JhengHei",sans-serif}
:lang(ja){font-family:"Noto Sans","Segoe UI",Arial,"Noto Sans CJK JP","Hiragino Sans","Yu Gothic",sans-serif}
:lang(ko){font-family:"Noto Sans","Segoe UI",Arial,"Noto Sans CJK KR","Apple SD Gothic Neo","Malgun Gothic",sans-serif}
h1{font-size:1.7rem;margin:0 0 .3rem}
h2{font-size:1.25rem;margin:2.2rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--accent)}
h3{font-size:1rem;margin:1.2rem 0 .3rem;color:var(--accent)}
header p,.legend{margin:.15rem 0;color:var(--quiet)}
.legend span{margin-right:1.2em}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.8rem 0 0;padding:0;list-style:none}
a{color:var(--accent)}
dl{margin:0}
.entry{display:grid;grid-template-columns:2fr 3fr;gap:.1rem 1rem;padding:.3rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
dt{font-weight:600;overflow-wrap:anywhere}
dd{margin:0;overflow-wrap:anywhere}
dd.about{grid-column:1/-1;font-size:.87rem;color:var(--quiet)}
.status{font-size:.8rem;font-weight:400;color:var(--quiet);white-space:nowrap}
.forbidden{text-decoration:line-through}
.subject{border:1px solid var(--line);border-radius:.2rem;padding:0 .3em;margin-right:.4em}
.index{columns:4 10rem;margin:0;padding:0;list-style:none;font-size:.9rem}
.group{break-inside:avoid-column}
@page{size:A4;margin:18mm 15mm;@bottom-center{content:counter(page)}}
@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}section{break-before:page}
header+section,header+nav+section{break-before:auto}h2,h3{break-after:avoid}a{color:inherit;text-decoration:none}}
`
