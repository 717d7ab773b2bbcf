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
<message><source>{0} 年入列，{1} 年（家）：{2}</source><translation>joined in {0}, {1} (companies): {2}</translation></message>
<message><source>{0} 定位内占比：{1} → {2}</source><translation>{0}, share within the plan: {1} → {2}</translation></message>
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
<message><source>{0}（不含 {1} 园）</source><translation>{0} (without {1} parks)</translation></message>
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
<message><source>工作区地址不对</source><translation>The workspace address is not right</translation></message>
<message><source>应写成 {0}，或写一个文件夹</source><translation>It should read {0}, or be a folder</translation></message>
<message><source>没有写明工作区</source><translation>No workspace is given</translation></message>
<message><source>应写一个文件夹，或 {0}</source><translation>Give a folder, or {0}</translation></message>
<message><source>不认识“{0}”</source><translation>“{0}” is not known</translation></message>
<message><source>没有写明数据库</source><translation>No database is named</translation></message>
<message><source>端口应是 1 到 65535 的数</source><translation>The port must be a number from 1 to 65535</translation></message>
<message><source>调整分录须写明理由、依据与经办人</source><translation>An adjustment needs a reason, grounds and the person in charge</translation></message>
<message><source>依据写文号、凭证号或会议纪要</source><translation>As grounds give the number of a paper, a voucher or the minutes of a meeting</translation></message>
<message><source>调整分录的金额为零</source><translation>The amount of the adjustment is zero</translation></message>
<message><source>请填计入税收或应得的增减数，减少写负数</source><translation>Enter what is added to the tax or the share, negative for less</translation></message>
<message><source>{0}付{1}不是案件 {2} 的收付方向</source><translation>{0} paying {1} is not a direction of case {2}</translation></message>
<message><source>本案由{0}付{1}</source><translation>In this case {0} pays {1}</translation></message>
<message><source>反向请写负数</source><translation>For the other direction write a negative number</translation></message>
<message><source>调整分录只更正以前月份，{0} 不早于 {1}</source><translation>An adjustment corrects earlier months only; {0} is not before {1}</translation></message>
<message><source>本月的数请由报送或案情更正后重新试算</source><translation>Correct this month's figures in the submission or the case, then run the trial again</translation></message>
<message><source>请登记在 {0}，锁定的结算不改写</source><translation>Register it in {0}; a locked settlement is not rewritten</translation></message>
<message><source>请更正事实后重新试算 {0}</source><translation>Correct the facts, then run the trial of {0} again</translation></message>
<message><source>{0} 的结算已锁定，不能登记调整分录</source><translation>The settlement of {0} is locked; no adjustment can be registered</translation></message>
<message><source>{0} 尚在试算，不用调整分录</source><translation>{0} is still a trial; no adjustment is needed</translation></message>
<message><source>小数位太多</source><translation>Too many decimal places</translation></message>
<message><source>万元至多六位小数，百分数至多两位</source><translation>At most six decimals for 10k yuan, two for per cent</translation></message>
<message><source>没有写生效日</source><translation>No day of entry into force</translation></message>
<message><source>如 effective_from = 2027-01-01</source><translation>E.g. effective_from = 2027-01-01</translation></message>
<message><source>没有叫“{0}”的分园</source><translation>There is no park named “{0}”</translation></message>
<message><source>适用各分园时留空</source><translation>Leave empty where it applies to every park</translation></message>
<message><source>没有叫“{0}”的产业</source><translation>There is no industry named “{0}”</translation></message>
<message><source>没有出处的数值不能作为标准</source><translation>A value without a source cannot be a standard</translation></message>
<message><source>请写明发布文件、文号和日期</source><translation>Give the paper it was issued by, its number and day</translation></message>
<message><source>标准里没有任何指标</source><translation>The standard has no indicator at all</translation></message>
<message><source>至少填一项门槛或一道关口</source><translation>Fill in at least one threshold or gate</translation></message>
<message><source>不知道的留空即为未定</source><translation>leave unknown ones empty, they count as undetermined</translation></message>
<message><source>失效日 {0} 早于生效日 {1}</source><translation>The last day {0} is before the first day {1}</translation></message>
<message><source>没有“{0}”这项指标</source><translation>There is no indicator “{0}”</translation></message>
<message><source>{0}的门槛应大于 0</source><translation>The threshold of {0} must be above 0</translation></message>
<message><source>未定请留空</source><translation>Leave empty what is undetermined</translation></message>
<message><source>研发投入强度门槛 {0}% 超过 100%</source><translation>The threshold of R&amp;D intensity {0}% is above 100%</translation></message>
<message><source>请核对单位</source><translation>Check the unit</translation></message>
<message><source>没有“{0}”这道关口</source><translation>There is no gate “{0}”</translation></message>
<message><source>同一范围的标准日期重叠</source><translation>The days of two standards of the same scope overlap</translation></message>
<message><source>已有 {0} 至 {1}</source><translation>There is one from {0} to {1}</translation></message>
<message><source>已有 {0}，未设失效日</source><translation>There is one from {0} without a last day</translation></message>
<message><source>请先给前一版写上失效日</source><translation>First give the earlier version a last day</translation></message>
<message><source>不认识的面积单位“{0}”</source><translation>Unknown unit of area “{0}”</translation></message>
<message><source>面积不能为 {0}</source><translation>An area cannot be {0}</translation></message>
<message><source>请填不小于 0 的数字</source><translation>Enter a number not below 0</translation></message>
<message><source>面积 {0} {1} 的小数位太多</source><translation>The area {0} {1} has too many decimal places</translation></message>
<message><source>公顷至多六位小数，亩至多五位，㎡至多两位</source><translation>At most six decimals for ha, five for mu, two for ㎡</translation></message>
<message><source>“{0}”不是面积</source><translation>“{0}” is no area</translation></message>
<message><source>请填数字，单位另写</source><translation>Enter a number; the unit goes elsewhere</translation></message>
<message><source>“{0}”不是决定</source><translation>“{0}” is no decision</translation></message>
<message><source>没有“{0}”这一层次</source><translation>There is no level “{0}”</translation></message>
<message><source>可用：{0}、{1}、{2}，退出则留空</source><translation>Use {0}, {1} or {2}; leave empty for an exit</translation></message>
<message><source>同意调整，但层次仍是{0}</source><translation>The change is agreed, yet the level is still {0}</translation></message>
<message><source>请写明调整后的层次</source><translation>Give the level after the change</translation></message>
<message><source>{0}不改变层次（现为{1}）</source><translation>{0} does not change the level (now {1})</translation></message>
<message><source>退出告知须写明理由和告知文书</source><translation>An exit notice needs a reason and its paper</translation></message>
<message><source>整改期限 {0} 不晚于告知日 {1}</source><translation>The deadline for putting it right, {0}, is not after the notice of {1}</translation></message>
<message><source>缺少此项</source><translation>This entry is missing</translation></message>
<message><source>没有生效日的方案不能使用</source><translation>A scheme without a day of entry into force cannot be used</translation></message>
<message><source>早于生效日 {0}</source><translation>Before the day of entry into force {0}</translation></message>
<message><source>各组权重合计为 {0}%，应为 100%</source><translation>The weights of the groups add up to {0}%; it must be 100%</translation></message>
<message><source>指标“{0}”出现两次</source><translation>The indicator “{0}” appears twice</translation></message>
<message><source>每项指标只能计一次</source><translation>Each indicator counts once only</translation></message>
<message><source>缺少理想值</source><translation>The ideal value is missing</translation></message>
<message><source>理想值为 {0}，不能作除数</source><translation>The ideal value is {0}; nothing can be divided by it</translation></message>
<message><source>标杆法须给大于 0 的 ideal</source><translation>The benchmark method needs an ideal above 0</translation></message>
<message><source>下限不小于上限</source><translation>The lower bound is not below the upper one</translation></message>
<message><source>功效法须给不相等的 worst 与 best</source><translation>The efficacy method needs a worst and a best that differ</translation></message>
<message><source>worst、best 的大小与方向不符</source><translation>worst and best do not fit the direction</translation></message>
<message><source>正向指标 best 大于 worst，逆向相反</source><translation>For a positive indicator best is above worst, for a negative one the other way round</translation></message>
<message><source>底分应不小于 0 且小于 1</source><translation>The base score must be at least 0 and below 1</translation></message>
<message><source>如 0.6 表示从 60% 起</source><translation>E.g. 0.6 for starting at 60%</translation></message>
<message><source>权重应大于 0</source><translation>A weight must be above 0</translation></message>
<message><source>权重 {0}% 超过 100%</source><translation>The weight {0}% is above 100%</translation></message>
<message><source>写成小数，如 0.3</source><translation>Write a decimal, e.g. 0.3</translation></message>
<message><source>分数线应在 0 至 100 之间</source><translation>Score lines must lie between 0 and 100</translation></message>
<message><source>方案里没有指标“{0}”</source><translation>The scheme has no indicator “{0}”</translation></message>
<message><source>没有“{0}”这种事件</source><translation>There is no event “{0}”</translation></message>
<message><source>{0}没有注明依据</source><translation>{0} has no grounds</translation></message>
<message><source>请写明文书名称与页码</source><translation>Give the name of the paper and the page</translation></message>
<message><source>没有写明再设的企业</source><translation>The newly set up company is not given</translation></message>
<message><source>请给出其统一社会信用代码（--new-code）</source><translation>Give its unified social credit code (--new-code)</translation></message>
<message><source>如 企业已注销，不再产生税收</source><translation>E.g. “企业已注销，不再产生税收”</translation></message>
<message><source>注销再设须至少有 {0} 项连续性依据</source><translation>A re-registration needs at least {0} grounds of continuity</translation></message>
<message><source>依据：{0}</source><translation>Grounds: {0}</translation></message>
<message><source>不足两项的是另一家企业，不接续</source><translation>with fewer than two it is another company and does not continue</translation></message>
<message><source>没有“{0}”这一方</source><translation>There is no party “{0}”</translation></message>
<message><source>{0}不能作“{1}”的意见</source><translation>{0} cannot be an opinion of “{1}”</translation></message>
<message><source>迁移本身不设同意或否决</source><translation>A move itself is neither approved nor vetoed</translation></message>
<message><source>此时仍在的企业：{0}</source><translation>Companies still there then: {0}</translation></message>
<message><source>请用一句话说明，便于协调</source><translation>Put it in one sentence, for the coordination</translation></message>
<message><source>分立至少要写明两家互不相同的企业</source><translation>A division needs at least two different companies</translation></message>
<message><source>如 --part 代码=0.6175 --part 代码=0.3825</source><translation>E.g. --part “代码”=0.6175 --part “代码”=0.3825</translation></message>
<message><source>分立比例须各在 0 与 1 之间且合计为 1</source><translation>The shares of a division must each lie between 0 and 1 and add up to 1</translation></message>
<message><source>现合计 {0}</source><translation>They add up to {0} now</translation></message>
<message><source>请核对分立方案</source><translation>Check the plan of the division</translation></message>
<message><source>没有“{0}”这项连续性依据</source><translation>There is no ground of continuity “{0}”</translation></message>
<message><source>案件已于 {0} 办结，其后不能再登记{1}</source><translation>The case was closed on {0}; {1} cannot be registered after that</translation></message>
<message><source>{0} 时 {1} 已不在本案之中</source><translation>At {0}, {1} was no longer in this case</translation></message>
<message><source>请核对日期与企业</source><translation>Check the day and the company</translation></message>
<message><source>{0} 已在本案之中，不是新设企业</source><translation>{0} is already in this case; it is no new company</translation></message>
<message><source>“{0}”同时指向“{1}”和“{2}”</source><translation>“{0}” stands for both “{1}” and “{2}”</translation></message>
<message><source>一个写法只能对应一个名称，请去掉其中一处</source><translation>One spelling can stand for one name only; remove one of them</translation></message>
<message><source>目录缺少这个文件</source><translation>The catalogue lacks this file</translation></message>
<message><source>请恢复随程序附带的 resources/catalogue</source><translation>Restore resources/catalogue as it came with the program</translation></message>
<message><source>目录中有不认识的文件</source><translation>The catalogue has a file that is not known</translation></message>
<message><source>缺少生效日</source><translation>The day of entry into force is missing</translation></message>
<message><source>“{0}”重复登记</source><translation>“{0}” is registered twice</translation></message>
<message><source>同一名称只能登记一次</source><translation>One name can be registered once only</translation></message>
<message><source>布局没有写明任何区域</source><translation>The layout names no area</translation></message>
<message><source>目录的每一项都要有生效日</source><translation>Every entry of the catalogue needs a day of entry into force</translation></message>
<message><source>失效日早于生效日</source><translation>The last day is before the first</translation></message>
<message><source>口径差异须引两处原文</source><translation>A contradiction must quote both places</translation></message>
<message><source>裁定与裁定日须同时填写</source><translation>A ruling and its day go together</translation></message>
<message><source>代码“{0}”应为六位数字</source><translation>The code “{0}” must have six digits</translation></message>
<message><source>代码“{0}”已属于另一个区</source><translation>The code “{0}” already belongs to another district</translation></message>
<message><source>代码“{0}”应为二至四位数字</source><translation>The code “{0}” must have two to four digits</translation></message>
<message><source>代码“{0}”已对应{1}</source><translation>The code “{0}” already stands for {1}</translation></message>
<message><source>一个代码只能对应一个产业</source><translation>One code can stand for one industry only</translation></message>
<message><source>没有编号为“{0}”的校验</source><translation>There is no check numbered “{0}”</translation></message>
<message><source>用 zgc checks 查看全部编号</source><translation>zgc checks lists all numbers</translation></message>
<message><source>{0} {1}不能停用</source><translation>{0} {1} cannot be switched off</translation></message>
<message><source>它说明的是读不出或认不出的内容</source><translation>It tells what could not be read or recognised</translation></message>
<message><source>没有写理由</source><translation>No reason is given</translation></message>
<message><source>请写明为什么改动这条校验</source><translation>Say why this check is changed</translation></message>
<message><source>{0} 没有叫“{1}”的参数</source><translation>{0} has no parameter “{1}”</translation></message>
<message><source>这条校验没有参数</source><translation>This check has no parameters</translation></message>
<message><source>{0} 应在 {1} 与 {2} 之间</source><translation>{0} must lie between {1} and {2}</translation></message>
<message><source>{0}组团到 {1} 为止，{2} 已没有</source><translation>The cluster {0} ended in {1}; in {2} it is gone</translation></message>
<message><source>请选仍在的组团，或把终止月写在此前</source><translation>Choose a cluster that still stands, or end the rule before</translation></message>
<message><source>没有叫“{0}”的组团</source><translation>There is no cluster named “{0}”</translation></message>
<message><source>可用的名称见 zgc catalogue</source><translation>zgc catalogue lists the names</translation></message>
<message><source>{0}组团属{1}，不属{2}</source><translation>The cluster {0} belongs to {1}, not to {2}</translation></message>
<message><source>规则的文字至少两个字</source><translation>The text of a rule needs at least two characters</translation></message>
<message><source>“{0}”会匹配过多地址</source><translation>“{0}” would match too many addresses</translation></message>
<message><source>终止月 {0} 早于起始月 {1}</source><translation>The last month {0} is before the first month {1}</translation></message>
<message><source>{0}组团自 {1} 起设立，{2} 还没有</source><translation>The cluster {0} was set up in {1}; in {2} it was not there yet</translation></message>
<message><source>起始月请写 {0} 或以后</source><translation>Let it begin in {0} or later</translation></message>
<message><source>企业自 {0} 起已在{1}</source><translation>The company has been in {1} since {0}</translation></message>
<message><source>无需再次变更归属</source><translation>No change of park is needed</translation></message>
<message><source>生效日 {0} 不晚于现归属的起始日 {1}</source><translation>The day {0} is not after the start of the present park, {1}</translation></message>
<message><source>请核对变更登记日</source><translation>Check the day of registration</translation></message>
<message><source>园线上没有案件 {0} 的落地</source><translation>The line of parks has no landing of case {0}</translation></message>
<message><source>请核对案件号</source><translation>Check the case number</translation></message>
<message><source>变更登记日 {0} 晚于其后一次归属变更（{1} 止）</source><translation>The registration day {0} is after a later change of park (up to {1})</translation></message>
<message><source>请先更正后一案件</source><translation>Correct the later case first</translation></message>
<message><source>变更登记日 {0} 不晚于前一归属的起始日</source><translation>The registration day {0} is not after the start of the former park</translation></message>
<message><source>{0}的归属自 {1} 起</source><translation>The park of {0} counts from {1}</translation></message>
<message><source>议事机构须写明名称和设立依据</source><translation>A body needs a name and the paper it was set up by</translation></message>
<message><source>有效到会人数应至少为 1</source><translation>The quorum must be at least 1</translation></message>
<message><source>没有规定请留空</source><translation>Leave empty where nothing is laid down</translation></message>
<message><source>没有写明成员</source><translation>No member is given</translation></message>
<message><source>没有“{0}”这类成员</source><translation>There is no kind of member “{0}”</translation></message>
<message><source>任期截止 {0} 早于起始 {1}</source><translation>The term ends on {0}, before it begins on {1}</translation></message>
<message><source>{0}当日不是成员</source><translation>{0} was no member on that day</translation></message>
<message><source>请先登记成员，或记为列席</source><translation>Register the member first, or list them as present without a vote</translation></message>
<message><source>该机构没有登记有效到会人数</source><translation>This body has no registered quorum</translation></message>
<message><source>请先登记议事规则及其出处</source><translation>First register its rules of procedure and their source</translation></message>
<message><source>到会 {0} 人，不足 {1} 人，不能作出决定</source><translation>{0} present, fewer than {1}; no decision can be taken</translation></message>
<message><source>议题种类或结论不在选项内</source><translation>The kind of item or its outcome is not among the choices</translation></message>
<message><source>结论可用：{0}</source><translation>Outcomes: {0}</translation></message>
<message><source>须写明议题和议定内容</source><translation>Give the item and what was decided</translation></message>
<message><source>该任务已于 {0} 办结</source><translation>This task was closed on {0}</translation></message>
<message><source>办结须写明落实情况</source><translation>To close it, say what was done</translation></message>
<message><source>该成员在此期间已在册</source><translation>This member is already listed for these days</translation></message>
<message><source>任务须写明{0}</source><translation>A task needs {0}</translation></message>
<message><source>不是统筹台的交换包</source><translation>Not a package of Tongchoutai</translation></message>
<message><source>请选择对方用统筹台打出的 zip 文件</source><translation>Choose the zip file the other side packed with Tongchoutai</translation></message>
<message><source>交换包不完整或被改动，没有收</source><translation>The package is incomplete or was altered; it was not taken in</translation></message>
<message><source>请对方重新发送原包</source><translation>Ask the sender for the original package again</translation></message>
<message><source>这是本单位自己发出的包</source><translation>This package was sent by this office itself</translation></message>
<message><source>请收对方发来的包</source><translation>Take in the package the other side sent</translation></message>
<message><source>这个包是发给{0}的，本工作区是{1}</source><translation>This package is for {0}; this workspace is {1}</translation></message>
<message><source>请转给收件方，或打开对应的工作区</source><translation>Pass it on to its addressee, or open that workspace</translation></message>
<message><source>{0}只能由分园发给市级</source><translation>{0} can only go from a park to the city</translation></message>
<message><source>{0}只能由市级发出，这个包却来自{1}</source><translation>{0} can only come from the city, yet this package comes from {1}</translation></message>
<message><source>请勿使用，并向发送方核实</source><translation>Do not use it, and ask the sender</translation></message>
<message><source>没有写明月份</source><translation>No month is given</translation></message>
<message><source>交换包是格式 {0}，本程序只认识到格式 {1}</source><translation>The package has format {0}; this program knows formats up to {1}</translation></message>
<message><source>由统筹台 {0} 制作</source><translation>Made by Tongchoutai {0}</translation></message>
<message><source>请升级程序后再收，包没有动过</source><translation>Update the program, then take it in; the package was not touched</translation></message>
<message><source>清单读不懂</source><translation>The list of contents cannot be understood</translation></message>
<message><source>包里写的“{0}”不是市级，也不是十七个分园之一</source><translation>“{0}” in the package is neither the city nor one of the seventeen parks</translation></message>
<message><source>请发送方核对后重新打包</source><translation>Ask the sender to check it and pack it again</translation></message>
<message><source>没有“{0}”这种答复</source><translation>There is no answer “{0}”</translation></message>
<message><source>须写明由谁答复</source><translation>Say who answers</translation></message>
<message><source>请填经办人</source><translation>Enter the person in charge</translation></message>
<message><source>请用一句话说明分歧与依据</source><translation>State the disagreement and its grounds in one sentence</translation></message>
<message><source>回复里有与{0}无关的结算行</source><translation>The reply has settlement lines that do not concern {0}</translation></message>
<message><source>{0}不是本案的一方</source><translation>{0} is no party to this case</translation></message>
<message><source>本案各方：{0}</source><translation>Parties to this case: {0}</translation></message>
<message><source>须写明经办人</source><translation>Give the person in charge</translation></message>
<message><source>{0}是{1}，不能代{2}表态</source><translation>{0} is {1} and cannot speak for {2}</translation></message>
<message><source>{0}不由{1}填写</source><translation>{0} is not filled in by {1}</translation></message>
<message><source>由{0}填写</source><translation>It is filled in by {0}</translation></message>
<message><source>没有“{0}”这种{1}</source><translation>There is no {1} “{0}”</translation></message>
<message><source>{0}的包里有{1}的新记录</source><translation>The package of {0} has new entries of {1}</translation></message>
<message><source>各方只能写自己的一栏</source><translation>Each party can only write its own part</translation></message>
<message><source>请由该方自己打包，或经市级转送</source><translation>Let that party pack it, or pass it on through the city</translation></message>
<message><source>案卷里有读不懂的记录</source><translation>The case slip has entries that cannot be understood</translation></message>
<message><source>请对方重新打包</source><translation>Ask the other side to pack it again</translation></message>
<message><source>没有写企业名称</source><translation>No company name is given</translation></message>
<message><source>{0}没有注明来源</source><translation>{0} has no source</translation></message>
<message><source>请写明税务证明或案卷页码</source><translation>Give the tax certificate or the page of the case file</translation></message>
<message><source>{0}为负</source><translation>{0} is negative</translation></message>
<message><source>请核对后重新登记</source><translation>Check it and register it again</translation></message>
<message><source>这份表不能给“{0}”，没有导出</source><translation>This table cannot be given to “{0}”; nothing was exported</translation></message>
<message><source>含{0}数据（{1}）</source><translation>It holds data on {0} ({1})</translation></message>
<message><source>请去掉这些列：{0}</source><translation>Remove these columns: {0}</translation></message>
<message><source>或在 rules/export/categories.toml 写明依据</source><translation>or state the grounds in rules/export/categories.toml</translation></message>
<message><source>没有“{0}”这个导出对象</source><translation>There is no addressee “{0}”</translation></message>
<message><source>{0}的两个年限在 {1} 起重叠</source><translation>Two terms of {0} overlap from {1}</translation></message>
<message><source>请给前一个补 effective_to</source><translation>Give the earlier one an effective_to</translation></message>
<message><source>没有写明挂钩组或地块编号</source><translation>No linked group or plot number is given</translation></message>
<message><source>“{0}”不是挂钩的一侧</source><translation>“{0}” is not a side of a linked group</translation></message>
<message><source>面积应大于 0</source><translation>The area must be above 0</translation></message>
<message><source>没有写明来源</source><translation>No source is given</translation></message>
<message><source>请注明批复文件</source><translation>Give the approving paper</translation></message>
<message><source>该地块在本组{0}一侧已登记</source><translation>This plot is already registered on the {0} side of this group</translation></message>
<message><source>要改面积，请先撤回原记录并写明理由</source><translation>To change the area, first withdraw the old entry with a reason</translation></message>
<message><source>另有 {0} 处不符</source><translation>{0} more places do not agree</translation></message>
<message><source>四项权重不能都为 0</source><translation>The four weights cannot all be 0</translation></message>
<message><source>对{0}的固定与禁止互相矛盾</source><translation>What is fixed and what is barred for {0} contradict each other</translation></message>
<message><source>请取消其中一项</source><translation>Remove one of them</translation></message>
<message><source>{0}固定或禁止的{1}没有登记可用空间</source><translation>{1}, fixed or barred for {0}, has no registered space</translation></message>
<message><source>请先登记该组团的可用面积，或取消</source><translation>First register the space of this cluster, or remove it</translation></message>
<message><source>{0}固定在{1}，但放不进去</source><translation>{0} is fixed to {1} but does not fit in</translation></message>
<message><source>请取消固定，或核实空间与需求</source><translation>Unfix it, or check the space and the demand</translation></message>
<message><source>固定在{0}组团的企业共需 {1} ㎡，只有 {2} ㎡</source><translation>The companies fixed to the cluster {0} need {1} ㎡ in all; there are only {2} ㎡</translation></message>
<message><source>请取消部分固定</source><translation>Unfix some of them</translation></message>
<message><source>“{0}”不是数据编号</source><translation>“{0}” is no number of a figure</translation></message>
<message><source>请写成〔表3-1·昌平·月末〕的样式，编号印在月报各表下方</source><translation>Write it like 〔“表3-1·昌平·月末〕”; the numbers are printed below the tables of the report</translation></message>
<message><source>月报快照里有本程序不认识的内容</source><translation>The kept report has content this program does not know</translation></message>
<message><source>请用发布该期的程序版本或更新的版本打开</source><translation>Open it with the version it was published with, or a newer one</translation></message>
<message><source>月报快照与本程序的结构不符</source><translation>The kept report does not fit the structure of this program</translation></message>
<message><source>请用 zgc check 检查工作区，或从备份恢复</source><translation>Check the workspace with zgc check, or restore a backup</translation></message>
<message><source>月报快照不是完整的 JSON</source><translation>The kept report is not complete JSON</translation></message>
<message><source>第 {0} 个字符处断开</source><translation>It breaks off at character {0}</translation></message>
<message><source>月报快照里有读不出的值</source><translation>The kept report has a value that cannot be read</translation></message>
<message><source>更正请在之后的月份进行，已发布的列入下一期勘误</source><translation>Correct it in a later month, and what is published in the next errata</translation></message>
<message><source>确需改动本月的，先登记例外（写明经办人、理由、范围、期限）</source><translation>to change this month all the same, first register an exception (person, reason, scope, deadline)</translation></message>
<message><source>请先重新开放这个月，或登记例外</source><translation>First reopen this month, or register an exception</translation></message>
<message><source>确需改动请登记例外（写明经办人、理由、范围、期限），改动会单独列出</source><translation>To change it all the same, register an exception (person, reason, scope, deadline); the changes are listed on their own</translation></message>
<message><source>{0} 本来就是{1}的</source><translation>{0} is {1} already</translation></message>
<message><source>{0} 已锁定，不再开放</source><translation>{0} is locked and is not reopened</translation></message>
<message><source>{0} 已关闭，重新开放要写明理由</source><translation>{0} is closed; reopening it needs a reason</translation></message>
<message><source>案件 {0} 已{1}，不能再次落地</source><translation>Case {0} is {1} and cannot land again</translation></message>
<message><source>案件 {0} 还缺{1}，不能落地</source><translation>Case {0} still lacks {1} and cannot land</translation></message>
<message><source>请先补齐</source><translation>Fill this in first</translation></message>
<message><source>“{0}”不是统一社会信用代码</source><translation>“{0}” is no unified social credit code</translation></message>
<message><source>请核对 18 位代码</source><translation>Check the 18 characters of the code</translation></message>
<message><source>{0}在本市</source><translation>{0} is in this city</translation></message>
<message><source>市内迁移请用 zgc case open 立案</source><translation>Open moves within the city with zgc case open</translation></message>
<message><source>立案日 {0} 在将来</source><translation>The opening day {0} is in the future</translation></message>
<message><source>达产日早于变更登记日</source><translation>The capacity day is before the registration day</translation></message>
<message><source>{0}没有写明依据文书</source><translation>{0} names no paper as its grounds</translation></message>
<message><source>如 企业函、对方复函、变更登记通知书</source><translation>E.g. “企业函、对方复函、变更登记通知书”</translation></message>
<message><source>日期 {0} 在将来</source><translation>The day {0} is in the future</translation></message>
<message><source>请在发生之后登记</source><translation>Register it once it has happened</translation></message>
<message><source>日期 {0} 早于前一步（{1}）</source><translation>The day {0} is before the step before it ({1})</translation></message>
<message><source>案件已{0}，不再改动</source><translation>The case is {0} and is not changed any more</translation></message>
<message><source>对方答复由其来文登记，不能代填</source><translation>The other side's answer is registered from its letter, not on its behalf</translation></message>
<message><source>请登记对方答复和来文</source><translation>Register the other side's answer and its letter</translation></message>
<message><source>案件不能从{0}改为{1}</source><translation>A case cannot go from {0} to {1}</translation></message>
<message><source>放弃的请撤回</source><translation>withdraw it if it is given up</translation></message>
<message><source>案件现为{0}，落地后才能办结</source><translation>The case is {0} now; it can be closed once it has landed</translation></message>
<message><source>没有“{0}”这种税收数</source><translation>There is no tax figure “{0}”</translation></message>
<message><source>没有注明来源</source><translation>No source is given</translation></message>
<message><source>请写明税务证明或对方财政来函</source><translation>Give the tax certificate or the letter of the other side's finance office</translation></message>
<message><source>基数按整年登记</source><translation>A base is registered by whole years</translation></message>
<message><source>写成 2025</source><translation>Write 2025</translation></message>
<message><source>基数为负</source><translation>The base is negative</translation></message>
<message><source>基数按净入库数，退库多于缴纳时须先核实并商定</source><translation>A base is net tax paid in; where more was refunded than paid it must first be checked and agreed</translation></message>
<message><source>{0} 年不在迁移（{1}）之前</source><translation>The year {0} is not before the move ({1})</translation></message>
<message><source>请核对年份</source><translation>Check the year</translation></message>
<message><source>{0} 在迁移（{1}）之前</source><translation>{0} is before the move ({1})</translation></message>
<message><source>迁前的数按基数登记</source><translation>Figures from before the move are registered as a base</translation></message>
<message><source>在外设基地不是迁移，不适用迁移的分享办法</source><translation>A base set up elsewhere is no move; the sharing of moves does not apply</translation></message>
<message><source>共建分享比例请登记在组团标签</source><translation>Register the shares of a joint park under the cluster tab</translation></message>
<message><source>“{0}”没有出处，不能用于外省市案件</source><translation>“{0}” has no source and cannot be used for a case outside the city</translation></message>
<message><source>{0}只适用于{1}</source><translation>{0} applies to {1} only</translation></message>
<message><source>本案区域为{0}</source><translation>The region of this case is {0}</translation></message>
<message><source>“{0}”在 {1} 不在有效期内</source><translation>“{0}” is not in force on {1}</translation></message>
<message><source>没有写明适用的依据</source><translation>No grounds for applying it are given</translation></message>
<message><source>如 两地财政共同确认的名单、协议文号</source><translation>E.g. “两地财政共同确认的名单、协议文号”</translation></message>
<message><source>还没有变更登记日，不能试算</source><translation>There is no registration day yet; no trial can be run</translation></message>
<message><source>请先补充案情</source><translation>Complete the case first</translation></message>
<message><source>没有写明{0}</source><translation>No {0} is given</translation></message>
<message><source>案件{0}，不能撤回</source><translation>The case is {0} and cannot be withdrawn</translation></message>
<message><source>如 企业放弃迁移</source><translation>E.g. “企业放弃迁移”</translation></message>
<message><source>案件现为{0}，不能直接落地</source><translation>The case is {0} now and cannot land directly</translation></message>
<message><source>请先转办理中</source><translation>First set it to under way</translation></message>
<message><source>案件还缺{0}，不能落地</source><translation>The case still lacks {0} and cannot land</translation></message>
<message><source>变更登记日 {0} 晚于落地登记日 {1}</source><translation>The registration day {0} is after the day of landing {1}</translation></message>
<message><source>“{0}”不是期间</source><translation>“{0}” is no period</translation></message>
<message><source>写成 2025、2027-Q1 或 2027-03</source><translation>Write 2025, 2027-Q1 or 2027-03</translation></message>
<message><source>没有叫“{0}”的登记簿</source><translation>There is no register named “{0}”</translation></message>
<message><source>应为机制编号的列表</source><translation>It must be a list of mechanism numbers</translation></message>
<message><source>如 ["28", "30"]</source><translation>E.g. ["28", "30"]</translation></message>
<message><source>字段名称或 key 重复</source><translation>The name or key of a field appears twice</translation></message>
<message><source>选项字段须列出选项，其他字段不能有</source><translation>A choice field needs its choices; other fields have none</translation></message>
<message><source>请注明文件、报送表或承办人</source><translation>Give the file, the return or the person in charge</translation></message>
<message><source>没有写明是哪个{0}</source><translation>It is not said which {0}</translation></message>
<message><source>截止日 {0} 早于起始日 {1}</source><translation>The last day {0} is before the first day {1}</translation></message>
<message><source>登记簿重复</source><translation>The register appears twice</translation></message>
<message><source>每个 key 只能用一次</source><translation>Each key can be used once only</translation></message>
<message><source>没有“{0}”这个字段</source><translation>There is no field “{0}”</translation></message>
<message><source>“{0}”填了两次</source><translation>“{0}” is filled in twice</translation></message>
<message><source>“{0}”必填</source><translation>“{0}” is required</translation></message>
<message><source>{0}% 不在 0 至 100% 之间</source><translation>{0}% is not between 0 and 100%</translation></message>
<message><source>单位为{0}，只填数字</source><translation>The unit is {0}; enter the number only</translation></message>
<message><source>条件须写明内容和责任单位</source><translation>A condition needs its content and the unit in charge</translation></message>
<message><source>不认识的环节“{0}”</source><translation>Unknown stage “{0}”</translation></message>
<message><source>该条件已于 {0} 销号</source><translation>This condition was cleared on {0}</translation></message>
<message><source>销号须写明证明材料</source><translation>Clearing it needs its proof</translation></message>
<message><source>{0}前还有 {1} 项条件未销号</source><translation>{1} conditions are open before {0}</translation></message>
<message><source>请逐项销号并附证明材料</source><translation>Clear them one by one with their proof</translation></message>
<message><source>签约前须登记履约承诺</source><translation>A performance commitment must be registered before signing</translation></message>
<message><source>至少一项指标、数值和期限</source><translation>At least one indicator, value and deadline</translation></message>
<message><source>支持金额应大于 0</source><translation>The support must be above 0</translation></message>
<message><source>{0} 年不在资金期限 {1}—{2} 年内</source><translation>The year {0} is not within the fund's years {1}—{2}</translation></message>
<message><source>本笔 {0} 万元超出余额</source><translation>This line of {0} (10k yuan) exceeds what is left</translation></message>
<message><source>{0}还没有考核值</source><translation>{0} has no assessed value yet</translation></message>
<message><source>请登记核实的数值和来源</source><translation>Register the checked value and its source</translation></message>
<message><source>没有数据不能当作零</source><translation>no data is not zero</translation></message>
<message><source>没有写明征求哪个部门的意见</source><translation>It is not said which department is asked</translation></message>
<message><source>答复期限 {0} 不晚于征求日 {1}</source><translation>The deadline for the answer, {0}, is not after the day of asking, {1}</translation></message>
<message><source>本轮已向{0}征求意见</source><translation>{0} has already been asked in this round</translation></message>
<message><source>没有向{0}征求意见</source><translation>{0} has not been asked</translation></message>
<message><source>请先登记征求意见及期限</source><translation>First register whom you ask and by when</translation></message>
<message><source>“{0}”不是意见</source><translation>“{0}” is no opinion</translation></message>
<message><source>{0}须写明内容或理由</source><translation>{0} needs its content or reason</translation></message>
<message><source>答复日 {0} 早于征求日 {1}</source><translation>The day of the answer, {0}, is before the day of asking, {1}</translation></message>
<message><source>答复日 {0} 已过期限 {1}，已按“{2}”留痕</source><translation>The answer of {0} is after the deadline {1}; “{2}” was put on record</translation></message>
<message><source>请在会审上提出，或由会议记录写明</source><translation>Raise it at the joint review, or have it put in the minutes</translation></message>
<message><source>仍待{0}反馈意见</source><translation>The opinion of {0} is still awaited</translation></message>
<message><source>期限未到不能会审</source><translation>There is no joint review before the deadline</translation></message>
<message><source>提前会审请先撤回该征求意见</source><translation>to hold it earlier, withdraw the request for this opinion first</translation></message>
<message><source>“{0}”不是会审结论</source><translation>“{0}” is no outcome of a joint review</translation></message>
<message><source>{0}不是该机构成员</source><translation>{0} is no member of this body</translation></message>
<message><source>请先登记议事规则（到会几人方为有效）及其出处</source><translation>First register the rules of procedure (the quorum) and their source</translation></message>
<message><source>到会人数不足，不能作出决定</source><translation>Too few are present to decide</translation></message>
<message><source>到会 {0} 人，其中回避 {1} 人，须 {2} 人</source><translation>{0} present, {1} of them withdrew; {2} are needed</translation></message>
<message><source>有条件通过须至少写明一项条件</source><translation>A pass with conditions needs at least one condition</translation></message>
<message><source>票数不能为负</source><translation>Votes cannot be negative</translation></message>
<message><source>票数合计多于有表决权的 {0} 人</source><translation>There are more votes than the {0} entitled to vote</translation></message>
<message><source>赞成 {0} 票、反对 {1} 票，不能作为{2}</source><translation>{0} for, {1} against cannot be {2}</translation></message>
<message><source>{0}须在会议记录中写明理由</source><translation>{0} needs its reason in the minutes</translation></message>
<message><source>项目须写明名称和来源</source><translation>A project needs a name and a source</translation></message>
<message><source>{0}组团不属于{1}</source><translation>The cluster {0} does not belong to {1}</translation></message>
<message><source>请核对分园或组团</source><translation>Check the park or the cluster</translation></message>
<message><source>研发投入强度 {0}% 超过 100%</source><translation>The R&amp;D intensity {0}% is above 100%</translation></message>
<message><source>固定资产投资大于总投资</source><translation>The investment in fixed assets is above the total</translation></message>
<message><source>请核对两栏的单位</source><translation>Check the units of both columns</translation></message>
<message><source>{0}不能为负</source><translation>{0} cannot be negative</translation></message>
<message><source>未知请留空</source><translation>Leave unknown values empty</translation></message>
<message><source>没有“{0}”这个状态</source><translation>There is no state “{0}”</translation></message>
<message><source>不能从{0}直接到{1}</source><translation>It cannot go from {0} straight to {1}</translation></message>
<message><source>从{0}可到：{1}</source><translation>From {0} it can go to: {1}</translation></message>
<message><source>{0}是终点</source><translation>{0} is the end</translation></message>
<message><source>每一步都要留痕，不能跳过</source><translation>Every step is kept on record; none can be skipped</translation></message>
<message><source>{0}的日期 {1} 早于上一步（{2} {3}）</source><translation>The day of {0}, {1}, is before the step before it ({2} {3})</translation></message>
<message><source>{0} {1} 没有登记会审或决议</source><translation>{0} has no joint review or decision registered on {1}</translation></message>
<message><source>请核对机构和日期</source><translation>Check the body and the day</translation></message>
<message><source>会审用 zgc project decide 登记</source><translation>register a joint review with zgc project decide</translation></message>
<message><source>{0} 没有生效的规则“{1}”</source><translation>The rule “{1}” is not in force on {0}</translation></message>
<message><source>已登记的生效日：{0}</source><translation>Registered days of entry into force: {0}</translation></message>
<message><source>请在规则参数中补录</source><translation>Add it under the rules</translation></message>
<message><source>缺少引文标题</source><translation>The title of the citation is missing</translation></message>
<message><source>没有出处的数值不能作为规则，请补 citation.title</source><translation>A value without a source cannot be a rule; add citation.title</translation></message>
<message><source>可信程度不认识</source><translation>The degree of confidence is not known</translation></message>
<message><source>引文中有不认识的键</source><translation>The citation has a key that is not known</translation></message>
<message><source>应为{0}，现为 {1}</source><translation>It must be {0}, it is {1}</translation></message>
<message><source>月报、对账单都署编制单位</source><translation>Reports and statements carry the name of the office</translation></message>
<message><source>报送截止日应在 1 到 {0} 之间</source><translation>The cut-off must be from 1 to {0}</translation></message>
<message><source>现为 {0}</source><translation>It is {0} now</translation></message>
<message><source>“{0}”不能作默认分享规则</source><translation>“{0}” cannot be the default sharing rule</translation></message>
<message><source>期间 {0} 与税款行 {1} 重叠</source><translation>The period {0} overlaps the tax line {1}</translation></message>
<message><source>{0}已分立，不再有自己的债权</source><translation>{0} was divided and has no claims of its own any more</translation></message>
<message><source>请按税款行的期间填写</source><translation>Fill it in by the periods of the tax lines</translation></message>
<message><source>请把税款写到分立后的企业名下</source><translation>Write the tax under the companies after the division</translation></message>
<message><source>期间 {0} 被 {1} 切开（{2}）</source><translation>The period {0} is cut by {1} ({2})</translation></message>
<message><source>请改为按季度或按月填写</source><translation>Fill it in by quarter or month</translation></message>
<message><source>缺少这个键</source><translation>This key is missing</translation></message>
<message><source>各因素权重之和不等于 1</source><translation>The weights of the factors do not add up to 1</translation></message>
<message><source>如 0.35、0.35、0.30</source><translation>E.g. 0.35, 0.35, 0.30</translation></message>
<message><source>至少要有两方才能分摊</source><translation>Sharing needs at least two parties</translation></message>
<message><source>请逐方写 [[party]]</source><translation>Write [[party]] for each party</translation></message>
<message><source>各方的{0}合计为零，无法分摊</source><translation>The {0} of all parties adds up to zero; it cannot be shared out</translation></message>
<message><source>请核对各方数值</source><translation>Check the values of each party</translation></message>
<message><source>{0}的现值税基为零，人均无从比较</source><translation>The present tax base of {0} is zero; nothing per head can be compared</translation></message>
<message><source>请核对，或把它移出本池</source><translation>Check it, or take it out of this pool</translation></message>
<message><source>“{0}”写了两次</source><translation>“{0}” is written twice</translation></message>
<message><source>请合并为一方</source><translation>Make it one party</translation></message>
<message><source>{0}没有填{1}</source><translation>{0} has no {1}</translation></message>
<message><source>未填不作零，请补上</source><translation>What is not filled in is no zero; add it</translation></message>
<message><source>请补上</source><translation>Add it</translation></message>
<message><source>没有这个期间或主体</source><translation>There is no such period or party</translation></message>
<message><source>已有期间：{0}</source><translation>Periods: {0}</translation></message>
<message><source>主体：{0}</source><translation>parties: {0}</translation></message>
<message><source>规则的 {0} 没有 {1} 在 {2} 至 {3} 的分成率</source><translation>{0} of the rule has no share of {1} for {2} to {3}</translation></message>
<message><source>{0} 年不在登记变更日 {1} 之前的整年内</source><translation>The year {0} is no whole year before the registration day {1}</translation></message>
<message><source>基数为负：{0} 元</source><translation>The base is negative: {0} yuan</translation></message>
<message><source>期间 {0} 与 {1} 重叠</source><translation>The period {0} overlaps {1}</translation></message>
<message><source>所属期 {0} 跨过登记变更日 {1}</source><translation>The period {0} spans the registration day {1}</translation></message>
<message><source>请在规则中补录该税种该日期的分成率，或直接填 amount</source><translation>Add the share of this tax for that day to the rule, or give amount directly</translation></message>
<message><source>不止一个（或没有）迁出方，看不出迁回了哪里</source><translation>There is more than one (or no) move-out party; it is not clear where it returned to</translation></message>
<message><source>请在 returned 事件里写 to</source><translation>Write to in the returned event</translation></message>
<message><source>出现几家来历不明的企业：{0}</source><translation>Several companies of unknown origin appear: {0}</translation></message>
<message><source>请补 split 或 reregistered 事件，或分成几个情形</source><translation>Add a split or reregistered event, or make several scenarios of it</translation></message>
<message><source>{0}，或直接填地方分成 amount</source><translation>{0}, or give the local share as amount directly</translation></message>
<message><source>“{0}”不是本案的迁出方</source><translation>“{0}” is no move-out party of this case</translation></message>
<message><source>请核对迁回地</source><translation>Check where it returned to</translation></message>
<message><source>{0}的分成率（{1}）在 {2} 至 {3} 之间变动，无法折算</source><translation>The share of {0} ({1}) changes between {2} and {3}; it cannot be converted</translation></message>
<message><source>基数年最晚为 {0} 年</source><translation>The last base year is {0}</translation></message>
<message><source>同一基数年写了两次</source><translation>The same base year is written twice</translation></message>
<message><source>请合并为一行</source><translation>Make it one line</translation></message>
<message><source>基数按净入库数，退库多于缴纳时请先核实并商定</source><translation>A base is net tax paid in; where more was refunded than paid, first check and agree it</translation></message>
<message><source>{0} 有几家企业的税款，看不出更正哪一家</source><translation>{0} has tax of several companies; it is not clear which one is corrected</translation></message>
<message><source>请写 company</source><translation>Write company</translation></message>
<message><source>不认识的税种</source><translation>Unknown tax</translation></message>
<message><source>规则分享的税种：{0}</source><translation>Taxes the rule shares: {0}</translation></message>
<message><source>同一段时间只按一种期间填写</source><translation>Write one stretch of time in one kind of period only</translation></message>
<message><source>{0} 在 {1} 分立后才有</source><translation>{0} exists only since the division of {1}</translation></message>
<message><source>请核对期间或企业</source><translation>Check the period or the company</translation></message>
<message><source>{0} 分立后的税款没有写明企业</source><translation>The tax of {0} after the division names no company</translation></message>
<message><source>请写 company：{0}</source><translation>Write company: {0}</translation></message>
<message><source>不是日期：{0}</source><translation>Not a day: {0}</translation></message>
<message><source>请写成 2021-12-31</source><translation>Write it like 2021-12-31</translation></message>
<message><source>金额不是十进制数：{0}</source><translation>The amount is no decimal number: {0}</translation></message>
<message><source>请写成 "1234567.89" 这样的文字，单位元</source><translation>Write a text like "1234567.89", in yuan</translation></message>
<message><source>金额不是十进制数或小于一分：{0}</source><translation>The amount is no decimal number or has parts of a fen: {0}</translation></message>
<message><source>请写成 "1234567.89"，最多两位小数，不加千分位</source><translation>Write it like "1234567.89", at most two decimals, no thousands separators</translation></message>
<message><source>金额不能为负：{0}</source><translation>The amount cannot be negative: {0}</translation></message>
<message><source>退库请在税款行里写负数</source><translation>write a refund as a negative tax line</translation></message>
<message><source>不是非负的十进制数：{0}</source><translation>Not a decimal number of at least 0: {0}</translation></message>
<message><source>请写成 "0.5" 这样的文字</source><translation>Write a text like "0.5"</translation></message>
<message><source>比例大于 1：{0}</source><translation>The ratio is above 1: {0}</translation></message>
<message><source>比例在 0 与 1 之间，50% 写成 0.5</source><translation>A ratio is between 0 and 1; 50% is written 0.5</translation></message>
<message><source>不是期间：{0}</source><translation>Not a period: {0}</translation></message>
<message><source>请写成 "2022"、"2022-Q3" 或 "2022-07"</source><translation>Write it like "2022", "2022-Q3" or "2022-07"</translation></message>
<message><source>应为文字，现为 {0}</source><translation>It must be a text, it is {0}</translation></message>
<message><source>请补上文字</source><translation>Add the text</translation></message>
<message><source>应为 {0} 至 {1} 的整数，现为 {2}</source><translation>It must be a whole number from {0} to {1}, it is {2}</translation></message>
<message><source>请改正</source><translation>Correct it</translation></message>
<message><source>不认识的取值 {0}</source><translation>Unknown value {0}</translation></message>
<message><source>应为一张表，现为 {0}</source><translation>It must be a table, it is {0}</translation></message>
<message><source>请按词汇表改写</source><translation>Write it as the vocabulary has it</translation></message>
<message><source>应为列表，现为 {0}</source><translation>It must be a list, it is {0}</translation></message>
<message><source>请用方括号列出</source><translation>List it in square brackets</translation></message>
<message><source>列表为空或有重复</source><translation>The list is empty or repeats itself</translation></message>
<message><source>请逐项列出，不重复</source><translation>List each one once</translation></message>
<message><source>日期不存在或写法不对</source><translation>There is no such day, or it is written wrongly</translation></message>
<message><source>请改正后重试</source><translation>Correct it and try again</translation></message>
<message><source>不认识的键</source><translation>Unknown key</translation></message>
<message><source>期间不存在：{0}</source><translation>There is no such period: {0}</translation></message>
<message><source>{0} 没有生效的分享规则“{1}”</source><translation>The sharing rule “{1}” is not in force on {0}</translation></message>
<message><source>请补录该日有效的版本</source><translation>Add the version in force on that day</translation></message>
<message><source>日期重叠：前一段到 {0}，后一段从 {1} 起</source><translation>The days overlap: the part before ends on {0}, the next begins on {1}</translation></message>
<message><source>请改前一段的截止日</source><translation>Change the last day of the part before</translation></message>
<message><source>日期有空档：前一段到 {0}，后一段从 {1} 起</source><translation>There is a gap: the part before ends on {0}, the next begins on {1}</translation></message>
<message><source>请补上空档期间的取值</source><translation>Add the value for the gap</translation></message>
<message><source>比例表为空或多于 100 年</source><translation>The table of ratios is empty or longer than 100 years</translation></message>
<message><source>请逐年列出迁出方比例</source><translation>List the move-out party's ratio year by year</translation></message>
<message><source>上限写了两种算法</source><translation>The cap is written in two ways</translation></message>
<message><source>of_base_sum 与 amount 只能写一个</source><translation>Write either of_base_sum or amount</translation></message>
<message><source>分成率表为空</source><translation>The table of shares is empty</translation></message>
<message><source>请至少写一段</source><translation>Write at least one part</translation></message>
<message><source>请由主管处室确定后补入规则，或在情景中写明假设值</source><translation>Have the department in charge settle it and add it to the rule, or write an assumed value in the scenario</translation></message>
<message><source>规则没有写 {0}，而{1}</source><translation>The rule does not give {0}, yet {1}</translation></message>
<message><source>请补上{0}</source><translation>Add {0}</translation></message>
<message><source>截止日早于起始日</source><translation>The last day is before the first day</translation></message>
<message><source>规则文件须写明每一项</source><translation>A rule file must state every entry</translation></message>
<message><source>未定的列入 undetermined 并说明</source><translation>list undetermined ones under undetermined and say why</translation></message>
<message><source>{0} 缺少引文</source><translation>{0} has no citation</translation></message>
<message><source>没有出处的数值不能作为规则，请补条款或来源</source><translation>A value without a source cannot be a rule; add the clause or source</translation></message>
<message><source>每段分成率须有起始日和比例</source><translation>Each part of the shares needs a first day and a ratio</translation></message>
<message><source>日期重叠：两段都从 {0} 起</source><translation>The days overlap: both parts begin on {0}</translation></message>
<message><source>每段的起始日须不同</source><translation>Each part must begin on a day of its own</translation></message>
<message><source>没有迁移</source><translation>There is no move</translation></message>
<message><source>请至少写一次迁移（[[move]]）</source><translation>Write at least one move ([[move]])</translation></message>
<message><source>迁移没有按日期先后排列</source><translation>The moves are not in the order of their days</translation></message>
<message><source>请按登记变更日排序</source><translation>Sort them by registration day</translation></message>
<message><source>前一次迁到{0}，这一次却从{1}迁出</source><translation>The last move went to {0}, yet this one leaves {1}</translation></message>
<message><source>请核对迁出方</source><translation>Check the move-out party</translation></message>
<message><source>没有写迁移</source><translation>No move is written</translation></message>
<message><source>已有规则：{0}</source><translation>Rules there are: {0}</translation></message>
<message><source>迁出方与迁入方都是{0}</source><translation>The move-out and move-in party are both {0}</translation></message>
<message><source>边界调整不是迁移</source><translation>A change of borders is no move</translation></message>
<message><source>amount 与 gross 同时出现</source><translation>amount and gross are both given</translation></message>
<message><source>只能填一种：地方分成 amount，或分税种毛额 gross</source><translation>Give one only: amount, the local share, or gross by tax</translation></message>
<message><source>基数按净入库数</source><translation>A base is net tax paid in</translation></message>
<message><source>退库多于缴纳时请先核实并商定</source><translation>where more was refunded than paid, check and agree it first</translation></message>
<message><source>分立各方比例之和不等于 1</source><translation>The shares of the division do not add up to 1</translation></message>
<message><source>请核对各方比例</source><translation>Check the shares of each party</translation></message>
<message><source>缺少期间</source><translation>The period is missing</translation></message>
<message><source>请写明预期的是哪一期</source><translation>Say which period is expected</translation></message>
<message><source>应为 true 或 false，现为 {0}</source><translation>It must be true or false, it is {0}</translation></message>
<message><source>应为一张表</source><translation>It must be a table</translation></message>
<message><source>请对照随程序附带的同名文件</source><translation>Compare it with the file of that name that came with the program</translation></message>
<message><source>应为文字且不能为空</source><translation>It must be a text and not empty</translation></message>
<message><source>应为文字的列表</source><translation>It must be a list of texts</translation></message>
<message><source>列表中有重复项</source><translation>The list has an entry twice</translation></message>
<message><source>列表不能为空</source><translation>The list cannot be empty</translation></message>
<message><source>应为 true 或 false</source><translation>It must be true or false</translation></message>
<message><source>应为数字，现为 {0}</source><translation>It must be a number, it is {0}</translation></message>
<message><source>应为日期，如 2019-10-01</source><translation>It must be a day, e.g. 2019-10-01</translation></message>
<message><source>应为若干张表</source><translation>It must be several tables</translation></message>
<message><source>缺少引文</source><translation>The citation is missing</translation></message>
<message><source>引文应为一张表</source><translation>A citation must be a table</translation></message>
<message><source>没有出处的内容不能进入目录</source><translation>What has no source cannot enter the catalogue</translation></message>
<message><source>有不认识的键</source><translation>It has a key that is not known</translation></message>
<message><source>名称须与其登记文件中的写法一致</source><translation>Names must be written as in the file that registers them</translation></message>
<message><source>不可量化的目标不能有数值或口径</source><translation>A target without a measure can have no value or definition</translation></message>
<message><source>缺少目标值</source><translation>The target value is missing</translation></message>
<message><source>基数与目标值相同</source><translation>The base equals the target</translation></message>
<message><source>目标重复</source><translation>The target appears twice</translation></message>
<message><source>“{0}”列了两次</source><translation>“{0}” is listed twice</translation></message>
<message><source>一个梯队只在一级</source><translation>A tier stands on one level only</translation></message>
<message><source>应恰有一个比较：{0}</source><translation>There must be exactly one comparison: {0}</translation></message>
<message><source>金额单位不认识 {0}</source><translation>Unknown unit of money {0}</translation></message>
<message><source>如 万元、亿元、亿美元</source><translation>E.g. “万元、亿元、亿美元”</translation></message>
<message><source>阈值为{0}，指标为{1}，缺少有日期的汇率</source><translation>The threshold is in {0}, the indicator in {1}; a dated exchange rate is missing</translation></message>
<message><source>补 rate = { value, on, citation }</source><translation>Add rate = { value, on, citation }</translation></message>
<message><source>汇率应大于 0</source><translation>An exchange rate must be above 0</translation></message>
<message><source>占比应在 0 与 1 之间（1 即 100%）</source><translation>A share must lie between 0 and 1 (1 is 100%)</translation></message>
<message><source>20% 写作 "0.20"</source><translation>20% is written "0.20"</translation></message>
<message><source>只有金额条件写单位</source><translation>Only conditions on money have a unit</translation></message>
<message><source>“{0}”不能比较大小</source><translation>“{0}” cannot be compared by size</translation></message>
<message><source>“{0}”的阈值应为不小于 0 的整数</source><translation>The threshold of “{0}” must be a whole number not below 0</translation></message>
<message><source>没有登记的年度序列 {0}</source><translation>No yearly series {0} is registered</translation></message>
<message><source>年数应为 1 至 {0} 的整数</source><translation>The years must be a whole number from 1 to {0}</translation></message>
<message><source>增长率的算法须写明</source><translation>Say how the growth is computed</translation></message>
<message><source>cagr（复合）或 arithmetic（算术平均）</source><translation>cagr (compound) or arithmetic (arithmetic mean)</translation></message>
<message><source>增长率应大于 -1（-100%）</source><translation>The growth must be above -1 (-100%)</translation></message>
<message><source>应恰有一个：metric、growth、grew、ratio、on_list</source><translation>There must be exactly one of metric, growth, grew, ratio, on_list</translation></message>
<message><source>应恰有一个：is、one_of、not_in、{0}</source><translation>There must be exactly one of is, one_of, not_in, {0}</translation></message>
<message><source>应为一个表</source><translation>It must be one table</translation></message>
<message><source>citation 与 group 应为表，test 应为表的列表</source><translation>citation and group must be tables, test a list of tables</translation></message>
<message><source>早于起始日 {0}</source><translation>Before the first day {0}</translation></message>
<message><source>应为不小于 1 的整数</source><translation>It must be a whole number not below 1</translation></message>
<message><source>缺少文字</source><translation>The text is missing</translation></message>
<message><source>缺少日期</source><translation>The day is missing</translation></message>
<message><source>应为日期，现为 {0}</source><translation>It must be a day, it is {0}</translation></message>
<message><source>写成 2026-04-01</source><translation>Write it like 2026-04-01</translation></message>
<message><source>没有登记的指标 {0}</source><translation>No indicator {0} is registered</translation></message>
<message><source>没有出处的条件不能作为标准</source><translation>A condition without a source cannot be a standard</translation></message>
<message><source>没有这条引文 {0}</source><translation>There is no citation {0}</translation></message>
<message><source>币种相同，不应有汇率</source><translation>The currency is the same; there must be no exchange rate</translation></message>
<message><source>阈值未定，须说明未定的原因</source><translation>The threshold is undetermined; say why</translation></message>
<message><source>应为两个指标：[分子, 分母]</source><translation>It must be two indicators: [numerator, denominator]</translation></message>
<message><source>分子与分母应为同类指标</source><translation>Numerator and denominator must be indicators of one kind</translation></message>
<message><source>“{0}”不是是否类指标</source><translation>“{0}” is no yes-or-no indicator</translation></message>
<message><source>“{0}”不是文字类指标</source><translation>“{0}” is no text indicator</translation></message>
<message><source>列表为空</source><translation>The list is empty</translation></message>
<message><source>条件组“{0}”引用了自己</source><translation>The group of conditions “{0}” refers to itself</translation></message>
<message><source>没有条件或条件组“{0}”</source><translation>There is no condition or group of conditions “{0}”</translation></message>
<message><source>条件组是空的</source><translation>The group of conditions is empty</translation></message>
<message><source>编号重复</source><translation>The number appears twice</translation></message>
<message><source>没有被规则引用</source><translation>No rule refers to it</translation></message>
<message><source>请在 [rule] 或条件组中引用，或标 supporting = true</source><translation>Refer to it in [rule] or a group, or mark it supporting = true</translation></message>
<message><source>参考条件“{0}”不能参与判定</source><translation>The supporting condition “{0}” cannot take part in the judgement</translation></message>
<message><source>去掉 supporting，或从规则中移出</source><translation>Remove supporting, or take it out of the rule</translation></message>
<message><source>与 {0} 的“{1}”版有效期重叠</source><translation>It overlaps the version “{1}” of {0}</translation></message>
<message><source>请给旧版补 effective_to</source><translation>Give the old version an effective_to</translation></message>
<message><source>“{0}”不是“键=值”的样式</source><translation>“{0}” is not written key=value</translation></message>
<message><source>如 ratios=0.4,0.4,0.4 或 threshold.at_least=30000000</source><translation>E.g. ratios=0.4,0.4,0.4 or threshold.at_least=30000000</translation></message>
<message><source>模拟不能改“{0}”</source><translation>A simulation cannot change “{0}”</translation></message>
<message><source>可改：{0}</source><translation>It can change: {0}</translation></message>
<message><source>分成率表请用规则文件（--rule）</source><translation>use a rule file for the table of shares (--rule)</translation></message>
<message><source>“{0}”不是整数</source><translation>“{0}” is no whole number</translation></message>
<message><source>如 {0}=3</source><translation>E.g. {0}=3</translation></message>
<message><source>“{0}”中的“{1}”不是比例</source><translation>“{1}” in “{0}” is no ratio</translation></message>
<message><source>如 0.4 或 40%</source><translation>E.g. 0.4 or 40%</translation></message>
<message><source>划分重复</source><translation>The division appears twice</translation></message>
<message><source>{0}已在“{1}”</source><translation>{0} is already in “{1}”</translation></message>
<message><source>一个分园在一种划分里至多属一个片区</source><translation>In one division a park belongs to one zone at most</translation></message>
<message><source>文件是空的（0 字节）</source><translation>The file is empty (0 bytes)</translation></message>
<message><source>内容是网页（HTML），不是工作簿</source><translation>The content is a web page (HTML), not a workbook</translation></message>
<message><source>内容是 XML 文本，不是工作簿</source><translation>The content is XML text, not a workbook</translation></message>
<message><source>扩展名是 {0}，内容却不是工作簿（可能是改了扩展名的文本，或文件已损坏）</source><translation>The extension is {0}, but the content is no workbook (perhaps a renamed text, or the file is damaged)</translation></message>
<message><source>内容不是文本，也不是工作簿</source><translation>The content is neither text nor a workbook</translation></message>
<message><source>压缩包内有 {0} 个部件，超过 {1} 个</source><translation>The archive has {0} parts, more than {1}</translation></message>
<message><source>展开后有 {0} MB，超过 {1} MB</source><translation>Unpacked it has {0} MB, more than {1} MB</translation></message>
<message><source>是一个压缩包，不是工作簿</source><translation>It is an archive, not a workbook</translation></message>
<message><source>请先解压，报送其中的表</source><translation>unpack it first and submit the table in it</translation></message>
<message><source>文件设有打开密码</source><translation>The file opens with a password only</translation></message>
<message><source>工作表“{0}”的单元格散布到 {1} 行 {2} 列，超出报送表的合理范围</source><translation>The cells of the sheet “{0}” spread over {1} rows and {2} columns, beyond what a submission may reasonably have</translation></message>
<message><source>内容是{0}，不是工作簿</source><translation>The content is {0}, not a workbook</translation></message>
<message><source>文件不完整或已损坏（可能没有传完）</source><translation>The file is incomplete or damaged (perhaps it was not fully sent)</translation></message>
<message><source>压缩包内有指向包外的路径</source><translation>The archive has a path that points outside it</translation></message>
<message><source>部件 {0} 的压缩率超过 {1} 倍，疑为压缩炸弹</source><translation>Part {0} is compressed more than {1} times; it may be a zip bomb</translation></message>
<message><source>有单元格的文字超过 {0} 字，不是正常的报送表</source><translation>A cell has more than {0} characters; this is no ordinary submission</translation></message>
<message><source>认不出文本编码（不是 UTF-8，也不是 GBK/GB18030）</source><translation>The text encoding is not recognised (neither UTF-8 nor GBK/GB18030)</translation></message>
<message><source>文本里有空字符，文件可能已损坏</source><translation>The text has null characters; the file may be damaged</translation></message>
<message><source>文本编码标为 {0}，内容却不是</source><translation>The text says it is {0}, but it is not</translation></message>
<message><source>没有叫“{0}”的指标</source><translation>There is no indicator named “{0}”</translation></message>
<message><source>可用列名或代号，如 营业收入·本月 或 revenue_fen</source><translation>Use the column's name or its code, e.g. “营业收入·本月” or revenue_fen</translation></message>
<message><source>没有叫“{0}”的列</source><translation>There is no column named “{0}”</translation></message>
<message><source>表中的列：{0}</source><translation>Columns of the table: {0}</translation></message>
<message><source>没有认出表头</source><translation>No header was recognised</translation></message>
<message><source>没有叫“{0}”的金额单位</source><translation>There is no unit of money named “{0}”</translation></message>
<message><source>文件有 {0} MB，超过 {1} MB</source><translation>The file has {0} MB, more than {1} MB</translation></message>
<message><source>找不到文件</source><translation>The file cannot be found</translation></message>
<message><source>这是一个文件夹</source><translation>This is a folder</translation></message>
<message><source>文件打不开（可能正被其他程序占用，或没有读取权限）</source><translation>The file cannot be opened (another program may hold it, or there is no permission to read)</translation></message>
<message><source>读取程序无法启动或意外退出</source><translation>The reading program could not start, or ended unexpectedly</translation></message>
<message><source>文件内容使读取程序崩溃（表格过大或结构异常），已隔离</source><translation>The content of the file crashed the reading program (too large or oddly built); it was set apart</translation></message>
<message><source>读取超过 {0} 秒，已中止</source><translation>Reading took more than {0} seconds and was stopped</translation></message>
<message><source>找不到程序自带的资料文件夹</source><translation>The program's own data folder cannot be found</translation></message>
<message><source>请重新安装程序</source><translation>Install the program again</translation></message>
<message><source>无法建立工作区文件夹</source><translation>The workspace folder cannot be made</translation></message>
<message><source>路径不存在，或其中一段不是文件夹</source><translation>There is no such path, or a part of it is no folder</translation></message>
<message><source>磁盘空间不足</source><translation>The disk is full</translation></message>
<message><source>没有写权限</source><translation>There is no permission to write</translation></message>
<message><source>请换一个可写的位置</source><translation>Choose a place that can be written</translation></message>
<message><source>个人设置没有存下</source><translation>Your settings were not kept</translation></message>
<message><source>撤回准入标准须写明理由</source><translation>Withdrawing an admission standard needs a reason</translation></message>
<message><source>试算的标准里没有任何指标</source><translation>The standard on trial has no indicator at all</translation></message>
<message><source>没有第 {0} 号准入标准</source><translation>There is no admission standard no. {0}</translation></message>
<message><source>编号见 zgc standard list</source><translation>zgc standard list shows the numbers</translation></message>
<message><source>{0} {1} 第{2}版已有 {3}（{4}）一行</source><translation>Version {2} of {0} {1} already has a line {3} ({4})</translation></message>
<message><source>同一版里一家企业只能有一行</source><translation>A company can have one line only in one version</translation></message>
<message><source>请判为不同企业，或退回由园方更正</source><translation>Judge them to be different companies, or send it back for the park to correct</translation></message>
<message><source>没有写明提请议定什么</source><translation>It is not said what is to be decided</translation></message>
<message><source>题单上的每一题都要写明提请事项</source><translation>Every item of the agenda must say what it asks for</translation></message>
<message><source>没有写明事实</source><translation>No facts are given</translation></message>
<message><source>已在题单中</source><translation>It is already on the agenda</translation></message>
<message><source>可在题单中调整次序或撤下</source><translation>On the agenda it can be reordered or taken off</translation></message>
<message><source>题单中没有这一题</source><translation>This item is not on the agenda</translation></message>
<message><source>请刷新后再试</source><translation>Refresh and try again</translation></message>
<message><source>不能再移动</source><translation>It cannot be moved further</translation></message>
<message><source>自动列入的各题按类排在前面</source><translation>Items listed automatically stand first, by kind</translation></message>
<message><source>{0} 没有生效的考核方案“{1}”</source><translation>The assessment scheme “{1}” is not in force on {0}</translation></message>
<message><source>请把方案文件放在 {0}</source><translation>Put the scheme's file in {0}</translation></message>
<message><source>考核须写明数据来源</source><translation>An assessment needs the source of its data</translation></message>
<message><source>数据表里没有数据</source><translation>The data table is empty</translation></message>
<message><source>首列为对象，首行为指标 key</source><translation>The first column names what is assessed, the first row the keys of indicators</translation></message>
<message><source>须写明处理结果</source><translation>Say how it was dealt with</translation></message>
<message><source>数据表打不开或不是 UTF-8</source><translation>The data table cannot be opened or is not UTF-8</translation></message>
<message><source>请存为 UTF-8 的 CSV</source><translation>Save it as a CSV in UTF-8</translation></message>
<message><source>有 {0} 列，首行有 {1} 列</source><translation>It has {0} columns, the first row has {1}</translation></message>
<message><source>“{0}”出现两次</source><translation>“{0}” appears twice</translation></message>
<message><source>重算得分与留存不符：{0}</source><translation>The score computed again differs from the kept one: {0}</translation></message>
<message><source>请联系维护人员</source><translation>Ask whoever maintains the program</translation></message>
<message><source>没有待处理的退出告知 {0}</source><translation>There is no open exit notice {0}</translation></message>
<message><source>编号见 zgc assess exits</source><translation>zgc assess exits shows the numbers</translation></message>
<message><source>没有数据请留空</source><translation>Leave empty where there is no data</translation></message>
<message><source>“{0}”不是操作记录校验值</source><translation>“{0}” is no check value of the journal</translation></message>
<message><source>请照文件上印的写，如 128:9f3c2a1b0d4e5f60</source><translation>Write it as printed on the paper, e.g. 128:9f3c2a1b0d4e5f60</translation></message>
<message><source>操作记录中没有第 {0} 条</source><translation>The journal has no entry no. {0}</translation></message>
<message><source>本程序不认识这份备份，没有恢复</source><translation>This program does not know this backup; nothing was restored</translation></message>
<message><source>备份由更新版本的统筹台写成（结构 {0}）</source><translation>The backup was written by a newer Tongchoutai (schema {0})</translation></message>
<message><source>请安装新版程序</source><translation>Install the new program</translation></message>
<message><source>没有可撤销的恢复</source><translation>There is no restore to undo</translation></message>
<message><source>用 zgc backup list 查看现有备份</source><translation>zgc backup list shows the backups</translation></message>
<message><source>没有这份备份</source><translation>There is no such backup</translation></message>
<message><source>这是服务器上工作区的备份</source><translation>This is a backup of a workspace on the server</translation></message>
<message><source>请打开服务器上的工作区再恢复，然后用 zgc move 搬回文件夹</source><translation>Open the workspace on the server and restore it there, then bring it back to a folder with zgc move</translation></message>
<message><source>这份备份不完整，没有恢复，数据未动</source><translation>This backup is incomplete; nothing was restored, the data was not touched</translation></message>
<message><source>请换一份备份</source><translation>Choose another backup</translation></message>
<message><source>恢复出的内容没有通过检查，没有切换，数据未动</source><translation>The restored content failed its checks; it was not put in place, the data was not touched</translation></message>
<message><source>案件{0}，不能登记{1}</source><translation>The case is {0}; {1} cannot be registered</translation></message>
<message><source>请在落地之后登记</source><translation>Register it after the landing</translation></message>
<message><source>{0}日 {1} 早于变更登记日 {2}</source><translation>The day of {0}, {1}, is before the registration day {2}</translation></message>
<message><source>{0}日 {1} 在将来</source><translation>The day of {0}, {1}, is in the future</translation></message>
<message><source>须说明附件是什么</source><translation>Say what the attachment is</translation></message>
<message><source>--about 前三年税收证明</source><translation>--about “前三年税收证明”</translation></message>
<message><source>边界调整须注明文件</source><translation>A change of borders needs its paper</translation></message>
<message><source>--document 文号或批复</source><translation>--document with the number of the paper or approval</translation></message>
<message><source>没有编号为 {0} 的案件</source><translation>There is no case numbered {0}</translation></message>
<message><source>案件 {0} 已撤回，不再收取意见</source><translation>Case {0} was withdrawn; it takes no more opinions</translation></message>
<message><source>{0}不是本案的一方，不能代他方表态</source><translation>{0} is no party to this case and cannot speak for another</translation></message>
<message><source>意见日期 {0} 早于立案日 {1}</source><translation>The day of the opinion, {0}, is before the case was opened, {1}</translation></message>
<message><source>“{0}”不是有效的统一社会信用代码</source><translation>“{0}” is no valid unified social credit code</translation></message>
<message><source>{0}不是本案的迁出方</source><translation>{0} is no move-out party of this case</translation></message>
<message><source>迁往第三方请另立案件</source><translation>Open another case for a move to a third party</translation></message>
<message><source>附件打不开</source><translation>The attachment cannot be opened</translation></message>
<message><source>请核对路径与权限</source><translation>Check the path and the permissions</translation></message>
<message><source>台账中没有信用代码为 {0} 的企业</source><translation>The ledger has no company with the credit code {0}</translation></message>
<message><source>请先接收含该企业的报送</source><translation>First receive a submission with this company</translation></message>
<message><source>第{0}版的“{1}”表第 {2} 行没有企业</source><translation>Row {2} of the sheet “{1}” in version {0} has no company</translation></message>
<message><source>没有这份报送</source><translation>There is no such submission</translation></message>
<message><source>不认识的规则种类“{0}”</source><translation>Unknown kind of rule “{0}”</translation></message>
<message><source>没有写明理由</source><translation>No reason is given</translation></message>
<message><source>归属规则要写明依据</source><translation>A rule of placing needs its grounds</translation></message>
<message><source>人工归属要写明理由</source><translation>Placing by hand needs a reason</translation></message>
<message><source>撤回要写明理由</source><translation>Withdrawing needs a reason</translation></message>
<message><source>没有选中企业</source><translation>No company is selected</translation></message>
<message><source>没有生效的{0} {1}</source><translation>There is no {0} {1} in force</translation></message>
<message><source>请在列表中核对编号</source><translation>Check the number in the list</translation></message>
<message><source>相近的编号：{0}</source><translation>Similar numbers: {0}</translation></message>
<message><source>编号印在月报各表下方</source><translation>The numbers are printed below the tables of the report</translation></message>
<message><source>{0} 月报没有编号 {1}</source><translation>The report of {0} has no figure {1}</translation></message>
<message><source>{0} 有数字的行是 1 至 {1}</source><translation>Rows 1 to {1} of {0} have figures</translation></message>
<message><source>{0} 没有数字</source><translation>{0} has no figures</translation></message>
<message><source>行号印在表左，列按数字列自左数</source><translation>Rows are numbered at the left of the table; columns of figures are counted from the left</translation></message>
<message><source>{0} {1} 没有退回过</source><translation>{0} {1} was never sent back</translation></message>
<message><source>{0} {1} 退回后还没有重报</source><translation>{0} {1} was sent back and has not been submitted again</translation></message>
<message><source>更正报送的数要写明依据</source><translation>Correcting a submitted figure needs its grounds</translation></message>
<message><source>没有可以更正的值</source><translation>There is no value to correct</translation></message>
<message><source>没有要改的值</source><translation>There is no value to change</translation></message>
<message><source>{0} {1} 刚有新的版本</source><translation>{0} {1} has just got a new version</translation></message>
<message><source>请刷新后再改</source><translation>Refresh, then change it</translation></message>
<message><source>转为案件须一条一条办理</source><translation>Cases are opened one by one</translation></message>
<message><source>请用 to_case，并指明另一方分园</source><translation>Use to_case and give the other park</translation></message>
<message><source>{0} 没有编号为 {1} 的问题</source><translation>{0} has no issue numbered {1}</translation></message>
<message><source>请用 zgc issues 查看编号</source><translation>zgc issues shows the numbers</translation></message>
<message><source>{0} {1} 没有规则 {2} 的问题</source><translation>{0} {1} has no issue of rule {2}</translation></message>
<message><source>这个问题不关乎某一家企业，不能转为迁移案件</source><translation>This issue is not about a company; no case can be opened from it</translation></message>
<message><source>错误不能忽略</source><translation>An error cannot be ignored</translation></message>
<message><source>请退回</source><translation>Send it back</translation></message>
<message><source>确属实的请写明理由后接受</source><translation>if it is right, accept it with a reason</translation></message>
<message><source>这家企业没有迁移线索</source><translation>This company has no lead of a move</translation></message>
<message><source>请指明迁往哪个分园</source><translation>Say to which park it moves</translation></message>
<message><source>{0}已入库，错误的判定不能撤销</source><translation>{0} is accepted; the ruling on an error cannot be undone</translation></message>
<message><source>请先退回该园</source><translation>First send it back to the park</translation></message>
<message><source>{0} 在 {1} 没有{2}{3}</source><translation>{0} has no {2}{3} in {1}</translation></message>
<message><source>请在“梯队评审”中查看本月建议</source><translation>This month's proposals are under the review of tiers</translation></message>
<message><source>有效至 {0} 早于生效月 {1}</source><translation>The last day {0} is before the month {1} it begins</translation></message>
<message><source>没有勾选任何建议</source><translation>No proposal is ticked</translation></message>
<message><source>请指明企业的信用代码</source><translation>Give the credit code of the company</translation></message>
<message><source>{0} 在 {1} 有 {2} 项{3}</source><translation>{0} has {2} {3} in {1}</translation></message>
<message><source>请写明梯队</source><translation>Give the tier</translation></message>
<message><source>意见、决定和撤回都要有理由</source><translation>Opinions, decisions and withdrawals all need a reason</translation></message>
<message><source>{0}的{1}建议本月已有决定</source><translation>The proposal to {1} {0} has been decided this month</translation></message>
<message><source>如需改动，请先撤回原决定</source><translation>To change it, first withdraw that decision</translation></message>
<message><source>这里已有一个不是演示的工作区</source><translation>There is already a workspace here that is no demo</translation></message>
<message><source>请换一个文件夹（--out）</source><translation>Choose another folder (--out)</translation></message>
<message><source>服务器上的工作区不用口令加密</source><translation>A workspace on a server is not encrypted with a passphrase</translation></message>
<message><source>谁能进入由数据库的用户和口令决定</source><translation>Who gets in is settled by the users and passwords of the database</translation></message>
<message><source>磁盘和连接的加密请服务器管理员配置</source><translation>ask the server's administrator for encryption of disk and connection</translation></message>
<message><source>工作区已经加密</source><translation>The workspace is already encrypted</translation></message>
<message><source>更换口令用 zgc rekey</source><translation>Change the passphrase with zgc rekey</translation></message>
<message><source>工作区没有加密</source><translation>The workspace is not encrypted</translation></message>
<message><source>先用 zgc encrypt 加密</source><translation>Encrypt it first with zgc encrypt</translation></message>
<message><source>这份数据库用现在的密钥打不开，没有改动</source><translation>This database does not open with the present key; nothing was changed</translation></message>
<message><source>请把它移到别处后重试</source><translation>Move it elsewhere and try again</translation></message>
<message><source>转换后的数据库与原库不一致，没有切换</source><translation>The converted database differs from the old one; it was not put in place</translation></message>
<message><source>请检查磁盘后重试</source><translation>Check the disk and try again</translation></message>
<message><source>更正原因是空的</source><translation>The reason of the correction is empty</translation></message>
<message><source>请写明为什么更正，如“昌平园9月15日补报税收”</source><translation>Say why it is corrected, e.g. “昌平园9月15日补报税收”</translation></message>
<message><source>{0} 月报的 {1} 没有待列的更正</source><translation>{1} of the report of {0} has no correction waiting</translation></message>
<message><source>待更正：{0}</source><translation>Waiting: {0}</translation></message>
<message><source>{0} 月报尚未发布，没有勘误</source><translation>The report of {0} is not published; there are no errata</translation></message>
<message><source>更正原因只登记在已发布月报的数字上</source><translation>Reasons are registered for figures of published reports only</translation></message>
<message><source>没有这个文件</source><translation>There is no such file</translation></message>
<message><source>同名文件已存在，没有覆盖</source><translation>A file of that name exists; it was not overwritten</translation></message>
<message><source>请另选文件夹，或先移走它</source><translation>Choose another folder, or move it away first</translation></message>
<message><source>没有编号为“{0}”的案卷</source><translation>There is no case slip numbered “{0}”</translation></message>
<message><source>用 zgc exchange case list 查看</source><translation>zgc exchange case list shows them</translation></message>
<message><source>园内搬迁请调整组团归属</source><translation>For a move within a park change its cluster</translation></message>
<message><source>信用代码“{0}”不对</source><translation>The credit code “{0}” is not right</translation></message>
<message><source>市级在迁移协调里立案</source><translation>The city opens cases under moves</translation></message>
<message><source>用 zgc case open，案卷随案卷包发给两园</source><translation>Use zgc case open; the slip goes to both parks in the case package</translation></message>
<message><source>{0}由{1}迁往{2}已有案卷</source><translation>There is already a slip for {0} from {1} to {2}</translation></message>
<message><source>请在该案卷里填写</source><translation>Fill it in on that slip</translation></message>
<message><source>{0}各方不一，裁定须写明依据</source><translation>The parties differ on {0}; a ruling needs its grounds</translation></message>
<message><source>“{0}”填得不对</source><translation>“{0}” is filled in wrongly</translation></message>
<message><source>写作 1234.56（元）</source><translation>Write 1234.56 (yuan)</translation></message>
<message><source>本单位还没有签名密钥</source><translation>This office has no signing key yet</translation></message>
<message><source>先用 zgc exchange key make 生成</source><translation>Make one first with zgc exchange key make</translation></message>
<message><source>“{0}”不是市级，也不是十七个分园之一</source><translation>“{0}” is neither the city nor one of the seventeen parks</translation></message>
<message><source>这是本单位自己的公钥</source><translation>This is the public key of this office</translation></message>
<message><source>请登记对方发来的公钥</source><translation>Register the public key the other side sent</translation></message>
<message><source>停用公钥须写明理由</source><translation>Retiring a public key needs a reason</translation></message>
<message><source>如 --reason 私钥丢失</source><translation>E.g. --reason “私钥丢失”</translation></message>
<message><source>包上没有签名，没有收</source><translation>The package has no signature; it was not taken in</translation></message>
<message><source>{0}登记了公钥（指纹 {1}），它的包都应有签名</source><translation>{0} has a registered public key (fingerprint {1}); all its packages must be signed</translation></message>
<message><source>签名的指纹 {0}，登记的是 {1}</source><translation>The fingerprint of the signature is {0}, the registered one {1}</translation></message>
<message><source>请发送方用自己的密钥重新打包</source><translation>Ask the sender to pack it again with its own key</translation></message>
<message><source>如已停用，先停用其公钥</source><translation>if that key is retired, retire its public key first</translation></message>
<message><source>请{0}发来公钥文件，电话核对指纹后用 zgc exchange key trust 登记</source><translation>Ask {0} for its public key, compare fingerprints by telephone, then register it with zgc exchange key trust</translation></message>
<message><source>包上有签名，但没有登记{0}的公钥</source><translation>The package is signed, but no public key of {0} is registered</translation></message>
<message><source>签名不是{0}登记的密钥，没有收</source><translation>The signature is not by the registered key of {0}; it was not taken in</translation></message>
<message><source>可能是伪造，请向发送方核实</source><translation>It may be forged; ask the sender</translation></message>
<message><source>签名与内容不符，没有收</source><translation>The signature does not fit the content; it was not taken in</translation></message>
<message><source>包被改动过，或签名是伪造的</source><translation>The package was altered, or the signature is forged</translation></message>
<message><source>请发送方重新发送原包</source><translation>Ask the sender for the original package again</translation></message>
<message><source>{0}的这个公钥已经登记</source><translation>This public key of {0} is already registered</translation></message>
<message><source>没有登记{0}的公钥</source><translation>No public key of {0} is registered</translation></message>
<message><source>签名读不懂，没有收</source><translation>The signature cannot be understood; it was not taken in</translation></message>
<message><source>公钥文件打不开</source><translation>The public key file cannot be opened</translation></message>
<message><source>不是公钥文件</source><translation>Not a public key file</translation></message>
<message><source>请选择对方用统筹台导出的 公钥_….json</source><translation>Choose the “公钥_….json” the other side exported from Tongchoutai</translation></message>
<message><source>校验清单与内容不符</source><translation>The check list does not fit the content</translation></message>
<message><source>里面有 {0} 个文件，超过 {1} 个</source><translation>It holds {0} files, more than {1}</translation></message>
<message><source>里面有重名的文件</source><translation>It holds files of the same name</translation></message>
<message><source>展开后超过 {0} MB</source><translation>Unpacked it is larger than {0} MB</translation></message>
<message><source>多出清单之外的 {0}</source><translation>It holds {0}, which is not on the list</translation></message>
<message><source>文件超过 {0} MB，不是交换包</source><translation>The file is larger than {0} MB; it is no package</translation></message>
<message><source>这是一个文件夹，不是交换包</source><translation>This is a folder, not a package</translation></message>
<message><source>文件打不开</source><translation>The file cannot be opened</translation></message>
<message><source>可能正被其他程序占用，或没有读取权限</source><translation>Another program may hold it, or there is no permission to read</translation></message>
<message><source>请关闭占用它的程序后再试</source><translation>Close the program that holds it and try again</translation></message>
<message><source>压缩包读不下去，可能没有传完</source><translation>The archive breaks off; perhaps it was not fully sent</translation></message>
<message><source>{0} 与清单的校验值不符</source><translation>{0} does not have the check value of the list</translation></message>
<message><source>里面有指向包外的路径</source><translation>It has a path that points outside it</translation></message>
<message><source>里面有加了密码的文件</source><translation>It has files with a password</translation></message>
<message><source>{0} 的压缩率超过 {1} 倍，疑为压缩炸弹</source><translation>{0} is compressed more than {1} times; it may be a zip bomb</translation></message>
<message><source>{0} 读不懂</source><translation>{0} cannot be understood</translation></message>
<message><source>{0} 比清单写的大</source><translation>{0} is larger than the list says</translation></message>
<message><source>案卷读不懂</source><translation>The case slip cannot be understood</translation></message>
<message><source>包里有与本单位无关的案卷</source><translation>The package has case slips that do not concern this office</translation></message>
<message><source>请发送方重新打包</source><translation>Ask the sender to pack it again</translation></message>
<message><source>报送包里应当只有一个报送文件</source><translation>A submission package must hold exactly one submission</translation></message>
<message><source>包里的报送读不出来</source><translation>The submission in the package cannot be read</translation></message>
<message><source>回执读不懂</source><translation>The receipt cannot be understood</translation></message>
<message><source>{0} 没有可以答复的对账单</source><translation>{0} has no statement to answer</translation></message>
<message><source>请先收市级的回执退回包</source><translation>First take in the city's receipt package</translation></message>
<message><source>市级结算以后包里才有对账单</source><translation>it holds statements once the city has settled</translation></message>
<message><source>{0} 的结算市级已锁定，不用再确认</source><translation>The city has locked the settlement of {0}; no more confirmation is needed</translation></message>
<message><source>仍有分歧的，登记差异，其后月份调账</source><translation>If you still disagree, register a difference; it is settled in a later month</translation></message>
<message><source>差异要逐笔登记</source><translation>Differences are registered line by line</translation></message>
<message><source>请写明一个案件</source><translation>Give one case</translation></message>
<message><source>{0} 的对账单里没有本区的结算行</source><translation>The statement of {0} has no settlement line of this district</translation></message>
<message><source>没有要答复的</source><translation>There is nothing to answer</translation></message>
<message><source>对账单里没有案件 {0}</source><translation>The statement has no case {0}</translation></message>
<message><source>本月各案：{0}</source><translation>Cases of this month: {0}</translation></message>
<message><source>对账单读不懂</source><translation>The statement cannot be understood</translation></message>
<message><source>对账回复读不懂</source><translation>The reply to the statement cannot be understood</translation></message>
<message><source>自检还有错误，没有打包</source><translation>The self-check still has errors; it was not packed</translation></message>
<message><source>确需先报的，写明理由</source><translation>to submit it first all the same, give a reason</translation></message>
<message><source>这个文件还不能报送</source><translation>This file cannot be submitted yet</translation></message>
<message><source>请用本园的模板填报，或先用 zgc map 确认列</source><translation>Fill in your park's form, or confirm the columns with zgc map first</translation></message>
<message><source>这是{0}的报送，本工作区是{1}</source><translation>This is a submission of {0}; this workspace is {1}</translation></message>
<message><source>请核对文件</source><translation>Check the file</translation></message>
<message><source>{0} {1} 没有收到报送</source><translation>No submission of {0} {1} has been received</translation></message>
<message><source>先收报送包或文件</source><translation>First take in a package or a file</translation></message>
<message><source>不能发给自己</source><translation>It cannot be sent to yourself</translation></message>
<message><source>请选另一方</source><translation>Choose another side</translation></message>
<message><source>没有这个交换包</source><translation>There is no such package</translation></message>
<message><source>没有要发给{0}的案卷</source><translation>There is no case slip to send to {0}</translation></message>
<message><source>{0} 没有案件 {1} 的分享数</source><translation>{0} has no shares of case {1}</translation></message>
<message><source>{0}不在案件 {1} 之中</source><translation>{0} is not in case {1}</translation></message>
<message><source>{0} {1}与{2}之间没有应付款</source><translation>Nothing is owed between {1} and {2} in {0}</translation></message>
<message><source>请核对应付方与应收方</source><translation>Check who owes and who is owed</translation></message>
<message><source>{0} 没有存下算据</source><translation>The grounds of the computation of {0} were not kept</translation></message>
<message><source>请从备份核对</source><translation>Compare with a backup</translation></message>
<message><source>{0} 没有编号为“{1}”的待核对企业</source><translation>{0} has no company to check numbered “{1}”</translation></message>
<message><source>用 zgc identity list 查看</source><translation>zgc identity list shows them</translation></message>
<message><source>请写明依据，例如 已核对营业执照</source><translation>Give the grounds, e.g. “已核对营业执照”</translation></message>
<message><source>这一对已合并</source><translation>This pair is already merged</translation></message>
<message><source>请先用 zgc identity undo {0} 撤销</source><translation>First undo it with zgc identity undo {0}</translation></message>
<message><source>没有可撤销的第 {0} 号判定</source><translation>There is no ruling no. {0} to undo</translation></message>
<message><source>用 zgc identity list --all 查看</source><translation>zgc identity list --all shows them</translation></message>
<message><source>{0}已并入{1}</source><translation>{0} is already merged into {1}</translation></message>
<message><source>请先撤销那一次合并</source><translation>First undo that merger</translation></message>
<message><source>没有登记过地块“{0}”</source><translation>The plot “{0}” was never registered</translation></message>
<message><source>编号见 zgc land stock 或用地空间页</source><translation>zgc land stock or the page of land and space shows the numbers</translation></message>
<message><source>没有要登记的地块</source><translation>There is no plot to register</translation></message>
<message><source>请先在用地空间登记该地块</source><translation>Register the plot first under land and space</translation></message>
<message><source>地块 {0} 已全部在用，不能预留</source><translation>Plot {0} is fully in use and cannot be reserved</translation></message>
<message><source>请核对已用面积，或换一宗</source><translation>Check the area in use, or choose another plot</translation></message>
<message><source>本次登记没有写入</source><translation>Nothing of this was registered</translation></message>
<message><source>请核对地块编号、所在地块和面积</source><translation>Check the plot number, where it is and its area</translation></message>
<message><source>台账中没有这家企业</source><translation>The ledger has no such company</translation></message>
<message><source>列的对应按分园记住，但认不出是哪个分园</source><translation>Columns are remembered park by park, but the park is not recognised</translation></message>
<message><source>请同时指定分园</source><translation>Give the park as well</translation></message>
<message><source>请在 Excel 或 WPS 中另存为 .xlsx 后再试</source><translation>Save it as .xlsx in Excel or WPS and try again</translation></message>
<message><source>用地数据未报，供需匹配不可用</source><translation>No land data has been submitted</translation></message>
<message><source>其余指标可用</source><translation>matching cannot be used, the other indicators can</translation></message>
<message><source>请先登记组团可用空间</source><translation>First register the space of the clusters</translation></message>
<message><source>没有写明书面意向的文件</source><translation>The paper of the written wish is not given</translation></message>
<message><source>只登记有书面意向的企业</source><translation>Only companies with a written wish are registered</translation></message>
<message><source>需地面积应大于 0，现为 {0}</source><translation>The land needed must be above 0, it is {0}</translation></message>
<message><source>面积未知时不要填写</source><translation>Leave it empty where the area is unknown</translation></message>
<message><source>可用面积不能为负，且要写明来源</source><translation>The space cannot be negative and needs its source</translation></message>
<message><source>固定和禁止都要写明理由</source><translation>Fixing and barring both need a reason</translation></message>
<message><source>没有指明企业</source><translation>No company is given</translation></message>
<message><source>不认识的{0}“{1}”</source><translation>Unknown {0} “{1}”</translation></message>
<message><source>{0} 没有可转为线索的建议</source><translation>{0} has no proposal that can become a lead</translation></message>
<message><source>{0}的这一建议已转为线索</source><translation>This proposal of {0} has become a lead</translation></message>
<message><source>没有在限定时间内找到任何匹配方案</source><translation>No matching was found in the time allowed</translation></message>
<message><source>请减少企业，或固定其中一部分</source><translation>Take fewer companies, or fix some of them</translation></message>
<message><source>没有写责任单位</source><translation>The unit in charge is not given</translation></message>
<message><source>请写明由谁落实</source><translation>Say who is to do it</translation></message>
<message><source>上月没有事项 {0}</source><translation>Last month has no matter {0}</translation></message>
<message><source>用 zgc matter list 查看</source><translation>zgc matter list shows them</translation></message>
<message><source>自拟的用 zgc matter add</source><translation>your own are added with zgc matter add</translation></message>
<message><source>事项没有内容</source><translation>The matter has no content</translation></message>
<message><source>请用一句话写明</source><translation>Write it in one sentence</translation></message>
<message><source>事项有 {0} 字</source><translation>The matter has {0} characters</translation></message>
<message><source>一项最多 {0} 字</source><translation>One has {0} characters at most</translation></message>
<message><source>请精简或分作几项</source><translation>Shorten it or make several of it</translation></message>
<message><source>{0} 月报已发布，事项不再改写</source><translation>The report of {0} is published; its matters are not rewritten</translation></message>
<message><source>请写入下一期</source><translation>Write it in the next one</translation></message>
<message><source>请先用 zgc body add 登记</source><translation>Register it first with zgc body add</translation></message>
<message><source>同名机构已登记</source><translation>A body of that name is registered</translation></message>
<message><source>没有第 {0} 号任务</source><translation>There is no task no. {0}</translation></message>
<message><source>编号见 zgc task list</source><translation>zgc task list shows the numbers</translation></message>
<message><source>例外要写明经办人和理由</source><translation>An exception needs the person in charge and a reason</translation></message>
<message><source>期限 {0} 已过</source><translation>The deadline {0} has passed</translation></message>
<message><source>请写明例外到哪一天为止</source><translation>Say until which day the exception holds</translation></message>
<message><source>{0} 是开放的，不需要例外</source><translation>{0} is open; no exception is needed</translation></message>
<message><source>没有生效的例外 {0}</source><translation>There is no exception {0} in force</translation></message>
<message><source>请在月份页核对编号</source><translation>Check the number on the page of months</translation></message>
<message><source>区划或园区边界调整不是迁移，不立案、不分享</source><translation>A change of borders of districts or parks is no move: no case is opened, nothing is shared</translation></message>
<message><source>请撤回本案，用 zgc case boundary 登记归属变更</source><translation>Withdraw this case and register the change with zgc case boundary</translation></message>
<message><source>没有“{0}”这种性质</source><translation>There is no nature “{0}”</translation></message>
<message><source>没有“{0}”这种方式</source><translation>There is no kind “{0}”</translation></message>
<message><source>变更登记日 {0} 在将来，案件却已落地</source><translation>The registration day {0} is in the future, yet the case has landed</translation></message>
<message><source>变更登记日 {0} 晚于其后的案件事件</source><translation>The registration day {0} is after later events of the case</translation></message>
<message><source>请核对两处日期</source><translation>Check both days</translation></message>
<message><source>如 --reason 企业放弃迁移</source><translation>E.g. --reason “企业放弃迁移”</translation></message>
<message><source>没有编号为 {0} 的线索</source><translation>There is no lead numbered {0}</translation></message>
<message><source>线索已立案：{0}</source><translation>The lead has its case: {0}</translation></message>
<message><source>{0} 年基数没有注明来源</source><translation>The base of {0} has no source</translation></message>
<message><source>{0} 年基数为负</source><translation>The base of {0} is negative</translation></message>
<message><source>变更登记日 {0} 在将来，还不能落地</source><translation>The registration day {0} is in the future; it cannot land yet</translation></message>
<message><source>案件已{0}，不能改为{1}</source><translation>The case is {0} and cannot become {1}</translation></message>
<message><source>落地请用“落地”，退回请撤回后另立</source><translation>To land it use “Land”; to take it back withdraw it and open another</translation></message>
<message><source>{0}不在这条线索的两方（{1}）之中</source><translation>{0} is not one of the two sides ({1}) of this lead</translation></message>
<message><source>规则文件有问题，没有交给全办</source><translation>A rule file has a fault; nothing was given to the office</translation></message>
<message><source>改好后再交</source><translation>Correct it, then share it</translation></message>
<message><source>本机的规则与全办不同，没有继续</source><translation>The rules of this computer differ from the office's; it was not continued</translation></message>
<message><source>交给全办用 zgc rules share，放弃本机改动用 zgc rules share --drop</source><translation>Give them to the office with zgc rules share, drop the changes of this computer with zgc rules share --drop</translation></message>
<message><source>这个工作区在文件夹里，rules 文件夹里的规则直接生效</source><translation>This workspace is in a folder; the rules in its rules folder apply directly</translation></message>
<message><source>无须另行交给全办</source><translation>They need not be given to the office</translation></message>
<message><source>规则文件不是 UTF-8 文本</source><translation>The rule file is not UTF-8 text</translation></message>
<message><source>请另存为 UTF-8，或移出 rules 文件夹</source><translation>Save it as UTF-8, or move it out of the rules folder</translation></message>
<message><source>没有编号为 {0} 的外省市案件</source><translation>There is no case outside the city numbered {0}</translation></message>
<message><source>编号见 zgc outside list</source><translation>zgc outside list shows the numbers</translation></message>
<message><source>请核对代码，或写明企业名称</source><translation>Check the code, or give the name of the company</translation></message>
<message><source>没有生效的外省市登记 {0}</source><translation>There is no entry {0} outside the city in force</translation></message>
<message><source>编号见 zgc register list 与外省市迁移</source><translation>zgc register list and the page of moves outside the city show the numbers</translation></message>
<message><source>没有叫“{0}”的分享规则</source><translation>There is no sharing rule named “{0}”</translation></message>
<message><source>没有“{0}”这种状态</source><translation>There is no state “{0}”</translation></message>
<message><source>有依据的，先用 zgc outside describe --rule --rule-paper 写明</source><translation>Where there are grounds, first give them with zgc outside describe --rule --rule-paper</translation></message>
<message><source>{0}已有在办案件 {1}</source><translation>{0} already has case {1} under way</translation></message>
<message><source>请在该案件上继续</source><translation>Continue on that case</translation></message>
<message><source>案件已落地，变更登记日不再改</source><translation>The case has landed; its registration day is not changed any more</translation></message>
<message><source>确有错误的，请先撤销落地（zgc undo）</source><translation>If it is wrong, first undo the landing (zgc undo)</translation></message>
<message><source>方案{0}考核的是{1}，不是分园</source><translation>The scheme {0} assesses {1}, not parks</translation></message>
<message><source>园区指标只能用于分园的方案</source><translation>Park indicators can be used in schemes for parks only</translation></message>
<message><source>方案{0}没有报送表 7 的指标</source><translation>The scheme {0} has no indicator of form 7</translation></message>
<message><source>报送的指标：{0}</source><translation>Submitted indicators: {0}</translation></message>
<message><source>{0} {1} 没有报送或登记“{2}”</source><translation>“{2}” was neither submitted nor registered for {0} {1}</translation></message>
<message><source>固定指标：{0}</source><translation>Fixed indicators: {0}</translation></message>
<message><source>编号见 zgc project list</source><translation>zgc project list shows the numbers</translation></message>
<message><source>这是市级工作区，分园的报送在分园工作区里做</source><translation>This is the city's workspace; a park submits from its own</translation></message>
<message><source>另建一个工作区，用 zgc exchange profile --park 分园名 设为分园</source><translation>Make another workspace and set it to a park with zgc exchange profile --park and its name</translation></message>
<message><source>这是{0}的工作区，这一步由市级做</source><translation>This is the workspace of {0}; this step is the city's</translation></message>
<message><source>请在市级工作区操作</source><translation>Do it in the city's workspace</translation></message>
<message><source>工作区已有数据，不能再改用途</source><translation>The workspace has data; its purpose cannot be changed</translation></message>
<message><source>现为{0}，已有报送或交换包</source><translation>It is {0}, with submissions or packages</translation></message>
<message><source>请另建一个空工作区，再选用途</source><translation>Make another, empty workspace, then choose its purpose</translation></message>
<message><source>请先用 zgc body add 登记机构、成员和有效到会人数</source><translation>First register the body, its members and its quorum with zgc body add</translation></message>
<message><source>履约承诺须写明指标和大于 0 的数值</source><translation>A performance commitment needs an indicator and a value above 0</translation></message>
<message><source>考核值须写明来源</source><translation>An assessed value needs its source</translation></message>
<message><source>资金须写明名称、大于 0 的限额、起止年度和依据</source><translation>A fund needs a name, a limit above 0, its years and its grounds</translation></message>
<message><source>{0}由会审作出</source><translation>{0} is decided by the joint review</translation></message>
<message><source>请用“会审”登记到会、表决和结论</source><translation>Register who was present, the vote and the outcome under “Review meeting”</translation></message>
<message><source>期限到后再上会</source><translation>Bring it to the meeting after the deadline</translation></message>
<message><source>现为{0}，不在并联意见环节</source><translation>It is {0} now, not at the stage of parallel opinions</translation></message>
<message><source>请先推进到并联意见</source><translation>First move it on to parallel opinions</translation></message>
<message><source>没有第 {0} 号条件</source><translation>There is no condition no. {0}</translation></message>
<message><source>没有第 {0} 号承诺</source><translation>There is no commitment no. {0}</translation></message>
<message><source>同名资金已登记</source><translation>A fund of that name is registered</translation></message>
<message><source>没有叫“{0}”的资金</source><translation>There is no fund named “{0}”</translation></message>
<message><source>请先登记资金及其限额</source><translation>First register the fund and its limit</translation></message>
<message><source>{0} 月报已发布，不再改写</source><translation>The report of {0} is published and not rewritten</translation></message>
<message><source>重印用 zgc report</source><translation>Print it again with zgc report</translation></message>
<message><source>更正会列入下一期勘误</source><translation>corrections are listed in the next errata</translation></message>
<message><source>请补报或改正文字</source><translation>Get what is missing or correct the text</translation></message>
<message><source>确需发布的，用 --despite 写明理由，理由印在编制信息里</source><translation>to publish all the same, give a reason with --despite, it is printed with the imprint</translation></message>
<message><source>{0} 税收分享合计差 {1} 分，不能发布</source><translation>The sharing of {0} is off by {1} fen in all; it cannot be published</translation></message>
<message><source>请核查分享明细</source><translation>Check the lines of the sharing</translation></message>
<message><source>{0} 月报还不能发布</source><translation>The report of {0} cannot be published yet</translation></message>
<message><source>先用 zgc receive 接收</source><translation>Receive it first with zgc receive</translation></message>
<message><source>这是{0}的报送，不是{1}的</source><translation>This is a submission of {0}, not of {1}</translation></message>
<message><source>请发送方核对文件</source><translation>Ask the sender to check the file</translation></message>
<message><source>这是 {0} 的报送，不是 {1} 的</source><translation>This is the submission for {0}, not for {1}</translation></message>
<message><source>已登记 {0} 份，其余 {1} 份未写入</source><translation>{0} were registered, the other {1} not</translation></message>
<message><source>名单有 {0} 处问题，没有登记任何企业</source><translation>The list has {0} faults; no company was registered</translation></message>
<message><source>{0}，另有 {1} 行</source><translation>{0}, and {1} more rows</translation></message>
<message><source>请改正后重新导入</source><translation>Correct it and import it again</translation></message>
<message><source>名单里没有企业</source><translation>The list has no company</translation></message>
<message><source>不支持“{0}”类型的名单</source><translation>Lists of the kind “{0}” are not supported</translation></message>
<message><source>工作区不能放在{0}（{1}）</source><translation>A workspace cannot be kept on {0} ({1})</translation></message>
<message><source>多台电脑或同步程序会同时改动数据库文件，造成损坏</source><translation>Several computers or a sync program would change the database at once and damage it</translation></message>
<message><source>请把工作区放在本机磁盘</source><translation>Keep the workspace on a local disk</translation></message>
<message><source>备份、导出件和报告可以放到这里</source><translation>backups, exports and reports can go here</translation></message>
<message><source>已有工作区用 zgc export-workspace 搬到本机</source><translation>Bring an existing workspace to this computer with zgc export-workspace</translation></message>
<message><source>请写明理由</source><translation>Give a reason</translation></message>
<message><source>--reason 写明如何确知对方已停用</source><translation>--reason says how you know that the other one is not in use</translation></message>
<message><source>没有可接管的写入标记</source><translation>There is no writing mark to take over</translation></message>
<message><source>同一台电脑上的程序结束后写权自动归还</source><translation>When a program on the same computer ends, its right to write comes back by itself</translation></message>
<message><source>{0}不再在登记簿登记</source><translation>{0} is no longer registered here</translation></message>
<message><source>没有生效的登记 {0}</source><translation>There is no entry {0} in force</translation></message>
<message><source>编号见 zgc register list</source><translation>zgc register list shows the numbers</translation></message>
<message><source>全区合计的数填“{0}”</source><translation>For the number of the whole area write “{0}”</translation></message>
<message><source>搬过去的内容与原来不同，没有搬</source><translation>What was moved differs from what was there; it was not moved</translation></message>
<message><source>旧的一份未动，请重试</source><translation>The old one was not touched; try again</translation></message>
<message><source>工作区已经在那里</source><translation>The workspace is already there</translation></message>
<message><source>--reason 写明为什么继续用旧的这一份</source><translation>--reason says why this old one is used on</translation></message>
<message><source>这里已有文件，没有搬</source><translation>There are files here; it was not moved</translation></message>
<message><source>请换一个空文件夹</source><translation>Choose an empty folder</translation></message>
<message><source>工作区没有通过检查，没有搬</source><translation>The workspace failed its checks; it was not moved</translation></message>
<message><source>请换一个空的数据库</source><translation>Choose an empty database</translation></message>
<message><source>请先恢复备份</source><translation>Restore a backup first</translation></message>
<message><source>原件存档</source><translation>kept originals</translation></message>
<message><source>目标数据库已有一个工作区，没有搬</source><translation>The database there already has a workspace; it was not moved</translation></message>
<message><source>已有“{0}”</source><translation>There is already “{0}”</translation></message>
<message><source>目标数据库不是空的，没有搬</source><translation>The database there is not empty; it was not moved</translation></message>
<message><source>已有表 {0}</source><translation>It has the table {0}</translation></message>
<message><source>请写明园方怎么说的，例如 电话告知 李某</source><translation>Say what the park said, e.g. “电话告知” “李某”</translation></message>
<message><source>{0} {1} 第{2}版有新增 {3} 家、消失 {4} 家，不是无变动</source><translation>Version {2} of {0} {1} has {3} new and {4} lost companies; this is not “no change”</translation></message>
<message><source>请与园方核对后再登记</source><translation>Check with the park, then register it</translation></message>
<message><source>{0} {1} 还没有报送，无从更正</source><translation>{0} {1} has not been submitted; there is nothing to correct</translation></message>
<message><source>迟报请登记为 late</source><translation>Register a late submission as late</translation></message>
<message><source>“{0}”不是公文字体的选项</source><translation>“{0}” is no choice of document fonts</translation></message>
<message><source>不认识的文件</source><translation>Unknown file</translation></message>
<message><source>可用的文件夹：{0}，文件为 .toml</source><translation>Folders: {0}, files are .toml</translation></message>
<message><source>{0} 不能改成本办规则</source><translation>{0} cannot be made the office's own rule</translation></message>
<message><source>本办规则文件夹只收：{0}</source><translation>The folder of the office's rules takes: {0}</translation></message>
<message><source>本办已有 {0}</source><translation>The office already has {0}</translation></message>
<message><source>直接编辑该文件</source><translation>Edit that file</translation></message>
<message><source>{0} 没有入库的数据，不能试算</source><translation>{0} has no accepted data; it cannot be tried</translation></message>
<message><source>目录中没有这个文件</source><translation>The catalogue has no such file</translation></message>
<message><source>没有这个文件名</source><translation>There is no file of that name</translation></message>
<message><source>规则读不懂</source><translation>The rules cannot be understood</translation></message>
<message><source>规则包里有本程序不认识的校验</source><translation>The rule package has checks this program does not know</translation></message>
<message><source>市级的程序可能比本单位的新，请升级程序后再收</source><translation>The city's program may be newer than this one; update the program, then take it in</translation></message>
<message><source>规则包里有不该有的文件 {0}</source><translation>The rule package has a file {0} it should not have</translation></message>
<message><source>规则包里的名录读不懂</source><translation>The catalogue in the rule package cannot be understood</translation></message>
<message><source>请市级核对后重发</source><translation>Ask the city to check it and send it again</translation></message>
<message><source>没有拟行标准文件“{0}”</source><translation>There is no file “{0}” of a proposed standard</translation></message>
<message><source>文件放在本办规则文件夹的 admission 中</source><translation>Its place is the admission folder within the office's rules</translation></message>
<message><source>不是 UTF-8 文本</source><translation>Not UTF-8 text</translation></message>
<message><source>请用 UTF-8 编码另存后重试</source><translation>Save it as UTF-8 and try again</translation></message>
<message><source>自检之后文件又改过，没有盖章</source><translation>The file was changed after the self-check; it was not stamped</translation></message>
<message><source>请重新自检</source><translation>Run the self-check again</translation></message>
<message><source>{0} {1} 没有可退回的报送</source><translation>{0} {1} has no submission to send back</translation></message>
<message><source>{0} {1} 第{2}版已经退回</source><translation>Version {2} of {0} {1} was already sent back</translation></message>
<message><source>请等分园重报</source><translation>Wait for the park to submit again</translation></message>
<message><source>{0} {1} 第{2}版没有要退回的问题</source><translation>Version {2} of {0} {1} has no issue to send back</translation></message>
<message><source>可以接受入库，或先把问题判为退回</source><translation>It can be accepted, or first rule that an issue goes back</translation></message>
<message><source>{0} {1} 第{2}版刚被别处处理过</source><translation>Version {2} of {0} {1} was just dealt with elsewhere</translation></message>
<message><source>备份另存文件夹不存在</source><translation>The folder for further backups does not exist</translation></message>
<message><source>请先建好文件夹，或插入 U 盘后再设</source><translation>Make the folder or plug in the USB disk first, then set it</translation></message>
<message><source>备份另存文件夹在工作区里面</source><translation>The folder for further backups is inside the workspace</translation></message>
<message><source>工作区所在磁盘损坏时两份会一起丢</source><translation>If the disk of the workspace fails, both copies are lost</translation></message>
<message><source>请选另一块磁盘</source><translation>Choose another disk</translation></message>
<message><source>{0} 不能再试算</source><translation>{0} cannot have another trial</translation></message>
<message><source>已锁定到 {0}，锁定的结算不改写</source><translation>It is locked up to {0}; a locked settlement is not rewritten</translation></message>
<message><source>更正、补报、退库请在 {0} 试算，差额会列为调账</source><translation>Run corrections, late submissions and refunds in the trial of {0}; the difference is listed as an adjustment</translation></message>
<message><source>案件号见迁移协调</source><translation>The page of moves shows the case numbers</translation></message>
<message><source>没有调整分录第{0}号</source><translation>There is no adjustment no. {0}</translation></message>
<message><source>{0} 的结算已锁定，调整分录第{1}号不能撤回</source><translation>The settlement of {0} is locked; adjustment no. {1} cannot be withdrawn</translation></message>
<message><source>请在其后的月份登记一笔相反的调整分录</source><translation>Register the opposite adjustment in a later month</translation></message>
<message><source>登记变更日 {0} 没有生效的分享规则“{1}”</source><translation>The sharing rule “{1}” is not in force on the registration day {0}</translation></message>
<message><source>{0} 还没有试算</source><translation>{0} has no trial yet</translation></message>
<message><source>请先运行 zgc settle --month {0}</source><translation>First run zgc settle --month {0}</translation></message>
<message><source>裁定须写明裁定人与理由</source><translation>A ruling needs who rules and the reason</translation></message>
<message><source>没有“{0}”这种处理结果</source><translation>There is no outcome “{0}”</translation></message>
<message><source>处理差异须写明经办人与理由</source><translation>Dealing with a difference needs the person in charge and a reason</translation></message>
<message><source>差异第 {0} 号</source><translation>Difference no. {0}</translation></message>
<message><source>锁定须写明经办人</source><translation>Locking needs the person in charge</translation></message>
<message><source>请先锁定 {0}</source><translation>First lock {0}</translation></message>
<message><source>已锁定到 {0}，须逐月锁定</source><translation>It is locked up to {0}; months are locked one by one</translation></message>
<message><source>{0} 尚在试算</source><translation>{0} is still a trial</translation></message>
<message><source>须逐月锁定</source><translation>Months are locked one by one</translation></message>
<message><source>请先锁定 {0}，或用 zgc settlement discard 撤去该试算</source><translation>First lock {0}, or remove that trial with zgc settlement discard</translation></message>
<message><source>{0} 的结算不能再改</source><translation>The settlement of {0} cannot be changed any more</translation></message>
<message><source>已于 {0} 由 {1} 锁定</source><translation>It was locked on {0} by {1}</translation></message>
<message><source>后来的变化会在其后的月份列为调账</source><translation>Later changes are listed as adjustments in a later month</translation></message>
<message><source>{0} 没有{1}的结算行</source><translation>{0} has no settlement line of {1}</translation></message>
<message><source>本月各方：{0}</source><translation>Parties of this month: {0}</translation></message>
<message><source>须写明哪一区、由谁确认</source><translation>Say which district, and who confirms</translation></message>
<message><source>--party 海淀区 --person 姓名</source><translation>--party “海淀区” --person and a name</translation></message>
<message><source>案件 {0} 在 {1} 的试算中不是未报</source><translation>Case {0} is not unreported in the trial of {1}</translation></message>
<message><source>裁定只用于未报的案件</source><translation>A ruling is for unreported cases only</translation></message>
<message><source>请重新运行 zgc settle --month {0}</source><translation>Run zgc settle --month {0} again</translation></message>
<message><source>数字未变的行，双方的确认继续有效</source><translation>lines whose figures did not change keep both confirmations</translation></message>
<message><source>请先了结差异（zgc settlement resolve）</source><translation>First close the differences (zgc settlement resolve)</translation></message>
<message><source>案件 {0} 在 {1} 已有裁定</source><translation>Case {0} already has a ruling in {1}</translation></message>
<message><source>没有第 {0} 号差异</source><translation>There is no difference no. {0}</translation></message>
<message><source>差异第 {0} 号已处理：{1}（{2}）</source><translation>Difference no. {0} was dealt with: {1} ({2})</translation></message>
<message><source>{0} 试算之后报送、案情或规则有了变化</source><translation>Submissions, cases or rules have changed since the trial of {0}</translation></message>
<message><source>{0} 还不能锁定</source><translation>{0} cannot be locked yet</translation></message>
<message><source>{0}……等 {1} 项</source><translation>{0}… and others, {1} in all</translation></message>
<message><source>规则中有未经引证的假设值，只能模拟，不能入账</source><translation>The rule has assumed values without a citation; it can be simulated, not booked</translation></message>
<message><source>{0} 没有{1}在案件 {2} 的结算行</source><translation>{0} has no settlement line of {1} in case {2}</translation></message>
<message><source>{0}对 {1} 登记的差异第 {2} 号未了</source><translation>The difference no. {2} that {0} registered on {1} is open</translation></message>
<message><source>没有“{0}”这个分园</source><translation>There is no park “{0}”</translation></message>
<message><source>用 zgc case list 查看案件号</source><translation>zgc case list shows the case numbers</translation></message>
<message><source>没有“{0}”这个组团</source><translation>There is no cluster “{0}”</translation></message>
<message><source>{0} 月报尚未发布，草稿不签名</source><translation>The report of {0} is not published; a draft is not signed</translation></message>
<message><source>先用 zgc publish 发布</source><translation>Publish it first with zgc publish</translation></message>
<message><source>请从备份恢复工作区后再签名</source><translation>Restore the workspace from a backup, then sign</translation></message>
<message><source>证书文件读不到</source><translation>The certificate file cannot be read</translation></message>
<message><source>请核对路径</source><translation>Check the path</translation></message>
<message><source>没有给出要模拟的改动</source><translation>Nothing to simulate is given</translation></message>
<message><source>--set ratios=0.4,0.4,0.4，或 --rule 规则文件.toml</source><translation>--set ratios=0.4,0.4,0.4, or --rule with a rule file .toml</translation></message>
<message><source>预测月数 {0} 不在 0 到 {1} 之间</source><translation>The number of months {0} is not between 0 and {1}</translation></message>
<message><source>没有叫“{0}”的分享主体</source><translation>There is no sharing party named “{0}”</translation></message>
<message><source>模板只能写成 .xlsx</source><translation>A form can be written as .xlsx only</translation></message>
<message><source>请把文件名改为以 .xlsx 结尾</source><translation>Let the file name end in .xlsx</translation></message>
<message><source>导出件不完整或被改动，没有导入</source><translation>The export is incomplete or was altered; it was not imported</translation></message>
<message><source>请重新导出或重新拷贝</source><translation>Export it or copy it again</translation></message>
<message><source>这里已有文件，没有导入</source><translation>There are files here; it was not imported</translation></message>
<message><source>不是统筹台导出的工作区</source><translation>Not a workspace exported by Tongchoutai</translation></message>
<message><source>请选择 zgc export-workspace 写出的 zip 文件</source><translation>Choose the zip file zgc export-workspace wrote</translation></message>
<message><source>清单中有不该有的文件名</source><translation>The list has a file name it should not have</translation></message>
<message><source>导出件已加密</source><translation>The export is encrypted</translation></message>
<message><source>请输入原工作区的口令或恢复码</source><translation>Enter the passphrase or recovery code of the old workspace</translation></message>
<message><source>操作记录的末条与清单不符</source><translation>The last entry of the journal does not fit the list</translation></message>
<message><source>第 {0} 步之后的操作以它为依据：{1}{2}</source><translation>Later steps build on step {0}: {1}{2}</translation></message>
<message><source>请先撤销它们，或连同它们一起撤销</source><translation>Undo them first, or together with it</translation></message>
<message><source>这一步没有留下可撤销的数据</source><translation>This step left nothing that could be undone</translation></message>
<message><source>{0} 月报尚未发布，没有可复核的快照</source><translation>The report of {0} is not published; there is nothing kept to check</translation></message>
<message><source>没有写作废的理由</source><translation>No reason for voiding it is given</translation></message>
<message><source>例如 认错分园、重复发送</source><translation>E.g. “认错分园、重复发送”</translation></message>
<message><source>{0} {1} 没有可作废的报送</source><translation>{0} {1} has no submission to void</translation></message>
<message><source>{0} {1} 第{2}版已入库，不能作废</source><translation>Version {2} of {0} {1} is accepted and cannot be voided</translation></message>
<message><source>请退回，或撤销那次接受</source><translation>Send it back, or undo that acceptance</translation></message>
<message><source>{0} {1} 第{2}版{3}，不能作废</source><translation>Version {2} of {0} {1} is {3} and cannot be voided</translation></message>
<message><source>所选企业已在关注中</source><translation>The selected companies are already watched</translation></message>
<message><source>所选企业不在关注中</source><translation>The selected companies are not watched</translation></message>
<message><source>监视的文件夹不在了</source><translation>The watched folder is gone</translation></message>
<message><source>请另选文件夹，或取消监视</source><translation>Choose another folder, or stop watching</translation></message>
<message><source>改写的句子是空的</source><translation>The rewritten sentence is empty</translation></message>
<message><source>不要这一句请改写为需要的文字</source><translation>To do without it, write what is needed instead</translation></message>
<message><source>恢复原句用 zgc words reset</source><translation>zgc words reset brings the sentence back</translation></message>
<message><source>改写的句子有 {0} 字</source><translation>The rewritten sentence has {0} characters</translation></message>
<message><source>一句最多 {0} 字</source><translation>A sentence has {0} characters at most</translation></message>
<message><source>请分作几句或精简</source><translation>Make several sentences of it or shorten it</translation></message>
<message><source>月报没有“{0}”这一节</source><translation>The report has no section “{0}”</translation></message>
<message><source>这一节共 {0} 句</source><translation>This section has {0} sentences</translation></message>
<message><source>用 zgc words list 查看</source><translation>zgc words list shows them</translation></message>
<message><source>{0} 月报已发布，文字不再改写</source><translation>The report of {0} is published; its words are not rewritten</translation></message>
<message><source>更正列入下一期勘误</source><translation>Corrections are listed in the next errata</translation></message>
<message><source>工作区应是一个文件夹</source><translation>A workspace must be a folder</translation></message>
<message><source>请打开新的位置</source><translation>Open the new place</translation></message>
<message><source>确要继续用这一份，用 zgc move --stay 并写明理由</source><translation>to use this one on, use zgc move --stay and give a reason</translation></message>
<message><source>请输入口令（命令行可用环境变量 ZGC_PASSPHRASE）</source><translation>Enter the passphrase (on the command line ZGC_PASSPHRASE will do)</translation></message>
<message><source>请等对方关闭后再打开</source><translation>Open it once the other one is closed</translation></message>
<message><source>如确知对方已停用，用 zgc take-over 接管</source><translation>if you know it is not in use, take over with zgc take-over</translation></message>
<message><source>工作区要先升级才能打开</source><translation>The workspace must be upgraded before it opens</translation></message>
<message><source>{0} 年还没有结束的月份</source><translation>The year {0} has no finished month yet</translation></message>
<message><source>请写已有月份的年度</source><translation>Give a year that has months</translation></message>
<message><source>没有叫“{0}”的片区</source><translation>There is no zone named “{0}”</translation></message>
<message><source>请检查磁盘，或换一份备份</source><translation>Check the disk, or choose another backup</translation></message>
<message><source>没有写成，原有数据未动</source><translation>It was not written; the data there was not touched</translation></message>
<message><source>文件夹只读，或文件正被另一个程序打开</source><translation>The folder is read-only, or another program has the file open</translation></message>
<message><source>请处理后重试</source><translation>Settle that and try again</translation></message>
<message><source>备份没有通过核对</source><translation>The backup failed its check</translation></message>
<message><source>请重试</source><translation>Try again</translation></message>
<message><source>“{0}”有一行搬不过去，没有搬</source><translation>A row of “{0}” cannot be moved; nothing was moved</translation></message>
<message><source>数据库里的内容已损坏，读不出来</source><translation>What the database holds is damaged and cannot be read</translation></message>
<message><source>请从 backups 文件夹恢复最近的备份（zgc restore）</source><translation>Restore the newest backup of the backups folder (zgc restore)</translation></message>
<message><source>请检查磁盘与连接后重试</source><translation>Check the disk and the connection, then try again</translation></message>
<message><source>这份备份读不完整</source><translation>This backup cannot be read to its end</translation></message>
<message><source>在一张表的中间断了</source><translation>It breaks off in the middle of a table</translation></message>
<message><source>本机没有 {0}</source><translation>This computer has no {0}</translation></message>
<message><source>请在这台电脑装上 PostgreSQL 的客户端工具（版本不低于服务器）</source><translation>Install the client tools of PostgreSQL on this computer (no older than the server)</translation></message>
<message><source>本机的 pg_dump 比服务器旧</source><translation>The pg_dump of this computer is older than the server</translation></message>
<message><source>请装上与服务器同版本的客户端工具</source><translation>Install client tools of the server's version</translation></message>
<message><source>备份没有写成</source><translation>The backup was not written</translation></message>
<message><source>“{0}”的行数不符</source><translation>The number of rows of “{0}” differs</translation></message>
<message><source>操作记录的末条不符</source><translation>The last entry of the journal differs</translation></message>
<message><source>仍不行请与维护人员联系</source><translation>if it fails, ask whoever maintains the program</translation></message>
<message><source>文件是用另一把密钥加密的</source><translation>The file was encrypted with another key</translation></message>
<message><source>请用当时的工作区和口令打开</source><translation>Open it with the workspace and passphrase of that time</translation></message>
<message><source>密钥文件读不出来或已损坏</source><translation>The key file cannot be read or is damaged</translation></message>
<message><source>请从备份或导出件中取回 workspace.key</source><translation>Get workspace.key back from a backup or an export</translation></message>
<message><source>可用几个词连写，便于记住</source><translation>Several words in a row are easy to remember</translation></message>
<message><source>口令不对</source><translation>The passphrase is wrong</translation></message>
<message><source>请重新输入</source><translation>Enter it again</translation></message>
<message><source>忘记口令时输入加密时打印的恢复码</source><translation>if you forgot it, enter the recovery code printed when it was encrypted</translation></message>
<message><source>两者都没有，数据无法取回</source><translation>Without either the data cannot be recovered</translation></message>
<message><source>加密文件被改动或损坏，无法还原</source><translation>The encrypted file was altered or damaged and cannot be restored</translation></message>
<message><source>请从备份或导出件取回</source><translation>Get it back from a backup or an export</translation></message>
<message><source>不是统筹台的数据库，或文件已损坏</source><translation>Not a database of Tongchoutai, or the file is damaged</translation></message>
<message><source>请从 backups 文件夹恢复最近的备份</source><translation>Restore the newest backup of the backups folder</translation></message>
<message><source>工作区正被另一个程序写入</source><translation>Another program is writing to the workspace</translation></message>
<message><source>请等对方完成后再试</source><translation>Wait until it is done, then try again</translation></message>
<message><source>磁盘空间不足或读写失败，这一步没有写入任何数据</source><translation>The disk is full or failed; nothing of this step was written</translation></message>
<message><source>请清理磁盘后重试</source><translation>Make room on the disk and try again</translation></message>
<message><source>数据库不可写</source><translation>The database cannot be written</translation></message>
<message><source>请检查文件夹权限</source><translation>Check the permissions of the folder</translation></message>
<message><source>与数据库服务器的连接不通</source><translation>There is no connection to the database server</translation></message>
<message><source>请检查网络和服务器</source><translation>Check the network and the server</translation></message>
<message><source>没有提交的操作一律没有写入，恢复后请重试</source><translation>nothing that was not committed was written, try again when it is back</translation></message>
<message><source>请与服务器管理员联系</source><translation>Ask the server's administrator</translation></message>
<message><source>这一步不能单独撤销</source><translation>This step cannot be undone on its own</translation></message>
<message><source>{0}（{1}）在这一步之后又变过</source><translation>{0} ({1}) was changed after this step</translation></message>
<message><source>{0}所指的{1}（{2}）已随别的操作撤销</source><translation>{1} ({2}), which {0} refers to, was undone with another step</translation></message>
<message><source>{0}中还有数据引用{1} {2}</source><translation>{0} still has data that refers to {1} {2}</translation></message>
<message><source>请先撤销之后的操作，或登记更正</source><translation>First undo the later steps, or register a correction</translation></message>
<message><source>这一步涉及的表 {0} 已不存在，不能撤销</source><translation>The table {0} of this step is gone; it cannot be undone</translation></message>
<message><source>这一步现在不能重做</source><translation>This step cannot be redone now</translation></message>
<message><source>请先重做写入它的那一步</source><translation>First redo the step that wrote it</translation></message>
<message><source>这一步不能撤销</source><translation>This step cannot be undone</translation></message>
<message><source>{0}的数据不允许这样改</source><translation>Data of {0} may not be changed so</translation></message>
<message><source>请登记更正</source><translation>Register a correction</translation></message>
<message><source>请先撤销引用它的操作</source><translation>First undo what refers to it</translation></message>
<message><source>操作记录的附表与记录不符，可能被改动</source><translation>The details of the journal do not fit its entries; they may have been altered</translation></message>
<message><source>请运行 zgc audit verify</source><translation>Run zgc audit verify</translation></message>
<message><source>工作区由更新版本的统筹台建立（结构 {0}），本程序不认识</source><translation>The workspace was made by a newer Tongchoutai (schema {0}) this program does not know</translation></message>
<message><source>请安装新版程序后再打开</source><translation>Install the new program, then open it</translation></message>
<message><source>数据未被改动</source><translation>the data was not changed</translation></message>
<message><source>这个工作区已搬到 {0}，这里只能查看</source><translation>This workspace was moved to {0}; here it can only be viewed</translation></message>
<message><source>这一步依据的数据刚刚变了，没有写入</source><translation>The data this step builds on has just changed; nothing was written</translation></message>
<message><source>{0}于 {1} 写入了第 {2} 条：{3}</source><translation>{0} wrote entry no. {2} at {1}: {3}</translation></message>
<message><source>请看过新的数据后重试</source><translation>Look at the new data, then try again</translation></message>
<message><source>工作区正由另一台电脑写入</source><translation>Another computer is writing to the workspace</translation></message>
<message><source>这一步没有写入任何数据</source><translation>Nothing of this step was written</translation></message>
<message><source>请稍后再试</source><translation>try again shortly</translation></message>
<message><source>工作区以只读方式打开</source><translation>The workspace is open read-only</translation></message>
<message><source>另一个统筹台正在写入</source><translation>Another Tongchoutai is writing</translation></message>
<message><source>文件夹只读或没有写权限</source><translation>The folder is read-only or there is no permission to write</translation></message>
<message><source>所在磁盘不支持文件锁</source><translation>Its disk does not support file locks</translation></message>
<message><source>这里可以查看，不能改动</source><translation>You can look but not change</translation></message>
<message><source>对方关闭后重新打开即可写入</source><translation>once the other one is closed, open it again to write</translation></message>
<message><source>请把工作区放到本机可写的磁盘</source><translation>Put the workspace on a local disk that can be written</translation></message>
<message><source>无法写入，文件未写出</source><translation>It cannot be written; no file was made</translation></message>
<message><source>请另选文件夹后重试</source><translation>Choose another folder and try again</translation></message>
<message><source>磁盘空间不足，文件未写出</source><translation>The disk is full; no file was made</translation></message>
<message><source>请清理磁盘或另选文件夹后重试</source><translation>Make room on the disk or choose another folder, then try again</translation></message>
<message><source>文件名或路径过长，文件未写出</source><translation>The file name or path is too long; no file was made</translation></message>
<message><source>请换一个较短的文件夹后重试</source><translation>Choose a shorter folder and try again</translation></message>
<message><source>文件夹只读，或该文件正在 Excel、WPS、阅读器中打开</source><translation>The folder is read-only, or the file is open in Excel, WPS or a reader</translation></message>
<message><source>路径中的文件夹与文件重名</source><translation>A folder of the path has the name of a file</translation></message>
<message><source>请关闭该文件，或另选可写的文件夹后重试</source><translation>Close the file, or choose a folder that can be written, then try again</translation></message>
<message><source>请另选文件夹或文件名后重试</source><translation>Choose another folder or file name, then try again</translation></message>
<message><source>不是完整的工作簿</source><translation>Not a complete workbook</translation></message>
<message><source>文件被截断或改动过</source><translation>The file was cut off or altered</translation></message>
<message><source>文字中有排不出的字“{0}”（U+{1}）</source><translation>The text has a character “{0}” (U+{1}) that cannot be set</translation></message>
<message><source>可用的字体都没有这个字</source><translation>None of the fonts has this character</translation></message>
<message><source>录入时混入的符号请在企业台账中更正</source><translation>Correct a stray symbol in the ledger</translation></message>
<message><source>确为名称用字的，请把公文字体改为系统字体后再排</source><translation>if it belongs to a name, set the document fonts to those of the system and print again</translation></message>
<message><source>字体文件 {0} 缺失、损坏或不能嵌入，无法排版</source><translation>The font file {0} is missing, damaged or cannot be embedded; nothing can be set</translation></message>
<message><source>请重新安装程序，或把随附的 fonts 文件夹恢复完整</source><translation>Install the program again, or restore its fonts folder</translation></message>
<message><source>临时文件夹写不下，没有输出文件</source><translation>The temporary folder is full; no file was made</translation></message>
<message><source>文件没有达到 PDF/A-2b</source><translation>The file does not meet PDF/A-2b</translation></message>
<message><source>请重新安装程序（字体或组件不完整）</source><translation>Install the program again (fonts or parts are incomplete)</translation></message>
<message><source>证书 {0} 在 {1} 不在有效期内</source><translation>The certificate {0} is not valid on {1}</translation></message>
<message><source>有效期 {0} 至 {1}</source><translation>Valid from {0} to {1}</translation></message>
<message><source>请换用有效的证书</source><translation>Use a valid certificate</translation></message>
<message><source>证书文件打不开</source><translation>The certificate file cannot be opened</translation></message>
<message><source>文件里没有带私钥的证书</source><translation>The file has no certificate with a private key</translation></message>
<message><source>请从证书库导出含私钥的 p12/pfx</source><translation>Export a p12/pfx with the private key from the certificate store</translation></message>
<message><source>证书或私钥的类型不支持</source><translation>This kind of certificate or private key is not supported</translation></message>
<message><source>请换用 RSA 或 ECDSA 证书</source><translation>Use an RSA or ECDSA certificate</translation></message>
<message><source>签名没有完成，文件未写出</source><translation>It was not signed; no file was made</translation></message>
<message><source>请确认证书可用于签名后重试</source><translation>Make sure the certificate may sign, then try again</translation></message>
<message><source>口令不对，或不是 p12/pfx 文件</source><translation>The passphrase is wrong, or it is no p12/pfx file</translation></message>
<message><source>请核对证书文件与口令</source><translation>Check the certificate file and the passphrase</translation></message>
<message><source>系统缺少字体 {0}，无法照原样排印</source><translation>The system lacks the font {0}; it cannot be printed as it was</translation></message>
<message><source>请安装所缺字体后重试</source><translation>Install the missing fonts and try again</translation></message>
<message><source>已发布月报的原件在存档中，可直接取用</source><translation>the originals of published reports are kept and can be used as they are</translation></message>
<message><source>没有出处的办法不能作为规则</source><translation>A method without a source cannot be a rule</translation></message>
<message><source>请写明尾差归哪一方</source><translation>Say which party the rounding falls to</translation></message>
<message><source>例如 {0}=3</source><translation>E.g. {0}=3</translation></message>
<message><source>工作表的写法特殊，改动可能出错</source><translation>the sheet is written in an unusual way; a change might go wrong</translation></message>
<message><source>文件内部结构不完整</source><translation>the inner structure of the file is incomplete</translation></message>
<message><source>不是 xlsx 或 xlsm 格式</source><translation>it is neither xlsx nor xlsm</translation></message>
<message><source>文件带有数字签名，改动会使签名失效</source><translation>the file is digitally signed; a change would void the signature</translation></message>
<message><source>文件是共享工作簿，带有修订记录</source><translation>the file is a shared workbook with tracked changes</translation></message>
<message><source>文件解压后过大</source><translation>the file is too large when unpacked</translation></message>
<message><source>要更正的格是公式，请更正它所依据的数</source><translation>the cell to correct is a formula; correct the figures it builds on</translation></message>
<message><source>样式表不完整或已满</source><translation>its style sheet is incomplete or full</translation></message>
<message><source>数据库服务器不让这个用户进入</source><translation>The database server does not let this user in</translation></message>
<message><source>请核对地址里的用户和口令</source><translation>Check the user and password in the address</translation></message>
<message><source>数据库服务器上没有这个数据库</source><translation>The database server has no such database</translation></message>
<message><source>请核对地址，或请管理员建库</source><translation>Check the address, or ask the administrator to make it</translation></message>
<message><source>数据库服务器空间或资源不足，这一步没有写入任何数据</source><translation>The database server is out of room or resources; nothing of this step was written</translation></message>
<message><source>工作区正被另一台电脑写入</source><translation>Another computer is writing to the workspace</translation></message>
<message><source>数据库服务器中止了这次操作，没有写入任何数据</source><translation>The database server stopped this; nothing was written</translation></message>
<message><source>这个用户在数据库服务器上没有所需的权限</source><translation>This user lacks a permission on the database server</translation></message>
<message><source>不是统筹台的数据库，或内容已损坏</source><translation>Not a database of Tongchoutai, or it is damaged</translation></message>
<message><source>请从备份恢复</source><translation>Restore a backup</translation></message>
<message><source>数据库服务器报告数据已损坏</source><translation>The database server reports damaged data</translation></message>
<message><source>请与服务器管理员联系，或从备份恢复</source><translation>Ask the server's administrator, or restore a backup</translation></message>
<message><source>文字中有不能保存的字符（NUL）</source><translation>The text has a character that cannot be kept (NUL)</translation></message>
<message><source>请删去后再试</source><translation>Delete it and try again</translation></message>
<message><source>请写明为什么更正，如“{0}”</source><translation>Say why it is corrected, e.g. “{0}”</translation></message>
<message><source>没有数据请不要登记</source><translation>do not register what has no data</translation></message>
<message><source>未考核不等于零</source><translation>not assessed is not zero</translation></message>
<message><source>无须再列</source><translation>it need not be listed again</translation></message>
<message><source>题单中可见</source><translation>the agenda shows it</translation></message>
<message><source>写成 内容|责任单位|环节，需要期限时再加 |2026-12-31</source><translation>Write content|unit in charge|stage, with |2026-12-31 where there is a deadline</translation></message>
<message><source>多项用分号隔开</source><translation>separate several with semicolons</translation></message>
<message><source>迁出方</source><translation>the move-out party</translation></message>
<message><source>迁入方</source><translation>the move-in party</translation></message>
<message><source>不适用分享</source><translation>sharing does not apply</translation></message>
<message><source>分立</source><translation>division</translation></message>
<message><source>列入协调会</source><translation>bring to the coordination meeting</translation></message>
<message><source>十二个月内再设</source><translation>set up again within twelve months</translation></message>
<message><source>只是试算，不进区际结算</source><translation>a trial only, no part of the settlement between districts</translation></message>
<message><source>同一实际控制人或过半同一股东</source><translation>same controller, or more than half of the same shareholders</translation></message>
<message><source>同址或同资产</source><translation>same address or assets</translation></message>
<message><source>同意衔接</source><translation>agrees to the handover</translation></message>
<message><source>天津</source><translation>Tianjin</translation></message>
<message><source>河北</source><translation>Hebei</translation></message>
<message><source>对事实有异议</source><translation>objects to the facts</translation></message>
<message><source>对分享条款有异议</source><translation>objects to the terms of sharing</translation></message>
<message><source>对方答复</source><translation>the other side's answer</translation></message>
<message><source>成果转化落地</source><translation>results put to use here</translation></message>
<message><source>按规则分享</source><translation>share by the rule</translation></message>
<message><source>暂不具备接收条件</source><translation>cannot receive for now</translation></message>
<message><source>有条件</source><translation>with conditions</translation></message>
<message><source>有条件接收</source><translation>can receive with conditions</translation></message>
<message><source>注销再设</source><translation>re-registration</translation></message>
<message><source>确认</source><translation>confirm</translation></message>
<message><source>转双方协商</source><translation>back to both sides to agree</translation></message>
<message><source>迁入本市</source><translation>into the city</translation></message>
<message><source>迁出本市</source><translation>out of the city</translation></message>
<message><source>迁后</source><translation>after the move</translation></message>
<message><source>迁回</source><translation>return</translation></message>
<message><source>过半人员承接</source><translation>more than half of the staff taken over</translation></message>
<message><source>首次纳税日</source><translation>first tax day</translation></message>
<message><source>迟报</source><translation>late submission</translation></message>
<message><source>本月无变动</source><translation>no change this month</translation></message>
<message><source>补报</source><translation>supplement</translation></message>
</context>
</TS>
