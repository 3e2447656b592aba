/** Last words of the names of organisations, agreements and programmes; data, one row a language. Chinese names end with them. */
export const nameHeads: Record<string, readonly string[]> = {
  zh: (
    '组织 机构 委员会 理事会 议会 国会 法院 检察院 协会 学会 联合会 联盟 同盟 集团 公司 银行 基金 基金会 大学 学院 研究院 研究所 实验室 中心 医院 ' +
    '部 局 署 厅 处 司 院 办事处 秘书处 办公室 论坛 会议 大会 峰会 公约 条约 协定 协议 议定书 宪章 条例 法 法案 法典 规则 准则 标准 制度 机制 计划 ' +
    '规划 方案 项目 工程 倡议 战略 行动 框架 体系 系统 平台 指数 比率 协调机制 工作组 小组 特派团 任务区 部队 军 党 阵线 联邦 共和国 王国 自贸区 ' +
    '综合征 症 病 病毒 核酸 蛋白 酶 抗体 疫苗 疗法 检查 扫描 技术 网络 协议 接口 语言 引擎 服务 设备 存储器 处理器 模型 算法'
  ).split(' '),
  ja: '機構 委員会 協会 学会 連合 連盟 同盟 銀行 基金 大学 会社 省 庁 局 条約 協定 計画 会議'.split(' '),
}

/** The length of the head that a name ends with, 0 for none. */
export function headLength(name: string, language: string): number {
  const heads = nameHeads[language.split('-')[0]!] ?? []
  return heads.reduce(
    (longest, head) => (name.length > head.length && name.endsWith(head) ? Math.max(longest, head.length) : longest),
    0,
  )
}
