<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
<name>window</name>
<message><source> 万元</source><translation>10k yuan</translation></message>
<message><source> 等 {0} 园</source><translation>and others, {0} parks</translation></message>
<message><source> 等 {0} 家</source><translation>and others, {0} companies</translation></message>
<message><source> 等 {0} 步</source><translation>and others, {0} steps</translation></message>
<message><source> 等 {0} 项</source><translation>and others, {0} items</translation></message>
<message><source>17 园全部计入</source><translation>all 17 parks counted</translation></message>
<message><source>n 小</source><translation>small n</translation></message>
<message><source>{0} / {1} 家报了累计收入，合计 {2} 万元，目标 {3} 万元</source><translation>{0} / {1} companies reported cumulative revenue, {2} in total (10k yuan), target {3} (10k yuan)</translation></message>
<message><source>{0} {1} 份</source><translation>{0} {1} files</translation></message>
<message><source>{0} {1} 列</source><translation>{0} {1} columns</translation></message>
<message><source>{0} {1} 判{2}</source><translation>{0} {1} judged {2}</translation></message>
<message><source>{0} {1} 项</source><translation>{0} {1} items</translation></message>
<message><source>{0} {1}，依据：{2}</source><translation>{0} {1}, grounds: {2}</translation></message>
<message><source>{0} {1}：得分 {2}{3}{4}</source><translation>{0} {1}: score {2}{3}{4}</translation></message>
<message><source>{0} 万元</source><translation>{0} (10k yuan)</translation></message>
<message><source>{0} 个工作日，{1}（周{2}）前</source><translation>in {0} working days, by {1} ({2})</translation></message>
<message><source>{0} 人</source><translation>{0} people</translation></message>
<message><source>{0} 份属于 {1}</source><translation>{0} files belong to {1}</translation></message>
<message><source>{0} 份有错误，选中后可带问题接收</source><translation>{0} files have errors; once selected they can be accepted with their issues</translation></message>
<message><source>{0} 份，最近一份 {1} {2}</source><translation>{0}, the newest {1} {2}</translation></message>
<message><source>{0} 元</source><translation>{0} yuan</translation></message>
<message><source>{0} 元，对方 {1}</source><translation>{0} yuan, other side {1}</translation></message>
<message><source>{0} 公顷</source><translation>{0} ha</translation></message>
<message><source>{0} 列与 {1} 列都对应“{2}”，只能留一列</source><translation>Columns {0} and {1} both stand for “{2}”; only one can stay</translation></message>
<message><source>{0} 前反馈</source><translation>answer by {0}</translation></message>
<message><source>{0} 园尚未报送</source><translation>{0} parks have not reported</translation></message>
<message><source>{0} 园，已报 {1} 园</source><translation>{0} parks, {1} reported</translation></message>
<message><source>{0} 处，已裁定 {1}，未裁定 {2}；只提示，不据以退回报送</source><translation>{0} places, {1} ruled on, {2} not; a notice only, nothing is returned because of it</translation></message>
<message><source>{0} 天前</source><translation>{0} days ago</translation></message>
<message><source>{0} 宗，面积 {1}，{2}，闲置 {3}</source><translation>{0} plots, area {1}, {2}, idle {3}</translation></message>
<message><source>{0} 家{1}</source><translation>{0} companies {1}</translation></message>
<message><source>{0} 家，含领军企业；{1}</source><translation>{0} companies, leading ones included; {1}</translation></message>
<message><source>{0} 年</source><translation>{0} years</translation></message>
<message><source>{0} 年 {1}</source><translation>{0} years {1}</translation></message>
<message><source>{0} 收到，原件已存档</source><translation>{0} received, original kept</translation></message>
<message><source>{0} 曾判{1}（{2}），数值已变，须重新判定</source><translation>{0} was judged {1} ({2}); the value has changed and must be judged anew</translation></message>
<message><source>{0} 月报已发布，{1}，不再改写</source><translation>Report of {0} published, {1}; it is no longer changed</translation></message>
<message><source>{0} 月报生成过，文件已不在发件文件夹</source><translation>The report of {0} was made, its file is no longer in the outbox</translation></message>
<message><source>{0} 月报草稿，{1}</source><translation>Draft report of {0}, {1}</translation></message>
<message><source>{0} 来源：{1}</source><translation>{0} source: {1}</translation></message>
<message><source>{0} 没有可测算的企业</source><translation>{0}: no companies to evaluate</translation></message>
<message><source>{0} 没有金额数据</source><translation>{0}: no amounts</translation></message>
<message><source>{0} 没有需要接受的报送</source><translation>{0}: no submissions to accept</translation></message>
<message><source>{0} 测算 {1} 家，待市级 {2} 项</source><translation>{0}: {1} evaluated, {2} wait for the city</translation></message>
<message><source>{0} 现为 {1}</source><translation>{0} now: {1}</translation></message>
<message><source>{0} 登记，{1}</source><translation>{0} registered, {1}</translation></message>
<message><source>{0} 笔，单位：万元</source><translation>{0} lines, in 10k yuan</translation></message>
<message><source>{0} 至 {1}</source><translation>{0} to {1}</translation></message>
<message><source>{0} 起</source><translation>from {0}</translation></message>
<message><source>{0} 起生效</source><translation>in force from {0}</translation></message>
<message><source>{0} 达产</source><translation>{0} at capacity</translation></message>
<message><source>{0} 还没有生成月报</source><translation>{0}: no report made yet</translation></message>
<message><source>{0} 项条件未销号</source><translation>{0} conditions open</translation></message>
<message><source>{0} 项错误未处理，不能直接接受{1}</source><translation>{0} errors not dealt with, cannot be accepted as it is{1}</translation></message>
<message><source>{0}　企业 {1} 家　收入 {2}　税收 {3}　定位内占比 {4}</source><translation>{0}  companies {1}  revenue {2}  tax {3}  within the plan {4}</translation></message>
<message><source>{0}　市级第 {1} 版　{2}　错误 {3}，警告 {4}</source><translation>{0}  city's version {1}  {2}  errors {3}, warnings {4}</translation></message>
<message><source>{0}　第 {1} 次</source><translation>{0}  no. {1}</translation></message>
<message><source>{0}。列入本月，更正 {1}，依据 {2}；不由规则算出，原结算不改写。</source><translation>{0}. Entered this month, corrects {1}, grounds {2}; not computed by a rule, the settlement itself is not rewritten.</translation></message>
<message><source>{0}。进入范围 {1} 案，退出 {2} 案，封顶月份变化 {3} 案；累计到 {4}</source><translation>{0}. {1} cases come into scope, {2} leave, the month of the cap changes for {3}; cumulated to {4}</translation></message>
<message><source>{0}不向{1}支付</source><translation>{0} pays nothing to {1}</translation></message>
<message><source>{0}与{1}同月列报，计入{2}，待统筹判定</source><translation>{0} and {1} list it in the same month; counted in {2}, to be decided</translation></message>
<message><source>{0}余 {1} 万元</source><translation>{0} left (10k yuan): {1}</translation></message>
<message><source>{0}前销号</source><translation>to be closed by {0}</translation></message>
<message><source>{0}应付{1} {2} 万元</source><translation>{0} owes {1} {2} (10k yuan)</translation></message>
<message><source>{0}第 {1} 句</source><translation>{0}, sentence {1}</translation></message>
<message><source>{0}等 {1} 园</source><translation>{0} and others, {1} parks</translation></message>
<message><source>{0}等，{1}</source><translation>{0} and others, {1}</translation></message>
<message><source>{0}范围</source><translation>scope of {0}</translation></message>
<message><source>{0}近 {1} 个月由 {2} 到 {3} {4}</source><translation>{0}, last {1} months from {2} to {3} {4}</translation></message>
<message><source>{0}还有缺项：{1}。确需发布的请写明理由，理由印在编制信息里。</source><translation>{0} still lacks: {1}. To publish all the same, give a reason; it is printed in the report.</translation></message>
<message><source>{0}（与{1}同月列报）</source><translation>{0} (listed by {1} in the same month)</translation></message>
<message><source>{0}（周{1}）</source><translation>{0} ({1})</translation></message>
<message><source>{0}，低于显示下限</source><translation>{0}, below what is shown</translation></message>
<message><source>{0}，储备 {1}（{2}）{3}{4}</source><translation>{0}, reserved {1} ({2}){3}{4}</translation></message>
<message><source>{0}，共 {1} 项，已处理 {2} 项</source><translation>{0}, {1} items, {2} dealt with</translation></message>
<message><source>{0}，双方已认 {1} 笔</source><translation>{0}, {1} lines agreed by both sides</translation></message>
<message><source>{0}，已到 {1} / {2} 园</source><translation>{0}, {1} / {2} parks in</translation></message>
<message><source>{0}，年期 {1}</source><translation>{0}, term {1}</translation></message>
<message><source>{0}，按读出的情形说明</source><translation>{0}, explained by the circumstances read</translation></message>
<message><source>{0}，是全域平均的 {1} 倍</source><translation>{0}, {1} times the average of the whole area</translation></message>
<message><source>{0}，未触及上限，全额结算；其余 {1} 万元由迁入方留存。</source><translation>{0}, cap not reached, settled in full; the other {1} (10k yuan) stays with the receiving side.</translation></message>
<message><source>{0}，理由：{1}</source><translation>{0}, reason: {1}</translation></message>
<message><source>{0}，超过上限余额，按 {1} 万元结算，差额归迁入方。</source><translation>{0}, above what is left of the cap; settled at {1} (10k yuan), the rest goes to the receiving side.</translation></message>
<message><source>{0}，退库按规则冲回。</source><translation>{0}, refund taken back by rule.</translation></message>
<message><source>{0}：
{1}月度报送应于 {2}前报送，{3}
请使用当月模板填报企业、税收、梯队各表；确无数据的表请注明“本月无”。如已寄出，请告知发送时间。</source><translation>{0}:
{1}The monthly submission is due by {2}, {3}
Please fill in this month's template for companies, tax and tiers; where a sheet has nothing, write “none this month”. If it has been sent, tell us when.</translation></message>
<message><source>{0}：{1} 家，收入 {2}</source><translation>{0}: {1} companies, revenue {2}</translation></message>
<message><source>{0}：{1} 家，组团共 {2} 家</source><translation>{0}: {1} companies, {2} in the cluster</translation></message>
<message><source>{0}：已收到，尚未入库</source><translation>{0}: received, not accepted yet</translation></message>
<message><source>{0}：未报</source><translation>{0}: not reported</translation></message>
<message><source>{0}：没有数据</source><translation>{0}: no data</translation></message>
<message><source>{0}；出处：{1} {2}；在册 {3} 条</source><translation>{0}; origin: {1} {2}; {3} on record</translation></message>
<message><source>{0}；改用市级规则，请收市级的规则包</source><translation>{0}; to use the city's rules, take in the city's rule package</translation></message>
<message><source>{0}；都累计到 {1}</source><translation>{0}; all cumulated to {1}</translation></message>
<message><source>—（未载明）</source><translation>— (not stated)</translation></message>
<message><source>“{0}”应为 {1} 到 {2} 的整数</source><translation>“{0}” must be a whole number from {1} to {2}</translation></message>
<message><source>　{0} 万元</source><translation>  {0} (10k yuan)</translation></message>
<message><source>〔参考〕{0}</source><translation>(for reference) {0}</translation></message>
<message><source>一个细分领域不超过</source><translation>at most per sub-field</translation></message>
<message><source>一二三四五六日</source><translation>Mon Tue Wed Thu Fri Sat Sun</translation></message>
<message><source>一致</source><translation>agrees</translation></message>
<message><source>万元/公顷</source><translation>10k yuan/ha</translation></message>
<message><source>万元，如 1283.55</source><translation>10k yuan, e.g. 1283.55</translation></message>
<message><source>上月提出</source><translation>raised last month</translation></message>
<message><source>上月未报</source><translation>not reported last month</translation></message>
<message><source>上月落实情况：{0}</source><translation>What came of last month: {0}</translation></message>
<message><source>上次</source><translation>last time</translation></message>
<message><source>上限</source><translation>cap</translation></message>
<message><source>上限（基数合计的倍数，“无”为不设）</source><translation>cap (multiple of the base total; “无” for none)</translation></message>
<message><source>不关乎某一家企业，不能转案件</source><translation>concerns no company, cannot become a case</translation></message>
<message><source>不列</source><translation>leave out</translation></message>
<message><source>不可</source><translation>no</translation></message>
<message><source>不可量化</source><translation>not measurable</translation></message>
<message><source>不同</source><translation>different</translation></message>
<message><source>不含</source><translation>not included</translation></message>
<message><source>不在分享范围</source><translation>not in scope of sharing</translation></message>
<message><source>不在台账</source><translation>not in the ledger</translation></message>
<message><source>不在政策区</source><translation>not in a policy zone</translation></message>
<message><source>不导入</source><translation>do not import</translation></message>
<message><source>不改 {0} 处</source><translation>{0} places unchanged</translation></message>
<message><source>不能改为空</source><translation>cannot be emptied</translation></message>
<message><source>不设上限</source><translation>no cap</translation></message>
<message><source>与上月不同</source><translation>differs from last month</translation></message>
<message><source>与现有数据一致</source><translation>same as the data held</translation></message>
<message><source>个</source><translation> </translation></message>
<message><source>个分园</source><translation>parks</translation></message>
<message><source>争议</source><translation>disputed</translation></message>
<message><source>交通</source><translation>transport</translation></message>
<message><source>产业可识别 {0} 家，其中定位内 {1} 家</source><translation>{0} with a known industry, {1} of them within the plan</translation></message>
<message><source>产业未填或不识</source><translation>industry empty or unknown</translation></message>
<message><source>产业载体</source><translation>carrier of the industry</translation></message>
<message><source>产业领域</source><translation>field of industry</translation></message>
<message><source>亩</source><translation>mu</translation></message>
<message><source>人</source><translation>people</translation></message>
<message><source>亿元</source><translation>100m yuan</translation></message>
<message><source>今</source><translation>today</translation></message>
<message><source>今日</source><translation>today</translation></message>
<message><source>今日 {0}</source><translation>today {0}</translation></message>
<message><source>从业人数</source><translation>employees</translation></message>
<message><source>以后数值不变不再提示</source><translation>not asked again while the value stays</translation></message>
<message><source>企业结构</source><translation>companies</translation></message>
<message><source>会审</source><translation>joint review</translation></message>
<message><source>低于门槛</source><translation>below threshold</translation></message>
<message><source>佐证</source><translation>evidence</translation></message>
<message><source>作废</source><translation>void</translation></message>
<message><source>供需匹配打分</source><translation>placement score</translation></message>
<message><source>信息</source><translation>information</translation></message>
<message><source>值得建议的最低分</source><translation>least score to be proposed</translation></message>
<message><source>先进制造</source><translation>advanced manufacturing</translation></message>
<message><source>全部 {0} 行</source><translation>all {0} rows</translation></message>
<message><source>全部事项</source><translation>all items</translation></message>
<message><source>公顷</source><translation>ha</translation></message>
<message><source>共 {0} 列：</source><translation>{0} columns:</translation></message>
<message><source>其中 {0} 处有提示</source><translation>{0} of them with a notice</translation></message>
<message><source>其他</source><translation>other</translation></message>
<message><source>其后有 {0} 步依赖它，须一并撤销：{1}{2}</source><translation>{0} later steps rest on it and must be undone with it: {1}{2}</translation></message>
<message><source>兼及</source><translation>also covers</translation></message>
<message><source>内容指纹</source><translation>content hash</translation></message>
<message><source>写作 2026-10-15</source><translation>write 2026-10-15</translation></message>
<message><source>准入标准相符</source><translation>meets admission standard</translation></message>
<message><source>分</source><translation>points</translation></message>
<message><source>分享中</source><translation>sharing</translation></message>
<message><source>分园{0}示意：{1}</source><translation>Sketch of park {0}: {1}</translation></message>
<message><source>分园主导产业不超过</source><translation>leading industries per park, at most</translation></message>
<message><source>分园未定</source><translation>park not decided</translation></message>
<message><source>分园：{0}
月份：{1}</source><translation>Park: {0}
Month: {1}</translation></message>
<message><source>分园：{0}（{1}）
月份：{2}（{3}）</source><translation>Park: {0} ({1})
Month: {2} ({3})</translation></message>
<message><source>列入</source><translation>list</translation></message>
<message><source>列入本园退回件，由园方改正后重报</source><translation>put on this park's return file, to be corrected and sent again</translation></message>
<message><source>到会 {0} 人，赞成 {1}、反对 {2}；{3}</source><translation>{0} present, {1} for, {2} against; {3}</translation></message>
<message><source>制造</source><translation>manufacturing</translation></message>
<message><source>前三年税收</source><translation>tax of the three years before</translation></message>
<message><source>办公室裁定：{0}</source><translation>Ruling of the office: {0}</translation></message>
<message><source>勾选</source><translation>ticked</translation></message>
<message><source>区</source><translation>district</translation></message>
<message><source>原判定“{0}”已失效：数值变了，须重新判定</source><translation>Earlier judgement “{0}” has lapsed: the value changed and must be judged anew</translation></message>
<message><source>原因未登记</source><translation>reason not recorded</translation></message>
<message><source>原因：{0}</source><translation>Reason: {0}</translation></message>
<message><source>原文</source><translation>original text</translation></message>
<message><source>去重合计</source><translation>total without doubles</translation></message>
<message><source>参考条件不计；标准可有几条途径，达到其中一条即可，逐条见下</source><translation>Reference conditions are not counted; a standard may have several ways, one of which is enough, see below</translation></message>
<message><source>双方确认后锁定结算</source><translation>locks once both sides have confirmed</translation></message>
<message><source>双方都还没有确认</source><translation>neither side has confirmed yet</translation></message>
<message><source>发展模式相符</source><translation>development mode fits</translation></message>
<message><source>发布后快照锁定，PDF 与工作簿存档，从此不改写；以后的更正列入下一期勘误。</source><translation>Publishing locks the snapshot and archives PDF and workbook; later corrections go into the next issue.</translation></message>
<message><source>发文</source><translation>paper</translation></message>
<message><source>发现 {0} 处问题：{1}</source><translation>{0} problems found: {1}</translation></message>
<message><source>变更登记</source><translation>registration changed</translation></message>
<message><source>变更登记 {0}，达产 {1}，基数 {2} 年</source><translation>registration changed {0}, at capacity {1}, base of {2} years</translation></message>
<message><source>口径</source><translation>scope</translation></message>
<message><source>另有 {0} 份有错误，选中后可带问题接收</source><translation>{0} more with errors; once selected they can be accepted with their issues</translation></message>
<message><source>可以上会</source><translation>can go to the meeting</translation></message>
<message><source>可以单独撤销；撤销另作一条记录，原记录保留</source><translation>Can be undone alone; undoing is an entry of its own and the old entry stays</translation></message>
<message><source>可到{0}</source><translation>can go to {0}</translation></message>
<message><source>可改</source><translation>can change</translation></message>
<message><source>可改 {0} 处</source><translation>{0} places can be changed</translation></message>
<message><source>可用 {0}</source><translation>available: {0}</translation></message>
<message><source>可用 {0} 公顷</source><translation>{0} ha available</translation></message>
<message><source>可用未报</source><translation>availability not reported</translation></message>
<message><source>可用：{0}</source><translation>available: {0}</translation></message>
<message><source>可落地</source><translation>can land</translation></message>
<message><source>可选</source><translation>optional</translation></message>
<message><source>各圈合计</source><translation>total of all circles</translation></message>
<message><source>各宗产出都已登记才有合计</source><translation>a total stands only when the output of every plot is registered</translation></message>
<message><source>各方不一　我方 {0}　对方 {1}　此前 {2}</source><translation>Parties differ  ours {0}  theirs {1}  before {2}</translation></message>
<message><source>同一企业在几个圈里只计一次</source><translation>a company in several circles counts once</translation></message>
<message><source>同左</source><translation>same as left</translation></message>
<message><source>同月另有分园列报，本行未计入合计</source><translation>listed by another park in the same month; this line is not in the totals</translation></message>
<message><source>同现行</source><translation>same as now</translation></message>
<message><source>名称最多 {0} 个字</source><translation>a name has at most {0} characters</translation></message>
<message><source>回执</source><translation>receipt</translation></message>
<message><source>园区本月未入库，不判断</source><translation>park not in this month, not judged</translation></message>
<message><source>园方填报状态</source><translation>status given by the park</translation></message>
<message><source>园方填报：{0}</source><translation>Given by the park: {0}</translation></message>
<message><source>园方未填状态</source><translation>park gave no status</translation></message>
<message><source>园方没有登记意见</source><translation>park gave no opinion</translation></message>
<message><source>园方说明</source><translation>park's explanation</translation></message>
<message><source>圈内</source><translation>within circle</translation></message>
<message><source>在办 {0} 件，线索 {1} 条</source><translation>{0} cases under way, {1} leads</translation></message>
<message><source>在审 {0} 个</source><translation>{0} under review</translation></message>
<message><source>在本办规则文件夹 catalogue/contradictions.toml 填写 office_ruling 和 ruled_on</source><translation>fill in office_ruling and ruled_on in catalogue/contradictions.toml of the office's rule folder</translation></message>
<message><source>在范围</source><translation>in scope</translation></message>
<message><source>地址</source><translation>address</translation></message>
<message><source>地块 {0} 未登记</source><translation>plot {0} not registered</translation></message>
<message><source>地块 {0}（{1}）</source><translation>plot {0} ({1})</translation></message>
<message><source>基数</source><translation>base</translation></message>
<message><source>孵化毕业</source><translation>incubated here</translation></message>
<message><source>定位相符</source><translation>fits the plan</translation></message>
<message><source>小规模</source><translation>small scale</translation></message>
<message><source>尚无答复。逾期记为未答复，不视为不同意。</source><translation>No answer yet. Past the day it is noted as unanswered, not as a refusal.</translation></message>
<message><source>尚未落地</source><translation>not landed yet</translation></message>
<message><source>尚未裁定。</source><translation>Not ruled on yet.</translation></message>
<message><source>尚未起算</source><translation>not started</translation></message>
<message><source>已于 {0} 销号：{1}</source><translation>closed on {0}: {1}</translation></message>
<message><source>已作废</source><translation>void</translation></message>
<message><source>已办结</source><translation>done</translation></message>
<message><source>已反馈</source><translation>answered</translation></message>
<message><source>已在此栏</source><translation>in this column already</translation></message>
<message><source>已填</source><translation>filled in</translation></message>
<message><source>已接受 {0} {1}</source><translation>accepted {0} {1}</translation></message>
<message><source>已接受 {0} 园</source><translation>{0} parks accepted</translation></message>
<message><source>已撤回</source><translation>taken back</translation></message>
<message><source>已收</source><translation>received</translation></message>
<message><source>已登记</source><translation>registered</translation></message>
<message><source>已答</source><translation>answered</translation></message>
<message><source>已被新版替代</source><translation>replaced by a newer version</translation></message>
<message><source>已裁定</source><translation>ruled on</translation></message>
<message><source>已裁定 {0}</source><translation>{0} ruled on</translation></message>
<message><source>已计入本月合计</source><translation>counted in this month's totals</translation></message>
<message><source>已认出</source><translation>recognised</translation></message>
<message><source>已达上限</source><translation>cap reached</translation></message>
<message><source>已达到</source><translation>reached</translation></message>
<message><source>已退出</source><translation>left</translation></message>
<message><source>已销号</source><translation>closed</translation></message>
<message><source>市级尚未决定</source><translation>not decided by the city</translation></message>
<message><source>市级已登记</source><translation>noted at the city</translation></message>
<message><source>带问题接收 {0} 份…</source><translation>Accept {0} with issues…</translation></message>
<message><source>带问题接收，理由：{0}</source><translation>Accepted with issues, reason: {0}</translation></message>
<message><source>平方公里</source><translation>km²</translation></message>
<message><source>年产出</source><translation>yearly output</translation></message>
<message><source>应付 ＼ 应收</source><translation>owes ＼ receives</translation></message>
<message><source>应付合计</source><translation>total owed</translation></message>
<message><source>应得 {0} 万元</source><translation>due {0} (10k yuan)</translation></message>
<message><source>建议 {0}</source><translation>proposed {0}</translation></message>
<message><source>建议纳入</source><translation>proposed to enter</translation></message>
<message><source>建议退出</source><translation>proposed to leave</translation></message>
<message><source>异议</source><translation>objection</translation></message>
<message><source>异议只及分享条款与事实，不影响企业迁移（公平竞争审查条例）</source><translation>An objection is about terms and facts of sharing only and does not stop the move (fair competition review rules)</translation></message>
<message><source>当时 {0} 项，改动后 {1} 项{2}；未写入</source><translation>{0} items then, {1} after the change{2}; nothing written</translation></message>
<message><source>待 {0} 家反馈，{1} 前</source><translation>{0} answers awaited by {1}</translation></message>
<message><source>待{0}</source><translation>awaiting {0}</translation></message>
<message><source>待会审结论</source><translation>awaiting the joint review</translation></message>
<message><source>待判定</source><translation>to be judged</translation></message>
<message><source>待反馈</source><translation>awaiting answer</translation></message>
<message><source>待回执</source><translation>awaiting receipt</translation></message>
<message><source>待定</source><translation>open</translation></message>
<message><source>待征求部门意见</source><translation>opinions of departments to be asked</translation></message>
<message><source>待我方</source><translation>ours to do</translation></message>
<message><source>待接受 {0} 份</source><translation>{0} to accept</translation></message>
<message><source>待接收</source><translation>to receive</translation></message>
<message><source>待答复，{0} 止</source><translation>awaiting answer, until {0}</translation></message>
<message><source>待续约、整改或退出</source><translation>to be renewed, put right or left</translation></message>
<message><source>得分 {0}，上界 {1}{2}；只含有书面意向的企业</source><translation>score {0}, bound {1}{2}; only companies with a written wish</translation></message>
<message><source>忽略并记住</source><translation>Ignore and remember</translation></message>
<message><source>性质 {0}，方式 {1}，立案 {2}</source><translation>nature {0}, manner {1}, opened {2}</translation></message>
<message><source>性质不在范围</source><translation>nature not in scope</translation></message>
<message><source>性质为{0}，是否分享以规则为准</source><translation>nature {0}; the rule decides whether it is shared</translation></message>
<message><source>性质为政府主导，达产后按规则进入分享</source><translation>nature led by government; shared by rule once at capacity</translation></message>
<message><source>总部与经营点</source><translation>head office and places of operation</translation></message>
<message><source>意向</source><translation>wish</translation></message>
<message><source>成立日期</source><translation>founded on</translation></message>
<message><source>截至 {0} 尚未收到，已逾期 {1} 个工作日，请于今日内报送。</source><translation>not received by {0}, overdue by {1} working days; please send today.</translation></message>
<message><source>截至 {0} 尚未收到，请按期报送。</source><translation>not received by {0}; please send in time.</translation></message>
<message><source>所属分园</source><translation>park</translation></message>
<message><source>所属期 {0} 的税款在本月{1}，按入库月分享，列明所属期；该月已锁定的结算不改写。</source><translation>Tax of {0} was {1} this month; shared in the month it came in, with its period named; that month's locked settlement is not rewritten.</translation></message>
<message><source>所选有错误，须说明理由</source><translation>the selected ones have errors, a reason is needed</translation></message>
<message><source>报出</source><translation>sent</translation></message>
<message><source>按 {0} 算得 {1} 万元</source><translation>{1} (10k yuan) by {0}</translation></message>
<message><source>接受{0}</source><translation>Accept {0}</translation></message>
<message><source>接受全部可接受的 {0} 份</source><translation>Accept all {0} that can be accepted</translation></message>
<message><source>接受所选 {0} 份</source><translation>Accept {0} selected</translation></message>
<message><source>推进中</source><translation>in progress</translation></message>
<message><source>推进到{0}</source><translation>Advance to {0}</translation></message>
<message><source>推进前还缺：{0}</source><translation>Lacking before it can advance: {0}</translation></message>
<message><source>操作记录 {0} 条首尾相接，数据 {1} 行与记录一致，存档 {2} 个文件未改动{3}</source><translation>Journal: {0} entries linked end to end, {1} rows agree with it, {2} archived files unchanged{3}</translation></message>
<message><source>支持</source><translation>support</translation></message>
<message><source>收入结构</source><translation>revenue</translation></message>
<message><source>改 {0} {1}</source><translation>change {0} {1}</translation></message>
<message><source>改 {0} 家 {1} 处</source><translation>change {0} companies, {1} places</translation></message>
<message><source>改动过</source><translation>edited since</translation></message>
<message><source>政府主导</source><translation>led by government</translation></message>
<message><source>数已变：</source><translation>Figures changed:</translation></message>
<message><source>数据不全</source><translation>data incomplete</translation></message>
<message><source>数据不全而无法判定最多的是{0}：{1} 家。</source><translation>Most often undecidable for lack of data: {0}, {1} companies.</translation></message>
<message><source>数据不全而无法判定的企业数；仅作对照的不计</source><translation>companies that cannot be judged for lack of data; those only compared are left out</translation></message>
<message><source>数据已有变动</source><translation>data has changed</translation></message>
<message><source>整数</source><translation>whole number</translation></message>
<message><source>新一代信息技术</source><translation>new-generation information technology</translation></message>
<message><source>新旧产业</source><translation>new and old industries</translation></message>
<message><source>新材料</source><translation>new materials</translation></message>
<message><source>新能源与节能环保</source><translation>new energy and environment</translation></message>
<message><source>方案{0}“{1}”：进入范围 {2} 案，退出 {3} 案，封顶月份变化 {4} 案</source><translation>Plan {0} “{1}”: {2} cases come into scope, {3} leave, the month of the cap changes for {4}</translation></message>
<message><source>无数据</source><translation>no data</translation></message>
<message><source>无时限</source><translation>no time limit</translation></message>
<message><source>无法读取</source><translation>cannot be read</translation></message>
<message><source>旧称</source><translation>former name</translation></message>
<message><source>昨日</source><translation>yesterday</translation></message>
<message><source>是</source><translation>yes</translation></message>
<message><source>显示区位商的企业下限</source><translation>least companies for the location quotient to be shown</translation></message>
<message><source>更正 {0} 的结算</source><translation>corrects the settlement of {0}</translation></message>
<message><source>更正已锁定的 {0}：现按已知事实重算，减去已结数，差额列入本月，不改写原结算。</source><translation>Corrects the locked {0}: computed anew from what is known now, less what was settled; the difference stands in this month, the settlement is not rewritten.</translation></message>
<message><source>曾用名</source><translation>former name</translation></message>
<message><source>月份未定</source><translation>month unknown</translation></message>
<message><source>有差异</source><translation>difference</translation></message>
<message><source>有异议</source><translation>objection</translation></message>
<message><source>有疑问的数值计入合计；以后数值不变则沿用这次的判定</source><translation>A doubted value counts in the totals; while it stays, this judgement holds</translation></message>
<message><source>有矛盾</source><translation>contradictory</translation></message>
<message><source>服务</source><translation>services</translation></message>
<message><source>期满</source><translation>term over</translation></message>
<message><source>未关注</source><translation>not watched</translation></message>
<message><source>未到：</source><translation>Not in:</translation></message>
<message><source>未处理 {0}</source><translation>{0} open</translation></message>
<message><source>未定 {0}</source><translation>{0} undecided</translation></message>
<message><source>未定地块</source><translation>plot unknown</translation></message>
<message><source>未导入</source><translation>not imported</translation></message>
<message><source>未接受：{0}{1}</source><translation>Not accepted: {0}{1}</translation></message>
<message><source>未核实</source><translation>not verified</translation></message>
<message><source>未求解</source><translation>not solved</translation></message>
<message><source>未登记用地</source><translation>no land registered</translation></message>
<message><source>未答复</source><translation>unanswered</translation></message>
<message><source>未自检</source><translation>not self-checked</translation></message>
<message><source>未计入</source><translation>not counted</translation></message>
<message><source>未试算</source><translation>no trial yet</translation></message>
<message><source>未载</source><translation>not stated</translation></message>
<message><source>未载明</source><translation>not stated</translation></message>
<message><source>未达产</source><translation>not at capacity</translation></message>
<message><source>未通过</source><translation>not passed</translation></message>
<message><source>未销号</source><translation>open</translation></message>
<message><source>未销号条件 {0} 项</source><translation>{0} conditions open</translation></message>
<message><source>本列不可改</source><translation>this column cannot be changed</translation></message>
<message><source>本区应付</source><translation>our district owes</translation></message>
<message><source>本区应收</source><translation>our district receives</translation></message>
<message><source>本园台账中该产业企业的当年累计营业收入之和；一家企业只计一次</source><translation>Sum of this year's cumulative revenue of this park's companies in the industry; a company counts once</translation></message>
<message><source>本园本月未入库，或没有企业报累计收入；没有数不等于零</source><translation>This park is not in this month, or no company reported cumulative revenue; no figure is not zero</translation></message>
<message><source>本月已发布</source><translation>published this month</translation></message>
<message><source>本月报送中有 {0} 项错误或警告</source><translation>{0} errors or warnings in this month's submission</translation></message>
<message><source>本月无数据</source><translation>no data this month</translation></message>
<message><source>本月无结算行</source><translation>no settlement lines this month</translation></message>
<message><source>本月未报</source><translation>not reported this month</translation></message>
<message><source>本月没有这个数</source><translation>no such figure this month</translation></message>
<message><source>本月没有错误或警告</source><translation>no errors or warnings this month</translation></message>
<message><source>本月还没有入库的企业。接收并接受报送后在这里测算。</source><translation>No companies are in this month yet. Evaluated here once submissions are accepted.</translation></message>
<message><source>本月还没有收到这个园的文件；未报不按零计算{0}</source><translation>Nothing has come from this park this month; what is not reported is not zero{0}</translation></message>
<message><source>本次</source><translation>this time</translation></message>
<message><source>本次接收 {0} 份：</source><translation>Received {0}:</translation></message>
<message><source>材料</source><translation>material</translation></message>
<message><source>条</source><translation>entries</translation></message>
<message><source>查找</source><translation>find</translation></message>
<message><source>校验值</source><translation>hash</translation></message>
<message><source>核对月报后发布</source><translation>publish after checking the report</translation></message>
<message><source>案件 {0}：{1}（{2}），{3} → {4}，{5}</source><translation>Case {0}: {1} ({2}), {3} → {4}, {5}</translation></message>
<message><source>案件{0}，不再移动</source><translation>Case {0}, no longer moved</translation></message>
<message><source>案件不倒退</source><translation>a case does not go back</translation></message>
<message><source>案件已{0}</source><translation>case {0}</translation></message>
<message><source>案情有矛盾</source><translation>facts contradict each other</translation></message>
<message><source>案情齐后转入市级统筹；意见只供协调，不设否决。</source><translation>Goes to the city once its facts are complete; opinions serve coordination, nobody has a veto.</translation></message>
<message><source>梯队标准</source><translation>tier standards</translation></message>
<message><source>梯队阶梯</source><translation>ladder of tiers</translation></message>
<message><source>梯队阶梯次序</source><translation>order of the ladder</translation></message>
<message><source>模式未载明</source><translation>mode not stated</translation></message>
<message><source>正在与现有数据核对</source><translation>comparing with the data held</translation></message>
<message><source>每家企业只计在现行产业的一行</source><translation>every company counts only in the row of its present industry</translation></message>
<message><source>毕业 {0} 家，本月在册于该组团 {1} 家</source><translation>{0} graduated, {1} of them in the cluster this month</translation></message>
<message><source>没有{0}</source><translation>no {0}</translation></message>
<message><source>没有产业可识别的企业，不计算占比</source><translation>no company with a known industry, no share computed</translation></message>
<message><source>没有企业，或产业未填</source><translation>no companies, or no industry given</translation></message>
<message><source>没有出处</source><translation>no origin</translation></message>
<message><source>没有可比的企业</source><translation>no companies to compare</translation></message>
<message><source>没有填报；不按零计算</source><translation>nothing given; not taken for zero</translation></message>
<message><source>没有待接受的报送</source><translation>no submissions to accept</translation></message>
<message><source>没有找到可接收的文件（支持 .xlsx .xls .csv 等表格）</source><translation>no files that can be received (.xlsx .xls .csv and the like)</translation></message>
<message><source>没有未定点</source><translation>none undecided</translation></message>
<message><source>没有要退回的问题</source><translation>nothing to return</translation></message>
<message><source>没有该产业的书面意向</source><translation>no written wishes in this industry</translation></message>
<message><source>没有迁移线索，须选另一方分园</source><translation>no lead; choose the other park</translation></message>
<message><source>没有错误，可以接受并入库{0}</source><translation>no errors, can be accepted{0}</translation></message>
<message><source>注册地址</source><translation>registered address</translation></message>
<message><source>注销</source><translation>struck off</translation></message>
<message><source>测算 {0} 家，条件无变化或数据未到。{1}</source><translation>{0} evaluated, conditions unchanged or data not in. {1}</translation></message>
<message><source>涵盖地块</source><translation>plots covered</translation></message>
<message><source>状态未报</source><translation>status not reported</translation></message>
<message><source>现代交通</source><translation>modern transport</translation></message>
<message><source>现有</source><translation>present</translation></message>
<message><source>生效日未写明</source><translation>day in force not stated</translation></message>
<message><source>生物</source><translation>biology</translation></message>
<message><source>生物与健康</source><translation>biology and health</translation></message>
<message><source>用地登记 {0}</source><translation>land registered {0}</translation></message>
<message><source>登记原因</source><translation>reason</translation></message>
<message><source>登记，{0} 年基数</source><translation>registered, base of {0} years</translation></message>
<message><source>登记，基数未登记</source><translation>registered, no base</translation></message>
<message><source>的</source><translation> </translation></message>
<message><source>监视的文件夹里新来的，尚未读入</source><translation>new in the watched folder, not read yet</translation></message>
<message><source>相同</source><translation>same</translation></message>
<message><source>科技创新服务</source><translation>science and technology services</translation></message>
<message><source>税收未报</source><translation>tax not reported</translation></message>
<message><source>空值</source><translation>empty</translation></message>
<message><source>空间</source><translation>space</translation></message>
<message><source>立迁移案件，交两园和市级协调</source><translation>Open a move case, to be coordinated between both parks and the city</translation></message>
<message><source>第 {0} / {1} 组，相似 {2} 分</source><translation>Group {0} / {1}, resemblance {2}</translation></message>
<message><source>第 {0} / {1} 页</source><translation>Page {0} / {1}</translation></message>
<message><source>第 {0} 个月，共 {1} 个月</source><translation>Month {0} of {1}</translation></message>
<message><source>第 {0} 版已入库</source><translation>Version {0} accepted</translation></message>
<message><source>第 {0} 版已退回，等待重报</source><translation>Version {0} returned, waiting for the next</translation></message>
<message><source>第 {0} 级</source><translation>level {0}</translation></message>
<message><source>第 {0} 行</source><translation>row {0}</translation></message>
<message><source>第 {0} 行{1}“{2}”：{3}</source><translation>row {0} {1} “{2}”: {3}</translation></message>
<message><source>第 {0} 行第 {1} 列超出表外：{2}</source><translation>row {0} column {1} lies outside the table: {2}</translation></message>
<message><source>等待分园重报</source><translation>waiting for the park to send again</translation></message>
<message><source>筛选：{0}；{1} 行，共 {2} 行</source><translation>Filter: {0}; {1} of {2} rows</translation></message>
<message><source>线索</source><translation>lead</translation></message>
<message><source>线索先立案，从“迁出登记”开始</source><translation>a lead is opened as a case first, from “迁出登记”</translation></message>
<message><source>组团匹配</source><translation>matched to cluster</translation></message>
<message><source>组团指标参数</source><translation>parameters of cluster indicators</translation></message>
<message><source>经开区</source><translation>economic development area</translation></message>
<message><source>统筹台筛选</source><translation>zgc filter</translation></message>
<message><source>缺</source><translation>lacks</translation></message>
<message><source>缺 {0} 项</source><translation>lacks {0}</translation></message>
<message><source>缺{0}</source><translation>lacks {0}</translation></message>
<message><source>缺少</source><translation>lacks</translation></message>
<message><source>能放下，得分不占优</source><translation>fits, but scores lower</translation></message>
<message><source>能源</source><translation>energy</translation></message>
<message><source>自 {0} 起 {1}归{2}，此前的月份仍在{3}；其后已入库的月份重新汇总。{4}。落地后不能退回，企业再迁须另立案。</source><translation>From {0} {1} belongs to {2}, before to {3}; months accepted since are summed anew. {4}. A landing is not taken back; another move needs another case.</translation></message>
<message><source>自 {0} 起停用：{1}</source><translation>off from {0}: {1}</translation></message>
<message><source>自 {0} 起：{1}</source><translation>from {0}: {1}</translation></message>
<message><source>自始启用，未作改动</source><translation>on from the beginning, unchanged</translation></message>
<message><source>至今</source><translation>until now</translation></message>
<message><source>落地并结算后进入分享</source><translation>shared once landed and settled</translation></message>
<message><source>落地，归属变更</source><translation>landed, belonging changed</translation></message>
<message><source>行数</source><translation>rows</translation></message>
<message><source>补充式、填空式招引</source><translation>complementing and filling gaps</translation></message>
<message><source>规划</source><translation>plan</translation></message>
<message><source>规划所称重点发展组团在 2 平方公里以上</source><translation>clusters named in the plan have 2 km² or more</translation></message>
<message><source>规划未列</source><translation>not in the plan</translation></message>
<message><source>规划未载明</source><translation>not stated in the plan</translation></message>
<message><source>规划目录</source><translation>plan's contents</translation></message>
<message><source>规则 {0}</source><translation>rule {0}</translation></message>
<message><source>规则 {0} {1}，依据：{2}</source><translation>rule {0} {1}, grounds: {2}</translation></message>
<message><source>规则旧</source><translation>old rules</translation></message>
<message><source>计数 {0}　求和 {1}　平均 {2}</source><translation>count {0}  sum {1}  mean {2}</translation></message>
<message><source>认出的表；其余未导入的见“问题”</source><translation>tables recognised; what was not imported stands under issues</translation></message>
<message><source>认定有效期</source><translation>period of recognition</translation></message>
<message><source>该年没有台账</source><translation>no ledger for that year</translation></message>
<message><source>说明后接受</source><translation>accept with a note</translation></message>
<message><source>调账</source><translation>adjustment</translation></message>
<message><source>起算前</source><translation>before the start</translation></message>
<message><source>转案件</source><translation>make a case</translation></message>
<message><source>载体相符</source><translation>carrier fits</translation></message>
<message><source>较上月 {0}</source><translation>{0} against last month</translation></message>
<message><source>达产</source><translation>at capacity</translation></message>
<message><source>近 {0} 个月由 {1} 到 {2} 万元</source><translation>last {0} months from {1} to {2} (10k yuan)</translation></message>
<message><source>还不能报送：{0}</source><translation>Cannot be sent yet: {0}</translation></message>
<message><source>还没有判定</source><translation>not judged yet</translation></message>
<message><source>还没有收到市级的回执</source><translation>no receipt from the city yet</translation></message>
<message><source>还没有期间，收到第一份报送即建立</source><translation>No months yet; the first submission makes one</translation></message>
<message><source>还没有登记地块；未登记不等于没有用地</source><translation>no plots registered; not registered does not mean no land</translation></message>
<message><source>还缺：{0} 列的单位</source><translation>Still lacking: the unit of column {0}</translation></message>
<message><source>还缺：分园</source><translation>Still lacking: park</translation></message>
<message><source>还缺：月份</source><translation>Still lacking: month</translation></message>
<message><source>这一列没有认出，没有导入</source><translation>this column was not recognised and not imported</translation></message>
<message><source>逐年比例</source><translation>ratio by year</translation></message>
<message><source>逾期任务 {0} 项</source><translation>{0} tasks overdue</translation></message>
<message><source>重点</source><translation>key</translation></message>
<message><source>重点产业均有企业</source><translation>every key industry has companies</translation></message>
<message><source>金额写作 1234.56（元）</source><translation>write amounts as 1234.56 (yuan)</translation></message>
<message><source>锁定前还缺：{0}{1}</source><translation>Lacking before it locks: {0}{1}</translation></message>
<message><source>错误不能忽略：请退回，属实的说明后接受</source><translation>An error cannot be ignored: return it, or accept it with a note where it is true</translation></message>
<message><source>门槛（元，“无”为不设）</source><translation>threshold (yuan; “无” for none)</translation></message>
<message><source>需确认</source><translation>to be confirmed</translation></message>
<message><source>非空</source><translation>not empty</translation></message>
<message><source>项目 {0} 个</source><translation>{0} projects</translation></message>
<message><source>预留</source><translation>reserved</translation></message>
<message><source>领军企业圈</source><translation>circle of leading companies</translation></message>
<message><source>首次纳税</source><translation>first tax</translation></message>
<message><source>（市级代录）</source><translation> (written down by the city)</translation></message>
<message><source>（未计入）</source><translation> (not counted)</translation></message>
<message><source>（空）</source><translation>(empty)</translation></message>
<message><source>，{0} 人</source><translation>, {0} people</translation></message>
<message><source>，{0} 宗未报已用</source><translation>, {0} plots without use reported</translation></message>
<message><source>，{0} 止</source><translation>, until {0}</translation></message>
<message><source>，{0} 起可供</source><translation>, available from {0}</translation></message>
<message><source>，不含 {0} 园（未入库）</source><translation>, without {0} parks (not in)</translation></message>
<message><source>，不含{0}（未入库）</source><translation>, without {0} (not in)</translation></message>
<message><source>，已改写</source><translation>, rewritten</translation></message>
<message><source>，已证最优</source><translation>, proved optimal</translation></message>
<message><source>，核实 {0}{1}</source><translation>, verified {0}{1}</translation></message>
<message><source>，核对于 {0}</source><translation>, checked on {0}</translation></message>
<message><source>，沿用此前判定</source><translation>, by the earlier judgement</translation></message>
<message><source>，自 {0}</source><translation>, from {0}</translation></message>
<message><source>，认为应为 {0} 元</source><translation>, says {0} yuan</translation></message>
<message><source>；{0} 份原件读不出</source><translation>; {0} originals cannot be read</translation></message>
<message><source>；{0} 园未登记</source><translation>; {0} parks not registered</translation></message>
<message><source>；{0} 处由旧版写入，无法核对</source><translation>; {0} places written by an older version, cannot be checked</translation></message>
<message><source>；{0} 起另有决定</source><translation>; other decision from {0}</translation></message>
<message><source>；{0} 项建议待决定</source><translation>; {0} proposals undecided</translation></message>
<message><source>；不按零计算</source><translation>; not taken for zero</translation></message>
<message><source>；其中 </source><translation>; of which </translation></message>
<message><source>；其中 {0} 家只填了产业、没有填领域，可能已在其中</source><translation>; {0} gave only the industry and no field, they may be among them</translation></message>
<message><source>；未报 {0}</source><translation>; not reported {0}</translation></message>
<message><source>；第 {0} 版已作废</source><translation>; version {0} void</translation></message>
<message><source>；第 {0} 版已入库，接受后由本版替代</source><translation>; version {0} accepted, replaced by this one on acceptance</translation></message>
<message><source>2026 入列</source><translation>joined in 2026</translation></message>
<message><source>{0} 入列</source><translation>joined in {0}</translation></message>
<message><source>{0} 年入列的在 {1} 年：{2}</source><translation>joined in {0}, in {1}: {2}</translation></message>
<message><source>{0} 年入列，{1} 年：{2}</source><translation>joined in {0}, {1}: {2}</translation></message>
<message><source>{0} 至 {1} {2}</source><translation>{0} to {1} {2}</translation></message>
<message><source>{0} 至 {1}：{2}</source><translation>{0} to {1}: {2}</translation></message>
<message><source>共 {0}：{1}</source><translation>{0} in all: {1}</translation></message>
<message><source>方位示意</source><translation>sketch of directions</translation></message>
<message><source>非地图</source><translation>not a map</translation></message>
<message><source>0.0 秒</source><translation>0.0 s</translation></message>
<message><source>{0} 1 项</source><translation>{0} 1 item</translation></message>
<message><source>{0} 个已有同名文件，未覆盖</source><translation>{0} exist already, not overwritten</translation></message>
<message><source>{0} 处对不上</source><translation>{0} disagree</translation></message>
<message><source>{0} 已自动列入 {1} 题单</source><translation>{0} stands on the agenda of {1} by itself</translation></message>
<message><source>{0} 年 {1} 月</source><translation>{1}/{0}</translation></message>
<message><source>{0} 张表</source><translation>{0} tables</translation></message>
<message><source>{0} 条操作记录</source><translation>{0} journal entries</translation></message>
<message><source>{0} 画不出来</source><translation>{0} cannot be drawn</translation></message>
<message><source>{0} 税收分享已试算：{1} 笔，不在范围 {2} 件</source><translation>{0}: sharing computed, {1} lines, {2} out of scope</translation></message>
<message><source>{0} 行</source><translation>{0} rows</translation></message>
<message><source>{0} 页</source><translation>{0} pages</translation></message>
<message><source>{0} 页，{1}，{2}</source><translation>{0} pages, {1}, {2}</translation></message>
<message><source>{0}“{1}”不是年份</source><translation>{0}: “{1}” is not a year</translation></message>
<message><source>{0}“{1}”不是数字</source><translation>{0}: “{1}” is not a number</translation></message>
<message><source>{0}“{1}”不是日期</source><translation>{0}: “{1}” is not a day</translation></message>
<message><source>{0}“{1}”不是金额</source><translation>{0}: “{1}” is not an amount</translation></message>
<message><source>{0}“{1}”不能登记</source><translation>{0}: “{1}” cannot be registered</translation></message>
<message><source>{0}“{1}”的小数位太多</source><translation>{0}: “{1}” has too many decimals</translation></message>
<message><source>{0}　{1} 更正 {2}，应得 {3} 万元</source><translation>{0}  {1} corrects {2}, due {3} (10k yuan)</translation></message>
<message><source>{0}　{1}（{2}付{3}）</source><translation>{0}  {1} ({2} pays {3})</translation></message>
<message><source>{0}园</source><translation>{0} parks</translation></message>
<message><source>“{0}”不是月份</source><translation>“{0}” is not a month</translation></message>
<message><source>不需</source><translation>none needed</translation></message>
<message><source>中文</source><translation>Chinese</translation></message>
<message><source>为项目 {0} 预留</source><translation>Reserved for project {0}</translation></message>
<message><source>从业人员</source><translation>Employees</translation></message>
<message><source>全部</source><translation>All</translation></message>
<message><source>全部性质</source><translation>All natures</translation></message>
<message><source>再设企业的信用代码</source><translation>codes of companies set up anew</translation></message>
<message><source>写成 内容|责任单位|环节，需要期限时再加 |2026-12-31；多项用分号隔开</source><translation>write content|office in charge|step, and |2026-12-31 where there is a term; several separated by semicolons</translation></message>
<message><source>办结理由</source><translation>Reason it is done</translation></message>
<message><source>单位为万元</source><translation>in 10k yuan</translation></message>
<message><source>单位为万元，不小于 0，至多六位小数</source><translation>in 10k yuan, not below 0, at most six decimals</translation></message>
<message><source>可接收</source><translation>can receive</translation></message>
<message><source>各产业</source><translation>Industries</translation></message>
<message><source>各企业的代码与比例，如 代码=0.6 代码=0.4</source><translation>code and share of every company, e.g. code=0.6 code=0.4</translation></message>
<message><source>各分园</source><translation>Parks</translation></message>
<message><source>合计</source><translation>Total</translation></message>
<message><source>否</source><translation>no</translation></message>
<message><source>固定资产投资</source><translation>Fixed-asset investment</translation></message>
<message><source>存档中的原件读不出来</source><translation>an archived original cannot be read</translation></message>
<message><source>工作簿不完整：{0}</source><translation>Workbook incomplete: {0}</translation></message>
<message><source>已保存个人设置</source><translation>Personal settings saved</translation></message>
<message><source>已写入 {0} 个文件到 {1}</source><translation>{0} files written to {1}</translation></message>
<message><source>已取消，其余 {0} 个未写</source><translation>Cancelled, the other {0} were not written</translation></message>
<message><source>总投资</source><translation>Total investment</translation></message>
<message><source>截止日</source><translation>Day due</translation></message>
<message><source>投产</source><translation>In production</translation></message>
<message><source>数据库</source><translation>Database</translation></message>
<message><source>整改</source><translation>Put right</translation></message>
<message><source>方案{0}　{1}</source><translation>Plan {0}  {1}</translation></message>
<message><source>无须再列；题单中可见</source><translation>need not be listed again; it stands on the agenda</translation></message>
<message><source>月报 PDF 打不开</source><translation>the report's PDF cannot be opened</translation></message>
<message><source>有</source><translation>yes</translation></message>
<message><source>有效到会人数“{0}”不是整数</source><translation>People present “{0}” is not a whole number</translation></message>
<message><source>有条件通过</source><translation>passed with conditions</translation></message>
<message><source>条件“{0}”写法不对</source><translation>condition “{0}” is not written right</translation></message>
<message><source>条件期限</source><translation>Term of the condition</translation></message>
<message><source>来自</source><translation>From</translation></message>
<message><source>概况</source><translation>Overview</translation></message>
<message><source>没有填核实值</source><translation>no verified value filled in</translation></message>
<message><source>没有填生效日</source><translation>no day of effect filled in</translation></message>
<message><source>没有填落款日期</source><translation>no date filled in</translation></message>
<message><source>没有填面积</source><translation>no area filled in</translation></message>
<message><source>没有数据请不要登记；未考核不等于零</source><translation>do not register what has no data; not assessed is not zero</translation></message>
<message><source>演示</source><translation>Demo</translation></message>
<message><source>演示月</source><translation>Month of the demo</translation></message>
<message><source>知悉</source><translation>noted</translation></message>
<message><source>第 {0} 号　{1}：{2}</source><translation>No. {0}  {1}: {2}</translation></message>
<message><source>统筹台 自检 </source><translation>zgc self-test </translation></message>
<message><source>续约</source><translation>Renew</translation></message>
<message><source>至多两位小数</source><translation>at most two decimals</translation></message>
<message><source>范围内以往项目 {0} 个，结论会改变 {1} 个</source><translation>{0} earlier projects in range, {1} results would change</translation></message>
<message><source>表</source><translation>Table</translation></message>
<message><source>要情</source><translation>Brief</translation></message>
<message><source>计</source><translation>total</translation></message>
<message><source>请先运行 zgc check</source><translation>please run zgc check first</translation></message>
<message><source>请写成 2026 的样式</source><translation>write it as 2026</translation></message>
<message><source>请写成 2026-10 的样式</source><translation>write it as 2026-10</translation></message>
<message><source>请写成 2026-10-08 的样式</source><translation>write it as 2026-10-08</translation></message>
<message><source>达产考核</source><translation>Capacity check</translation></message>
<message><source>退出政策区</source><translation>Leave the policy zone</translation></message>
<message><source>附表</source><translation>Annexed tables</translation></message>
<message><source>预计年产出</source><translation>Expected yearly output</translation></message>
<message><source>{0} {1} {2} 问题 {3} 项（{4}）</source><translation>{0} {1} {2}: {3} issues ({4})</translation></message>
<message><source>{0} {1} 对 {2} {3} 登记差异：{4}</source><translation>{0} {1} registered a difference on {2} {3}: {4}</translation></message>
<message><source>{0} {1} 确认 {2} 分享结算 {3} 笔</source><translation>{0} {1} confirmed {3} sharing lines of {2}</translation></message>
<message><source>{0} 供需匹配转线索 {1} 条</source><translation>{0}: {1} leads from placement</translation></message>
<message><source>{0} 园方意见 {1}：{2}</source><translation>{0} park's opinion {1}: {2}</translation></message>
<message><source>{0} 市级决定 {1}：{2}</source><translation>{0} city's decision {1}: {2}</translation></message>
<message><source>{0} 成员 {1} 自 {2}</source><translation>{0} member {1} from {2}</translation></message>
<message><source>{0} 月报以 {1} 的证书签名</source><translation>{0} report signed with the certificate of {1}</translation></message>
<message><source>{0} 登记调整分录{1}：{2} 更正 {3} {4}，{5}应付{6}增减 {7} 元，依据 {8}</source><translation>{0} entered adjustment {1}: {2} corrects {3} {4}, {5} owes {6}, change {7} yuan, grounds {8}</translation></message>
<message><source>{0} 裁定：{1} 可在 {2} 税收未报时锁定，仍列未报，次月跟进</source><translation>{0} ruled: {1} may lock while the tax of {2} is not reported; it stays not reported and is followed up</translation></message>
<message><source>{0} 锁定 {1} 税收分享：{2}，规则 {3}</source><translation>{0} locked the tax sharing of {1}: {2}, rule {3}</translation></message>
<message><source>{0} 问题与建议：{1} {2}</source><translation>{0} problems and proposals: {1} {2}</translation></message>
<message><source>{0} 附件：{1}</source><translation>{0} attachment: {1}</translation></message>
<message><source>{0} 附件：{1}（{2}）</source><translation>{0} attachment: {1} ({2})</translation></message>
<message><source>{0}{1}月份 {2}</source><translation>{0} {1} month {2}</translation></message>
<message><source>{0}：{1}会审{2}（{3}）</source><translation>{0}: {1} joint review {2} ({3})</translation></message>
<message><source>{0}：{1}支持 {2} 万元</source><translation>{0}: {1} supports with {2} (10k yuan)</translation></message>
<message><source>{0}：{1}考核{2}</source><translation>{0}: {1} assessment {2}</translation></message>
<message><source>{0}：征求{1}意见，{2} 前反馈</source><translation>{0}: opinion of {1} asked, answer by {2}</translation></message>
<message><source>{0}：承诺{1}，{2} 前达到</source><translation>{0}: promised {1}, to be reached by {2}</translation></message>
<message><source>{0}：条件销号“{1}”</source><translation>{0}: condition closed “{1}”</translation></message>
<message><source>人工归属 {0} → {1}，{2} 起</source><translation>Assigned by hand {0} → {1}, from {2}</translation></message>
<message><source>任务办结 {0}</source><translation>Task done {0}</translation></message>
<message><source>作废 {0} {1} 第{2}版{3}</source><translation>Voided {0} {1} version {2} {3}</translation></message>
<message><source>停用{0}的公钥</source><translation>Ended the public key of {0}</translation></message>
<message><source>公文字体改用{0}</source><translation>Document fonts changed to {0}</translation></message>
<message><source>再收{0}，立上此前未立的案</source><translation>Took in {0} again and opened the cases that were missing</translation></message>
<message><source>准入标准 {0} 于 {1} 失效</source><translation>Admission standard {0} ends on {1}</translation></message>
<message><source>列入题单 {0}：{1}</source><translation>Put on the agenda of {0}: {1}</translation></message>
<message><source>发出{0}，致{1}</source><translation>Sent {0}, to {1}</translation></message>
<message><source>取消关注 {0}</source><translation>No longer watched {0}</translation></message>
<message><source>工作区搬到 {0}，已逐表逐件核对；这里此后只供查看</source><translation>Workspace moved to {0}, checked table by table and file by file; this one is for looking only</translation></message>
<message><source>差异第 {0} 号{1}：{2}</source><translation>Difference no. {0} {1}: {2}</translation></message>
<message><source>恢复 {0} 月报“{1}”第 {2} 句</source><translation>Restored {0} report “{1}” sentence {2}</translation></message>
<message><source>接受 {0} {1}：共 {2} 园入库，本月在册 {3} 家{4}</source><translation>Accepted {0} {1}: {2} parks in, {3} companies this month {4}</translation></message>
<message><source>接收 {0} {1} 第{2}版：{3} 家，新增 {4}，改 {5}，消失 {6}</source><translation>Received {0} {1} version {2}: {3} companies, {4} new, {5} changed, {6} gone</translation></message>
<message><source>接管写权：此前{0}</source><translation>Took over the right to write: before {0}</translation></message>
<message><source>撤下题单 {0}：{1}</source><translation>Taken off the agenda of {0}: {1}</translation></message>
<message><source>撤去 {0} 的试算</source><translation>Trial of {0} thrown away</translation></message>
<message><source>撤回 {0} 市级决定：{1}</source><translation>City's decision taken back {0}: {1}</translation></message>
<message><source>撤回{0} {1}</source><translation>Taken back {0} {1}</translation></message>
<message><source>撤回登记 {0}</source><translation>Entry taken back {0}</translation></message>
<message><source>撤回第 {0} 号准入标准</source><translation>Admission standard no. {0} taken back</translation></message>
<message><source>撤回调整分录第{0}号</source><translation>Adjustment no. {0} taken back</translation></message>
<message><source>撤销第 {0} 号身份判定（{1}）</source><translation>Identity decision no. {0} undone ({1})</translation></message>
<message><source>收{0}的{1}：{2}</source><translation>Received {1} of {0}: {2}</translation></message>
<message><source>改写 {0} 月报“{1}”第 {2} 句</source><translation>Rewrote {0} report “{1}” sentence {2}</translation></message>
<message><source>改设置：{0}</source><translation>Settings changed: {0}</translation></message>
<message><source>政策区层次 {0} {1}</source><translation>Level of policy zone {0} {1}</translation></message>
<message><source>更正{0} {1}：{2}</source><translation>Corrected {0} {1}: {2}</translation></message>
<message><source>本办规则交给全办：{0}</source><translation>Office's rules handed to every desk: {0}</translation></message>
<message><source>本工作区供{0}使用</source><translation>This workspace is for {0}</translation></message>
<message><source>比对 {0}：新线索 {1} 条，消除 {2} 条</source><translation>Compared {0}: {1} new leads, {2} gone</translation></message>
<message><source>生成{0}的签名密钥，指纹 {1}</source><translation>Made the signing key of {0}, print {1}</translation></message>
<message><source>登记 {0} {1} 的税收：{2}</source><translation>Registered {0} tax of {1}: {2}</translation></message>
<message><source>登记 {0} {1}组团可用空间 {2} ㎡</source><translation>Registered {0} space available in cluster {1}: {2} ㎡</translation></message>
<message><source>登记 {0} 月报 {1} 的更正原因</source><translation>Registered the reason of {1}'s correction in the report of {0}</translation></message>
<message><source>登记{0} {1}：{2}</source><translation>Registered {0} {1}: {2}</translation></message>
<message><source>登记{0}的公钥，指纹 {1}</source><translation>Noted the public key of {0}, print {1}</translation></message>
<message><source>登记任务 {0}：{1}，{2}</source><translation>Entered task {0}: {1}, {2}</translation></message>
<message><source>登记准入标准 {0}，依据 {1}</source><translation>Entered admission standard {0}, grounds {1}</translation></message>
<message><source>登记挂钩 {0}：{1} {2} {3} 公顷</source><translation>Linked {0}: {1} {2} {3} ha</translation></message>
<message><source>登记未答复 {0} 方：{1}</source><translation>Noted as unanswered {0}, {1}</translation></message>
<message><source>登记用地 {0}，{1} 公顷</source><translation>Registered land {0}, {1} ha</translation></message>
<message><source>登记认定名单 {0}：{1} 家</source><translation>Registered recognition list {0}: {1} companies</translation></message>
<message><source>登记议事机构 {0}，有效到会 {1} 人</source><translation>Registered body {0}, quorum {1}</translation></message>
<message><source>登记资金 {0}：{1}—{2} 年限额 {3} 万元</source><translation>Registered fund {0}: {1}–{2}, limit {3} (10k yuan)</translation></message>
<message><source>登记迁移意向 {0}：{1}</source><translation>Registered wish to move {0}: {1}</translation></message>
<message><source>立案 {0} {1}：{2} → {3}（{4}）</source><translation>Opened case {0} {1}: {2} → {3} ({4})</translation></message>
<message><source>结束 {0} 的例外 {1}</source><translation>Ended the exception of {0} {1}</translation></message>
<message><source>继续使用搬走前的工作区（曾搬到 {0}）</source><translation>Went on with the workspace as before the move (moved to {0})</translation></message>
<message><source>考核 {0}：{1} 个{2}</source><translation>Assessment {0}: {1} {2}</translation></message>
<message><source>补充 {0} {1} 的案情</source><translation>Completed the facts of {0} {1}</translation></message>
<message><source>试算 {0} 税收分享：{1} 笔，不在范围 {2} 件，合计差 {3} 分</source><translation>Trial of {0} tax sharing: {1} lines, {2} out of scope, difference of sums {3} fen</translation></message>
<message><source>调整题单次序 {0}</source><translation>Order of the agenda changed {0}</translation></message>
<message><source>身份核对：{0}与{1}（{2}）{3}</source><translation>Identity: {0} and {1} ({2}) {3}</translation></message>
<message><source>输出 {0} 月报{1}，指纹 {2}</source><translation>Wrote {0} report {1}, print {2}</translation></message>
<message><source>退出告知 {0}，{1} 前整改</source><translation>Exit notice {0}, to be put right by {1}</translation></message>
<message><source>退出告知办结 {0}：{1}</source><translation>Exit closed {0}: {1}</translation></message>
<message><source>退回 {0} {1} 第{2}版：第{3}次，{4} 项，{5} 前答复</source><translation>Returned {0} {1} version {2}: round {3}, {4} items, answer by {5}</translation></message>
<message><source>项目申报 {0} {1} {2}{3}</source><translation>Project applied {0} {1} {2} {3}</translation></message>
<message><source>月报填报说明</source><translation>instructions of the monthly form</translation></message>
<message><source>门槛为统筹办惯例，不是法规，可在校验目录调整</source><translation>threshold is the office's custom, no law; can be set in the catalogue of checks</translation></message>
<message><source>接收规则</source><translation>rules of receiving</translation></message>
<message><source>请在 Excel 或 WPS 中打开另存为 .xlsx 后重报</source><translation>Open it in Excel or WPS, save as .xlsx and send again</translation></message>
<message><source>文件有密码</source><translation>file with password</translation></message>
<message><source>文件设有打开密码，无法读取</source><translation>the file has a password and cannot be read</translation></message>
<message><source>请去掉密码后重报</source><translation>Remove the password and send again</translation></message>
<message><source>没有数据</source><translation>no data</translation></message>
<message><source>没有读到任何数据行</source><translation>no rows of data were read</translation></message>
<message><source>请确认报送的是填好的文件</source><translation>Make sure the filled-in file was sent</translation></message>
<message><source>文件异常</source><translation>odd file</translation></message>
<message><source>请由填报人重新导出一份干净的文件</source><translation>Ask for the file to be exported anew</translation></message>
<message><source>内容已登记</source><translation>already registered</translation></message>
<message><source>与已登记的 {version} 内容完全相同，未重复登记</source><translation>same as the registered {version}, not registered twice</translation></message>
<message><source>如需更正请报送改动后的文件</source><translation>To correct it, send the changed file</translation></message>
<message><source>认不出分园</source><translation>park unknown</translation></message>
<message><source>无法确定是哪个分园：{reason}</source><translation>cannot tell which park: {reason}</translation></message>
<message><source>请在标题或文件名中写明分园名称，或在接收时指定</source><translation>Name the park in title or file name, or say it when receiving</translation></message>
<message><source>认不出月份</source><translation>month unknown</translation></message>
<message><source>无法确定报送月份：{reason}</source><translation>cannot tell the month: {reason}</translation></message>
<message><source>请在标题或文件名中写明年月，或用 --month 指定</source><translation>Write the month in title or file name, or say it with --month</translation></message>
<message><source>月份不一致</source><translation>month differs</translation></message>
<message><source>文件为 {found}，与要求的 {wanted} 不符</source><translation>the file is {found}, not {wanted} as asked</translation></message>
<message><source>请确认是否发错了月份</source><translation>Make sure the right month was sent</translation></message>
<message><source>标识不一致</source><translation>marks disagree</translation></message>
<message><source>{first}，但{second}；按前者认定</source><translation>{first}, but {second}; the first was taken</translation></message>
<message><source>请确认标题与文件名是否用了旧表</source><translation>Make sure title and file name are not of an old table</translation></message>
<message><source>校验已停用</source><translation>check switched off</translation></message>
<message><source>本次没有运行：{reason}</source><translation>not run this time: {reason}</translation></message>
<message><source>如需恢复请在校验目录中启用</source><translation>Switch it on in the catalogue of checks if wanted</translation></message>
<message><source>未导入的工作表</source><translation>sheet not imported</translation></message>
<message><source>工作表“{value}”未导入：{reason}</source><translation>sheet “{value}” not imported: {reason}</translation></message>
<message><source>如含应报数据，请按模板填入相应工作表</source><translation>If it holds data to be reported, put it into the sheet of the template</translation></message>
<message><source>缺企业表</source><translation>no company sheet</translation></message>
<message><source>没有找到企业表（需有信用代码与企业名称两列）</source><translation>no company sheet found (needs the columns credit code and company name)</translation></message>
<message><source>请使用当月模板</source><translation>Please use this month's template</translation></message>
<message><source>缺税收表</source><translation>no tax sheet</translation></message>
<message><source>没有找到税收表，本园本月税收记为未报</source><translation>no tax sheet found, this park's tax is noted as not reported</translation></message>
<message><source>请补报税收表；未报不会按零计算</source><translation>Send the tax sheet; what is not reported is not zero</translation></message>
<message><source>缺少列</source><translation>column missing</translation></message>
<message><source>缺少必填列“{column}”</source><translation>required column “{column}” is missing</translation></message>
<message><source>请使用当月模板，勿删列</source><translation>Use this month's template and delete no columns</translation></message>
<message><source>未识别的列</source><translation>column not recognised</translation></message>
<message><source>列“{column}”未识别，未导入</source><translation>column “{column}” not recognised, not imported</translation></message>
<message><source>如属应报指标，请在列映射中指定</source><translation>If it has to be reported, say so in the column mapping</translation></message>
<message><source>列待确认</source><translation>column to confirm</translation></message>
<message><source>列“{column}”像是“{expected}”（相似 {score} 分），未敢认定</source><translation>column “{column}” looks like “{expected}” (resemblance {score}), not taken for sure</translation></message>
<message><source>请在列映射中确认或选“不导入”，确认一次即记住</source><translation>Confirm it in the column mapping or choose not to import; it is remembered</translation></message>
<message><source>单位不明</source><translation>unit unknown</translation></message>
<message><source>金额列“{column}”没有写明单位</source><translation>amount column “{column}” states no unit</translation></message>
<message><source>请在列名或表头右上注明 元、千元 或 万元</source><translation>Write “元”, “千元” or “万元” in the title or above the table</translation></message>
<message><source>合计不符</source><translation>sum differs</translation></message>
<message><source>“{column}”合计行为 {found}，各行相加为 {expected}</source><translation>the sum row of “{column}” says {found}, the rows add up to {expected}</translation></message>
<message><source>请核对合计行或漏报、多报的行</source><translation>Check the sum row, or rows left out or doubled</translation></message>
<message><source>缺信用代码</source><translation>no credit code</translation></message>
<message><source>没有填写统一社会信用代码</source><translation>no unified social credit code</translation></message>
<message><source>请按营业执照补填</source><translation>Fill it in from the business licence</translation></message>
<message><source>代码已丢位</source><translation>digits of the code lost</translation></message>
<message><source>信用代码以数值存储，末几位已丢失</source><translation>the code is stored as a number, its last digits are lost</translation></message>
<message><source>请把该列设为文本格式后重新填写 18 位代码</source><translation>Set the column to text and type the 18 characters again</translation></message>
<message><source>代码格式不符</source><translation>code malformed</translation></message>
<message><source>信用代码应为 18 位数字与大写字母（不含 I、O、S、V、Z）</source><translation>the code has 18 digits and capitals (no I, O, S, V, Z)</translation></message>
<message><source>请按营业执照核对{suggestion}</source><translation>Check it against the business licence{suggestion}</translation></message>
<message><source>校验位不符</source><translation>check character wrong</translation></message>
<message><source>信用代码校验位不符，按前 17 位应为 {expected}</source><translation>check character of the code is wrong, by the first 17 it should be {expected}</translation></message>
<message><source>请核对{suggestion}；确认执照即如此的，可说明后接受</source><translation>Check it{suggestion}; where the licence says so, it can be accepted with a note</translation></message>
<message><source>缺企业名称</source><translation>no company name</translation></message>
<message><source>没有填写企业名称</source><translation>no company name filled in</translation></message>
<message><source>请按营业执照补填{suggestion}</source><translation>Fill it in from the business licence{suggestion}</translation></message>
<message><source>重复行</source><translation>doubled row</translation></message>
<message><source>与本表第 {row} 行是同一家企业，本行未计入</source><translation>the same company as row {row} of this table, this row is not counted</translation></message>
<message><source>请删去重复的一行</source><translation>Delete the doubled row</translation></message>
<message><source>不是数字</source><translation>not a number</translation></message>
<message><source>“{value}”不是数字</source><translation>“{value}” is not a number</translation></message>
<message><source>请填数字；没有数据请留空，勿填文字</source><translation>Write a number; leave it empty where there is none</translation></message>
<message><source>单元格公式出错</source><translation>formula fault</translation></message>
<message><source>单元格是错误值 {value}</source><translation>the cell has the error value {value}</translation></message>
<message><source>请修正公式后重报</source><translation>Correct the formula and send again</translation></message>
<message><source>日期不存在</source><translation>no such day</translation></message>
<message><source>“{value}”不是有效日期，按未填处理</source><translation>“{value}” is no valid day and is taken as empty</translation></message>
<message><source>请按 2019-10-08 的样式填写</source><translation>Write days as 2019-10-08</translation></message>
<message><source>不在选项内</source><translation>not among the choices</translation></message>
<message><source>“{value}”不在可选项内</source><translation>“{value}” is not among the choices</translation></message>
<message><source>可填：{expected}</source><translation>Possible: {expected}</translation></message>
<message><source>必填项为空</source><translation>required cell empty</translation></message>
<message><source>“{column}”没有填写</source><translation>“{column}” is not filled in</translation></message>
<message><source>请补填</source><translation>Please fill it in</translation></message>
<message><source>负数</source><translation>negative</translation></message>
<message><source>“{column}”为负数 {value}</source><translation>“{column}” is negative, {value}</translation></message>
<message><source>退库请填在“其中退库”并说明</source><translation>Enter refunds under “其中退库” with a note</translation></message>
<message><source>日期晚于报送月</source><translation>day after the month</translation></message>
<message><source>“{column}”为 {value}，晚于报送月份</source><translation>“{column}” is {value}, after the month reported</translation></message>
<message><source>请核对日期</source><translation>Please check the day</translation></message>
<message><source>累计小于本月</source><translation>cumulative below month</translation></message>
<message><source>“{column}”为 {found}，小于本月数 {expected}</source><translation>“{column}” is {found}, below the month's {expected}</translation></message>
<message><source>请核对累计数与本月数</source><translation>Check cumulative and monthly figures</translation></message>
<message><source>应为整数</source><translation>must be a whole number</translation></message>
<message><source>“{column}”应为不小于 0 的整数，现为 {value}</source><translation>“{column}” must be a whole number from 0, is {value}</translation></message>
<message><source>请核对</source><translation>Please check</translation></message>
<message><source>税收合计不等</source><translation>tax sums differ</translation></message>
<message><source>分项相加为 {expected} 元，合计为 {found} 元</source><translation>parts add up to {expected} yuan, the sum says {found} yuan</translation></message>
<message><source>请核对分项与合计</source><translation>Check parts and sum</translation></message>
<message><source>税收无名录</source><translation>tax without roster</translation></message>
<message><source>税收表有此企业，企业表没有</source><translation>the company is on the tax sheet, not on the company sheet</translation></message>
<message><source>请在企业表补报，或说明原因</source><translation>Add it to the company sheet, or say why</translation></message>
<message><source>缺税收行</source><translation>no tax row</translation></message>
<message><source>企业表有此企业，税收表没有，税收记为未报</source><translation>the company is on the company sheet, not on the tax sheet; its tax is noted as not reported</translation></message>
<message><source>确无入库税收请填 0</source><translation>Write 0 where there really was no tax</translation></message>
<message><source>金额细于分</source><translation>amount finer than fen</translation></message>
<message><source>金额 {value} 细于 1 分，已四舍五入为 {expected} 元</source><translation>amount {value} is finer than a fen, rounded to {expected} yuan</translation></message>
<message><source>金额最多到分</source><translation>Amounts go down to the fen</translation></message>
<message><source>公式未计算</source><translation>formula not calculated</translation></message>
<message><source>公式没有保存计算结果</source><translation>the formula has no stored result</translation></message>
<message><source>请在 Excel 或 WPS 中打开并保存一次后重报</source><translation>Open and save it once in Excel or WPS and send again</translation></message>
<message><source>疑似单位错误</source><translation>unit in doubt</translation></message>
<message><source>“{column}”是上月的约 {ratio} 倍，疑似按{slip}填报而本列单位为{unit}</source><translation>“{column}” is about {ratio} times last month's; probably entered in {slip}, while the column is in {unit}</translation></message>
<message><source>与本企业上月数据比较</source><translation>compared with this company's last month</translation></message>
<message><source>如确为单位错误，应为 {expected} {unit}；确属实的请说明</source><translation>If the unit is wrong it should be {expected} {unit}; otherwise say so</translation></message>
<message><source>变动过大</source><translation>large change</translation></message>
<message><source>“{column}”较上月变动 {ratio} 倍</source><translation>“{column}” changed {ratio} times against last month</translation></message>
<message><source>与本企业上月数据比较；{0}</source><translation>compared with this company's last month; {0}</translation></message>
<message><source>请核对，属实可说明</source><translation>Check it; where it is true, say so</translation></message>
<message><source>消失较多</source><translation>many gone</translation></message>
<message><source>上月 {before} 家，本月少报 {gone} 家，超过上月的 {percent}%</source><translation>{before} last month, {gone} fewer this month, more than {percent}% of last month</translation></message>
<message><source>与本园上月名录比较；{0}</source><translation>compared with this park's last roster; {0}</translation></message>
<message><source>请确认是全量还是仅报变动</source><translation>Is it a full list or changes only?</translation></message>
<message><source>本月未见</source><translation>not seen this month</translation></message>
<message><source>上月名录有此企业，本月没有</source><translation>on last month's roster, not on this month's</translation></message>
<message><source>与本园上月名录比较</source><translation>compared with this park's last roster</translation></message>
<message><source>已迁出、注销的请在“状态”中注明，漏报的请补报</source><translation>If moved out or struck off, say so under “状态”; if left out, add it</translation></message>
<message><source>疑似照抄上月</source><translation>copied from last month?</translation></message>
<message><source>第 {first} 至 {last} 行连续 {count} 家的{keys}与上月分毫不差</source><translation>rows {first} to {last}: {keys} of {count} companies in a row are exactly last month's</translation></message>
<message><source>与本园上月数据比较；{0}</source><translation>compared with this park's last month; {0}</translation></message>
<message><source>请核对是否沿用了上月的表；确属相同的请说明</source><translation>Was last month's table used again? Where they are the same, say so</translation></message>
<message><source>累计数下降</source><translation>cumulative figure fell</translation></message>
<message><source>“{column}”为 {found}，低于上月报送的累计 {expected}</source><translation>“{column}” is {found}, below the cumulative {expected} of last month</translation></message>
<message><source>请核对；更正以前月份的请说明</source><translation>Check it; where earlier months were corrected, say so</translation></message>
<message><source>正负相反</source><translation>sign changed</translation></message>
<message><source>“{column}”由上月的 {before} 变为 {found}</source><translation>“{column}” went from {before} to {found}</translation></message>
<message><source>请核对正负号；确为冲减、退库的请说明</source><translation>Check the sign; say so where it is an offset or refund</translation></message>
<message><source>偏离本企业历史</source><translation>off its own history</translation></message>
<message><source>“{column}”为 {found}，偏离本企业此前 {n} 个月的中位数 {expected}，为离差（MAD）的 {times} 倍</source><translation>“{column}” is {found}, off the median {expected} of this company's last {n} months by {times} times the MAD</translation></message>
<message><source>与本企业历史数据比较（中位数与 MAD）；{0}</source><translation>compared with this company's history (median and MAD); {0}</translation></message>
<message><source>偏离同领域</source><translation>off its field</translation></message>
<message><source>人均营业收入为 {found}，偏离本园同领域 {n} 家的中位数 {expected}，为离差（MAD，取对数）的 {times} 倍</source><translation>revenue per head is {found}, off the median {expected} of {n} companies of the field in this park by {times} times the MAD (logarithms)</translation></message>
<message><source>与本园同领域企业比较（中位数与 MAD）；{0}</source><translation>compared with companies of the field in this park (median and MAD); {0}</translation></message>
<message><source>请核对营业收入与从业人员，属实可说明</source><translation>Check revenue and employees; where true, say so</translation></message>
<message><source>与“本月无变动”不符</source><translation>not “no change this month”</translation></message>
<message><source>封面声明本月无变动，名录却有新增 {added} 家、减少 {gone} 家</source><translation>the cover says no change this month, the roster has {added} more and {gone} fewer</translation></message>
<message><source>请核对封面声明与名录</source><translation>Check cover and roster</translation></message>
<message><source>组团不属本园</source><translation>cluster of another park</translation></message>
<message><source>组团“{value}”属于{expected}，不属于本园</source><translation>cluster “{value}” belongs to {expected}, not to this park</translation></message>
<message><source>请核对组团或所属分园</source><translation>Check cluster or park</translation></message>
<message><source>组团未识别</source><translation>cluster unknown</translation></message>
<message><source>组团“{value}”不在 31 个组团之内</source><translation>cluster “{value}” is none of the 31</translation></message>
<message><source>不在组团内请填“园内组团外”</source><translation>Outside clusters write “园内组团外”</translation></message>
<message><source>形式审查</source><translation>formal check</translation></message>
<message><source>{0} {1} 会议</source><translation>{0} meeting of {1}</translation></message>
<message><source>须通过</source><translation>must pass</translation></message>
<message><source>逾期未反馈，视为无意见</source><translation>unanswered past the day, taken as no opinion</translation></message>
<message><source>有条件同意</source><translation>agreed with conditions</translation></message>
<message><source>并联意见</source><translation>parallel opinions</translation></message>
<message><source>万元/人</source><translation>10k yuan/person</translation></message>
<message><source>申报</source><translation>application</translation></message>
<message><source>不符合</source><translation>does not meet</translation></message>
<message><source>符合</source><translation>meets</translation></message>
<message><source>签约</source><translation>signing</translation></message>
<message><source>开工</source><translation>start of building</translation></message>
<message><source>{0} {1} 起（第 {2} 号）</source><translation>{0} from {1} (no. {2})</translation></message>
<message><source>整改期内</source><translation>being put right</translation></message>
<message><source>逾期 {0} 天</source><translation>{0} days overdue</translation></message>
<message><source>绿</source><translation>green</translation></message>
<message><source>黄</source><translation>yellow</translation></message>
<message><source>红</source><translation>red</translation></message>
<message><source>{0} 前办结，余 {1} 天</source><translation>due {0}, {1} days left</translation></message>
<message><source>评价</source><translation>assessment</translation></message>
<message><source>取舍</source><translation>kept or not</translation></message>
<message><source>写入人</source><translation>written by</translation></message>
<message><source>写入时间</source><translation>written at</translation></message>
<message><source>交办事项</source><translation>tasks</translation></message>
<message><source>市统筹办</source><translation>city office</translation></message>
<message><source>关联地块</source><translation>linked plots</translation></message>
<message><source>评价等级</source><translation>level</translation></message>
<message><source>退出通知</source><translation>exit notice</translation></message>
<message><source>结算前</source><translation>before settling</translation></message>
<message><source>接收前</source><translation>before receiving</translation></message>
<message><source>升级前</source><translation>before upgrading</translation></message>
<message><source>最近 {0} 份全部保留；另按日保留 {1} 份、按周 {2} 份、按月 {3} 份；恢复前的保全件和被恢复的那一份一直保留，不会被挤掉</source><translation>The newest {0} are all kept; besides one a day for {1}, a week for {2} and a month for {3}; copies made before a restore and the one restored are never removed</translation></message>
<message><source>在营</source><translation>in business</translation></message>
<message><source>{0} {1} 第{2}版</source><translation>{0} {1} version {2}</translation></message>
<message><source>{0} 第{1}版</source><translation>{0} version {1}</translation></message>
<message><source>{0} 第 {1} 版 {2}：错误 {3}，警告 {4}，{5}</source><translation>{0} version {1} {2}: errors {3}, warnings {4}, {5}</translation></message>
<message><source>本月变动</source><translation>change this month</translation></message>
<message><source>所属期</source><translation>period</translation></message>
<message><source>入库月</source><translation>month received</translation></message>
<message><source>主营业务</source><translation>main business</translation></message>
<message><source>经营地址</source><translation>place of operation</translation></message>
<message><source>{0} 第 {1} 行</source><translation>{0} row {1}</translation></message>
<message><source>成立日期相同</source><translation>same founding day</translation></message>
<message><source>注册地址相同</source><translation>same registered address</translation></message>
<message><source>名称相似 {0}</source><translation>names alike {0}</translation></message>
<message><source>信用代码只差 {0} 位</source><translation>codes differ in {0} places</translation></message>
<message><source>{0}万元</source><translation>{0} (10k yuan)</translation></message>
<message><source>{0}亿元</source><translation>{0} (100m yuan)</translation></message>
<message><source>{0}公顷</source><translation>{0} ha</translation></message>
<message><source>{0} 第{1}版没有{2}表</source><translation>{0} version {1} has no {2} sheet</translation></message>
<message><source>迁移在办</source><translation>Moves under way</translation></message>
<message><source>在办迁移 {0} 件</source><translation>{0} moves under way</translation></message>
<message><source>最早一件 {0} {1}</source><translation>the oldest {0} {1}</translation></message>
<message><source>{0}，指纹 {1}</source><translation>{0}, print {1}</translation></message>
<message><source>{0}尚未报送</source><translation>{0} has not reported</translation></message>
<message><source>{0}{1}表未到</source><translation>{0}{1} sheet not in</translation></message>
<message><source>{0} 园未到</source><translation>{0} parks not in</translation></message>
<message><source>件</source><translation>cases</translation></message>
<message><source>项</source><translation>items</translation></message>
<message><source>家</source><translation>companies</translation></message>
<message><source>笔</source><translation>lines</translation></message>
<message><source>处</source><translation>places</translation></message>
<message><source>宗</source><translation>plots</translation></message>
<message><source>份</source><translation>copies</translation></message>
<message><source>版</source><translation>version</translation></message>
<message><source>套</source><translation>units</translation></message>
<message><source>次</source><translation>times</translation></message>
<message><source>号</source><translation>no.</translation></message>
<message><source>第</source><translation>no.</translation></message>
<message><source>元</source><translation>yuan</translation></message>
<message><source>分园主导产业</source><translation>leading industries of the park</translation></message>
<message><source>天</source><translation>days</translation></message>
<message><source>年</source><translation>year</translation></message>
<message><source>位</source><translation>places</translation></message>
<message><source>万亿元</source><translation>trillion yuan</translation></message>
<message><source>亿美元</source><translation>100m USD</translation></message>
<message><source>应于 {0} 报送</source><translation>due {0}</translation></message>
<message><source>应于 {0} 前报送</source><translation>due by {0}</translation></message>
<message><source>{0} {1} 家待判定</source><translation>{0}: {1} companies to judge</translation></message>
<message><source>{0} {1} 条待判定</source><translation>{0}: {1} to judge</translation></message>
<message><source>{0}报送有错误{1}处，请逐处核对并在下月报送前改正。</source><translation>{0}: {1} errors in the submission; check each and correct it before next month.</translation></message>
<message><source>在册企业</source><translation>Companies on record</translation></message>
<message><source>报送截止 {0}（周{1}），{2}</source><translation>Submissions due {0} ({1}), {2}</translation></message>
<message><source>还有 {0} 个工作日</source><translation>{0} working days left</translation></message>
<message><source>本月入库税收</source><translation>Tax this month</translation></message>
<message><source>在册企业近 {0} 个月由 {1} 到 {2} 家</source><translation>Companies on record over {0} months: from {1} to {2}</translation></message>
<message><source>本月入库税收近 {0} 个月由 {1} 到 {2} 万元</source><translation>Tax over {0} months: from {1} to {2} (10k yuan)</translation></message>
<message><source>较上月增长 {0}</source><translation>up {0} on last month</translation></message>
<message><source>较上月下降 {0}</source><translation>down {0} on last month</translation></message>
<message><source>与上月持平</source><translation>as last month</translation></message>
<message><source>{0}（不含{1}）</source><translation>{0} (without {1})</translation></message>
<message><source>不含{0}</source><translation>without {0}</translation></message>
<message><source>{0}{1}数据未报，请说明原因并补报。</source><translation>{0}: {1} not reported; say why and send it.</translation></message>
<message><source>疏解</source><translation>relocation from the centre</translation></message>
<message><source>迁入确认</source><translation>receiving side confirms</translation></message>
<message><source>迁出登记</source><translation>registered by the leaving side</translation></message>
<message><source>双重主张</source><translation>claimed twice</translation></message>
<message><source>疑似迁移</source><translation>move suspected</translation></message>
<message><source>项目落地</source><translation>project landed</translation></message>
<message><source>办理中</source><translation>under way</translation></message>
<message><source>市场行为</source><translation>market decision</translation></message>
<message><source>已落地</source><translation>landed</translation></message>
<message><source>部分</source><translation>part</translation></message>
<message><source>整体</source><translation>whole</translation></message>
<message><source>归属争议</source><translation>belonging disputed</translation></message>
<message><source>报送</source><translation>submissions</translation></message>
<message><source>{0}（{1}）由{2}（{3}）与{4}（{5}）同月列报。</source><translation>{0} ({1}) is listed by {2} ({3}) and {4} ({5}) in the same month.</translation></message>
<message><source>项目联审</source><translation>joint review</translation></message>
<message><source>{0}本月未报，全市合计不含上述分园。</source><translation>{0} did not report this month; the city's totals are without them.</translation></message>
<message><source>推算</source><translation>estimated</translation></message>
<message><source>{0}，已达到目标 {1}（{2}）</source><translation>{0}, target {1} reached ({2})</translation></message>
<message><source>{0} 园登记的指标合计{1}</source><translation>indicators registered by {0} parks, total {1}</translation></message>
<message><source>{0}，距目标差 {1}（{2}）</source><translation>{0}, {1} short of the target ({2})</translation></message>
<message><source>可测</source><translation>measurable</translation></message>
<message><source>园区指标</source><translation>Park indicators</translation></message>
<message><source>示范区</source><translation>whole zone</translation></message>
<message><source>孵化毕业企业</source><translation>incubated companies</translation></message>
<message><source>获投资额</source><translation>investment received</translation></message>
<message><source>总收入</source><translation>total revenue</translation></message>
<message><source>技术合同成交额</source><translation>technology contracts</translation></message>
<message><source>发明专利授权</source><translation>invention patents</translation></message>
<message><source>上市企业</source><translation>listed companies</translation></message>
<message><source>高端人才</source><translation>high-level talent</translation></message>
<message><source>国际科技合作项目</source><translation>international projects</translation></message>
<message><source>口径说明</source><translation>scope</translation></message>
<message><source>可承载高新技术产业用地比例</source><translation>share of land fit for high-tech industry</translation></message>
<message><source>研发投入占比</source><translation>share of R&amp;D</translation></message>
<message><source>高技术服务业增加值占比</source><translation>share of high-tech services</translation></message>
<message><source>服务机构</source><translation>service agencies</translation></message>
<message><source>高校院所</source><translation>universities and institutes</translation></message>
<message><source>顾问委员会</source><translation>advisory council</translation></message>
<message><source>成员单位</source><translation>members</translation></message>
<message><source>科技企业</source><translation>technology companies</translation></message>
<message><source>考核建议</source><translation>assessment proposals</translation></message>
<message><source>议定</source><translation>decided</translation></message>
<message><source>转办</source><translation>passed on</translation></message>
<message><source>对账差异</source><translation>statement differences</translation></message>
<message><source>不议</source><translation>not discussed</translation></message>
<message><source>百亿级</source><translation>10bn yuan class</translation></message>
<message><source>千亿级</source><translation>100bn yuan class</translation></message>
<message><source>补充式</source><translation>complementing</translation></message>
<message><source>填空式招引</source><translation>gap filling</translation></message>
<message><source>正向</source><translation>more is better</translation></message>
<message><source>负向</source><translation>less is better</translation></message>
<message><source>标杆</source><translation>benchmark</translation></message>
<message><source>整体未定</source><translation>undecided as a whole</translation></message>
<message><source>并列占位</source><translation>ties share the rank</translation></message>
<message><source>系统没有可用的{0}（找过 {1}），以随附的 {2} 代替。</source><translation>No usable {0} on this system (looked for {1}); {2} is used instead.</translation></message>
<message><source>系统没有{0}用的字体（找过 {1}），随附字体没有的字会拒绝排印。</source><translation>No font for {0} on this system (looked for {1}); characters the bundled fonts lack are refused.</translation></message>
<message><source>补字</source><translation>missing characters</translation></message>
<message><source>{0} 已起算但未在本系统锁定，视为系统外已结清；如需由本系统结算，请从最早一月起逐月锁定</source><translation>{0} began but was not locked here and counts as settled elsewhere; to settle it here, lock month by month from the earliest</translation></message>
<message><source>{0}待{1}确认</source><translation>{0} waits for {1} to confirm</translation></message>
<message><source>平原新城</source><translation>new towns of the plain</translation></message>
<message><source>城市副中心</source><translation>sub-centre</translation></message>
<message><source>中心城区</source><translation>central districts</translation></message>
<message><source>生态涵养区</source><translation>ecological districts</translation></message>
<message><source>副中心</source><translation>sub-centre</translation></message>
<message><source>按入库或所属期</source><translation>by receipt or by period</translation></message>
<message><source>逐期四舍五入到分</source><translation>rounded to the fen in every period</translation></message>
<message><source>起算后每 12 个月</source><translation>every 12 months from the start</translation></message>
<message><source>基数年数</source><translation>years of the base</translation></message>
<message><source>分享口径</source><translation>scope of sharing</translation></message>
<message><source>区级留成率</source><translation>district's share</translation></message>
<message><source>分享额算法</source><translation>how the share is computed</translation></message>
<message><source>延长</source><translation>extension</translation></message>
<message><source>冲回已分</source><translation>taken back from what was shared</translation></message>
<message><source>先后依次</source><translation>one after the other</translation></message>
<message><source>实际入库</source><translation>as received</translation></message>
<message><source>起算</source><translation>start</translation></message>
<message><source>变更登记且达产</source><translation>registration changed and at capacity</translation></message>
<message><source>适用性质</source><translation>natures covered</translation></message>
<message><source>入库月份</source><translation>month received</translation></message>
<message><source>取整</source><translation>rounding</translation></message>
<message><source>地方分成部分</source><translation>local part</translation></message>
<message><source>分享税种</source><translation>taxes shared</translation></message>
<message><source>地方分成率</source><translation>local share</translation></message>
<message><source>多次迁移</source><translation>several moves</translation></message>
<message><source>关键词</source><translation>keyword</translation></message>
<message><source>地名</source><translation>place name</translation></message>
<message><source>重点发展区</source><translation>priority zone</translation></message>
<message><source>小规模创新发展区</source><translation>small innovation zone</translation></message>
<message><source>预留发展区</source><translation>reserved zone</translation></message>
<message><source>{0} 第{1}版 {2}</source><translation>{0} version {1} {2}</translation></message>
<message><source>将到期</source><translation>expiring</translation></message>
<message><source>年期超限</source><translation>term too long</translation></message>
<message><source>年期将于 {0} 届满，余 {1} 个整月</source><translation>term ends {0}, {1} whole months left</translation></message>
<message><source>弹性年期</source><translation>flexible term</translation></message>
<message><source>先租后让</source><translation>lease before sale</translation></message>
<message><source>国有</source><translation>state-owned</translation></message>
<message><source>工业</source><translation>industrial</translation></message>
<message><source>租赁</source><translation>leased</translation></message>
<message><source>出让</source><translation>sold</translation></message>
<message><source>在建</source><translation>under construction</translation></message>
<message><source>未供</source><translation>not supplied</translation></message>
<message><source>集体</source><translation>collective</translation></message>
<message><source>科研</source><translation>research</translation></message>
<message><source>未转型</source><translation>not converted</translation></message>
<message><source>转型中</source><translation>being converted</translation></message>
<message><source>商务</source><translation>business</translation></message>
<message><source>划拨</source><translation>allocated</translation></message>
<message><source>已转型</source><translation>converted</translation></message>
<message><source>楼宇</source><translation>building</translation></message>
<message><source>作价入股</source><translation>as equity</translation></message>
<message><source>流转中</source><translation>being transferred</translation></message>
<message><source>已流转</source><translation>transferred</translation></message>
<message><source>大型央企</source><translation>large central enterprise</translation></message>
<message><source>前一年从业人员</source><translation>employees the year before</translation></message>
<message><source>基年从业人员</source><translation>employees in the base year</translation></message>
<message><source>基年收入</source><translation>revenue in the base year</translation></message>
<message><source>估值(美元)</source><translation>valuation (USD)</translation></message>
<message><source>数据达到{0}的条件，尚未认定，建议新增。</source><translation>Data meets the conditions of {0}, not recognised yet; proposed to be added.</translation></message>
<message><source>{0}较前一年正增长</source><translation>{0} grew on the year before</translation></message>
<message><source>{0}差 1 项证据：补报{1}后可判定。</source><translation>{0} lacks one piece of evidence: {1}.</translation></message>
<message><source>独角兽</source><translation>unicorn</translation></message>
<message><source>潜在独角兽</source><translation>potential unicorn</translation></message>
<message><source>瞪羚</source><translation>gazelle</translation></message>
<message><source>领军</source><translation>leading</translation></message>
<message><source>隐形冠军</source><translation>hidden champion</translation></message>
<message><source>独角兽企业</source><translation>unicorn companies</translation></message>
<message><source>潜在独角兽企业</source><translation>potential unicorn companies</translation></message>
<message><source>领军企业</source><translation>leading companies</translation></message>
<message><source>{0} 整年（{1} 成立，算至 {2}）</source><translation>{0} full years (founded {1}, counted to {2})</translation></message>
<message><source>公开转载，待核原件</source><translation>reported, original to be checked</translation></message>
<message><source>本系统约定，非法规</source><translation>convention of this system, no law</translation></message>
<message><source>模板标记</source><translation>template mark</translation></message>
<message><source>不按零计算</source><translation>not taken for zero</translation></message>
<message><source>未入库</source><translation>not in</translation></message>
<message><source>在审</source><translation>under review</translation></message>
<message><source>未销号条件</source><translation>open conditions</translation></message>
<message><source>逾期任务</source><translation>overdue tasks</translation></message>
<message><source>低于退出线 {0}</source><translation>below the exit line {0}</translation></message>
<message><source>达到 {0} 分线</source><translation>reached {0}</translation></message>
<message><source>建成率</source><translation>share built</translation></message>
<message><source>闲置率</source><translation>share idle</translation></message>
<message><source>建成率（%）</source><translation>share built (%)</translation></message>
<message><source>闲置率（%）</source><translation>share idle (%)</translation></message>
<message><source>产出</source><translation>output</translation></message>
<message><source>集约</source><translation>density</translation></message>
<message><source>评价</source><translation>assessment</translation></message>
<message><source>全文</source><translation>full text</translation></message>
<message><source>起</source><translation>from</translation></message>
<message><source>余</source><translation>left</translation></message>
<message><source>逾期</source><translation>overdue</translation></message>
<message><source>文件里没有自检章</source><translation>the file carries no self-check stamp</translation></message>
<message><source>有疑问的数值不计入合计</source><translation>doubted values are not in the totals</translation></message>
<message><source>列入本园退回件</source><translation>put on the park's return file</translation></message>
<message><source>由园方改正后重报</source><translation>to be corrected and sent again by the park</translation></message>
<message><source>退回</source><translation>return</translation></message>
<message><source>发明专利·累计（件）</source><translation>invention patents·cumulative</translation></message>
<message><source>{0}·累计（万元）</source><translation>{0}·cumulative (10k yuan)</translation></message>
<message><source>{0}·累计</source><translation>{0}·cumulative</translation></message>
<message><source>累计</source><translation>cumulative</translation></message>
<message><source>资产总计</source><translation>total assets</translation></message>
<message><source>其中退库</source><translation>of which refunded</translation></message>
<message><source>其他地方税</source><translation>other local tax</translation></message>
<message><source>企业所得税</source><translation>corporate income tax</translation></message>
<message><source>增值税</source><translation>VAT</translation></message>
<message><source>营业税</source><translation>business tax</translation></message>
<message><source>地方</source><translation>local</translation></message>
<message><source>地方合计</source><translation>local total</translation></message>
<message><source>企业</source><translation>Companies</translation></message>
<message><source>税收</source><translation>Tax</translation></message>
<message><source>收入</source><translation>Revenue</translation></message>
<message><source>梯队</source><translation>Tiers</translation></message>
<message><source>重复行</source><translation>doubled row</translation></message>
<message><source>请删去重复的一行</source><translation>delete the doubled row</translation></message>
<message><source>周一</source><translation>Mon</translation></message>
<message><source>周二</source><translation>Tue</translation></message>
<message><source>周三</source><translation>Wed</translation></message>
<message><source>周四</source><translation>Thu</translation></message>
<message><source>周五</source><translation>Fri</translation></message>
<message><source>周六</source><translation>Sat</translation></message>
<message><source>周日</source><translation>Sun</translation></message>
<message><source>个工作日</source><translation>working days</translation></message>
<message><source>{0} 个工作日</source><translation>{0} working days</translation></message>
<message><source>前</source><translation>before</translation></message>
<message><source>到</source><translation>to</translation></message>
<message><source>等</source><translation>and others</translation></message>
<message><source>其中</source><translation>of which</translation></message>
<message><source>已到</source><translation>in</translation></message>
<message><source>应报</source><translation>due</translation></message>
<message><source>合计差</source><translation>difference of sums</translation></message>
<message><source>不在范围</source><translation>out of scope</translation></message>
<message><source>指纹</source><translation>print</translation></message>
<message><source>保留</source><translation>keep</translation></message>
<message><source>试算</source><translation>trial</translation></message>
<message><source>输出</source><translation>written</translation></message>
<message><source>登记产业载体</source><translation>registered carrier</translation></message>
<message><source>登记目标佐证</source><translation>registered evidence</translation></message>
<message><source>税收分享</source><translation>tax sharing</translation></message>
<message><source>月报草稿</source><translation>draft report</translation></message>
<message><source>非结算</source><translation>not a settlement</translation></message>
<message><source>西</source><translation>West</translation></message>
<message><source>中关村</source><translation>Zhongguancun</translation></message>
<message><source>市科委</source><translation>city science commission</translation></message>
<message><source>不在</source><translation>not in</translation></message>
<message><source>复核</source><translation>review</translation></message>
<message><source>不同意</source><translation>disagree</translation></message>
<message><source>同意入列</source><translation>agree to list</translation></message>
<message><source>暂缓</source><translation>postpone</translation></message>
<message><source>请园方补材料</source><translation>ask the park for evidence</translation></message>
<message><source>不同意…</source><translation>Disagree…</translation></message>
<message><source>同意入列…</source><translation>Agree to list…</translation></message>
<message><source>暂缓…</source><translation>Postpone…</translation></message>
<message><source>请园方补材料…</source><translation>Ask the park for evidence…</translation></message>
<message><source>已认定</source><translation>recognised</translation></message>
<message><source>尚未认定</source><translation>not recognised</translation></message>
<message><source>尚未上市</source><translation>not listed</translation></message>
<message><source>财务量化指标</source><translation>financial figures</translation></message>
<message><source>附加条件</source><translation>further conditions</translation></message>
<message><source>辅助画像</source><translation>supporting picture</translation></message>
<message><source>名单制</source><translation>by list</translation></message>
<message><source>年榜</source><translation>list of the year</translation></message>
<message><source>未载有效期</source><translation>no period stated</translation></message>
<message><source>非大型央企</source><translation>not a large central enterprise</translation></message>
<message><source>中国境内法人</source><translation>legal person in China</translation></message>
<message><source>未被并购</source><translation>not taken over</translation></message>
<message><source>获得私募投资</source><translation>private investment received</translation></message>
<message><source>成立年限</source><translation>years since founding</translation></message>
<message><source>成立不超过</source><translation>founded no longer than</translation></message>
<message><source>营业收入</source><translation>revenue</translation></message>
<message><source>上年收入</source><translation>last year's revenue</translation></message>
<message><source>上年营业收入正增长</source><translation>revenue grew last year</translation></message>
<message><source>上年从业人员正增长</source><translation>employees grew last year</translation></message>
<message><source>尚无佐证记录</source><translation>no evidence on record</translation></message>
<message><source>距目标差</source><translation>short of target</translation></message>
<message><source>由登记的园区指标推算</source><translation>estimated from registered indicators</translation></message>
<message><source>当年累计研发费用</source><translation>this year's cumulative R&amp;D</translation></message>
<message><source>累计营业收入</source><translation>cumulative revenue</translation></message>
<message><source>市级</source><translation>City</translation></message>
<message><source>数值</source><translation>value</translation></message>
<message><source>报送表</source><translation>submission sheet</translation></message>
<message><source>编制信息</source><translation>about this report</translation></message>
<message><source>本期</source><translation>this period</translation></message>
<message><source>去年同期</source><translation>a year before</translation></message>
<message><source>批</source><translation>batch</translation></message>
<message><source>即</source><translation>that is</translation></message>
<message><source>三项</source><translation>three</translation></message>
<message><source>不通过</source><translation>not passed</translation></message>
<message><source>未划入</source><translation>not included</translation></message>
<message><source>考核得分</source><translation>assessment score</translation></message>
<message><source>没有考核得分</source><translation>no assessment score</translation></message>
<message><source>分线</source><translation>line</translation></message>
<message><source>纳入线</source><translation>entry line</translation></message>
<message><source>目标佐证</source><translation>evidence of a target</translation></message>
<message><source>配套设施</source><translation>facilities</translation></message>
<message><source>分园产业定位</source><translation>position of a park</translation></message>
<message><source>挂钩</source><translation>linked</translation></message>
<message><source>案件{0}（{1}，{2}→{3}）已办{4}</source><translation>case {0} ({1}, {2}→{3}) under way for {4}</translation></message>
<message><source>{0}由{1}、{2}同月列报，请两园核明注册地与实际经营地。</source><translation>{0} is listed by {1} and {2} in one month; both parks should establish registered address and place of operation.</translation></message>
<message><source>{0}由{1}同月列报</source><translation>{0} listed by {1} in one month</translation></message>
<message><source>{0}月数据未报，请说明原因并补报。</source><translation>{0} not reported; say why and send it.</translation></message>
<message><source>梯队认定、复核与退出建议{0}家待审定。</source><translation>{0} proposals to recognise, review or end wait for a decision.</translation></message>
<message><source>梯队认定、复核与退出建议{0}家待审定</source><translation>{0} proposals to recognise, review or end wait for a decision</translation></message>
<message><source>可以单独撤销</source><translation>can be undone alone</translation></message>
<message><source>撤销另作一条记录</source><translation>undoing is an entry of its own</translation></message>
<message><source>原记录保留</source><translation>the old entry stays</translation></message>
<message><source>如确为单位错误，应为 {0}</source><translation>if the unit is wrong it should be {0}</translation></message>
<message><source>如确为单位错误</source><translation>if the unit is wrong</translation></message>
<message><source>应为 {0}</source><translation>it should be {0}</translation></message>
<message><source>确属实的请说明</source><translation>otherwise say so</translation></message>
<message><source>疑为“{0}”</source><translation>probably “{0}”</translation></message>
<message><source>疑为 {0}</source><translation>probably {0}</translation></message>
<message><source>确认执照即如此的</source><translation>where the licence says so</translation></message>
<message><source>可说明后接受</source><translation>it can be accepted with a note</translation></message>
<message><source>与本表第 {0} 行是同一家企业</source><translation>the same company as row {0} of this table</translation></message>
<message><source>本行未计入</source><translation>this row is not counted</translation></message>
<message><source>上月名录有此企业</source><translation>on last month's roster</translation></message>
<message><source>本月没有</source><translation>not this month</translation></message>
<message><source>已迁出、注销的请在“{0}”中注明</source><translation>if moved out or struck off, say so under “{0}”</translation></message>
<message><source>漏报的请补报</source><translation>if left out, add it</translation></message>
<message><source>发明专利</source><translation>invention patents</translation></message>
<message><source>企业!{0}</source><translation>Companies!{0}</translation></message>
<message><source>税收!{0}</source><translation>Tax!{0}</translation></message>
<message><source>梯队!{0}</source><translation>Tiers!{0}</translation></message>
<message><source>空间!{0}</source><translation>Space!{0}</translation></message>
<message><source>{0} 企业!{1}</source><translation>{0} Companies!{1}</translation></message>
<message><source>{0} 税收!{1}</source><translation>{0} Tax!{1}</translation></message>
<message><source>{0} 空间!{1}</source><translation>{0} Space!{1}</translation></message>
<message><source>第{0}版</source><translation>version {0}</translation></message>
<message><source>第 {0} 版</source><translation>version {0}</translation></message>
<message><source>{0}（周{1}）前</source><translation>by {0} ({1})</translation></message>
<message><source>周{0}</source><translation>({0})</translation></message>
<message><source>一</source><translation>Mon</translation></message>
<message><source>二</source><translation>Tue</translation></message>
<message><source>三</source><translation>Wed</translation></message>
<message><source>四</source><translation>Thu</translation></message>
<message><source>五</source><translation>Fri</translation></message>
<message><source>六</source><translation>Sat</translation></message>
<message><source>日</source><translation>Sun</translation></message>
<message><source>{0}：{1}与{2}</source><translation>{0}: {1} and {2}</translation></message>
<message><source>{0}与{1}</source><translation>{0} and {1}</translation></message>
<message><source>等 {0} 家</source><translation>{0} companies in all</translation></message>
<message><source>草稿</source><translation>draft</translation></message>
<message><source>输出 {0} 月报{1}</source><translation>wrote {0} report {1}</translation></message>
<message><source>试算 {0} 税收分享：{1}</source><translation>trial of {0} tax sharing: {1}</translation></message>
<message><source>在册企业近 {0} 个月由 {1}</source><translation>Companies on record over {0} months: from {1}</translation></message>
<message><source>{0}、{1}确认</source><translation>{0} and {1} to confirm</translation></message>
<message><source>{0}待{1}、{2}确认</source><translation>{0} waits for {1} and {2} to confirm</translation></message>
<message><source>{0}（{1}→{2}）待{3}确认</source><translation>{0} ({1}→{2}) waits for {3} to confirm</translation></message>
<message><source>{0}付{1}</source><translation>{0} pays {1}</translation></message>
<message><source>{0}（{1}付{2}）</source><translation>{0} ({1} pays {2})</translation></message>
<message><source>请议定是否进入分享及适用规则。</source><translation>decide whether it is shared and by which rule.</translation></message>
<message><source>请议定是否退出。</source><translation>decide whether it leaves.</translation></message>
<message><source>请说明原因与补报时间。</source><translation>say why and when it will be reported.</translation></message>
<message><source>请两园当场说明注册地、实际经营地和税务登记地，议定归属。</source><translation>both parks state registered address, place of operation and tax registration; decide where it belongs.</translation></message>
<message><source>请会审议定通过、有条件通过、补正或不通过。</source><translation>decide: passed, passed with conditions, to be completed or not passed.</translation></message>
<message><source>{0}现为{1}，{2}（{3}），得分 {4}，低于退出线 {5}。</source><translation>{0} is a {1}; {2} ({3}), score {4}, below the exit line {5}.</translation></message>
<message><source>项目 {0} {1}，{2}，{3} 申报，准入测试{4}。</source><translation>Project {0} {1}, {2}, applied {3}, admission test: {4}.</translation></message>
<message><source>{0} 的当年累计</source><translation>cumulative in the year of {0}</translation></message>
<message><source>{0} / {1} 家报了累计收入</source><translation>{0} / {1} companies reported cumulative revenue</translation></message>
<message><source>{0} / {1} 家两项都报</source><translation>{0} / {1} companies reported both</translation></message>
<message><source>由登记的园区指标与 {0} 年基数推算</source><translation>estimated from registered indicators and the base of {0}</translation></message>
<message><source>由登记的园区指标与</source><translation>from registered indicators and</translation></message>
<message><source>年基数推算</source><translation>base year</translation></message>
<message><source>发明专利年授权量相对 {0} 年的倍数</source><translation>invention patents a year as a multiple of {0}</translation></message>
<message><source>高技术服务业占增加值的比重</source><translation>share of high-tech services in value added</translation></message>
<message><source>研发投入占总收入比例</source><translation>R&amp;D as a share of total revenue</translation></message>
<message><source>当年累计研发费用 ÷ 累计营业收入</source><translation>this year's cumulative R&amp;D ÷ cumulative revenue</translation></message>
<message><source>只计两项都报的企业</source><translation>only companies that reported both</translation></message>
<message><source>已记录佐证</source><translation>evidence recorded</translation></message>
<message><source>已记录佐证 {0} 条</source><translation>{0} pieces of evidence recorded</translation></message>
<message><source>{0}万亿元</source><translation>{0} (100m yuan × 10,000)</translation></message>
<message><source>{0}倍</source><translation>{0} times</translation></message>
<message><source>整合为 {0} 个发展组团</source><translation>merged into {0} clusters</translation></message>
<message><source>{0}、组团</source><translation>{0}, clusters</translation></message>
<message><source>七、组团</source><translation>VII Clusters</translation></message>
<message><source>九、目标</source><translation>IX Targets</translation></message>
<message><source>十、问题与建议</source><translation>X Problems and proposals</translation></message>
<message><source>六、梯队</source><translation>VI Tiers</translation></message>
<message><source>登记{0}</source><translation>Enter {0}</translation></message>
<message><source>其中 {0} 家只填了产业、没有填领域，可能已在其中</source><translation>{0} of them gave only the industry and no field and may be among them</translation></message>
<message><source>没有填领域</source><translation>no field given</translation></message>
<message><source>可能已在其中</source><translation>may be among them</translation></message>
<message><source>园方已电话确认将更正</source><translation>the park confirmed by telephone that it will correct it</translation></message>
<message><source>{0}（家）</source><translation>{0} (companies)</translation></message>
<message><source>产业可识别 {0} 家</source><translation>{0} with a known industry</translation></message>
<message><source>其中定位内 {0} 家</source><translation>{0} of them within the plan</translation></message>
<message><source>“{0}”不是产业领域</source><translation>“{0}” is no field of industry</translation></message>
<message><source>无法按企业所属产业判定</source><translation>cannot be judged by companies' industries</translation></message>
<message><source>占比可能偏低</source><translation>the share may be too low</translation></message>
<message><source>产业研发</source><translation>industrial R&amp;D</translation></message>
<message><source>定位内占比</source><translation>share within the plan</translation></message>
<message><source>定位内</source><translation>within the plan</translation></message>
<message><source>尚未裁定</source><translation>not ruled on yet</translation></message>
<message><source>{0} 项建议待决定</source><translation>{0} proposals undecided</translation></message>
<message><source>自 {0} 闲置满 {1} 个月：{2}</source><translation>idle for {1} months from {0}: {2}</translation></message>
<message><source>自 {0} 闲置满 {1} 个月</source><translation>idle for {1} months from {0}</translation></message>
<message><source>未动工满一年</source><translation>building not begun within a year</translation></message>
<message><source>按规定征缴土地闲置费</source><translation>the idle land fee is due by law</translation></message>
<message><source>租赁年期至 {0}，超过一般上限 {1} 年（至 {2}）</source><translation>leased until {0}, beyond the usual {1} years (until {2})</translation></message>
<message><source>租赁年期至 {0}</source><translation>leased until {0}</translation></message>
<message><source>超过一般上限 {0} 年（至 {1}）</source><translation>beyond the usual {0} years (until {1})</translation></message>
<message><source>重大项目另有规定的请在备注写明</source><translation>say so in the notes where other rules hold for a major project</translation></message>
<message><source>没有登记书面意向的企业</source><translation>no companies with a written wish</translation></message>
<message><source>{0} 没有登记书面意向的企业</source><translation>{0}: no companies with a written wish</translation></message>
<message><source>只有登记了书面意向的企业才参加匹配</source><translation>only companies with a written wish are matched</translation></message>
<message><source>获私募投资</source><translation>private investment received</translation></message>
<message><source>数据达到{0}的条件</source><translation>data meets the conditions of {0}</translation></message>
<message><source>建议新增</source><translation>proposed to be added</translation></message>
<message><source>建议复核</source><translation>proposed for review</translation></message>
<message><source>建议退出（毕业或失格）</source><translation>proposed to leave (graduated or no longer fit)</translation></message>
<message><source>毕业或失格</source><translation>graduated or no longer fit</translation></message>
<message><source>即将届满</source><translation>about to end</translation></message>
<message><source>有效期内不因测算退出</source><translation>nobody leaves within the period because of a calculation</translation></message>
<message><source>仍在有效期内</source><translation>still within its period</translation></message>
<message><source>但按现有数据未达到标准</source><translation>but by present data below the standard</translation></message>
<message><source>但{0}不再符合</source><translation>but {0} holds no longer</translation></message>
<message><source>认定（{0}）即将届满</source><translation>recognition ({0}) about to end</translation></message>
<message><source>认定（{0}）仍在有效期内</source><translation>recognition ({0}) still within its period</translation></message>
<message><source>{0}，有效期至 {1}</source><translation>{0}, valid until {1}</translation></message>
<message><source>有效期至 {0}</source><translation>valid until {0}</translation></message>
<message><source>未达到，差 {0} 项</source><translation>not met, {0} short</translation></message>
<message><source>差 {0} 项</source><translation>{0} short</translation></message>
<message><source>{0}差 {1} 项</source><translation>{0} {1} short</translation></message>
<message><source>{0}（{1}）：达到</source><translation>{0} ({1}): met</translation></message>
<message><source>要求{0}</source><translation>needs {0}</translation></message>
<message><source>实际 {0}</source><translation>is {0}</translation></message>
<message><source>达到</source><translation>met</translation></message>
<message><source>未达到</source><translation>not met</translation></message>
<message><source>未达到{0}</source><translation>not met {0}</translation></message>
<message><source>达到{0}</source><translation>met {0}</translation></message>
<message><source>为是</source><translation>yes</translation></message>
<message><source>为否</source><translation>no</translation></message>
<message><source>{0}为是</source><translation>{0} yes</translation></message>
<message><source>{0}为否</source><translation>{0} no</translation></message>
<message><source>成立年限(至上年末)</source><translation>years since founding (to the end of last year)</translation></message>
<message><source>近三年无严重违法失信及安全质量环保事故</source><translation>no grave offence or accident in three years</translation></message>
<message><source>产业领域不属于{0}</source><translation>field is none of {0}</translation></message>
<message><source>不属剔除行业</source><translation>not an excluded industry</translation></message>
<message><source>烟草</source><translation>tobacco</translation></message>
<message><source>铁路</source><translation>railways</translation></message>
<message><source>矿产</source><translation>mining</translation></message>
<message><source>公用事业</source><translation>utilities</translation></message>
<message><source>房地产</source><translation>real estate</translation></message>
<message><source>住宿餐饮</source><translation>hotels and catering</translation></message>
<message><source>公开口径</source><translation>public reading</translation></message>
<message><source>年度报告口径</source><translation>annual report</translation></message>
<message><source>国家高新区瞪羚企业</source><translation>gazelle companies of national high-tech zones</translation></message>
<message><source>北京市隐形冠军企业</source><translation>hidden champions of Beijing</translation></message>
<message><source>长城战略咨询</source><translation>GEI</translation></message>
<message><source>潜在独角兽企业（长城战略咨询）</source><translation>potential unicorn companies (GEI)</translation></message>
<message><source>成立不超过 {0} 年</source><translation>founded at most {0} years ago</translation></message>
<message><source>成立满 {0} 年</source><translation>founded at least {0} years ago</translation></message>
<message><source>基年营业收入</source><translation>revenue in the base year</translation></message>
<message><source>上年营业收入达 {0}</source><translation>last year's revenue of {0}</translation></message>
<message><source>上年研发投入占上年收入</source><translation>R&amp;D as a share of last year's revenue</translation></message>
<message><source>营业收入三年复合增长率</source><translation>three-year growth of revenue</translation></message>
<message><source>从业人员三年复合增长率</source><translation>three-year growth of employees</translation></message>
<message><source>营业收入较前一年正增长</source><translation>revenue grew on the year before</translation></message>
<message><source>从业人员较前一年正增长</source><translation>employees grew on the year before</translation></message>
<message><source>{0} 年复合增长率</source><translation>growth over {0} years</translation></message>
<message><source>科技活动经费占营业收入</source><translation>R&amp;D expenses as a share of revenue</translation></message>
<message><source>收入主要来自高度细分市场</source><translation>revenue mainly from a narrow market</translation></message>
<message><source>细分领域收入占比</source><translation>share of the narrow market in revenue</translation></message>
<message><source>全国市场占有率排名</source><translation>national market rank</translation></message>
<message><source>全球市场占有率排名</source><translation>world market rank</translation></message>
<message><source>主导产品市场占有率全国第一</source><translation>first in the national market with its main product</translation></message>
<message><source>主导产品市场占有率全球前三</source><translation>top three of the world market with its main product</translation></message>
<message><source>填空白或高精尖领域</source><translation>fills a gap or leads a field</translation></message>
<message><source>属补短板</source><translation>fills a weakness</translation></message>
<message><source>补短板</source><translation>fills a weakness</translation></message>
<message><source>锻长板</source><translation>builds a strength</translation></message>
<message><source>填空白</source><translation>fills a gap</translation></message>
<message><source>已上市</source><translation>listed</translation></message>
<message><source>已被并购</source><translation>taken over</translation></message>
<message><source>估值达 {0}</source><translation>valuation of {0}</translation></message>
<message><source>估值</source><translation>valuation</translation></message>
<message><source>{0} 亿美元</source><translation>{0}00m USD</translation></message>
<message><source>列入{0}</source><translation>enters {0}</translation></message>
<message><source>退出{0}</source><translation>leaves {0}</translation></message>
<message><source>复核{0}</source><translation>review {0}</translation></message>
<message><source>同意入列 {0} 项</source><translation>Agree to list {0}</translation></message>
<message><source>请园方补材料 {0} 项</source><translation>Ask the park for evidence, {0}</translation></message>
<message><source>不同意 {0} 项</source><translation>Disagree, {0}</translation></message>
<message><source>暂缓 {0} 项</source><translation>Postpone, {0}</translation></message>
<message><source>认定名单</source><translation>recognition list</translation></message>
<message><source>名单“{0}”{1}</source><translation>list “{0}” {1}</translation></message>
<message><source>共 {0}</source><translation>{0} in all</translation></message>
<message><source>共</source><translation>in all</translation></message>
<message><source>西蒙</source><translation>Simon</translation></message>
<message><source>宿迁</source><translation>Suqian</translation></message>
<message><source>仿宋</source><translation>FangSong</translation></message>
<message><source>楷体</source><translation>KaiTi</translation></message>
<message><source>宋体</source><translation>SongTi</translation></message>
<message><source>黑体</source><translation>HeiTi</translation></message>
<message><source>小标宋</source><translation>small title Song</translation></message>
<message><source>企业（家）</source><translation>companies</translation></message>
<message><source>收入（亿元）</source><translation>revenue (100m yuan)</translation></message>
<message><source>税收（万元）</source><translation>tax (10k yuan)</translation></message>
<message><source>定位内占比</source><translation>share within the plan</translation></message>
<message><source>基数合计的倍数</source><translation>multiple of the base</translation></message>
<message><source>期满未达上限</source><translation>term over, cap not reached</translation></message>
<message><source>年均，不低于（元）</source><translation>yearly mean, at least (yuan)</translation></message>
<message><source>条件</source><translation>condition</translation></message>
<message><source>比例</source><translation>ratio</translation></message>
<message><source>年数</source><translation>years</translation></message>
<message><source>北京市区际分享办法未公开</source><translation>Beijing's own rule between districts is not public</translation></message>
<message><source>本规则供试算与协商</source><translation>this rule serves trials and talks</translation></message>
<message><source>结算前须由财政部门确认</source><translation>the finance offices confirm it before settling</translation></message>
<message><source>文件公开转载</source><translation>the paper is quoted second-hand</translation></message>
<message><source>待核原件</source><translation>original to be checked</translation></message>
<message><source>未定事项 {0} 处</source><translation>{0} points open</translation></message>
<message><source>见规则与出处表</source><translation>see the table of rules and sources</translation></message>
<message><source>各分园 · 各产业 {0} 起（第 {1} 号）</source><translation>all parks · all industries from {0} (no. {1})</translation></message>
<message><source>{0}，{1}（周{2}）前</source><translation>{0}, by {1} ({2})</translation></message>
<message><source>{0}的当年累计</source><translation>cumulative in {0}</translation></message>
<message><source>仅注册地</source><translation>registered address only</translation></message>
<message><source>仅经营地</source><translation>place of operation only</translation></message>
<message><source>中心城区 → 平原新城</source><translation>Central districts → new towns</translation></message>
<message><source>征集目标佐证</source><translation>evidence of a target</translation></message>
<message><source>口径 年均，不低于（元） {0}</source><translation>scope: yearly mean, at least (yuan) {0}</translation></message>
<message><source>{0} 园未登记</source><translation>{0} parks not registered</translation></message>
<message><source>营业收入3 年复合增长率 {0}</source><translation>three-year growth of revenue {0}</translation></message>
<message><source>从业人员3 年复合增长率 {0}</source><translation>three-year growth of employees {0}</translation></message>
<message><source>营业收入3 年复合增长率</source><translation>three-year growth of revenue</translation></message>
<message><source>从业人员3 年复合增长率</source><translation>three-year growth of employees</translation></message>
<message><source>认定（{0}，有效期至 {1}）即将届满</source><translation>recognition ({0}, valid until {1}) about to end</translation></message>
<message><source>认定（{0}，有效期至 {1}）仍在有效期内</source><translation>recognition ({0}, valid until {1}) still within its period</translation></message>
<message><source>认定（{0}，有效期至 {1}）仍在有效期内，但按现有数据未达到标准，建议复核；有效期内不因测算退出。</source><translation>Recognition ({0}, valid until {1}) still within its period, but by present data below the standard; proposed for review. Nobody leaves within the period because of a calculation.</translation></message>
<message><source>认定（{0}，有效期至 {1}）即将届满，建议复核。</source><translation>Recognition ({0}, valid until {1}) about to end; proposed for review.</translation></message>
<message><source>已认定（{0}，{1}），但{2}不再符合，建议退出（毕业或失格）。</source><translation>Recognised ({0}, {1}), but no longer {2}; proposed to leave (graduated or no longer fit).</translation></message>
<message><source>见于公开网页转载</source><translation>seen in public web pages</translation></message>
<message><source>文号待核</source><translation>number to be checked</translation></message>
<message><source>九</source><translation>IX</translation></message>
<message><source>请核对更正</source><translation>please check and correct</translation></message>
<message><source>请两园核明注册地与实际经营地</source><translation>both parks should establish registered address and place of operation</translation></message>
<message><source>工作区</source><translation>workspace</translation></message>
<message><source>倍</source><translation>times</translation></message>
<message><source>{0}（{1}前销号）</source><translation>{0} (to be closed before {1})</translation></message>
<message><source>{0}企业表未到</source><translation>{0}: company sheet not in</translation></message>
<message><source>{0}税收表未到</source><translation>{0}: tax sheet not in</translation></message>
<message><source>{0}梯队表未到</source><translation>{0}: tier sheet not in</translation></message>
<message><source>{0}第{1}版</source><translation>{0} version {1}</translation></message>
<message><source>营业收入1 年复合增长率 {0}</source><translation>one-year growth of revenue {0}</translation></message>
<message><source>{0} 问题与建议：{1}</source><translation>{0} problems and proposals: {1}</translation></message>
<message><source>{0}由{1}、{2}同月列报，请两园核明注册地与实际经</source><translation>{0} is listed by {1} and {2} in one month; both parks should establish where it is</translation></message>
<message><source>{0}年{1}月数据未报，请说明原因并补报。</source><translation>{1}/{0} not reported; say why and send it.</translation></message>
<message><source>登记目标佐证 {0}</source><translation>registered evidence {0}</translation></message>
<message><source>登记{0} {1}</source><translation>registered {0} {1}</translation></message>
<message><source>{0}项目表未到</source><translation>{0}: project sheet not in</translation></message>
<message><source>{0}空间表未到</source><translation>{0}: space sheet not in</translation></message>
<message><source>{0}指标表未到</source><translation>{0}: indicator sheet not in</translation></message>
<message><source>{0}未报送</source><translation>{0} has not reported</translation></message>
<message><source>实际 {0} 整年（{1} 成立，算至 {2}），达到〔{3}〕</source><translation>is {0} full years (founded {1}, counted to {2}), met 〔{3}〕</translation></message>
<message><source>实际 {0} 整年（{1} 成立，算至 {2}），未达到〔{3}〕</source><translation>is {0} full years (founded {1}, counted to {2}), not met 〔{3}〕</translation></message>
<message><source>无法判定（缺{0}）〔{1}〕</source><translation>cannot be judged (lacks {0}) 〔{1}〕</translation></message>
<message><source>无法判定（缺{0}）</source><translation>cannot be judged (lacks {0})</translation></message>
<message><source>缺大型央企</source><translation>lacks: large central enterprise</translation></message>
<message><source>缺前一年从业人员</source><translation>lacks: employees the year before</translation></message>
<message><source>标准阈值</source><translation>threshold</translation></message>
<message><source>标准阈值（未定）</source><translation>threshold (open)</translation></message>
<message><source>能耗</source><translation>energy</translation></message>
<message><source>环境准入</source><translation>environmental admission</translation></message>
<message><source>要求{0}3 年复合增长率 {1}</source><translation>needs three-year growth of {0} {1}</translation></message>
<message><source>要求{0}3 年复合增长率 {1}，实际 {2}，{3}</source><translation>needs three-year growth of {0} {1}, is {2}, {3}</translation></message>
<message><source>要求{0}，实际 {1} 整年（{2} 成立，算至 {3}），{4}</source><translation>needs {0}, is {1} full years (founded {2}, counted to {3}), {4}</translation></message>
<message><source>登记目标佐证 ：{0}</source><translation>registered evidence: {0}</translation></message>
<message><source>{0}报送有错误{1}处，请逐处核对并在下月报送前改正</source><translation>{0}: {1} errors in the submission; check each and correct it before next month</translation></message>
<message><source>{0}{1}年{2}月数据未报，请说明原因并补报</source><translation>{0}: {2}/{1} not reported; say why and send it</translation></message>
<message><source>{0}{1}年{2}月数据未报，请说明原因并补报。</source><translation>{0}: {2}/{1} not reported; say why and send it.</translation></message>
<message><source>不分享</source><translation>not shared</translation></message>
<message><source>没有依据的分享办法，不计算分享</source><translation>no rule it could rest on, nothing is computed</translation></message>
<message><source>孵化器</source><translation>incubator</translation></message>
<message><source>低于显示下限</source><translation>below what is shown</translation></message>
<message><source>组团共 {0} 家</source><translation>{0} in the cluster</translation></message>
<message><source>是全域平均的 {0} 倍</source><translation>{0} times the average of the whole area</translation></message>
<message><source>第{0}批</source><translation>batch {0}</translation></message>
<message><source>要求{0}，实际 {1} 整年（{2} 成立，算至 {3}），达到〔{4}〕</source><translation>needs {0}, is {1} full years (founded {2}, counted to {3}), met 〔{4}〕</translation></message>
<message><source>整年</source><translation>full years</translation></message>
<message><source>成立</source><translation>founded</translation></message>
<message><source>算至 {0}</source><translation>counted to {0}</translation></message>
<message><source>算至</source><translation>counted to</translation></message>
<message><source>对方答复由其来文登记</source><translation>the other side's answer is registered from its letter</translation></message>
<message><source>先转办理中再落地</source><translation>first under way, then landed</translation></message>
<message><source>与报送不符</source><translation>disagrees with the submission</translation></message>
<message><source>外省市案件不进区际分享</source><translation>cases over the city's border do not enter the sharing between districts</translation></message>
<message><source>案件不回到线索</source><translation>a case does not become a lead again</translation></message>
<message><source>外省市案件立案</source><translation>open a case over the city's border</translation></message>
<message><source>补充外省市案情</source><translation>complete a case over the city's border</translation></message>
<message><source>推进外省市案件</source><translation>advance a case over the city's border</translation></message>
<message><source>对方已答复</source><translation>the other side has answered</translation></message>
<message><source>登记文书</source><translation>registration paper</translation></message>
<message><source>来源{0}</source><translation>source {0}</translation></message>
<message><source>四类载体与大学科技园、孵化器：在哪个组团，能装多少，已装多少</source><translation>the four kinds of carriers, university science parks and incubators: in which cluster, how much they hold, how much is filled</translation></message>
<message><source>分享依据</source><translation>grounds of sharing</translation></message>
<message><source>测算 {0} 家，条件无变化或数据未到{1}。{2}</source><translation>{0} evaluated, conditions unchanged or data not in{1}. {2}</translation></message>
<message><source>缺上年收入 {0} 家</source><translation>{0} lack last year's revenue</translation></message>
<message><source>{0} 正在测算</source><translation>{0} being evaluated</translation></message>
<message><source>正在测算。</source><translation>being evaluated.</translation></message>
<message><source>虚构</source><translation>invented</translation></message>
<message><source>分享应付</source><translation>sharing owed</translation></message>
<message><source>分享应收</source><translation>sharing received</translation></message>
<message><source>分享净额</source><translation>sharing net</translation></message>
<message><source>划分依据</source><translation>grounds of the grouping</translation></message>
<message><source>本年落地、迁到别的片区的案件</source><translation>cases landed this year into other zones</translation></message>
<message><source>本年落地、由别的片区迁来的案件</source><translation>cases landed this year from other zones</translation></message>
<message><source>年期 {0} — {1}</source><translation>term {0} — {1}</translation></message>
<message><source>实报 {0} 园</source><translation>{0} parks reported</translation></message>
<message><source>及时 {0} 园</source><translation>{0} in time</translation></message>
<message><source>用地</source><translation>Land</translation></message>
<message><source>可用空间 {0} 公顷</source><translation>available space {0} ha</translation></message>
<message><source>迁移方向</source><translation>Direction of moves</translation></message>
<message><source>月初 {0} 家</source><translation>{0} companies at the beginning</translation></message>
<message><source>月末 {0} 家</source><translation>{0} companies at the end</translation></message>
<message><source>承接方</source><translation>receiving</translation></message>
<message><source>疏解方</source><translation>sending</translation></message>
<message><source>净迁入 {0} 件</source><translation>{0} net in</translation></message>
<message><source>其中津冀 {0} 件</source><translation>{0} of them with Tianjin and Hebei</translation></message>
<message><source>迁出合计 {0} 件</source><translation>{0} out in all</translation></message>
<message><source>立案 {0}：{1} → {2}（{3}）</source><translation>opened {0}: {1} → {2} ({3})</translation></message>
<message><source>在外设基地</source><translation>base outside</translation></message>
<message><source>（{0}，疑为{1}）</source><translation>({0}, probably {1})</translation></message>
<message><source>，疑为 {0}</source><translation>, probably {0}</translation></message>
<message><source>，疑为“{0}”</source><translation>, probably “{0}”</translation></message>
<message><source>{0}，疑为“{1}”</source><translation>{0}, probably “{1}”</translation></message>
<message><source>{0}，疑为 {1}</source><translation>{0}, probably {1}</translation></message>
<message><source>{0}（{1}→{2}）待{3}、{4}确认</source><translation>{0} ({1}→{2}) waits for {3} and {4} to confirm</translation></message>
<message><source>共 {0} 件，{1} 个方向</source><translation>{0} cases in {1} directions</translation></message>
<message><source>；净迁入最多 {0} +{1}，净迁出最多 {2} {3}</source><translation>; most in, net: {0} +{1}; most out, net: {2} {3}</translation></message>
<message><source>共 {0} 件，{1} 个方向；净迁入最多 {2}，净迁出最多 {3}</source><translation>{0} cases in {1} directions; most in, net: {2}; most out, net: {3}</translation></message>
<message><source>净迁入最多</source><translation>most in, net</translation></message>
<message><source>净迁出最多</source><translation>most out, net</translation></message>
<message><source>月初</source><translation>at the beginning</translation></message>
<message><source>月末</source><translation>at the end</translation></message>
<message><source>实报</source><translation>reported</translation></message>
<message><source>及时</source><translation>in time</translation></message>
<message><source>可用空间</source><translation>available space</translation></message>
<message><source>其中津冀</source><translation>of them Tianjin and Hebei</translation></message>
<message><source>迁出合计</source><translation>out in all</translation></message>
</context>
</TS>
