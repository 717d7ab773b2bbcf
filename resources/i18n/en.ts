<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
<context>
<name>window</name>
<message><source>
等 {n} 步</source><translation>
{n} steps in all</translation></message>
<message><source>0 条</source><translation>0 rows</translation></message>
<message><source>Enter 保存，Esc 取消</source><translation>Enter saves, Esc cancels</translation></message>
<message><source>LQ（主）</source><translation>LQ (main)</translation></message>
<message><source>PDF、Excel、分园反馈单、勘误</source><translation>PDF, Excel, feedback to parks, errata</translation></message>
<message><source>{act}：{parks}</source><translation>{act}: {parks}</translation></message>
<message><source>{at} 收到</source><translation>received {at}</translation></message>
<message><source>{case} 已撤回</source><translation>{case} withdrawn</translation></message>
<message><source>{case} 已落地，{name}归{park}</source><translation>{case} landed, {name} belongs to {park}</translation></message>
<message><source>{case} 已转{state}</source><translation>{case} is now {state}</translation></message>
<message><source>{case} 落地还缺{what}</source><translation>{case} lacks {what} to land</translation></message>
<message><source>{consequence}（Alt+{n}）</source><translation>{consequence} (Alt+{n})</translation></message>
<message><source>{day} 登记</source><translation>Registered {day}</translation></message>
<message><source>{day}　{who}</source><translation>{day}　{who}</translation></message>
<message><source>{kind}“{words}” → {cluster}组团，自 {month} 起；预览的 {n} 家改归属，可撤回。</source><translation>{kind} "{words}" → {cluster}, from {month}; the {n} companies of the preview move; can be taken back.</translation></message>
<message><source>{kind}：{consequence}</source><translation>{kind}: {consequence}</translation></message>
<message><source>{left}与{right}：{word}</source><translation>{left} and {right}: {word}</translation></message>
<message><source>{month} {state}。凭例外作的改动逐条记录，可在这里查到。</source><translation>{month} is {state}. Every change through the exception is recorded and listed here.</translation></message>
<message><source>{month} {what}由园方说明，登记后催报不再包括它。</source><translation>{month} {what}: the park has explained; once entered, reminders leave it out.</translation></message>
<message><source>{month} 已于 {day} 由 {who} 锁定，后来的变化在其后月份列为调账</source><translation>{month} was locked by {who} on {day}; later changes are adjustments of later months</translation></message>
<message><source>{month} 已锁定，不再试算</source><translation>{month} is locked and not run again</translation></message>
<message><source>{month} 已锁定，意见和决定不能再改</source><translation>{month} is locked; opinions and decisions stay</translation></message>
<message><source>{month} 月报{said}</source><translation>Report {month} {said}</translation></message>
<message><source>{month} 月报，指纹 {mark}</source><translation>Report {month}, fingerprint {mark}</translation></message>
<message><source>{month} 的台账中没有 {code}</source><translation>{code} is not in the ledger of {month}</translation></message>
<message><source>{month}尚未开放</source><translation>{month} is not open yet</translation></message>
<message><source>{month}已开放，报送截止 {due}</source><translation>{month} is open, submissions due {due}</translation></message>
<message><source>{month}的报送模板，每园一份，发给各园填写</source><translation>Templates of {month}, one a park, to be filled in</translation></message>
<message><source>{month}，{n} 家，共 {all} 家</source><translation>{month}, {n} of {all} companies</translation></message>
<message><source>{month}，{n} 题</source><translation>{month}, {n} items</translation></message>
<message><source>{month}，共 {n} 家</source><translation>{month}, {n} companies</translation></message>
<message><source>{name} 上月在{first}、本月在{second}。立案只开始协调，归属到落地才变。</source><translation>{name} was in {first} last month and is in {second} now. A case only starts coordination, the park changes on landing.</translation></message>
<message><source>{name} 不完整：{why}</source><translation>{name} is not whole: {why}</translation></message>
<message><source>{name} 是什么</source><translation>What is {name}</translation></message>
<message><source>{name} 的案件不再协调，归属不变；案卷保留。企业确要迁移的，须另立案。</source><translation>The case of {name} is no longer coordinated, its park stays; the file is kept. If it does move, open another case.</translation></message>
<message><source>{name} 自 {month} 起归入所选组团，优先于规则；可撤回。</source><translation>{name} belongs to the chosen cluster from {month}, before any rule; can be taken back.</translation></message>
<message><source>{name}。自该日起的月份适用，已提出的问题不变；决定记入操作记录。</source><translation>{name}. Holds for months from that day; issues already found stay; the decision is journalled.</translation></message>
<message><source>{name}组团</source><translation>{name} cluster</translation></message>
<message><source>{name}：重新求解时照此办理；可撤回。</source><translation>{name}: the next solution keeps to it; can be taken back.</translation></message>
<message><source>{n} / {of} 笔</source><translation>{n} / {of} lines</translation></message>
<message><source>{n} 个文件有问题，改好后可试算</source><translation>{n} files have faults; mend them to try</translation></message>
<message><source>{n} 件，按紧要排序</source><translation>{n}, most urgent first</translation></message>
<message><source>{n} 份已存在，未覆盖</source><translation>{n} were there and not overwritten</translation></message>
<message><source>{n} 分：{parts}</source><translation>{n} points: {parts}</translation></message>
<message><source>{n} 号页 {title}</source><translation>Page {n} {title}</translation></message>
<message><source>{n} 园</source><translation>{n} parks</translation></message>
<message><source>{n} 家，新增 {a}，变更 {c}，消失 {v}</source><translation>{n} companies, {a} new, {c} changed, {v} gone</translation></message>
<message><source>{n} 条</source><translation>{n}</translation></message>
<message><source>{n} 案，逐案写明原因与条款</source><translation>{n} cases, each with reason and clause</translation></message>
<message><source>{n} 步；校验值 {head}</source><translation>{n} steps; check value {head}</translation></message>
<message><source>{n} 版</source><translation>{n} versions</translation></message>
<message><source>{n} 秒</source><translation>{n} s</translation></message>
<message><source>{n} 笔，应得 {due} 万元，将记入结算账并固定算据。锁定后不再改写；以后的更正、补报、退库列为其后月份的调账。</source><translation>{n} lines, due {due} (10k yuan), enter the ledger with their proof. Not rewritten afterwards; corrections, late reports and refunds become adjustments.</translation></message>
<message><source>{n} 行无数据，未计入</source><translation>{n} rows without data not counted</translation></message>
<message><source>{n} 项　{said}</source><translation>{n}　{said}</translation></message>
<message><source>{n} 项错误未处理，须写明理由</source><translation>{n} errors are open: a reason is needed</translation></message>
<message><source>{n} 项，未写入</source><translation>{n}, nothing written</translation></message>
<message><source>{park} 第 {n} 版</source><translation>{park} version {n}</translation></message>
<message><source>{park}的问题与退回</source><translation>Issues and returns of {park}</translation></message>
<message><source>{party} {person} 已确认 {month} 结算</source><translation>{party} {person} confirmed {month}</translation></message>
<message><source>{party}不是这个案件的一方</source><translation>{party} is not a party to this case</translation></message>
<message><source>{place} 对应的字段</source><translation>Field of {place}</translation></message>
<message><source>{place} 的单位</source><translation>Unit of {place}</translation></message>
<message><source>{said}；原件{why}，另附原件 {name}</source><translation>{said}; the original {why}, attached as {name}</translation></message>
<message><source>{side}只能作{what}的意见</source><translation>{side} can only say {what}</translation></message>
<message><source>{span}，各组团同一时段；点一格看该组团</source><translation>{span}, the same months for all; click one to see it</translation></message>
<message><source>{state}须写明理由</source><translation>{state} needs a reason</translation></message>
<message><source>{state}，{row}·{column}</source><translation>{state}, {row}·{column}</translation></message>
<message><source>{state}；{waits}</source><translation>{state}; {waits}</translation></message>
<message><source>{what}写作 2026-10-15</source><translation>Write {what} as 2026-10-15</translation></message>
<message><source>{where}。改写后重算时保留；句中的数以后变了会标出，发布前须改正或说明。</source><translation>{where}. A rewritten sentence stays when figures are computed again; a figure that has changed is marked and must be settled before publishing.</translation></message>
<message><source>{where}：{what}。原因印在下一期勘误里；对结算的影响由程序算出。</source><translation>{where}: {what}. The reason is printed with the next issue's errata; what it does to the settlement is computed.</translation></message>
<message><source>{words}；没有对应的现行标准</source><translation>{words}; no current standard</translation></message>
<message><source>{word} {n}</source><translation>{word} {n}</translation></message>
<message><source>{years} 年的金额写作 1234.56</source><translation>Write the amounts of {years} as 1234.56</translation></message>
<message><source>{y} 年（万元）</source><translation>{y} (10k yuan)</translation></message>
<message><source>“{label}”没有完成：程序内部出错。数据没有改动，可以继续工作；请把错误报告发给维护人员。</source><translation>"{label}" was not finished: a fault of the program. No data changed, you can go on; please send the error report to the maintainers.</translation></message>
<message><source>“{what}”之后的操作以它为依据，会一并撤销：
{rests}{more}</source><translation>What came after "{what}" rests on it and is undone too:
{rests}{more}</translation></message>
<message><source>“立即备份”时多存一份到这里，宜选 U 盘或另一块硬盘</source><translation>"Back up now" keeps one more copy here: a stick or another disk</translation></message>
<message><source>↑↓ 选择，Enter 执行，Esc 关闭</source><translation>↑↓ choose, Enter runs, Esc closes</translation></message>
<message><source>→ 字段</source><translation>→ field</translation></message>
<message><source>✓ {name} 完整，可以恢复</source><translation>✓ {name} is whole and can be restored</translation></message>
<message><source>一家企业一张卡片</source><translation>One company, one card</translation></message>
<message><source>万元</source><translation>10k yuan</translation></message>
<message><source>万元，应收减应付，累计</source><translation>10k yuan, receivable less payable, cumulative</translation></message>
<message><source>万元，行应付、列应收</source><translation>10k yuan, rows pay, columns receive</translation></message>
<message><source>万元，迁出方累计应得</source><translation>10k yuan, due to move-out side, cumulative</translation></message>
<message><source>三个数</source><translation>Three figures</translation></message>
<message><source>三方案件</source><translation>Three-party cases</translation></message>
<message><source>上一个月</source><translation>Previous month</translation></message>
<message><source>上一处待处理</source><translation>Previous open issue</translation></message>
<message><source>上一家（Alt+↑）</source><translation>Previous company (Alt+↑)</translation></message>
<message><source>上一条</source><translation>Previous record</translation></message>
<message><source>上一组</source><translation>Previous pair</translation></message>
<message><source>上一页</source><translation>Previous page</translation></message>
<message><source>上升</source><translation>Up</translation></message>
<message><source>上月</source><translation>Last month</translation></message>
<message><source>上月 {label}</source><translation>Last month {label}</translation></message>
<message><source>上月在迁出园、本月出现在另一园，未见登记</source><translation>In the move-out park last month, in another one now, no case</translation></message>
<message><source>上限余额</source><translation>Left under cap</translation></message>
<message><source>下一个月</source><translation>Next month</translation></message>
<message><source>下一处待处理</source><translation>Next open issue</translation></message>
<message><source>下一家（Alt+↓）</source><translation>Next company (Alt+↓)</translation></message>
<message><source>下一条</source><translation>Next record</translation></message>
<message><source>下一组</source><translation>Next pair</translation></message>
<message><source>下一页</source><translation>Next page</translation></message>
<message><source>下降</source><translation>Down</translation></message>
<message><source>不再达到</source><translation>No longer</translation></message>
<message><source>不列一项</source><translation>Leave one out</translation></message>
<message><source>不勾选即为全部</source><translation>Nothing ticked means all</translation></message>
<message><source>不可撤销</source><translation>Fixed</translation></message>
<message><source>不同企业</source><translation>Different companies</translation></message>
<message><source>不同意</source><translation>Refuse</translation></message>
<message><source>不在组团则留空</source><translation>empty if in none</translation></message>
<message><source>不在范围</source><translation>Out of scope</translation></message>
<message><source>不在范围 {n} 案</source><translation>Out of scope: {n} cases</translation></message>
<message><source>不平</source><translation>Not even</translation></message>
<message><source>不足两个月，不画走势</source><translation>Less than two months: no line</translation></message>
<message><source>与上次对比</source><translation>Compare with last version</translation></message>
<message><source>与随程序的梯队标准没有差别</source><translation>No difference from the shipped tier standards</translation></message>
<message><source>与随程序的规则相同</source><translation>Same as the shipped rule</translation></message>
<message><source>与随程序规则的差异</source><translation>Differences from the shipped rules</translation></message>
<message><source>两园同月都报了这家企业，谁迁出须由人判定</source><translation>Two parks reported this company in one month; a person decides who moved out</translation></message>
<message><source>两园都报了 {name}。请按变更登记等材料判定哪一方迁出；立案只开始协调，归属到落地才变。</source><translation>Two parks reported {name}. Judge by its registration who moved out; a case only starts coordination, the park changes on landing.</translation></message>
<message><source>两条记录逐项对照</source><translation>Two records side by side</translation></message>
<message><source>个人</source><translation>Personal</translation></message>
<message><source>个人设置只在本机；本办设置随工作区，改动记入操作记录</source><translation>Personal settings stay on this machine; the office's go with the workspace and are journalled</translation></message>
<message><source>主体</source><translation>Party</translation></message>
<message><source>乙</source><translation>B</translation></message>
<message><source>书面意向的文件</source><translation>Written wish</translation></message>
<message><source>事件</source><translation>Event</translation></message>
<message><source>事件自发生日起影响分享，已结的月份不重写，差额走调账。</source><translation>An event counts from its day; settled months are not rewritten, the difference is adjusted.</translation></message>
<message><source>事项</source><translation>Matter</translation></message>
<message><source>产业</source><translation>Industry</translation></message>
<message><source>产业未填</source><translation>Industry not given</translation></message>
<message><source>人均产出</source><translation>Output per person</translation></message>
<message><source>人均产出（万元/人）</source><translation>Output (10k yuan/person)</translation></message>
<message><source>仅作对照</source><translation>Compared only</translation></message>
<message><source>今天要办</source><translation>To do today</translation></message>
<message><source>从业</source><translation>Staff</translation></message>
<message><source>从业人员（人）</source><translation>Employees</translation></message>
<message><source>以前的校验值（可空）</source><translation>Earlier check value (optional)</translation></message>
<message><source>以后再定</source><translation>Decide later</translation></message>
<message><source>以后默认打开</source><translation>Open by default</translation></message>
<message><source>任务</source><translation>Tasks</translation></message>
<message><source>任期截止</source><translation>Term to</translation></message>
<message><source>任期起始</source><translation>Term from</translation></message>
<message><source>企业</source><translation>Company</translation></message>
<message><source>企业、代码、问题</source><translation>Company, code, issue</translation></message>
<message><source>企业、园、梯队、标准</source><translation>Company, park, tier, standard</translation></message>
<message><source>企业信用代码</source><translation>Credit code of the company</translation></message>
<message><source>企业卡片</source><translation>Company card</translation></message>
<message><source>企业卡片 {name}</source><translation>Company {name}</translation></message>
<message><source>企业台账</source><translation>Companies</translation></message>
<message><source>企业台账 {month}</source><translation>Ledger {month}</translation></message>
<message><source>企业名称</source><translation>Company</translation></message>
<message><source>企业数，近 12 个月</source><translation>Companies, last 12 months</translation></message>
<message><source>会审 {number}</source><translation>Review meeting on {number}</translation></message>
<message><source>会审…</source><translation>Review meeting…</translation></message>
<message><source>会审日期</source><translation>Meeting on</translation></message>
<message><source>会改 {n} 家的归属，未写入</source><translation>{n} would move, nothing written</translation></message>
<message><source>会议、规划条款、月报</source><translation>meeting, clause of the plan, monthly report</translation></message>
<message><source>会议议定的任务和手工登记的任务都在这里，按时限排列。</source><translation>Tasks from meetings and tasks entered by hand, ordered by due date.</translation></message>
<message><source>会议记录</source><translation>Minutes</translation></message>
<message><source>位置</source><translation>Place</translation></message>
<message><source>低</source><translation>Low</translation></message>
<message><source>作业记录</source><translation>Jobs</translation></message>
<message><source>作出后即时撤销</source><translation>taken back at once</translation></message>
<message><source>使用指南</source><translation>Guide</translation></message>
<message><source>例外</source><translation>Exceptions</translation></message>
<message><source>例如 {example}</source><translation>e.g. {example}</translation></message>
<message><source>例如：依据通知或会议</source><translation>e.g. a notice or a meeting</translation></message>
<message><source>例如：园方 2026-10 空间台账</source><translation>e.g. the park's room ledger 2026-10</translation></message>
<message><source>例如：园方已说明，下月更正</source><translation>e.g. the park has explained, corrected next month</translation></message>
<message><source>例如：园方材料已核</source><translation>e.g. the park's papers were checked</translation></message>
<message><source>例如：线索不实，企业仅变更通信地址</source><translation>e.g. not a move, only a postal address changed</translation></message>
<message><source>供需匹配</source><translation>Matching</translation></message>
<message><source>依据</source><translation>Basis</translation></message>
<message><source>依据 {title}</source><translation>Evidence {title}</translation></message>
<message><source>依据（文书名称与页码）</source><translation>Basis (paper and page)</translation></message>
<message><source>依据，如 已核对营业执照</source><translation>basis, e.g. business licence checked</translation></message>
<message><source>保存</source><translation>Save</translation></message>
<message><source>保存的筛选“{name}”；右键或 Delete 删除</source><translation>Saved filter "{name}"; right-click or Delete removes it</translation></message>
<message><source>保存筛选…</source><translation>Save filter…</translation></message>
<message><source>保存草稿</source><translation>Save draft</translation></message>
<message><source>保存设置</source><translation>Saving settings</translation></message>
<message><source>保留</source><translation>Keep</translation></message>
<message><source>保留一项</source><translation>Keep one</translation></message>
<message><source>保留的事项列入月报第十节，下月带着落实情况再列一次。</source><translation>Matters kept go into section ten and come back next month with what was done.</translation></message>
<message><source>信用代码</source><translation>Credit code</translation></message>
<message><source>信用代码不符合校验规则</source><translation>The credit code fails its check</translation></message>
<message><source>值</source><translation>Value</translation></message>
<message><source>停用</source><translation>Off</translation></message>
<message><source>停用 {code}</source><translation>Switch off {code}</translation></message>
<message><source>停用…</source><translation>Switch off…</translation></message>
<message><source>停用与改数须写理由，自所定之日起的月份适用</source><translation>Switching and tuning need a reason and hold for months from a day on</translation></message>
<message><source>催报文本</source><translation>Reminder</translation></message>
<message><source>先在“本次接收”中选中一个需确认的文件</source><translation>Choose a file to confirm under "This time" first</translation></message>
<message><source>先填一项改动</source><translation>Change something first</translation></message>
<message><source>先导出模板</source><translation>Write templates first</translation></message>
<message><source>先看演示</source><translation>See the demo first</translation></message>
<message><source>先试算</source><translation>Run the trial first</translation></message>
<message><source>先选一件在办案件</source><translation>Choose a case in progress first</translation></message>
<message><source>先选一件未办结的案件</source><translation>Choose an open case first</translation></message>
<message><source>先选一件案件</source><translation>Choose a case first</translation></message>
<message><source>先选一件案件；线索立案后才能附文件</source><translation>Choose a case first; a lead takes files once it is a case</translation></message>
<message><source>先选一条未立案的线索</source><translation>Choose a lead without a case first</translation></message>
<message><source>先选中一个已报送的分园</source><translation>Choose a park that has sent first</translation></message>
<message><source>先选中一项问题</source><translation>Choose an issue first</translation></message>
<message><source>先预览再登记</source><translation>Preview before registering</translation></message>
<message><source>入列年</source><translation>Entered</translation></message>
<message><source>入列的企业过了一个年末才看得出升降；认定与决定登记后逐年累积。</source><translation>Ups and downs show after a year's end; recognitions and decisions add up year by year.</translation></message>
<message><source>全办统一，不作个人设置</source><translation>the same for the whole office</translation></message>
<message><source>全部 {n} 园</source><translation>All {n} parks</translation></message>
<message><source>全部使用随程序附带的规则。在“规则”中选一项复制为本办规则，改后在此校验、比较、试算。</source><translation>The shipped rules are used. Choose one under "Rules" and copy it; check, compare and try it here.</translation></message>
<message><source>全部历史</source><translation>Full history</translation></message>
<message><source>全部合计</source><translation>Total</translation></message>
<message><source>全部条目，可粘贴到 Excel</source><translation>All entries, ready for Excel</translation></message>
<message><source>公文字体</source><translation>Document fonts</translation></message>
<message><source>共 {n} 条</source><translation>{n} checks</translation></message>
<message><source>共 {n} 项错误未处理。有疑问的数值不计入合计，直到分园更正重报；理由随这一版保存。</source><translation>{n} errors are open. Doubtful values count in no total until the park corrects them; the reason is kept with the version.</translation></message>
<message><source>关口</source><translation>Gate</translation></message>
<message><source>关闭</source><translation>Close</translation></message>
<message><source>关闭 {month}</source><translation>Close {month}</translation></message>
<message><source>关闭…</source><translation>Close…</translation></message>
<message><source>关闭后报送不再变动；锁定后只能凭例外改动</source><translation>Closed: submissions no longer change. Locked: only through an exception</translation></message>
<message><source>关闭或锁定的月份确需改动时，登记给谁、为什么、到哪一天。</source><translation>Where a closed or locked month must change: for whom, why, until which day.</translation></message>
<message><source>关闭（Esc）</source><translation>Close (Esc)</translation></message>
<message><source>其中 {n} 项错误和警告还未判定，一并退回。</source><translation>{n} errors and warnings among them are undecided and go back too.</translation></message>
<message><source>其他文件</source><translation>Other papers</translation></message>
<message><source>其余 {n} 项</source><translation>{n} more</translation></message>
<message><source>其后的“{what}”不能撤销：{why}</source><translation>"{what}" after it cannot be undone: {why}</translation></message>
<message><source>内容</source><translation>Content</translation></message>
<message><source>内容|责任单位|签约、开工、投产或达产考核前|期限；多项用分号隔开</source><translation>content|responsible|before signing, start, operation or capacity|due; separated by semicolons</translation></message>
<message><source>内容、理由、谁</source><translation>Content, reason, who</translation></message>
<message><source>内容或理由</source><translation>Content or reason</translation></message>
<message><source>内容相同</source><translation>the same content</translation></message>
<message><source>再印一份</source><translation>Print again</translation></message>
<message><source>再次反馈记为新版本，旧版本保留。除同意外都要写明内容或理由。</source><translation>A further answer is a new version; the old one stays. Anything but consent needs words.</translation></message>
<message><source>再试一次</source><translation>Try again</translation></message>
<message><source>写上失效日后，次日起可登记同一范围的新标准；以往项目仍按申报当日的标准。</source><translation>Once a last day is set, a new standard for the scope may start the day after; past projects keep the standard of their day.</translation></message>
<message><source>写入发件文件夹，与月报同一份数据。</source><translation>Written to the outbox from the same data as the report.</translation></message>
<message><source>相关章节</source><translation>Section</translation></message>
<message><source>写入权在本窗口：{who}</source><translation>This window may write: {who}</translation></message>
<message><source>写出带标注的退回件（Ctrl+E）</source><translation>Writes the marked return file (Ctrl+E)</translation></message>
<message><source>写失效日…</source><translation>Set last day…</translation></message>
<message><source>写对账单</source><translation>Writing statements</translation></message>
<message><source>写日期的一部分，或 &gt;=2026-10、空值、非空</source><translation>part of a date, or &gt;=2026-10, empty, not empty</translation></message>
<message><source>写明处理结果；办结后不再计时。</source><translation>State how it ended; it is no longer timed.</translation></message>
<message><source>决定</source><translation>Decision</translation></message>
<message><source>决定后层次</source><translation>Level decided</translation></message>
<message><source>决定层次…</source><translation>Decide level…</translation></message>
<message><source>决定连同当时的依据一并留存，锁定之前可以撤回；不写入认定名单。</source><translation>The decision is kept with its evidence and can be taken back until the month locks; it is no recognition.</translation></message>
<message><source>决议</source><translation>Resolutions</translation></message>
<message><source>冻结到此列</source><translation>Freeze up to this column</translation></message>
<message><source>净额</source><translation>Net</translation></message>
<message><source>净额（万元）</source><translation>Net (10k yuan)</translation></message>
<message><source>准入</source><translation>Admission</translation></message>
<message><source>准入标准</source><translation>Admission standards</translation></message>
<message><source>准入测试</source><translation>Admission test</translation></message>
<message><source>准入联审</source><translation>Admission review</translation></message>
<message><source>准许谁</source><translation>For whom</translation></message>
<message><source>出处</source><translation>Source</translation></message>
<message><source>分享没有算出来</source><translation>Sharing could not be computed</translation></message>
<message><source>分园</source><translation>Park</translation></message>
<message><source>分园反馈单</source><translation>Feedback to parks</translation></message>
<message><source>分园示意</source><translation>Parks</translation></message>
<message><source>分立写作 代码=0.6 代码=0.4</source><translation>Write a split as code=0.6 code=0.4</translation></message>
<message><source>切换浅色</source><translation>Light mode</translation></message>
<message><source>切换深浅色</source><translation>Light or dark</translation></message>
<message><source>切换深色</source><translation>Dark mode</translation></message>
<message><source>列</source><translation>Column</translation></message>
<message><source>列入退出名单</source><translation>Add to exit list</translation></message>
<message><source>列入退出名单…</source><translation>Add to exit list…</translation></message>
<message><source>列对应</source><translation>Columns</translation></message>
<message><source>列对应 {n}</source><translation>Columns {n}</translation></message>
<message><source>列报分园</source><translation>Reported by</translation></message>
<message><source>列映射</source><translation>Column mapping</translation></message>
<message><source>列映射…</source><translation>Map columns…</translation></message>
<message><source>列表</source><translation>List</translation></message>
<message><source>删除这个筛选</source><translation>Remove this filter</translation></message>
<message><source>判定</source><translation>Decide</translation></message>
<message><source>判定、依据与经办人</source><translation>Decision, basis and person</translation></message>
<message><source>判定依据</source><translation>Basis of the decision</translation></message>
<message><source>到会人数不足、票数不支持结论的，不能作出决定。有条件通过须列出条件，逐项销号。</source><translation>Without a quorum or the votes for it nothing is decided. Conditional approval lists its conditions, cleared one by one.</translation></message>
<message><source>有责任单位、有时限；办结前在本页按红黄绿跟踪。</source><translation>Has an owner and a deadline; until it is done this page follows it in red, amber and green.</translation></message>
<message><source>到会成员</source><translation>Members present</translation></message>
<message><source>剪贴板里没有筛选文本</source><translation>No filter text on the clipboard</translation></message>
<message><source>办结</source><translation>Close</translation></message>
<message><source>办结 {subject}</source><translation>Close {subject}</translation></message>
<message><source>办结…</source><translation>Close…</translation></message>
<message><source>办结日期</source><translation>Closed on</translation></message>
<message><source>加附件…</source><translation>Attach…</translation></message>
<message><source>勘误</source><translation>Errata</translation></message>
<message><source>勾选的列显示在表中</source><translation>Ticked columns are shown</translation></message>
<message><source>区际净额</source><translation>Between districts, net</translation></message>
<message><source>区际毛额</source><translation>Between districts, gross</translation></message>
<message><source>协调会题单</source><translation>Agenda</translation></message>
<message><source>单位</source><translation>Unit</translation></message>
<message><source>单位名称</source><translation>Office</translation></message>
<message><source>单位名称不能为空</source><translation>The office needs a name</translation></message>
<message><source>单位：元</source><translation>Unit: yuan</translation></message>
<message><source>印在编制信息里</source><translation>printed with the imprint</translation></message>
<message><source>即将届满</source><translation>Ending soon</translation></message>
<message><source>厂房、设备、地价款</source><translation>buildings, equipment, land</translation></message>
<message><source>历史</source><translation>History</translation></message>
<message><source>历史（Ctrl+J）</source><translation>History (Ctrl+J)</translation></message>
<message><source>历次版本</source><translation>Versions</translation></message>
<message><source>历次版本 {n}</source><translation>Versions {n}</translation></message>
<message><source>原值</source><translation>Before</translation></message>
<message><source>原因</source><translation>Why</translation></message>
<message><source>原因与依据</source><translation>Reason and basis</translation></message>
<message><source>原因见下方“不在范围”。</source><translation>Reasons under "Out of scope" below.</translation></message>
<message><source>去掉筛选“{what}”可见 {n} 条</source><translation>Without the filter "{what}" there are {n}</translation></message>
<message><source>去掉这个筛选</source><translation>Remove this filter</translation></message>
<message><source>去接受入库</source><translation>Go to accepting</translation></message>
<message><source>去接收</source><translation>Go to receiving</translation></message>
<message><source>去接收报送</source><translation>Go to receiving</translation></message>
<message><source>去迁移协调</source><translation>Go to moves</translation></message>
<message><source>去选规则</source><translation>Choose a rule</translation></message>
<message><source>参数</source><translation>Values</translation></message>
<message><source>参数与出处</source><translation>Values and sources</translation></message>
<message><source>参考</source><translation>For reference</translation></message>
<message><source>双方已认</source><translation>Agreed</translation></message>
<message><source>双方确认</source><translation>Confirmed</translation></message>
<message><source>双重主张、市级统筹的案件、超过 20 个工作日的案件和结算缺项会自动列入。</source><translation>Double claims, cases with the city, cases over 20 working days and gaps of the settlement are listed by themselves.</translation></message>
<message><source>双重主张和疑似迁移会自动出现在“线索”。</source><translation>Double claims and suspected moves appear under "Leads".</translation></message>
  <message><source>分享应付</source><translation>Sharing to pay</translation></message>
  <message><source>分享应收</source><translation>Sharing to receive</translation></message>
  <message><source>分享净额</source><translation>Sharing, net</translation></message>
  <message><source>分享应付（万元）</source><translation>Sharing to pay (10k yuan)</translation></message>
  <message><source>分享应收（万元）</source><translation>Sharing to receive (10k yuan)</translation></message>
  <message><source>分享净额（万元）</source><translation>Sharing, net (10k yuan)</translation></message>
  <message><source>按片区汇总</source><translation>Adding up by zone</translation></message>
  <message><source>划分</source><translation>Grouping</translation></message>
  <message><source>净迁入</source><translation>Net in</translation></message>
  <message><source>规划方向</source><translation>Plan's direction</translation></message>
  <message><source>外省市净迁入</source><translation>Net over the border</translation></message>
  <message><source>“{answer}”须写明内容</source><translation>"{answer}" needs its content</translation></message>
  <message><source>与报送</source><translation>Against files</translation></message>
  <message><source>企业名称（台账中有的可不填）</source><translation>Company name (may be left out where the ledger has it)</translation></message>
  <message><source>依据文书</source><translation>Paper it rests on</translation></message>
  <message><source>先选一件外省市案件</source><translation>Choose a case with a party outside the city first</translation></message>
  <message><source>共建基地（没有不填）</source><translation>Base built together (empty where none)</translation></message>
  <message><source>分享</source><translation>Sharing</translation></message>
  <message><source>分享办法</source><translation>Sharing rule</translation></message>
  <message><source>区域</source><translation>Region</translation></message>
  <message><source>变更登记日（基地为设立日）</source><translation>Registration changed on (a base: set up on)</translation></message>
  <message><source>另一方不在本市，不能在本系统表态：其意见由来文登记。没有写明依据的分享办法，不计算分享。</source><translation>The other side is outside the city and cannot answer in this system: its opinion is entered from its paper. Without a cited sharing rule nothing is divided.</translation></message>
  <message><source>外省市</source><translation>Outside the city</translation></message>
  <message><source>外省市一方</source><translation>Party outside the city</translation></message>
  <message><source>外省市案件列表</source><translation>List of cases outside the city</translation></message>
  <message><source>如 两地确认的名单文号</source><translation>e.g. the number of the list both places confirmed</translation></message>
  <message><source>如 企业函、协议</source><translation>e.g. company letter, agreement</translation></message>
  <message><source>如 变更登记通知书</source><translation>e.g. notice of changed registration</translation></message>
  <message><source>如 宝坻区政府函</source><translation>e.g. letter of the Baodi government</translation></message>
  <message><source>如 河北雄安新区</source><translation>e.g. Xiong'an, Hebei</translation></message>
  <message><source>对方 {place}</source><translation>Other side {place}</translation></message>
  <message><source>尚无来文。逾期记为未答复，不影响迁移。</source><translation>No paper yet. After the day it counts as unanswered, which stops nothing.</translation></message>
  <message><source>已登记 {place}：{answer}</source><translation>Entered {place}: {answer}</translation></message>
  <message><source>已立案：{place}</source><translation>Case opened: {place}</translation></message>
  <message><source>性质、方式、变更登记日齐后可落地。分享办法须有出处，且适用于对方所在地；只作试算，不进区际结算。</source><translation>With nature, kind and registration day it can land. A sharing rule needs its document and must be written for the other place; it is only tried, never settled between districts.</translation></message>
  <message><source>推进 {case}</source><translation>Move {case} on</translation></message>
  <message><source>撤回理由</source><translation>Reason for withdrawing</translation></message>
  <message><source>新建外省市案件</source><translation>New case outside the city</translation></message>
  <message><source>新建外省市案件…</source><translation>New case outside the city…</translation></message>
  <message><source>方向</source><translation>Direction</translation></message>
  <message><source>本市分园</source><translation>Park of the city</translation></message>
  <message><source>来文</source><translation>Paper received</translation></message>
  <message><source>来文意见</source><translation>What the paper says</translation></message>
  <message><source>来文日期</source><translation>Day of the paper</translation></message>
  <message><source>每一步都有日期和文书。落地后计入与外省市的流向，不改园间归属。</source><translation>Every step has its day and paper. Landed, it counts in the flows over the city's border; no park changes.</translation></message>
  <message><source>没有可推进的步骤</source><translation>There is no further step</translation></message>
  <message><source>没有外省市案件</source><translation>No cases outside the city</translation></message>
  <message><source>照来文登记，不代对方表态；任何答复都不影响企业迁移。</source><translation>Entered as the paper says, never for the other side; no answer stops a move.</translation></message>
  <message><source>登记 {place} 的答复</source><translation>Enter the answer of {place}</translation></message>
  <message><source>登记对方答复…</source><translation>Enter their answer…</translation></message>
  <message><source>登记答复</source><translation>Enter answer</translation></message>
  <message><source>立案依据</source><translation>Paper the case rests on</translation></message>
  <message><source>经过 {park}</source><translation>Course, {park}</translation></message>
  <message><source>落地日</source><translation>Landed on</translation></message>
  <message><source>转{state}…</source><translation>Move to {state}…</translation></message>
  <message><source>转为</source><translation>To</translation></message>
  <message><source>迁出、迁入本市和在外设的基地在这里立案。</source><translation>Moves out of and into the city and bases elsewhere are opened here.</translation></message>
  <message><source>适用该办法的依据</source><translation>Why the rule applies</translation></message>
<message><source>反对票</source><translation>Votes against</translation></message>
<message><source>反馈日期</source><translation>Answered on</translation></message>
<message><source>反馈期限</source><translation>Answer due</translation></message>
<message><source>发布</source><translation>Publish</translation></message>
<message><source>发布 {month} 月报</source><translation>Publish report {month}</translation></message>
<message><source>发布…</source><translation>Publish…</translation></message>
<message><source>发布与复核</source><translation>Publish and verify</translation></message>
<message><source>发布文件</source><translation>Published in</translation></message>
<message><source>发布月报</source><translation>Publishing the report</translation></message>
<message><source>发布月报…</source><translation>Publish the report…</translation></message>
<message><source>发布理由</source><translation>Reason for publishing</translation></message>
<message><source>发布说明（可空）</source><translation>Note (optional)</translation></message>
<message><source>发生日</source><translation>Happened on</translation></message>
<message><source>取大(</source><translation>Greater of (</translation></message>
<message><source>取小(</source><translation>Smaller of (</translation></message>
<message><source>取消</source><translation>Cancel</translation></message>
<message><source>取消冻结</source><translation>Unfreeze</translation></message>
<message><source>取消工作并退出</source><translation>Cancel work and leave</translation></message>
<message><source>取消排序</source><translation>Clear sorting</translation></message>
<message><source>取消时已在写入，全部写完：{said}</source><translation>Writing had begun when cancelled and was finished: {said}</translation></message>
<message><source>取消进行中的工作</source><translation>Cancel running work</translation></message>
<message><source>受理单、协议、验收书</source><translation>receipt, agreement, acceptance</translation></message>
<message><source>变化</source><translation>Change</translation></message>
<message><source>变更</source><translation>Changed</translation></message>
<message><source>变更登记日</source><translation>Registration day</translation></message>
<message><source>口令或恢复码</source><translation>Passphrase or recovery code</translation></message>
<message><source>口径差异</source><translation>Contradictions</translation></message>
<message><source>另一方分园</source><translation>The other park</translation></message>
<message><source>另一方分园…</source><translation>The other park…</translation></message>
<message><source>另有 {n} 件</source><translation>{n} more</translation></message>
<message><source>另有 {n} 行，导出一页可见全部</source><translation>{n} more lines, all on the exported page</translation></message>
<message><source>另有 {n} 项</source><translation>{n} more</translation></message>
<message><source>另有 {n} 项，可复制清单查看</source><translation>{n} more; copy the list to see them</translation></message>
<message><source>只匹配有书面意向的企业；先登记意向和组团可用空间。</source><translation>Only companies with a written wish are matched; enter wishes and room first.</translation></message>
<message><source>只登记有书面意向的企业；再登记的替代前一份。</source><translation>Only companies with a written wish; a new one replaces the last.</translation></message>
<message><source>只看未处理</source><translation>Open only</translation></message>
<message><source>只看此园</source><translation>Only this park</translation></message>
<message><source>只看此规则</source><translation>Only this check</translation></message>
<message><source>只算以往项目的结论会怎样变化，不登记。</source><translation>Only works out how past projects would have fared; nothing is registered.</translation></message>
<message><source>可不填</source><translation>optional</translation></message>
<message><source>可以合并入库。</source><translation>Ready to be merged.</translation></message>
<message><source>可接受</source><translation>Acceptable</translation></message>
<message><source>可改 {n} 格</source><translation>{n} cells can change</translation></message>
<message><source>可改 {n} 格，不改 {m} 格：</source><translation>{n} cells can change, {m} stay:</translation></message>
<message><source>可改变</source><translation>Could change</translation></message>
<message><source>可用空间写作整数平方米</source><translation>Room in whole square metres</translation></message>
<message><source>可用空间（平方米）</source><translation>Room (m²)</translation></message>
<message><source>可能退出</source><translation>May leave</translation></message>
<message><source>台账</source><translation>Ledger</translation></message>
<message><source>台账中已有的企业</source><translation>a company in the ledger</translation></message>
<message><source>台账截至哪个月</source><translation>Ledger as at which month</translation></message>
<message><source>台账没有读出来</source><translation>The ledger could not be read</translation></message>
<message><source>各主体对账</source><translation>Statements by party</translation></message>
<message><source>各区变化</source><translation>By district</translation></message>
<message><source>各园</source><translation>All parks</translation></message>
<message><source>各园数值没有公开文件，由本办录入并注明出处；没有标准时测试结论为未定。</source><translation>Park values have no public source; this office enters them with one. Without a standard the test stays undetermined.</translation></message>
<message><source>各园数值由本办录入，须有出处。门槛留空即为未定。同一范围的日期不能重叠。</source><translation>Park values are entered by this office with a source. An empty threshold stays undetermined. Dates of one scope may not overlap.</translation></message>
<message><source>各园都已报送，不需要催报</source><translation>Every park has sent; nobody to remind</translation></message>
<message><source>各方只在自己栏内答复。迁出方可对分享条款或事实提出异议，列入协调；任何意见都不停止企业迁移。</source><translation>Each party answers in its own lane. The move-out side may object to terms or facts, which goes to coordination; no opinion stops a company.</translation></message>
<message><source>各部门同时征求；过期没有反馈的记为“逾期未反馈，视为无意见”，逾期来的意见不再收入。</source><translation>All departments are asked at once; no answer in time counts as "no opinion, overdue", later ones are not taken.</translation></message>
<message><source>合并</source><translation>Merge</translation></message>
<message><source>合计差（万元）</source><translation>Difference (10k yuan)</translation></message>
<message><source>同一、不同须写依据</source><translation>Same or different needs a basis</translation></message>
<message><source>同一企业</source><translation>Same company</translation></message>
<message><source>同一企业·合并并保留全部记录</source><translation>Same company · merge, keep all records</translation></message>
<message><source>同一成员的任期不能重叠。</source><translation>Terms of one member may not overlap.</translation></message>
<message><source>同意</source><translation>Agree</translation></message>
<message><source>同意入列</source><translation>Agree to enter</translation></message>
<message><source>名次</source><translation>Rank</translation></message>
<message><source>名称</source><translation>Name</translation></message>
<message><source>名称、信用代码、原因</source><translation>Name, credit code, reason</translation></message>
<message><source>名称、信用代码、拼音首字母</source><translation>Name, credit code, pinyin initials</translation></message>
<message><source>名称、编号、依据</source><translation>Name, number, source</translation></message>
<message><source>向后预测月数</source><translation>Months ahead</translation></message>
<message><source>含有所写的词；=全文、空值、非空</source><translation>contains the words; =whole text, empty, not empty</translation></message>
<message><source>启用</source><translation>On</translation></message>
<message><source>启用 {code}</source><translation>Switch on {code}</translation></message>
<message><source>启用…</source><translation>Switch on…</translation></message>
<message><source>告知文书</source><translation>Notice</translation></message>
<message><source>告知日</source><translation>Notified</translation></message>
<message><source>告知日期</source><translation>Notified on</translation></message>
<message><source>告知理由和整改期限；期满未办结的在本页标红。</source><translation>Tells the reason and the term for mending; what is still open after it turns red on this page.</translation></message>
<message><source>命令与按键</source><translation>Commands and keys</translation></message>
<message><source>命令与结果</source><translation>Commands and results</translation></message>
<message><source>哪一方</source><translation>Which party</translation></message>
<message><source>回到我的工作区</source><translation>Back to my workspace</translation></message>
<message><source>回避成员</source><translation>Members recused</translation></message>
<message><source>园</source><translation>Park</translation></message>
<message><source>园内组团外</source><translation>In the park, in no cluster</translation></message>
<message><source>园区本月未入库</source><translation>The park's month is not in</translation></message>
<message><source>园方下月在“组团”栏填报也可归属。</source><translation>The park may also fill in the cluster next month.</translation></message>
<message><source>园方意见</source><translation>Park's opinion</translation></message>
<message><source>园方意见 {what} {n} 项</source><translation>Park's opinion {what} on {n}</translation></message>
<message><source>园方意见：{what}（{why}）</source><translation>Park's opinion: {what} ({why})</translation></message>
<message><source>园方没有登记意见；决定不写入认定，认定另有文件</source><translation>The park has said nothing; a decision is no recognition</translation></message>
<message><source>园方说明：{said}</source><translation>The park says: {said}</translation></message>
<message><source>园线</source><translation>Parks</translation></message>
<message><source>园：{park}  ×</source><translation>Park: {park}  ×</translation></message>
<message><source>固定…</source><translation>Pin…</translation></message>
<message><source>固定或禁止</source><translation>Pin or forbid</translation></message>
<message><source>固定资产投资（万元）</source><translation>Fixed investment (10k yuan)</translation></message>
<message><source>图例：</source><translation>Legend: </translation></message>
<message><source>在册</source><translation>In ledger</translation></message>
<message><source>在册认定都在有效期内，按现有数据没有不再符合的条件。</source><translation>Recognitions are valid and the figures speak against none.</translation></message>
<message><source>在原文件上标出问题并附清单；第 {n} 版退出本月合计，等待重报。</source><translation>Issues are marked in the original with a list; version {n} leaves this month's totals until it is sent again.</translation></message>
<message><source>在台账中查找</source><translation>Find in the ledger</translation></message>
<message><source>在本页查找</source><translation>Find on this page</translation></message>
<message><source>在案件中查找</source><translation>Find in cases</translation></message>
<message><source>在用</source><translation>In force</translation></message>
<message><source>在问题中查找</source><translation>Find in issues</translation></message>
<message><source>地图指标</source><translation>Figure of the map</translation></message>
<message><source>地址中有</source><translation>Address has</translation></message>
<message><source>地址中的词</source><translation>Words of the address</translation></message>
<message><source>地址中的词，例如 永丰产业基地</source><translation>words of the address, e.g. 永丰产业基地</translation></message>
<message><source>地均产出</source><translation>Output per ha</translation></message>
<message><source>地均产出（万元/公顷）</source><translation>Output (10k yuan/ha)</translation></message>
<message><source>地方税收</source><translation>Local tax</translation></message>
<message><source>地方税收来源</source><translation>Local tax from</translation></message>
<message><source>地方税收（万元）</source><translation>Local tax (10k yuan)</translation></message>
<message><source>填写理由后可接收</source><translation>Give a reason to accept</translation></message>
<message><source>填写理由后可提交</source><translation>Give a reason to submit</translation></message>
<message><source>填写理由后可退回</source><translation>Give a reason to return</translation></message>
<message><source>处理</source><translation>Decision</translation></message>
<message><source>处理差异</source><translation>Settle difference</translation></message>
<message><source>处理差异…</source><translation>Settle difference…</translation></message>
<message><source>处理结果</source><translation>Outcome</translation></message>
<message><source>备份</source><translation>Backup</translation></message>
<message><source>备份 {when}</source><translation>Backup {when}</translation></message>
<message><source>备份另存文件夹</source><translation>Folder for copies</translation></message>
<message><source>备注</source><translation>Note</translation></message>
<message><source>复制</source><translation>Copy</translation></message>
<message><source>复制{park}的催报文本</source><translation>Copy {park}'s reminder</translation></message>
<message><source>复制为 Excel（含表头）</source><translation>Copy for Excel (with headers)</translation></message>
<message><source>复制为本办规则</source><translation>Copy as office rule</translation></message>
<message><source>复制为本办规则…</source><translation>Copy as office rule…</translation></message>
<message><source>复制催报文本</source><translation>Copy reminder</translation></message>
<message><source>复制引文</source><translation>Copy citation</translation></message>
<message><source>复制指纹</source><translation>Copy fingerprint</translation></message>
<message><source>复制校验值</source><translation>Copy check value</translation></message>
<message><source>复制案情摘要</source><translation>Copy summary</translation></message>
<message><source>复制清单</source><translation>Copy the list</translation></message>
<message><source>复制筛选</source><translation>Copy filter</translation></message>
<message><source>复制规则文件</source><translation>Copying the rule file</translation></message>
<message><source>复制详情</source><translation>Copy details</translation></message>
<message><source>复制说明</source><translation>Copy words</translation></message>
<message><source>复制问题文字</source><translation>Copy the issue</translation></message>
<message><source>复核</source><translation>Re-examine</translation></message>
<message><source>复核一致</source><translation>Verified</translation></message>
<message><source>复核发现 {n} 处不同</source><translation>{n} differences found</translation></message>
<message><source>复核已发布的月报</source><translation>Verify the published report</translation></message>
<message><source>复核月报</source><translation>Verifying the report</translation></message>
<message><source>大小</source><translation>Size</translation></message>
<message><source>大批数据按份数记，原件逐字保存在存档中。</source><translation>Bulk data are recorded by count; originals are archived word for word.</translation></message>
<message><source>失效</source><translation>To</translation></message>
<message><source>失效 {label}</source><translation>Last day of {label}</translation></message>
<message><source>失效日</source><translation>Last day</translation></message>
<message><source>如 前三年税收证明</source><translation>e.g. tax certificate of three years</translation></message>
<message><source>如 电话告知 李某</source><translation>e.g. by phone, Mr Li</translation></message>
<message><source>如“海淀园补报一家新设企业”</source><translation>e.g. one new company reported late</translation></message>
<message><source>姓名</source><translation>Name</translation></message>
<message><source>姓名、单位、截止日、字体、语言、备份位置</source><translation>Name, office, cut-off, fonts, language, copies</translation></message>
<message><source>字段</source><translation>Field</translation></message>
<message><source>完成</source><translation>Done</translation></message>
<message><source>完整性检查</source><translation>Integrity check</translation></message>
<message><source>完整性检查…</source><translation>Integrity check…</translation></message>
<message><source>定位</source><translation>Focus</translation></message>
<message><source>定位内占比</source><translation>In focus</translation></message>
<message><source>实际</source><translation>Actual</translation></message>
<message><source>审计</source><translation>Audit</translation></message>
<message><source>审计、历史、备份、交换</source><translation>Audit, history, backup, exchange</translation></message>
<message><source>审计备份</source><translation>Audit and backup</translation></message>
<message><source>审计报告、税务数据</source><translation>audit report, tax data</translation></message>
<message><source>家</source><translation>companies</translation></message>
<message><source>家数</source><translation>Companies</translation></message>
<message><source>对本园同一规则下未处理的各项作同样判定</source><translation>Decides all open issues of this check and park the same way</translation></message>
<message><source>对比第 {n} 版</source><translation>Compared with version {n}</translation></message>
<message><source>对象</source><translation>Subject</translation></message>
<message><source>对账单</source><translation>Statements</translation></message>
<message><source>导入…</source><translation>Import…</translation></message>
<message><source>导入工作区</source><translation>Import workspace</translation></message>
<message><source>导出</source><translation>Export</translation></message>
<message><source>导出 17 份模板</source><translation>Write 17 templates</translation></message>
<message><source>导出…</source><translation>Export…</translation></message>
<message><source>导出一页</source><translation>Export a page</translation></message>
<message><source>导出工作区</source><translation>Export workspace</translation></message>
<message><source>导出案卷历史</source><translation>Exporting the history</translation></message>
<message><source>导出模拟</source><translation>Export simulation</translation></message>
<message><source>导出模板</source><translation>Writing templates</translation></message>
<message><source>导出模板…</source><translation>Write templates…</translation></message>
<message><source>导出筛选为文本，可粘贴给同事</source><translation>Copies the filter as text for a colleague</translation></message>
<message><source>导出算据</source><translation>Exporting the proof</translation></message>
<message><source>封顶</source><translation>Capped</translation></message>
<message><source>尚未裁定</source><translation>No ruling yet</translation></message>
<message><source>尚未设立则留空</source><translation>empty if not founded yet</translation></message>
<message><source>尚未试算</source><translation>Not tried yet</translation></message>
<message><source>尚未试运行</source><translation>Not tried yet</translation></message>
<message><source>就绪</source><translation>Ready</translation></message>
<message><source>展开</source><translation>Unfold</translation></message>
<message><source>履约承诺 {number}</source><translation>Commitment of {number}</translation></message>
<message><source>履约承诺…</source><translation>Commitment…</translation></message>
<message><source>工作区</source><translation>Workspace</translation></message>
<message><source>工作区与备份</source><translation>Workspace and backup</translation></message>
<message><source>工作区已加密</source><translation>The workspace is encrypted</translation></message>
<message><source>工作区未打开</source><translation>Workspace not open</translation></message>
<message><source>工作区没有打开</source><translation>The workspace is not open</translation></message>
<message><source>工作区还没有打开</source><translation>The workspace is not open yet</translation></message>
<message><source>工作台</source><translation>Desk</translation></message>
<message><source>工作台没有读出来</source><translation>The desk could not be read</translation></message>
<message><source>工作表</source><translation>Sheet</translation></message>
<message><source>差 1 项</source><translation>One short</translation></message>
<message><source>差在</source><translation>Short of</translation></message>
<message><source>差异</source><translation>Differences</translation></message>
<message><source>差异登记后，该行不能锁定，直到处理为维持原数、已更正或带差异锁定。企业迁移不受影响。</source><translation>With a difference the line cannot be locked until it is kept, corrected or locked with the difference. The company's move is not affected.</translation></message>
<message><source>差异第 {n} 号：{outcome}</source><translation>Difference {n}: {outcome}</translation></message>
<message><source>差数值</source><translation>Figure short</translation></message>
<message><source>已不在看板上</source><translation>No longer on the board</translation></message>
<message><source>已关闭</source><translation>Closed</translation></message>
<message><source>已再印 {month} 月报</source><translation>Report {month} printed again</translation></message>
<message><source>已写出 {month} 对账单</source><translation>Statements of {month} written</translation></message>
<message><source>已写出{name}</source><translation>{name} written</translation></message>
<message><source>已到期</source><translation>Expired</translation></message>
<message><source>已发布</source><translation>Published</translation></message>
<message><source>已发布 {month} 月报，快照已锁定</source><translation>Report {month} published, its snapshot is locked</translation></message>
<message><source>已发布第 {n} 期，不再改写；更正列入下一期勘误。</source><translation>No. {n} is published and not rewritten; corrections go into the next issue.</translation></message>
<message><source>已发布，第 {n} 期</source><translation>Published, no. {n}</translation></message>
<message><source>已取消</source><translation>Cancelled</translation></message>
<message><source>已取消，其余 {n} 份未写</source><translation>Cancelled, {n} others not written</translation></message>
<message><source>已取消，未写入任何数据</source><translation>Cancelled, nothing was written</translation></message>
<message><source>已取消，未写入任何数据。</source><translation>Cancelled, nothing was written.</translation></message>
<message><source>已取消：已写出 {n} 份，其余 {left} 份未写。</source><translation>Cancelled: {n} written, {left} not written.</translation></message>
<message><source>已备份 {name}</source><translation>Backed up as {name}</translation></message>
<message><source>已备份到 {path}</source><translation>Backed up to {path}</translation></message>
<message><source>已复制 {name}</source><translation>Copied {name}</translation></message>
<message><source>已复制 {n} 条</source><translation>Copied {n}</translation></message>
<message><source>已复制{whom}的催报文本，可粘贴到邮件或即时消息</source><translation>Copied the reminder{whom}; paste it into mail or chat</translation></message>
<message><source>已复制到 {path}</source><translation>Copied to {path}</translation></message>
<message><source>已复制指纹</source><translation>Fingerprint copied</translation></message>
<message><source>已复制案情摘要</source><translation>Summary copied</translation></message>
<message><source>已复制说明</source><translation>Words copied</translation></message>
<message><source>已失效</source><translation>Ended</translation></message>
<message><source>已导出 {n} 个文件到 {path}</source><translation>Exported {n} files to {path}</translation></message>
<message><source>已导出 {n} 份模板到 {folder}</source><translation>Wrote {n} templates to {folder}</translation></message>
<message><source>已导出 {n} 行：{name}</source><translation>Exported {n} rows: {name}</translation></message>
<message><source>已导出：{name}</source><translation>Exported: {name}</translation></message>
<message><source>已届满</source><translation>Ended</translation></message>
<message><source>已恢复到 {name}；恢复前的状态另有备份</source><translation>Restored to {name}; the state before it is kept as a copy</translation></message>
<message><source>已接受</source><translation>Accepted</translation></message>
<message><source>已撤销</source><translation>Undone</translation></message>
<message><source>已撤销第 {n} 号判定</source><translation>Decision {n} taken back</translation></message>
<message><source>已撤销，可以恢复</source><translation>Undone; can be redone</translation></message>
<message><source>已改 {n} 格</source><translation>{n} cells changed</translation></message>
<message><source>已生成 {month} 对账单与矩阵，在发出文件夹</source><translation>Statements and matrix of {month} are in the outbox</translation></message>
<message><source>已生成 {month} 月报草稿</source><translation>Draft of {month} written</translation></message>
<message><source>已生成 {name}，在 {folder}</source><translation>Wrote {name} in {folder}</translation></message>
<message><source>已登记 {case} 的 {n} 年基数</source><translation>Base years of {case} registered: {n}</translation></message>
<message><source>已登记 {case} 的事件</source><translation>Event of {case} recorded</translation></message>
<message><source>已登记 {park} {what}</source><translation>Entered {park}: {what}</translation></message>
<message><source>已登记 {party}对 {case} 的差异</source><translation>Difference of {party} on {case} entered</translation></message>
<message><source>已立案 {case}</source><translation>Case {case} opened</translation></message>
<message><source>已立案：{name}</source><translation>Case opened: {name}</translation></message>
<message><source>已立案：{out} → {into}</source><translation>Case opened: {out} → {into}</translation></message>
<message><source>已签名 {month} 月报，签名件另存在发件文件夹</source><translation>Report {month} signed; the signed copy is in the outbox</translation></message>
<message><source>已结束</source><translation>Ended</translation></message>
<message><source>已落地…</source><translation>Landed…</translation></message>
<message><source>已落地（还缺{what}）</source><translation>Landed (missing {what})</translation></message>
<message><source>已补充 {case} 的案情</source><translation>{case} described</translation></message>
<message><source>已记录 {party}：{answer}</source><translation>Recorded {party}: {answer}</translation></message>
<message><source>已试算 {month} 税收分享</source><translation>{month} sharing run</translation></message>
<message><source>已退回</source><translation>Returned</translation></message>
<message><source>已选 {n} 项均已决定</source><translation>All {n} chosen are decided</translation></message>
<message><source>已选 {n} 项，其中 {m} 项已有决定</source><translation>{n} chosen, {m} of them decided</translation></message>
<message><source>已选 {n} 项；决定不写入认定，认定另有文件</source><translation>{n} chosen; a decision is no recognition</translation></message>
<message><source>已重新比对 {month}</source><translation>{month} compared again</translation></message>
<message><source>已锁定</source><translation>Locked</translation></message>
<message><source>已锁定 {month} 税收分享</source><translation>{month} sharing locked</translation></message>
<message><source>已附 {n} 个文件到 {case}</source><translation>Attached {n} files to {case}</translation></message>
<message><source>市级</source><translation>City</translation></message>
<message><source>市级决定</source><translation>City's decision</translation></message>
<message><source>市级统筹</source><translation>City coordination</translation></message>
<message><source>带差异锁定：由市级决定先行锁定，差异另行跟踪。已更正：更正后的数字须重新试算并由双方确认。</source><translation>Locked with difference: the city decides to lock first. Corrected: run again and confirm again.</translation></message>
<message><source>带问题接收</source><translation>With problems</translation></message>
<message><source>带问题接收 {n} 份</source><translation>Accept {n} with problems</translation></message>
<message><source>带问题接收…</source><translation>Accept with problems…</translation></message>
<message><source>帮助：{title}</source><translation>Help: {title}</translation></message>
<message><source>常用理由</source><translation>Usual reasons</translation></message>
<message><source>平</source><translation>Even</translation></message>
<message><source>年</source><translation>Year</translation></message>
<message><source>年产出、年税收、就业</source><translation>yearly output, yearly tax, jobs</translation></message>
<message><source>序号</source><translation>No.</translation></message>
<message><source>应付</source><translation>Pays</translation></message>
<message><source>应付净额</source><translation>Net payable</translation></message>
<message><source>应付毛额</source><translation>Gross payable</translation></message>
<message><source>应付（万元）</source><translation>Pays (10k yuan)</translation></message>
<message><source>应分享税收（万元）</source><translation>Tax shared (10k yuan)</translation></message>
<message><source>应得（算）</source><translation>Due (calc.)</translation></message>
<message><source>应得（结）</source><translation>Due</translation></message>
<message><source>应得，模拟</source><translation>Due, what-if</translation></message>
<message><source>应得，现行</source><translation>Due, now</translation></message>
<message><source>应收</source><translation>Receives</translation></message>
<message><source>应收（万元）</source><translation>Receives (10k yuan)</translation></message>
<message><source>应用于同规则</source><translation>Apply to same check</translation></message>
<message><source>应用于同规则 {n} 项</source><translation>Apply to {n} of the same check</translation></message>
<message><source>建立演示</source><translation>Building the demo</translation></message>
<message><source>建议</source><translation>Proposals</translation></message>
<message><source>建议值</source><translation>Proposed</translation></message>
<message><source>建议：{what}</source><translation>Proposal: {what}</translation></message>
<message><source>开放</source><translation>Open</translation></message>
<message><source>开放的月份不需要例外</source><translation>An open month needs no exception</translation></message>
<message><source>归入</source><translation>Into</translation></message>
<message><source>归入组团</source><translation>Into cluster</translation></message>
<message><source>当前筛选没有符合的行。</source><translation>No row fits the filter.</translation></message>
<message><source>当时</source><translation>Then</translation></message>
<message><source>征求意见…</source><translation>Ask for opinions…</translation></message>
<message><source>征求日期</source><translation>Asked on</translation></message>
<message><source>征求部门意见 {number}</source><translation>Ask departments about {number}</translation></message>
<message><source>待市级</source><translation>With the city</translation></message>
<message><source>待核对</source><translation>To check</translation></message>
<message><source>得分</source><translation>Score</translation></message>
<message><source>必备案情</source><translation>What a case needs</translation></message>
<message><source>忘记口令时，输入加密时打印的恢复码。</source><translation>If it is forgotten, enter the recovery code printed when encrypting.</translation></message>
<message><source>快照、PDF 逐字节、工作簿逐单元格、数据库重算均与发布时相同。</source><translation>Snapshot, PDF bytes, workbook cells and the database agree with what was published.</translation></message>
<message><source>忽略</source><translation>Ignored</translation></message>
<message><source>性质</source><translation>Nature</translation></message>
<message><source>性质、方式、变更登记日齐后可落地；达产日用于分享起算。留空的日期保持原值。</source><translation>With nature, kind and registration day it can land; the capacity day starts the sharing. An empty date stays as it was.</translation></message>
<message><source>性质或片区方向</source><translation>Nature or direction between zones</translation></message>
<message><source>总投资（万元）</source><translation>Total investment (10k yuan)</translation></message>
<message><source>恢复</source><translation>Redo</translation></message>
<message><source>恢复到这份…</source><translation>Restore this copy…</translation></message>
<message><source>恢复到这份备份</source><translation>Restore this copy</translation></message>
<message><source>恢复原句</source><translation>Restore the sentence</translation></message>
<message><source>恢复备份</source><translation>Restoring</translation></message>
<message><source>恢复操作</source><translation>Redo step</translation></message>
<message><source>恢复此步</source><translation>Redo this step</translation></message>
<message><source>恢复默认</source><translation>Reset</translation></message>
<message><source>意向地块编号</source><translation>Plot wished for</translation></message>
<message><source>意见</source><translation>Opinion</translation></message>
<message><source>成员</source><translation>Members</translation></message>
<message><source>截至 {month}</source><translation>As at {month}</translation></message>
<message><source>所有文件 (*)</source><translation>All files (*)</translation></message>
<message><source>打印</source><translation>Print</translation></message>
<message><source>打印题单…</source><translation>Print agenda…</translation></message>
<message><source>打开</source><translation>Open</translation></message>
<message><source>打开 PDF</source><translation>Open PDF</translation></message>
<message><source>打开 {case}</source><translation>Open {case}</translation></message>
<message><source>打开{park}的报送</source><translation>Open {park}'s submission</translation></message>
<message><source>打开下一件</source><translation>Open next</translation></message>
<message><source>打开下一件（Enter）</source><translation>Open next (Enter)</translation></message>
<message><source>打开企业卡片</source><translation>Open company card</translation></message>
<message><source>打开副本</source><translation>Open copy</translation></message>
<message><source>打开卡片</source><translation>Open card</translation></message>
<message><source>打开另一个…</source><translation>Open another…</translation></message>
<message><source>打开另一个工作区…</source><translation>Open another workspace…</translation></message>
<message><source>打开工作区</source><translation>Opening the workspace</translation></message>
<message><source>打开工作区文件夹</source><translation>Open workspace folder</translation></message>
<message><source>打开工作簿</source><translation>Open workbook</translation></message>
<message><source>打开文件</source><translation>Open file</translation></message>
<message><source>打开文件夹</source><translation>Open folder</translation></message>
<message><source>打开案件</source><translation>Open case</translation></message>
<message><source>打开这家企业的卡片</source><translation>Opens the company's card</translation></message>
<message><source>打开附件</source><translation>Open attachment</translation></message>
<message><source>批次</source><translation>Batch</translation></message>
<message><source>承诺</source><translation>Commitment</translation></message>
<message><source>承诺值</source><translation>Promised</translation></message>
<message><source>把 17 园的报送文件或整个文件夹拖到窗口里；分园和月份会自动识别。</source><translation>Drag the files of the 17 parks, or the whole folder, into the window; park and month are recognised.</translation></message>
<message><source>把导出的 zip 解到一个新文件夹，逐个核对校验值和数据库后打开；现在的工作区不动。</source><translation>Unpacks an exported zip into a new folder, checks every value and the database, then opens it; this workspace is not touched.</translation></message>
<message><source>把文件或文件夹拖到这里</source><translation>Drag files or a folder here</translation></message>
<message><source>把考核方案放进本办规则文件夹的 assessment 目录，用 zgc assess run 评分；得分在这里重算复核。</source><translation>Put the assessment scheme into the assessment folder of the office's rules and score with zgc assess run; scores are checked here.</translation></message>
<message><source>把随程序的 {name} 复制到本办规则文件夹，以后以本办文件为准。内容先与原文件相同；改动须写明依据，在“本办规则”中校验、比较、试算。</source><translation>Copies the shipped {name} into the office's rules, which then count. It starts out the same; cite your source when changing it, then check, compare and try it under "Office rules".</translation></message>
<message><source>投资强度</source><translation>Investment per ha</translation></message>
<message><source>投资强度（万元/公顷）</source><translation>Investment (10k yuan/ha)</translation></message>
<message><source>报告中心</source><translation>Reports</translation></message>
<message><source>报送、在册、组团不再变动；结算、梯队、文字照常进行。</source><translation>Submissions, ledger and clusters no longer change; settlement, tiers and words go on.</translation></message>
<message><source>报送、归属又可改动；已发布的月报不变，差异列入勘误。</source><translation>Submissions and placements can change again; a published report stays, differences become errata.</translation></message>
<message><source>报送、案情或规则在试算之后有变动，下面是变动前的结果</source><translation>Submissions, cases or rules changed after the run; below is the result before that</translation></message>
<message><source>报送、迁移或结算已有变动，预览是变动前的草稿</source><translation>Submissions, moves or the settlement have changed; the preview is the draft before that</translation></message>
<message><source>报送截止日</source><translation>Submission cut-off</translation></message>
<message><source>报送接收</source><translation>Receiving</translation></message>
<message><source>报送文件 ({types})</source><translation>Submissions ({types})</translation></message>
<message><source>报送格局</source><translation>Submissions</translation></message>
<message><source>拖到窗口任何位置都行，支持 .xlsx .xls .ods .csv</source><translation>Anywhere on the window; .xlsx .xls .ods .csv</translation></message>
<message><source>拟办</source><translation>Proposal</translation></message>
<message><source>持平</source><translation>Same</translation></message>
<message><source>指标</source><translation>Indicator</translation></message>
<message><source>指纹（PDF 与工作簿相同）</source><translation>Fingerprint (PDF and workbook)</translation></message>
<message><source>按 {day}；未定 {n} 项</source><translation>As of {day}; {n} undetermined</translation></message>
<message><source>按信用代码、案件号或页号直达（Ctrl+G）</source><translation>By credit code, case or page number (Ctrl+G)</translation></message>
<message><source>按入列年份分组；升降按{order}</source><translation>By the year of entry; ups and downs by {order}</translation></message>
<message><source>按地址归属</source><translation>Assign by address</translation></message>
<message><source>按填报组团、地址地名、本园唯一组团依次判断后仍无归属</source><translation>Neither form, address nor the park's only cluster places them</translation></message>
<message><source>按月数据</source><translation>By month</translation></message>
<message><source>按此列筛选（Ctrl+Shift+L）</source><translation>Filter by this column (Ctrl+Shift+L)</translation></message>
<message><source>按现有数据预演，尚未保存；试算后可送双方核对</source><translation>A preview of present data, not kept; after a trial run both sides can check it</translation></message>
<message><source>按表头单位写 &gt;100、&lt;=5、10..20、空值、非空</source><translation>In the unit of the header: &gt;100, &lt;=5, 10..20, empty, not empty</translation></message>
<message><source>按规则</source><translation>By rota</translation></message>
<message><source>按迁移线索</source><translation>By the lead</translation></message>
<message><source>接受</source><translation>Accepted</translation></message>
<message><source>接受并入库</source><translation>Accept</translation></message>
<message><source>接收</source><translation>Receive</translation></message>
<message><source>接收、处理、结算等每一步都会记在这里，可以撤销的写明。</source><translation>Every step of receiving, deciding and settling is listed here, with what can be undone.</translation></message>
<message><source>接收、结算、发布之前会自动备份；也可以现在备份一份。</source><translation>Copies are made before receiving, settling and publishing; or make one now.</translation></message>
<message><source>接收并接受报送后，可试算当月分享。</source><translation>Once submissions are accepted the month can be run.</translation></message>
<message><source>接收并接受第一份报送后，企业会出现在这里。</source><translation>Companies appear once the first submission is accepted.</translation></message>
<message><source>接收并接受第一份报送后，按生效标准测算梯队。</source><translation>Once submissions are accepted, tiers are worked out by the standards in force.</translation></message>
<message><source>接收报送</source><translation>Receive submissions</translation></message>
<message><source>接收本园…</source><translation>Accept this park…</translation></message>
<message><source>接收第一份报送后，月份列在这里。</source><translation>Months appear here once the first submission is received.</translation></message>
<message><source>推进</source><translation>Advance</translation></message>
<message><source>推进 {number}</source><translation>Advance {number}</translation></message>
<message><source>推进…</source><translation>Advance…</translation></message>
<message><source>推进案件</source><translation>Advance the case</translation></message>
<message><source>提出建议</source><translation>Proposes</translation></message>
<message><source>提示</source><translation>Notice</translation></message>
<message><source>搜索与命令</source><translation>Search and commands</translation></message>
<message><source>搜索企业、案件、条款</source><translation>Search companies, cases, clauses</translation></message>
<message><source>撤回</source><translation>Withdraw</translation></message>
<message><source>撤回 {case}</source><translation>Withdraw {case}</translation></message>
<message><source>撤回…</source><translation>Withdraw…</translation></message>
<message><source>撤回决定</source><translation>Take back decision</translation></message>
<message><source>撤回决定 {n} 项</source><translation>Take back {n} decisions</translation></message>
<message><source>撤回决定…</source><translation>Take back decision…</translation></message>
<message><source>撤回另作一条记录，原决定保留。</source><translation>Taking back is a record of its own; the decision stays.</translation></message>
<message><source>撤回归属规则</source><translation>Taking the rule back</translation></message>
<message><source>撤回案件…</source><translation>Withdraw the case…</translation></message>
<message><source>撤回登记</source><translation>Take back the entry</translation></message>
<message><source>撤回规则 {n}</source><translation>Take back rule {n}</translation></message>
<message><source>撤回规则…</source><translation>Take rule back…</translation></message>
<message><source>撤销</source><translation>Undo</translation></message>
<message><source>撤销 #{n}</source><translation>Undo #{n}</translation></message>
<message><source>撤销 {n} 步</source><translation>Undo {n} steps</translation></message>
<message><source>撤销 {what}</source><translation>Undo {what}</translation></message>
<message><source>撤销判定</source><translation>Take back decision</translation></message>
<message><source>撤销此步…</source><translation>Undo this step…</translation></message>
<message><source>操作</source><translation>Operation</translation></message>
<message><source>操作记录</source><translation>Journal</translation></message>
<message><source>操作记录中没有写明这家企业的条目。</source><translation>The journal names this company nowhere.</translation></message>
<message><source>操作记录到</source><translation>Journal up to</translation></message>
<message><source>操作记录到（条）</source><translation>Journal up to (no.)</translation></message>
<message><source>收入</source><translation>Revenue</translation></message>
<message><source>收入（万元）</source><translation>Revenue (10k yuan)</translation></message>
<message><source>收到</source><translation>Received</translation></message>
<message><source>收到分园的文件后，校验出的问题会列在这里。</source><translation>Issues found in the parks' files are listed here.</translation></message>
<message><source>收到各园填好的文件后在“报送接收”登记，期间随之建立</source><translation>Register the parks' files in "Receiving"; the month is set up with them</translation></message>
<message><source>收文件、分版本、出回执</source><translation>Files in, versions, receipts</translation></message>
<message><source>收起</source><translation>Hide</translation></message>
<message><source>收起或展开左侧筛选栏</source><translation>Show or hide the filters</translation></message>
<message><source>收起或展开左栏</source><translation>Fold or unfold the rail</translation></message>
<message><source>收起（Esc）</source><translation>Close (Esc)</translation></message>
<message><source>改为</source><translation>Then</translation></message>
<message><source>改写</source><translation>Rewrite</translation></message>
<message><source>改写 {n} 句，其中 {m} 句的数已变。</source><translation>{n} sentences rewritten, figures of {m} have changed.</translation></message>
<message><source>改写月报文字</source><translation>Rewriting the report</translation></message>
<message><source>改动后</source><translation>Changed</translation></message>
<message><source>改动校验</source><translation>Changing the check</translation></message>
<message><source>改动理由</source><translation>Reason of the change</translation></message>
<message><source>改动的行</source><translation>Rows changed</translation></message>
<message><source>改参数 {code}</source><translation>Change {code}</translation></message>
<message><source>改参数…</source><translation>Change numbers…</translation></message>
<message><source>改月份状态</source><translation>Changing the month</translation></message>
<message><source>放大</source><translation>Larger</translation></message>
<message><source>政策区层次 {subject}</source><translation>Policy level of {subject}</translation></message>
<message><source>效力</source><translation>Effect</translation></message>
<message><source>数值来自规则文件，不在程序内；变更请修改规则文件并注明出处</source><translation>Values come from rule files, not from the program; change the file and cite the source</translation></message>
<message><source>数字</source><translation>Numbers</translation></message>
<message><source>数据库、收到的原件和本办规则写成一个 zip 文件，附每个文件的校验值；可拷到另一台电脑或封存。</source><translation>Database, originals and the office's rules in one zip file with a check value for each; to move or to store.</translation></message>
<message><source>数据库回到 {when} 的状态；现在的状态先保全成一份长期保留的备份，可以再恢复回来。收到的原件不动。</source><translation>The database goes back to {when}; the present state is kept as a copy for good, so you can return. Originals are not touched.</translation></message>
<message><source>数据来源</source><translation>Source of the figure</translation></message>
<message><source>数据编号</source><translation>Figure number</translation></message>
<message><source>数据表</source><translation>Table</translation></message>
<message><source>整体</source><translation>Whole</translation></message>
<message><source>整体导出导入</source><translation>Export and import</translation></message>
<message><source>整改合格、收回、转让</source><translation>rectified, withdrawn, transferred</translation></message>
<message><source>整改期限</source><translation>Time allowed</translation></message>
<message><source>整行对照</source><translation>The whole row</translation></message>
<message><source>整页</source><translation>Whole page</translation></message>
<message><source>文书</source><translation>Paper</translation></message>
<message><source>文件</source><translation>File</translation></message>
<message><source>文件、批次与有效期</source><translation>Document, batch, validity</translation></message>
<message><source>文件、版本与单元格</source><translation>File, version and cell</translation></message>
<message><source>文件名或文号</source><translation>file name or number</translation></message>
<message><source>文件按内容存档，此后不变；原处的文件不受影响。</source><translation>The file is archived by content and does not change; the one outside is not touched.</translation></message>
<message><source>文号</source><translation>Document number</translation></message>
<message><source>文号或方式</source><translation>Number or way</translation></message>
<message><source>文字</source><translation>Words</translation></message>
<message><source>新值</source><translation>After</translation></message>
<message><source>新增</source><translation>New</translation></message>
<message><source>新建案件</source><translation>New case</translation></message>
<message><source>新建案件…</source><translation>New case…</translation></message>
<message><source>新建迁移案件…</source><translation>New move case…</translation></message>
<message><source>新达到</source><translation>Now meet it</translation></message>
<message><source>方式</source><translation>Kind</translation></message>
<message><source>方案</source><translation>Scheme</translation></message>
<message><source>无</source><translation>None</translation></message>
<message><source>无代码的行、校验位不符的代码和名称相近的新企业会自动列在这里。</source><translation>Rows without a code, codes with a wrong check character and new companies of similar names are listed here.</translation></message>
<message><source>无法判定</source><translation>Undecidable</translation></message>
<message><source>日志：{path}</source><translation>Log: {path}</translation></message>
<message><source>日期</source><translation>Date</translation></message>
<message><source>日期写作 2026-10-15</source><translation>Write the day as 2026-10-15</translation></message>
<message><source>日，遇节假日顺延</source><translation>of the next month, moved past holidays</translation></message>
<message><source>时间</source><translation>Time</translation></message>
<message><source>时限</source><translation>Due date</translation></message>
<message><source>时限（可空）</source><translation>Due (optional)</translation></message>
<message><source>显示列</source><translation>Show columns</translation></message>
<message><source>显示列…</source><translation>Show columns…</translation></message>
<message><source>显示或收起筛选</source><translation>Show or hide the filter row</translation></message>
<message><source>暂缓</source><translation>Defer</translation></message>
<message><source>更早的 {n} 条见历史</source><translation>{n} earlier ones in the history</translation></message>
<message><source>更正原因</source><translation>Reason of the correction</translation></message>
<message><source>替换</source><translation>Replaces</translation></message>
<message><source>最合适列宽</source><translation>Fit widths</translation></message>
<message><source>最后一期</source><translation>Last period</translation></message>
<message><source>最近操作</source><translation>Recent operations</translation></message>
<message><source>月份</source><translation>Month</translation></message>
<message><source>月份与数</source><translation>Months and figures</translation></message>
<message><source>月报与文书</source><translation>Reports and papers</translation></message>
<message><source>月报文字</source><translation>Words of the report</translation></message>
<message><source>月报预览</source><translation>Preview of the report</translation></message>
<message><source>月数写作 0 到 240</source><translation>Months from 0 to 240</translation></message>
<message><source>有效</source><translation>In force</translation></message>
<message><source>有效例外</source><translation>Exceptions</translation></message>
<message><source>有效到会</source><translation>Quorum</translation></message>
<message><source>有效到会（人）</source><translation>Quorum (people)</translation></message>
<message><source>有效期至</source><translation>Valid until</translation></message>
<message><source>有效至</source><translation>Valid until</translation></message>
<message><source>有效至写作 2028-12-31</source><translation>Write the day as 2028-12-31</translation></message>
<message><source>有效至早于生效月</source><translation>It ends before it starts</translation></message>
<message><source>有效至（可空）</source><translation>Valid until (optional)</translation></message>
<message><source>有责任单位、有时限；办结前每月写入月报“问题与建议”。</source><translation>Someone responsible and a due date; until closed it goes into "Problems and proposals" of each monthly report.</translation></message>
<message><source>有错误</source><translation>Has errors</translation></message>
<message><source>有错误的报送，说明理由后接收</source><translation>Accepts a submission with errors for a reason</translation></message>
<message><source>有问题</source><translation>Faulty</translation></message>
<message><source>期次</source><translation>Period</translation></message>
<message><source>期间</source><translation>Month</translation></message>
<message><source>期间写作 2026-10</source><translation>Write the month as 2026-10</translation></message>
<message><source>期限</source><translation>Due</translation></message>
<message><source>未入库：{parks}</source><translation>Not in the ledger: {parks}</translation></message>
<message><source>未分配</source><translation>Unassigned</translation></message>
<message><source>未分配 {n}</source><translation>Unassigned {n}</translation></message>
<message><source>未分配企业</source><translation>Unassigned companies</translation></message>
<message><source>未分配组团</source><translation>No cluster</translation></message>
<message><source>未划入</source><translation>not included</translation></message>
<message><source>未到</source><translation>Not here</translation></message>
<message><source>未匹配</source><translation>Unmatched</translation></message>
<message><source>未填</source><translation>Not given</translation></message>
<message><source>未处理</source><translation>Open</translation></message>
<message><source>未完成</source><translation>Not finished</translation></message>
<message><source>未定</source><translation>Open</translation></message>
<message><source>未定 {n} 点</source><translation>{n} open points</translation></message>
<message><source>未定事项</source><translation>Open points</translation></message>
<message><source>未定事项 {n}</source><translation>Open points {n}</translation></message>
<message><source>未定事项 {n} 处</source><translation>{n} open points</translation></message>
<message><source>未定则留空</source><translation>empty if undetermined</translation></message>
<message><source>未建立期间</source><translation>No month</translation></message>
<message><source>未开始</source><translation>Not begun</translation></message>
<message><source>未报</source><translation>Not reported</translation></message>
<message><source>未报指标</source><translation>Missing indicators</translation></message>
<message><source>未生成</source><translation>Not written</translation></message>
<message><source>未生效</source><translation>Not yet</translation></message>
<message><source>未登记</source><translation>Not entered</translation></message>
<message><source>未能归属的原因</source><translation>Why not placed</translation></message>
<message><source>未裁定</source><translation>No ruling</translation></message>
<message><source>未要求的改动 {n}</source><translation>Unasked changes {n}</translation></message>
<message><source>未达到</source><translation>Not met</translation></message>
<message><source>未锁定</source><translation>Open</translation></message>
<message><source>本办</source><translation>Office</translation></message>
<message><source>本办已有该文件</source><translation>The office has its own already</translation></message>
<message><source>本办规则</source><translation>Office rules</translation></message>
<message><source>本办规则文件</source><translation>Office rule files</translation></message>
<message><source>本办规则有误，现按随程序的规则显示：{why}</source><translation>The office's rules have a fault; the shipped ones are shown: {why}</translation></message>
<message><source>本办（家）</source><translation>Office (co.)</translation></message>
<message><source>本方确认</source><translation>Confirmed</translation></message>
<message><source>本月</source><translation>This month</translation></message>
<message><source>本月 {label}</source><translation>This month {label}</translation></message>
<message><source>本月区际之间没有应付款</source><translation>Nothing payable between districts this month</translation></message>
<message><source>本月地方税收</source><translation>Local tax this month</translation></message>
<message><source>本月已入库的企业都已按填报、地名或本园唯一组团归属，或申报为园内组团外。</source><translation>Every company is placed by its form, its address or its park's only cluster, or declared outside.</translation></message>
<message><source>本月已锁定，不能再改意见和决定</source><translation>The month is locked; opinions and decisions stay</translation></message>
<message><source>本月报送</source><translation>This month</translation></message>
<message><source>本月报送 {n}</source><translation>This month {n}</translation></message>
<message><source>本月报送中没有这家企业的问题。</source><translation>No issue of this company in this month's submission.</translation></message>
<message><source>本月数据没有生成候选，上月也没有保留的事项。</source><translation>The data suggest nothing this month and nothing is left from last month.</translation></message>
<message><source>本月月报</source><translation>This month's report</translation></message>
<message><source>本月未到</source><translation>Not here this month</translation></message>
<message><source>本月没有归入该组团的企业</source><translation>No company in this cluster this month</translation></message>
<message><source>本月没有未了的差异</source><translation>No open difference this month</translation></message>
<message><source>本月没有进入分享的案件</source><translation>No case shares this month</translation></message>
<message><source>本月没有问题</source><translation>No issues this month</translation></message>
<message><source>本月没有须上会的事项</source><translation>Nothing for the meeting this month</translation></message>
<message><source>本月的建议都已决定，或本月没有建议。</source><translation>All proposals of the month are decided, or there are none.</translation></message>
<message><source>本月税收</source><translation>Tax this month</translation></message>
<message><source>本月还没有报送</source><translation>No submissions this month</translation></message>
<message><source>本机</source><translation>this machine</translation></message>
<message><source>本次打开以来，最近的在上</source><translation>Since the window opened, newest first</translation></message>
<message><source>本次打开后还没有作业。</source><translation>No jobs since the window opened.</translation></message>
<message><source>本次接收</source><translation>This time</translation></message>
<message><source>本次接收 {n}</source><translation>This time {n}</translation></message>
<message><source>关于统筹台</source><translation>About this program</translation></message>
<message><source>中关村示范区一区多园统筹协调</source><translation>Coordination of the parks of the Zhongguancun demonstration zone</translation></message>
<message><source>程序以 MIT 许可发布。Qt 与 PySide6 按 LGPL-3.0 使用，未作修改，其文件可以换成您自己编译的。</source><translation>The program is released under the MIT licence. Qt and PySide6 are used under LGPL-3.0, unmodified; their files may be replaced by your own builds.</translation></message>
<message><source>所用组件与许可</source><translation>Components and licences</translation></message>
<message><source>复制版本信息</source><translation>Copy the versions</translation></message>
<message><source>本页帮助</source><translation>Help for this page</translation></message>
<message><source>本页帮助（F1）</source><translation>Help for this page (F1)</translation></message>
<message><source>本页没有可筛选的表</source><translation>No table to filter on this page</translation></message>
<message><source>机构</source><translation>Body</translation></message>
<message><source>机构名称</source><translation>Name of the body</translation></message>
<message><source>权重（%）</source><translation>Weight (%)</translation></message>
<message><source>条件</source><translation>Conditions</translation></message>
<message><source>条件达到</source><translation>Met</translation></message>
<message><source>条件销号 {number}</source><translation>Clear condition of {number}</translation></message>
<message><source>条件销号…</source><translation>Clear condition…</translation></message>
<message><source>条款</source><translation>Clause</translation></message>
<message><source>来源</source><translation>Source</translation></message>
<message><source>来源（税务证明或案卷页码）</source><translation>Source (tax certificate or page)</translation></message>
<message><source>来源：{source}</source><translation>Source: {source}</translation></message>
<message><source>松开后送到“报送接收”</source><translation>Let go to send to "Receiving"</translation></message>
<message><source>查找列</source><translation>Find a column</translation></message>
<message><source>查撤销</source><translation>Looking for undo</translation></message>
<message><source>查数据编号</source><translation>Looking up the number</translation></message>
<message><source>查看</source><translation>Look</translation></message>
<message><source>标准</source><translation>Standards</translation></message>
<message><source>标准、项目、联审、评估</source><translation>Standards, projects, review, assessment</translation></message>
<message><source>标准化</source><translation>Scaled</translation></message>
<message><source>标准在资源目录的规则文件中登记，须有依据。</source><translation>Standards stand in rule files, each with its source.</translation></message>
<message><source>标准的条件</source><translation>Criteria of the standard</translation></message>
<message><source>校验</source><translation>Check</translation></message>
<message><source>校验发现问题 {n} 项，请核对更正</source><translation>Checks found {n} issues, please verify and correct</translation></message>
<message><source>校验备份</source><translation>Checking the copy</translation></message>
<message><source>校验目录</source><translation>Check catalogue</translation></message>
<message><source>校验这份</source><translation>Check this copy</translation></message>
<message><source>校验退回</source><translation>Checks</translation></message>
<message><source>核定</source><translation>Approve</translation></message>
<message><source>核实值</source><translation>Verified</translation></message>
<message><source>核对</source><translation>Checked</translation></message>
<message><source>案件、企业、分园</source><translation>Case, company, park</translation></message>
<message><source>案件从“迁出登记”开始；立案即通知各方，各方在自己栏内答复。</source><translation>A case begins with move-out registration; every party is told at once and answers in its own lane.</translation></message>
<message><source>案件列表</source><translation>Cases</translation></message>
<message><source>案件历史</source><translation>Case history</translation></message>
<message><source>案件变化</source><translation>By case</translation></message>
<message><source>案件号、项目号</source><translation>case or project number</translation></message>
<message><source>案件没有读出来</source><translation>Cases could not be read</translation></message>
<message><source>案件附件</source><translation>Attachments of the case</translation></message>
<message><source>案卷回执</source><translation>Case slip</translation></message>
<message><source>案情</source><translation>Case</translation></message>
<message><source>梯队</source><translation>Tiers</translation></message>
<message><source>梯队评审</source><translation>Tier review</translation></message>
<message><source>模式</source><translation>Mode</translation></message>
<message><source>模拟</source><translation>What-if</translation></message>
<message><source>模板写到哪个文件夹</source><translation>Where to write the templates</translation></message>
<message><source>模板按分园预填最近一次报送的企业名录。文件夹里已有的同名文件不会覆盖。</source><translation>Templates carry the companies last reported. Files of the same name in the folder are not overwritten.</translation></message>
<message><source>模板放在哪个文件夹</source><translation>Where to put the templates</translation></message>
<message><source>次月</source><translation>Day</translation></message>
<message><source>次选</source><translation>Second</translation></message>
<message><source>正在取消…</source><translation>Cancelling…</translation></message>
<message><source>正在打开工作区…</source><translation>Opening the workspace…</translation></message>
<message><source>正在接收，新拖入的 {n} 项排在后面</source><translation>Receiving; the {n} new ones wait</translation></message>
<message><source>正在测算…</source><translation>Working it out…</translation></message>
<message><source>正在看演示：企业、代码、金额、文号全部虚构，建在 {path}</source><translation>This is the demo: companies, codes, amounts and numbers are invented; built in {path}</translation></message>
<message><source>正在进行：{what}</source><translation>Running: {what}</translation></message>
<message><source>每个主体一份 PDF 与工作簿，另有区际矩阵</source><translation>A PDF and a workbook each, and the matrix</translation></message>
<message><source>比例</source><translation>Share</translation></message>
<message><source>比对</source><translation>Compare</translation></message>
<message><source>毛额</source><translation>Gross</translation></message>
<message><source>求解匹配</source><translation>Solving the matching</translation></message>
<message><source>没有任务</source><translation>No tasks</translation></message>
<message><source>没有企业</source><translation>No companies</translation></message>
<message><source>没有例外</source><translation>No exceptions</translation></message>
<message><source>没有公开规定，为本办约定；自本次报送月起适用，以前月份不变</source><translation>Set by no public rule; holds from the month reported now, earlier months keep theirs</translation></message>
<message><source>没有内容</source><translation>Nothing here</translation></message>
<message><source>没有列对应</source><translation>No columns</translation></message>
<message><source>没有则留空</source><translation>empty if none</translation></message>
<message><source>没有只差 1 项条件或 1 项证据的企业。</source><translation>No company is one criterion or one proof short.</translation></message>
<message><source>没有可匹配的企业</source><translation>Nobody to match</translation></message>
<message><source>没有可导出的行</source><translation>No rows to export</translation></message>
<message><source>没有可推进的案件；办理中的案件下一步是落地</source><translation>No case to advance; one in progress lands next</translation></message>
<message><source>没有可撤销的操作</source><translation>Nothing to undo</translation></message>
<message><source>没有可改的格：{why}</source><translation>No cell to change: {why}</translation></message>
<message><source>没有可能退出的企业</source><translation>Nobody is about to leave</translation></message>
<message><source>没有对已发布月报的更正。</source><translation>No correction of published reports.</translation></message>
<message><source>没有对这家企业作过判定。</source><translation>No decision on this company.</translation></message>
<message><source>没有建议</source><translation>No proposals</translation></message>
<message><source>没有归属规则</source><translation>No assignment rules</translation></message>
<message><source>没有待办。本月的报送、线索和备份都已办妥。</source><translation>Nothing to do. Submissions, leads and backups are settled.</translation></message>
<message><source>没有待市级决定的建议</source><translation>Nothing waits for the city</translation></message>
<message><source>没有待核对的企业</source><translation>No pairs to judge</translation></message>
<message><source>没有改动</source><translation>No changes</translation></message>
<message><source>没有改：{why}</source><translation>Not changed: {why}</translation></message>
<message><source>没有更多问题</source><translation>No more issues</translation></message>
<message><source>没有更早的月份</source><translation>No earlier month</translation></message>
<message><source>没有未分配的企业</source><translation>No unassigned companies</translation></message>
<message><source>没有未处理的问题</source><translation>No open issues</translation></message>
<message><source>没有本办规则文件</source><translation>No office rules</translation></message>
<message><source>没有案件</source><translation>No cases</translation></message>
<message><source>没有生效的标准</source><translation>No standard in force</translation></message>
<message><source>没有登记</source><translation>None registered</translation></message>
<message><source>没有登记准入标准</source><translation>No admission standard registered</translation></message>
<message><source>没有登记有效到会人数的机构，不能登记决定。</source><translation>A body without a quorum cannot decide.</translation></message>
<message><source>没有登记的认定</source><translation>No recognition registered</translation></message>
<message><source>没有登记的认定。</source><translation>No recognition registered.</translation></message>
<message><source>没有符合的命令或结果</source><translation>No command or result</translation></message>
<message><source>没有缺项，可以发布。</source><translation>Nothing is missing; ready to publish.</translation></message>
<message><source>没有考核</source><translation>No assessments</translation></message>
<message><source>没有规定则留空</source><translation>empty if none is laid down</translation></message>
<message><source>没有议事机构</source><translation>No bodies</translation></message>
<message><source>没有迁移案件。</source><translation>No move cases.</translation></message>
<message><source>没有近达标企业</source><translation>No near misses</translation></message>
<message><source>没有逐行记录</source><translation>No rows recorded</translation></message>
<message><source>没有错误的报送计入本月（Ctrl+Enter）</source><translation>Submissions without errors count in this month (Ctrl+Enter)</translation></message>
<message><source>没有问题</source><translation>No issues</translation></message>
<message><source>没有项目</source><translation>No projects</translation></message>
<message><source>沿革</source><translation>Timeline</translation></message>
<message><source>注销再设须选两项不同的连续性依据</source><translation>A re-registration needs two different grounds of continuity</translation></message>
<message><source>浅色</source><translation>Light</translation></message>
<message><source>测算梯队</source><translation>Reviewing tiers</translation></message>
<message><source>消失</source><translation>Gone</translation></message>
<message><source>涉及</source><translation>Concerns</translation></message>
<message><source>深色</source><translation>Dark</translation></message>
<message><source>清除全部筛选</source><translation>Clear all filters</translation></message>
<message><source>源列标题</source><translation>Heading</translation></message>
<message><source>演示没有建完，已停止；再次点“看演示”会重新建立</source><translation>The demo was not finished; choose "See the demo" to build it again</translation></message>
<message><source>演示，全部虚构</source><translation>Demo, all invented</translation></message>
<message><source>灯</source><translation>Light</translation></message>
<message><source>片区</source><translation>Zone</translation></message>
<message><source>版本</source><translation>Version</translation></message>
<message><source>版本 {version}</source><translation>Version {version}</translation></message>
<message><source>状态</source><translation>State</translation></message>
<message><source>环评</source><translation>Environmental assessment</translation></message>
<message><source>现为{now}。得分 {points}{said}。由人决定，自动不改。</source><translation>Now {now}. Score {points}{said}. A person decides; nothing changes by itself.</translation></message>
<message><source>现为{state}。每一步都留痕，不能跳过；未销号的条件、未填的考核值会拦住下一步。</source><translation>Now {state}. Every step leaves a trace and none is skipped; open conditions or values not entered stop the next step.</translation></message>
<message><source>现值</source><translation>Value</translation></message>
<message><source>现园</source><translation>Park now</translation></message>
<message><source>现层次</source><translation>Level now</translation></message>
<message><source>现归属</source><translation>Now</translation></message>
<message><source>现梯队</source><translation>Tier now</translation></message>
<message><source>现状</source><translation>Now</translation></message>
<message><source>现行</source><translation>Now</translation></message>
<message><source>理由</source><translation>Reason</translation></message>
<message><source>理由与依据</source><translation>Reason and basis</translation></message>
<message><source>理由（必填）</source><translation>Reason (required)</translation></message>
<message><source>理由：{why}</source><translation>Reason: {why}</translation></message>
<message><source>生成 PDF 并打开（Ctrl+P）</source><translation>Writes and opens a PDF (Ctrl+P)</translation></message>
<message><source>生成全部对账单</source><translation>Write all statements</translation></message>
<message><source>生成对账单</source><translation>Writing statements</translation></message>
<message><source>生成月报</source><translation>Writing the report</translation></message>
<message><source>生成月报草稿</source><translation>Write draft of the report</translation></message>
<message><source>生成案卷回执</source><translation>Write case slip</translation></message>
<message><source>生成草稿</source><translation>Write draft</translation></message>
<message><source>生成退回件</source><translation>Writing the return file</translation></message>
<message><source>生成退回件…</source><translation>Write return file…</translation></message>
<message><source>生成题单</source><translation>Writing the agenda</translation></message>
<message><source>生效</source><translation>From</translation></message>
<message><source>生效日</source><translation>In force from</translation></message>
<message><source>生效月</source><translation>From month</translation></message>
<message><source>生效月写作 2026-10</source><translation>Write the month as 2026-10</translation></message>
<message><source>生效的归属规则</source><translation>Assignment rules in force</translation></message>
<message><source>用 Excel 或 WPS 打开原件的副本</source><translation>Opens a copy of the original in Excel or WPS</translation></message>
<message><source>用一句话说明分歧</source><translation>the disagreement in a sentence</translation></message>
<message><source>用地（公顷）</source><translation>Land (ha)</translation></message>
<message><source>用本办梯队标准重算各月，只看谁进谁出，不写入</source><translation>Runs the office's tier standards over every month: who comes, who goes; nothing is written</translation></message>
<message><source>用虚构企业走完三个月，建在 {path}</source><translation>Three months of invented companies, built in {path}</translation></message>
<message><source>用途</source><translation>Use</translation></message>
<message><source>用顿号隔开</source><translation>separated by 、</translation></message>
<message><source>用顿号隔开：{names}</source><translation>separated by 、: {names}</translation></message>
<message><source>用顿号隔开：区规划自然资源分局、区生态环境局</source><translation>separated by 、: planning bureau、ecology bureau</translation></message>
<message><source>由低到高五级颜色</source><translation>Five shades from low to high</translation></message>
<message><source>由此产生任务时填写</source><translation>where a task follows from it</translation></message>
<message><source>由线索立案…</source><translation>Open a case from the lead…</translation></message>
<message><source>甲</source><translation>A</translation></message>
<message><source>申报书、来文</source><translation>Application, letter</translation></message>
<message><source>申报日期</source><translation>Applied on</translation></message>
<message><source>界面</source><translation>Appearance</translation></message>
<message><source>留在原址</source><translation>Stay</translation></message>
<message><source>登记</source><translation>Granted</translation></message>
<message><source>登记 {case} 事件</source><translation>Event of {case}</translation></message>
<message><source>登记 {case} 基数</source><translation>Base years of {case}</translation></message>
<message><source>登记{name}</source><translation>Enter {name}</translation></message>
<message><source>登记{park}{what}</source><translation>Enter {park}: {what}</translation></message>
<message><source>登记{park}{what}…</source><translation>Enter {park}: {what}…</translation></message>
<message><source>登记…</source><translation>Enter…</translation></message>
<message><source>登记事件</source><translation>Record event</translation></message>
<message><source>登记事件…</source><translation>Record event…</translation></message>
<message><source>登记什么</source><translation>What to enter</translation></message>
<message><source>登记任务</source><translation>Register task</translation></message>
<message><source>登记任务…</source><translation>Register task…</translation></message>
<message><source>登记佐证…</source><translation>Enter proof…</translation></message>
<message><source>登记例外</source><translation>Granting an exception</translation></message>
<message><source>登记例外 1 条</source><translation>Grant 1 exception</translation></message>
<message><source>登记例外…</source><translation>Grant exception…</translation></message>
<message><source>登记内容</source><translation>Entry</translation></message>
<message><source>登记决议 {name}</source><translation>Enter resolution {name}</translation></message>
<message><source>登记决议…</source><translation>Enter resolution…</translation></message>
<message><source>登记准入标准</source><translation>Register admission standard</translation></message>
<message><source>登记到 {month}；以后再登记的替代前一次。</source><translation>As at {month}; a later entry replaces it.</translation></message>
<message><source>登记双方确认…</source><translation>Enter confirmations…</translation></message>
<message><source>登记后即时撤销</source><translation>taken back at once</translation></message>
<message><source>登记后编号，按申报当日生效的准入标准测试。没有填的就是未知，不当作零。</source><translation>It gets a number and is tested against the standard in force that day. What is left empty is unknown, not zero.</translation></message>
<message><source>登记园方对建议的意见；以后再登记的替代前一次，两次都留存。</source><translation>Enters what the park says; a later opinion replaces it, both are kept.</translation></message>
<message><source>登记园方意见…</source><translation>Enter park's opinion…</translation></message>
<message><source>登记基数</source><translation>Base years</translation></message>
<message><source>登记基数…</source><translation>Base years…</translation></message>
<message><source>登记差异</source><translation>Entering difference</translation></message>
<message><source>登记差异…</source><translation>Enter difference…</translation></message>
<message><source>登记归属规则</source><translation>Registering the rule</translation></message>
<message><source>登记意向</source><translation>Enter wish</translation></message>
<message><source>登记意向 1 家</source><translation>Enter 1 wish</translation></message>
<message><source>登记意向…</source><translation>Enter wish…</translation></message>
<message><source>登记意见 {number}</source><translation>Enter opinion on {number}</translation></message>
<message><source>登记意见…</source><translation>Enter opinion…</translation></message>
<message><source>登记成员 {name}</source><translation>Enter member {name}</translation></message>
<message><source>登记成员…</source><translation>Enter member…</translation></message>
<message><source>登记方</source><translation>Entered by</translation></message>
<message><source>登记更正原因</source><translation>Enter the reason</translation></message>
<message><source>登记机构</source><translation>Enter body</translation></message>
<message><source>登记机构…</source><translation>Enter body…</translation></message>
<message><source>登记机构、成员和有效到会人数后，才能登记会审结论和决议。</source><translation>Conclusions and resolutions need a body, its members and its quorum.</translation></message>
<message><source>登记标准…</source><translation>Register standard…</translation></message>
<message><source>登记核实的数值和来源。没有数据不要登记：未考核不等于零。</source><translation>Enter the verified value and its source. Do not enter what has no data: not assessed is not zero.</translation></message>
<message><source>登记申报后，按当日生效的标准测试，再逐步联审。</source><translation>Once registered, an application is tested against the standard in force that day, then reviewed step by step.</translation></message>
<message><source>登记的规则列在这里，可撤回；撤回后各月重算。</source><translation>Rules are listed here and can be taken back; months are then assigned anew.</translation></message>
<message><source>登记确认</source><translation>Entering confirmation</translation></message>
<message><source>登记确认…</source><translation>Enter confirmation…</translation></message>
<message><source>登记空间</source><translation>Enter room</translation></message>
<message><source>登记空间 1 个组团</source><translation>Enter room of 1 cluster</translation></message>
<message><source>登记空间…</source><translation>Enter room…</translation></message>
<message><source>登记簿</source><translation>Registers</translation></message>
<message><source>登记落实情况</source><translation>What was done</translation></message>
<message><source>登记裁定…</source><translation>Enter ruling…</translation></message>
<message><source>登记规则…</source><translation>Register rule…</translation></message>
<message><source>登记规则，改 {n} 家…</source><translation>Register rule, {n} move…</translation></message>
<message><source>登记该方对 {month} 结算数的确认，注明经办人和日期。数字以后有变，该行的确认自动失效，须重新确认。</source><translation>Enters that the party confirms the figures of {month}, by whom and when. If a figure changes, its confirmation lapses.</translation></message>
<message><source>登记说明</source><translation>Entering the explanation</translation></message>
<message><source>目标</source><translation>Target</translation></message>
<message><source>目标、登记簿、机构</source><translation>Target, register, body</translation></message>
<message><source>目标值</source><translation>Target value</translation></message>
<message><source>目标年</source><translation>Target year</translation></message>
<message><source>看不懂这个条件，未筛选。写作 &gt;100、&lt;=5、10..20</source><translation>Condition not understood, not filtered. Write &gt;100, &lt;=5, 10..20</translation></message>
<message><source>看企业卡片</source><translation>Company card</translation></message>
<message><source>看分享</source><translation>See sharing</translation></message>
<message><source>看明细</source><translation>See rows</translation></message>
<message><source>看本办规则</source><translation>See office rules</translation></message>
<message><source>看条款</source><translation>See clause</translation></message>
<message><source>看板</source><translation>Board</translation></message>
<message><source>看校验目录</source><translation>See checks</translation></message>
<message><source>看此企业</source><translation>Show this company</translation></message>
<message><source>看演示</source><translation>See the demo</translation></message>
<message><source>看组团</source><translation>See clusters</translation></message>
<message><source>看这一版的问题和列对应</source><translation>See issues and columns of this version</translation></message>
<message><source>知道了</source><translation>Understood</translation></message>
<message><source>研发投入强度</source><translation>R&amp;D intensity</translation></message>
<message><source>研发投入强度（%）</source><translation>R&amp;D intensity (%)</translation></message>
<message><source>研发费用</source><translation>R&amp;D</translation></message>
<message><source>研发费用来源</source><translation>R&amp;D from</translation></message>
<message><source>研发费用（万元）</source><translation>R&amp;D (10k yuan)</translation></message>
<message><source>确定并看下一条</source><translation>Confirm and next</translation></message>
<message><source>确认列的对应、单位、分园和月份</source><translation>Confirm columns, units, park and month</translation></message>
<message><source>确认方（未确认的在前）</source><translation>Confirmed by (open ones first)</translation></message>
<message><source>确认的对应按分园和表头记住，下月同样的表头不再问；“不导入”的列不进入数据。</source><translation>Confirmed columns are remembered by park and headings; "not imported" columns do not enter the data.</translation></message>
<message><source>示例</source><translation>Example</translation></message>
<message><source>禁止…</source><translation>Forbid…</translation></message>
<message><source>离开</source><translation>Left</translation></message>
<message><source>种类</source><translation>Kind</translation></message>
<message><source>移动到…</source><translation>Move to…</translation></message>
<message><source>程序版本</source><translation>Program</translation></message>
<message><source>税收</source><translation>Tax</translation></message>
<message><source>税收分享</source><translation>Tax sharing</translation></message>
<message><source>税收（万元）</source><translation>Tax (10k yuan)</translation></message>
<message><source>空为不另存</source><translation>empty = none</translation></message>
<message><source>空着的按现行规则。结果不入账，不改案件。</source><translation>What is empty follows the rule in force. Nothing is booked, no case changes.</translation></message>
<message><source>窗口</source><translation>Window</translation></message>
<message><source>立即备份</source><translation>Back up now</translation></message>
<message><source>立即生效；也可用右上角按钮切换</source><translation>At once; also by the button at the top right</translation></message>
<message><source>立即重新打开</source><translation>Reopen now</translation></message>
<message><source>立案</source><translation>Open case</translation></message>
<message><source>立案 1 件</source><translation>Open 1 case</translation></message>
<message><source>立案…</source><translation>Open case…</translation></message>
<message><source>立案日</source><translation>Opened on</translation></message>
<message><source>立案日（空为今天，可补登）</source><translation>Opened on (empty = today)</translation></message>
<message><source>竖线为 {day}；深色为当日在用</source><translation>The line is {day}; dark = in force that day</translation></message>
<message><source>章节</source><translation>Sections</translation></message>
<message><source>第 {n} 版</source><translation>Version {n}</translation></message>
<message><source>第一份报送登记后，期间自动建立。</source><translation>The month is set up with the first submission.</translation></message>
<message><source>等 {n} 格</source><translation>{n} cells in all</translation></message>
<message><source>等什么</source><translation>Waits for</translation></message>
<message><source>答复期限</source><translation>Answer due</translation></message>
<message><source>筛选</source><translation>Filter</translation></message>
<message><source>筛选{title}</source><translation>Filter {title}</translation></message>
<message><source>筛选合计</source><translation>Filtered total</translation></message>
<message><source>筛选已复制为文本</source><translation>Filter copied as text</translation></message>
<message><source>筛选条件</source><translation>Filter conditions</translation></message>
<message><source>筛选的名称</source><translation>Name of the filter</translation></message>
<message><source>签名 {month} 月报</source><translation>Sign report {month}</translation></message>
<message><source>签名…</source><translation>Sign…</translation></message>
<message><source>签名月报</source><translation>Signing the report</translation></message>
<message><source>签名月报…</source><translation>Sign the report…</translation></message>
<message><source>签约前至少登记一项；达产考核时逐项核实。</source><translation>At least one before signing; each is verified at the capacity assessment.</translation></message>
<message><source>类别</source><translation>Kind</translation></message>
<message><source>粘贴</source><translation>Paste</translation></message>
<message><source>{act} {n} 格</source><translation>{act}: {n} cells</translation></message>
<message><source>向下填充</source><translation>Fill down</translation></message>
<message><source>已自动保存</source><translation>Saved already</translation></message>
<message><source>系统公文字体</source><translation>System fonts</translation></message>
<message><source>系统没有能打开它的程序：{path}</source><translation>No program here opens {path}</translation></message>
<message><source>级别</source><translation>Severity</translation></message>
<message><source>组</source><translation>Group</translation></message>
<message><source>组团</source><translation>Cluster</translation></message>
<message><source>组团 {n}</source><translation>Clusters {n}</translation></message>
<message><source>组团、园、定位</source><translation>Cluster, park, focus</translation></message>
<message><source>组团、用地、匹配</source><translation>Clusters, land, matching</translation></message>
<message><source>组团没有读出来</source><translation>Clusters could not be read</translation></message>
<message><source>组团空间</source><translation>Clusters</translation></message>
<message><source>细节（注销再设：新代码；分立：代码=比例；办结：理由）</source><translation>Details (re-registered: new code; split: code=share; ended: reason)</translation></message>
<message><source>经办人</source><translation>Person</translation></message>
<message><source>经过</source><translation>Course of events</translation></message>
<message><source>结束例外</source><translation>Ending an exception</translation></message>
<message><source>结果</source><translation>Result</translation></message>
<message><source>结算</source><translation>Settle</translation></message>
<message><source>结算、解释、模拟</source><translation>Settlement, explanation, what-if</translation></message>
<message><source>结算明细</source><translation>Settlement lines</translation></message>
<message><source>结论</source><translation>Conclusion</translation></message>
<message><source>统一社会信用代码</source><translation>Unified social credit code</translation></message>
<message><source>统筹台</source><translation>Tongchoutai</translation></message>
<message><source>继续等待</source><translation>Keep waiting</translation></message>
<message><source>编号</source><translation>No.</translation></message>
<message><source>编号直达</source><translation>Go to number</translation></message>
<message><source>缘由</source><translation>Why</translation></message>
<message><source>缩小</source><translation>Smaller</translation></message>
<message><source>缺少的数据</source><translation>Missing figures</translation></message>
<message><source>缺据</source><translation>No evidence</translation></message>
<message><source>缺证据</source><translation>Proof missing</translation></message>
<message><source>署在操作记录、回执和催报文本；空为系统用户名</source><translation>signs the journal, receipts and reminders; empty = system user</translation></message>
<message><source>署在月报、对账单、回执</source><translation>signs reports, statements, receipts</translation></message>
<message><source>考核</source><translation>Assessment</translation></message>
<message><source>考核不达标、未履约的项目或区域，在这里告知并计时。</source><translation>Projects or areas that fail assessment or commitments are notified and timed here.</translation></message>
<message><source>考核承诺 {number}</source><translation>Assessed value of {number}</translation></message>
<message><source>考核承诺…</source><translation>Assessed value…</translation></message>
<message><source>考核日期</source><translation>Assessed on</translation></message>
<message><source>自</source><translation>From</translation></message>
<message><source>自 {month} 起适用</source><translation>from {month} on</translation></message>
<message><source>自 {since} 起只有这一值</source><translation>The only value since {since}</translation></message>
<message><source>自动备份在 {path}</source><translation>Automatic copies in {path}</translation></message>
<message><source>自哪一天起（空为今天）</source><translation>From which day (empty = today)</translation></message>
<message><source>自拟一项</source><translation>Add a matter</translation></message>
<message><source>自拟一项…</source><translation>Add one…</translation></message>
<message><source>至</source><translation>To</translation></message>
<message><source>节能审查</source><translation>Energy review</translation></message>
<message><source>范围</source><translation>Scope</translation></message>
<message><source>草稿按已接受的报送汇总，PDF 与工作簿数字相同；未到的分园点名列出，不按零计算。</source><translation>A draft sums the accepted submissions; PDF and workbook agree; missing parks are named and not counted as zero.</translation></message>
<message><source>草稿，未核定、未发布</source><translation>Draft, not approved, not published</translation></message>
<message><source>营业收入</source><translation>Revenue</translation></message>
<message><source>营业收入来源</source><translation>Revenue from</translation></message>
<message><source>营业收入（万元）</source><translation>Revenue (10k yuan)</translation></message>
<message><source>落地</source><translation>Land</translation></message>
<message><source>落地 {case}</source><translation>Land {case}</translation></message>
<message><source>落地…</source><translation>Land…</translation></message>
<message><source>落地之后才有事件可登记</source><translation>Events come after landing</translation></message>
<message><source>落地还缺{what}</source><translation>To land it lacks {what}</translation></message>
<message><source>落实情况</source><translation>What was done</translation></message>
<message><source>落款日期</source><translation>Dated</translation></message>
<message><source>行</source><translation>Row</translation></message>
<message><source>补充 {case} 案情</source><translation>Describe {case}</translation></message>
<message><source>补充案情</source><translation>Describe</translation></message>
<message><source>补充案情…</source><translation>Describe…</translation></message>
<message><source>补正、撤回、整改、退出须写明</source><translation>needed for supplement, withdrawal, rectification, exit</translation></message>
<message><source>补正和不通过须写明理由</source><translation>Supplement and refusal need a reason</translation></message>
<message><source>裁定</source><translation>Ruling</translation></message>
<message><source>规划依据</source><translation>What the plan says</translation></message>
<message><source>规划目标</source><translation>Targets</translation></message>
<message><source>规则</source><translation>Rules</translation></message>
<message><source>规则、参数、口径差异</source><translation>Rules, parameters, contradictions</translation></message>
<message><source>规则保留在记录中，自其起始月起各月重算归属。</source><translation>The rule stays on record; months from its first are assigned anew.</translation></message>
<message><source>规则参数</source><translation>Rules</translation></message>
<message><source>规则文件里没有声明。</source><translation>The rule files declare none.</translation></message>
<message><source>规则种类</source><translation>Kind of rule</translation></message>
<message><source>规则预览</source><translation>Preview of the rule</translation></message>
<message><source>解到哪个空文件夹</source><translation>Which empty folder to unpack into</translation></message>
<message><source>解释</source><translation>Explanation</translation></message>
<message><source>解释所选</source><translation>Explain the selection</translation></message>
<message><source>解释所选数字</source><translation>Explain the figure</translation></message>
<message><source>解释（Ctrl+Enter）</source><translation>Explain (Ctrl+Enter)</translation></message>
<message><source>警告</source><translation>Warning</translation></message>
<message><source>警告数</source><translation>Warnings</translation></message>
<message><source>计入</source><translation>Counts in</translation></message>
<message><source>计入本月合计</source><translation>Count in this month</translation></message>
<message><source>计算过程</source><translation>Calculation</translation></message>
<message><source>认定</source><translation>Recognitions</translation></message>
<message><source>认定在册</source><translation>Recognised</translation></message>
<message><source>补材料</source><translation>Evidence asked</translation></message>
<message><source>评审表</source><translation>Review sheet</translation></message>
<message><source>生成评审表：建议与逐条依据，PDF 与 Excel 各一份</source><translation>Write the review sheet: proposals with every criterion, as PDF and Excel</translation></message>
<message><source>导入认定名单…</source><translation>Import recognised list…</translation></message>
<message><source>查找近达标</source><translation>Looking for near misses</translation></message>
<message><source>全部分园</source><translation>All parks</translation></message>
<message><source>导入认定名单</source><translation>Import recognised list</translation></message>
<message><source>生成评审表</source><translation>Write the review sheet</translation></message>
<message><source>市级要求补充的材料</source><translation>Evidence the city asked for</translation></message>
<message><source>没有待园方补的材料</source><translation>Nothing is asked of the parks</translation></message>
<message><source>认定以公布的文件为准，名单文件（.csv、.xlsx、.toml）由“导入认定名单”登记。</source><translation>What is published counts as recognised; lists (.csv, .xlsx, .toml) are registered by “Import recognised list”.</translation></message>
<message><source>市级决定“请园方补材料”的，自下月起列在这里，并写入该园当月的报送模板。</source><translation>What the city asked the parks to bring is listed here from the next month on and stands in the park's template.</translation></message>
<message><source>名单</source><translation>List</translation></message>
<message><source>名单 {file} 的 {n} 家都已登记过</source><translation>All {n} of list {file} were registered already</translation></message>
<message><source>答复</source><translation>Answer</translation></message>
<message><source>要求补充</source><translation>Asked for</translation></message>
<message><source>园方答复</source><translation>Park's answer</translation></message>
<message><source>答复于</source><translation>Answered in</translation></message>
<message><source>提出</source><translation>Asked in</translation></message>
<message><source>待答复</source><translation>Waiting</translation></message>
<message><source>已答复</source><translation>Answered</translation></message>
<message><source>认定日期</source><translation>Recognised on</translation></message>
<message><source>议事机构</source><translation>Bodies</translation></message>
<message><source>议定内容</source><translation>What was agreed</translation></message>
<message><source>议题</source><translation>Topic</translation></message>
<message><source>记下判定，到下一条未处理（Ctrl+Enter）</source><translation>Keep the decision and go to the next open one (Ctrl+Enter)</translation></message>
<message><source>记住并读取</source><translation>Remember and read</translation></message>
<message><source>记录 {case} 意见</source><translation>Opinion on {case}</translation></message>
<message><source>记录保留，不再算数。</source><translation>The record stays and no longer counts.</translation></message>
<message><source>记录意见</source><translation>Record opinion</translation></message>
<message><source>记录意见…</source><translation>Record opinion…</translation></message>
<message><source>设立依据</source><translation>Founded by</translation></message>
<message><source>设置</source><translation>Settings</translation></message>
<message><source>设置没有读出来</source><translation>Settings could not be read</translation></message>
<message><source>设默认工作区</source><translation>Setting the usual workspace</translation></message>
<message><source>证书 (*.p12 *.pfx)</source><translation>Certificates (*.p12 *.pfx)</translation></message>
<message><source>证书口令</source><translation>Password of the certificate</translation></message>
<message><source>证书：{name}。签名附在发布原件之后另存一份；逐字节复核的仍是未签名的原件。口令不保存。</source><translation>Certificate: {name}. The signature is kept in a copy beside the published paper; the unsigned one is what is verified. The password is not kept.</translation></message>
<message><source>证据</source><translation>Evidence</translation></message>
<message><source>证明材料</source><translation>Proof</translation></message>
<message><source>评分底稿</source><translation>Scoring sheet</translation></message>
<message><source>识别</source><translation>Recognised</translation></message>
<message><source>识别依据</source><translation>Basis</translation></message>
<message><source>试算</source><translation>Trial run</translation></message>
<message><source>试算…</source><translation>Try…</translation></message>
<message><source>试算、模拟和新锁定的案件用它；已锁定案件沿用锁定时的规则</source><translation>For trial runs, simulations and newly locked cases; locked cases keep their rule</translation></message>
<message><source>试算准入标准</source><translation>Try admission standard</translation></message>
<message><source>试算各月</source><translation>Try past months</translation></message>
<message><source>试算后逐月列出哪些企业会达到、哪些不再达到。</source><translation>A trial lists by month who would meet the standard and who no longer would.</translation></message>
<message><source>试算本月分享</source><translation>Run this month's sharing</translation></message>
<message><source>试算规则</source><translation>Trying the rules</translation></message>
<message><source>试算（F5）</source><translation>Trial run (F5)</translation></message>
<message><source>试运行</source><translation>Trial run</translation></message>
<message><source>试运行 {code}</source><translation>Trying {code}</translation></message>
<message><source>试运行 {n} 个月</source><translation>Try {n} months</translation></message>
<message><source>该办什么、卡在哪里、下一步是什么</source><translation>What is due, what is stuck, what is next</translation></message>
<message><source>该文件尚未改动，或有问题读不出差异。</source><translation>The file is unchanged, or a fault hides the difference.</translation></message>
<message><source>该方主张金额（万元，可空）</source><translation>Amount claimed (10k yuan, optional)</translation></message>
<message><source>该方经办人</source><translation>Its person in charge</translation></message>
<message><source>该条说明读不出或认不出的内容，不能停用</source><translation>It says what could not be read and cannot be switched off</translation></message>
<message><source>详情</source><translation>Details</translation></message>
<message><source>语言</source><translation>Language</translation></message>
<message><source>说明</source><translation>Note</translation></message>
<message><source>请园方补材料</source><translation>Ask for papers</translation></message>
<message><source>请输入口令</source><translation>Enter the passphrase</translation></message>
<message><source>请选择</source><translation>Choose</translation></message>
<message><source>读取{what}</source><translation>Reading {what}</translation></message>
<message><source>读取一步</source><translation>Reading a step</translation></message>
<message><source>读取企业卡片</source><translation>Reading the company</translation></message>
<message><source>读取列</source><translation>Reading columns</translation></message>
<message><source>读取台账</source><translation>Reading the ledger</translation></message>
<message><source>读取名录</source><translation>Reading names</translation></message>
<message><source>读取工作台</source><translation>Reading the desk</translation></message>
<message><source>读取归属规则</source><translation>Reading assignment rules</translation></message>
<message><source>读取报送</source><translation>Reading submissions</translation></message>
<message><source>读取操作记录</source><translation>Reading the journal</translation></message>
<message><source>读取整行</source><translation>Reading the row</translation></message>
<message><source>读取月报</source><translation>Reading the report</translation></message>
<message><source>读取期间</source><translation>Reading the month</translation></message>
<message><source>读取案件</source><translation>Reading cases</translation></message>
<message><source>读取案卷</source><translation>Reading the file</translation></message>
<message><source>读取税收分享</source><translation>Reading the settlement</translation></message>
<message><source>读取组团</source><translation>Reading clusters</translation></message>
<message><source>读取规则</source><translation>Reading rules</translation></message>
<message><source>读取设置</source><translation>Reading settings</translation></message>
<message><source>读取走势</source><translation>Reading the trend</translation></message>
<message><source>读取身份核对</source><translation>Reading identities</translation></message>
<message><source>读取问题</source><translation>Reading issues</translation></message>
<message><source>读取题单</source><translation>Reading the agenda</translation></message>
<message><source>谁</source><translation>Who</translation></message>
<message><source>谁怎么说的</source><translation>Who said what</translation></message>
<message><source>调整归属</source><translation>Placing by hand</translation></message>
<message><source>调整归属 1 家</source><translation>Place 1 company</translation></message>
<message><source>调整归属…</source><translation>Place…</translation></message>
<message><source>责任单位</source><translation>Responsible</translation></message>
<message><source>赞成票</source><translation>Votes for</translation></message>
<message><source>走势</source><translation>Trend</translation></message>
<message><source>起始日</source><translation>First day</translation></message>
<message><source>跟随系统</source><translation>Like the system</translation></message>
<message><source>身份核对</source><translation>Who is whom</translation></message>
<message><source>身份核对 {n}</source><translation>Who is whom {n}</translation></message>
<message><source>转{state}</source><translation>To {state}</translation></message>
<message><source>转线索</source><translation>Make lead</translation></message>
<message><source>转线索 {n} 件</source><translation>Make {n} leads</translation></message>
<message><source>轮次</source><translation>Round</translation></message>
<message><source>输入数据编号、信用代码、案件号、期间或页号</source><translation>Figure number, credit code, case, month or page number</translation></message>
<message><source>达产日</source><translation>Capacity day</translation></message>
<message><source>达到</source><translation>Met</translation></message>
<message><source>迁入分园</source><translation>Move-in park</translation></message>
<message><source>迁入方留存（万元）</source><translation>Kept by move-in side (10k yuan)</translation></message>
<message><source>迁出 → 迁入</source><translation>From → to</translation></message>
<message><source>迁出与迁入是同一个分园</source><translation>From and to are the same park</translation></message>
<message><source>迁出分园</source><translation>Move-out park</translation></message>
<message><source>迁出方应得（万元）</source><translation>To move-out side (10k yuan)</translation></message>
<message><source>迁移前三年的地方税收，按净入库数（缴纳减退库）。用于分享门槛与上限；每年须注明来源。</source><translation>Local tax of the three years before the move, net of refunds. For threshold and cap; each year with its source.</translation></message>
<message><source>迁移协调</source><translation>Moves</translation></message>
<message><source>迁移案件</source><translation>Move case</translation></message>
<message><source>近达标</source><translation>Near misses</translation></message>
<message><source>还有工作在进行</source><translation>Work is still running</translation></message>
<message><source>还有缺项：{what}。</source><translation>Missing: {what}.</translation></message>
<message><source>还没有入库的报送：只有规划内容，没有企业和金额</source><translation>Nothing in the ledger: only the plan, no companies and amounts</translation></message>
<message><source>还没有入库的月份</source><translation>No month in the ledger yet</translation></message>
<message><source>还没有入库的月份。</source><translation>No month in the ledger yet.</translation></message>
<message><source>还没有可比的年份</source><translation>No years to compare yet</translation></message>
<message><source>还没有备份</source><translation>No backup yet</translation></message>
<message><source>还没有建立期间</source><translation>No month yet</translation></message>
<message><source>还没有归属记录。</source><translation>No residence recorded.</translation></message>
<message><source>还没有报送</source><translation>No submissions yet</translation></message>
<message><source>还没有操作</source><translation>No operations yet</translation></message>
<message><source>还没有操作。</source><translation>No operations yet.</translation></message>
<message><source>还没有收到这个园的文件。可以先导出预填了上月名录的模板发给分园。</source><translation>Nothing received from this park. You may send it a template with last month's names filled in.</translation></message>
<message><source>还没有月份</source><translation>No month yet</translation></message>
<message><source>还没有月报可查</source><translation>No monthly report to look into</translation></message>
<message><source>还没有生成月报</source><translation>No report yet</translation></message>
<message><source>还没有登记议事机构和成员；请用 zgc body add 与 zgc body member 登记后再会审</source><translation>No deliberating body or member is registered; register them with zgc body add and zgc body member first</translation></message>
<message><source>还没有试算，不能生成对账单</source><translation>No trial run yet, so no statements</translation></message>
<message><source>还没有金额数据。</source><translation>No amounts yet.</translation></message>
<message><source>还没有附件。把文件拖到卡片上，或点“加附件…”。</source><translation>No attachments. Drag a file onto the card or choose "Attach…".</translation></message>
<message><source>还缺</source><translation>Missing</translation></message>
<message><source>还缺{what}</source><translation>Missing {what}</translation></message>
<message><source>还缺：{what}</source><translation>Missing: {what}</translation></message>
<message><source>还缺：内容或理由</source><translation>Missing: content or reason</translation></message>
<message><source>还缺：理由</source><translation>Missing: reason</translation></message>
<message><source>还缺：至少一年的金额</source><translation>Missing: the amount of at least one year</translation></message>
<message><source>这一项不在某一家企业的行上，没有整行可对照。</source><translation>This issue stands on no company's row.</translation></message>
<message><source>这些月份没有入库</source><translation>Not in the ledger in these months</translation></message>
<message><source>这份文件没有登记，所以没有保存它的列对应；原因见“问题”。</source><translation>The file is not registered, so its columns were not kept; see "Issues" for the reason.</translation></message>
<message><source>这份文件通过了全部校验，可以接受并入库。</source><translation>The file passed every check and can be accepted.</translation></message>
<message><source>进入</source><translation>Enter</translation></message>
<message><source>进度</source><translation>Progress</translation></message>
<message><source>连续性依据一（注销再设）</source><translation>First ground of continuity (re-registered)</translation></message>
<message><source>连续性依据二</source><translation>Second ground of continuity</translation></message>
<message><source>退出</source><translation>Out</translation></message>
<message><source>退出会先取消它，已完成的登记保留，未完成的不写入。</source><translation>Leaving cancels it first; what is registered stays, the rest is not written.</translation></message>
<message><source>退出名单</source><translation>Exit list</translation></message>
<message><source>退出名单为空</source><translation>The exit list is empty</translation></message>
<message><source>退回</source><translation>Return</translation></message>
<message><source>退回 {n} 项</source><translation>Return {n}</translation></message>
<message><source>退回 {n} 项给{park}</source><translation>Return {n} to {park}</translation></message>
<message><source>退回件写到：{folder}</source><translation>Return file goes to {folder}</translation></message>
<message><source>退库</source><translation>Refund</translation></message>
<message><source>适合宽度</source><translation>Fit width</translation></message>
<message><source>选一件案件查看案情。在看板上，方向键在卡片间移动，M 打开“移动到…”。</source><translation>Choose a case to see it. On the board arrows move between cards, M opens "Move to…".</translation></message>
<message><source>选中一行看问题、列对应和识别依据，F8 逐条看问题</source><translation>Choose a row to see issues, columns and basis; F8 steps through issues</translation></message>
<message><source>选中一项问题后判定</source><translation>Choose an issue, then decide</translation></message>
<message><source>选中一项问题看它的整行</source><translation>Choose an issue to see its row</translation></message>
<message><source>选定期间后列出。</source><translation>Listed once a month is chosen.</translation></message>
<message><source>选定期间后可发布。</source><translation>Choose a month to publish.</translation></message>
<message><source>选定期间后可生成</source><translation>Choose a month first</translation></message>
<message><source>选择…</source><translation>Choose…</translation></message>
<message><source>选择报送文件</source><translation>Choose submissions</translation></message>
<message><source>选择报送文件…</source><translation>Choose files…</translation></message>
<message><source>选择报送文件夹</source><translation>Choose the folder of submissions</translation></message>
<message><source>选择报送文件夹…</source><translation>Choose folder…</translation></message>
<message><source>选择文件…</source><translation>Choose files…</translation></message>
<message><source>选择文件夹…</source><translation>Choose folder…</translation></message>
<message><source>选择本单位的证书</source><translation>Choose the office's certificate</translation></message>
<message><source>逐年</source><translation>Year by year</translation></message>
<message><source>逐月</source><translation>Month by month</translation></message>
<message><source>逐条依据</source><translation>Evidence</translation></message>
<message><source>逐项看重报改了什么</source><translation>What the new version changed, one by one</translation></message>
<message><source>逐项销号，附证明材料；销号后不能再改，撤销请用操作历史。</source><translation>Cleared one by one, with proof; not changed afterwards. To take it back use the history.</translation></message>
<message><source>通过</source><translation>Passed</translation></message>
<message><source>部门</source><translation>Departments</translation></message>
<message><source>重做</source><translation>Redo</translation></message>
<message><source>重新开放 {month}</source><translation>Reopen {month}</translation></message>
<message><source>重新开放…</source><translation>Reopen…</translation></message>
<message><source>重新打开</source><translation>Reopen</translation></message>
<message><source>重新打开窗口后生效；文书始终为中文</source><translation>Takes effect when the window is reopened; papers stay Chinese</translation></message>
<message><source>重新校验</source><translation>Check again</translation></message>
<message><source>重新比对线索</source><translation>Compare leads again</translation></message>
<message><source>重新求解</source><translation>Solve again</translation></message>
<message><source>重新生成草稿</source><translation>Write the draft again</translation></message>
<message><source>重算</source><translation>Recompute</translation></message>
<message><source>金额以万元显示两位小数，悬停见元；缺报为“—”，零为“0.00”</source><translation>10k yuan with two decimals, yuan on hover; missing "—", zero "0.00"</translation></message>
<message><source>金额写作 1234.56</source><translation>Write the amount as 1234.56</translation></message>
<message><source>销号日期</source><translation>Cleared on</translation></message>
<message><source>锁定</source><translation>Locking</translation></message>
<message><source>锁定 {month}</source><translation>Lock {month}</translation></message>
<message><source>锁定 {month} 结算</source><translation>Lock {month}</translation></message>
<message><source>锁定…</source><translation>Lock…</translation></message>
<message><source>锁定不能撤销；以后确需改动须登记例外，写明给谁、为什么、到哪一天。</source><translation>Locking cannot be undone; later changes need an exception: for whom, why, until when.</translation></message>
<message><source>锁定本月结算…</source><translation>Lock this month…</translation></message>
<message><source>错误</source><translation>Error</translation></message>
<message><source>错误 {e}，警告 {w}，提示 {n}</source><translation>{e} errors, {w} warnings, {n} notices</translation></message>
<message><source>错误报告（不含企业名称、代码、金额）：{path}</source><translation>Error report (without names, codes, amounts): {path}</translation></message>
<message><source>错误数</source><translation>Errors</translation></message>
<message><source>键</source><translation>Key</translation></message>
<message><source>长期保留</source><translation>Kept for good</translation></message>
<message><source>门槛</source><translation>Threshold</translation></message>
<message><source>问题</source><translation>Issues</translation></message>
<message><source>问题 {n}</source><translation>Issues {n}</translation></message>
<message><source>问题、处理、退回件</source><translation>Issues, decisions, return files</translation></message>
<message><source>问题与建议</source><translation>Problems and proposals</translation></message>
<message><source>问题没有读出来</source><translation>Issues could not be read</translation></message>
<message><source>阶梯</source><translation>Ladder</translation></message>
<message><source>阶梯图</source><translation>Ladder</translation></message>
<message><source>附 {n} 个文件到 {case}</source><translation>Attach {n} files to {case}</translation></message>
<message><source>附件</source><translation>Attachments</translation></message>
<message><source>附件 {n}</source><translation>Attachments {n}</translation></message>
<message><source>附到 {case}</source><translation>Attach to {case}</translation></message>
<message><source>附文件</source><translation>Attaching</translation></message>
<message><source>随工作区</source><translation>with the workspace</translation></message>
<message><source>随本办设置的改动记入操作记录，可空</source><translation>Journalled with the office's settings, optional</translation></message>
<message><source>随程序</source><translation>Shipped</translation></message>
<message><source>随程序 → 本办，逐键比较</source><translation>shipped → office, key by key</translation></message>
<message><source>随程序（家）</source><translation>Shipped (co.)</translation></message>
<message><source>随附字体</source><translation>Bundled fonts</translation></message>
<message><source>随附字体各处打印相同；已发布的月报沿用发布时的字体</source><translation>Bundled fonts print the same everywhere; published reports keep theirs</translation></message>
<message><source>需地</source><translation>Land</translation></message>
<message><source>需地写作整数平方米</source><translation>Land in whole square metres</translation></message>
<message><source>需地（公顷）</source><translation>Land (ha)</translation></message>
<message><source>需地（平方米，可空）</source><translation>Land needed (m², optional)</translation></message>
<message><source>项目</source><translation>Projects</translation></message>
<message><source>项目、分园、单位</source><translation>Project, park, organisation</translation></message>
<message><source>项目名称</source><translation>Project name</translation></message>
<message><source>项目或区域</source><translation>Project or area</translation></message>
<message><source>项目申报</source><translation>New application</translation></message>
<message><source>项目申报…</source><translation>New application…</translation></message>
<message><source>须由园方改：{fault}</source><translation>The park must change it: {fault}</translation></message>
<message><source>须补报</source><translation>To report</translation></message>
<message><source>预填上月名录的报送表（Ctrl+E）</source><translation>Forms with last month's names (Ctrl+E)</translation></message>
<message><source>预览</source><translation>Preview</translation></message>
<message><source>预览列出会改归属的企业，不写入。</source><translation>The preview lists who would move; nothing is written.</translation></message>
<message><source>预览归属规则</source><translation>Trying the rule</translation></message>
<message><source>发件箱里的月报 PDF 已损坏，打不开：请重新生成；数据没有受影响</source><translation>The report PDF in the outbox is damaged and cannot be opened: write it again; no data is affected</translation></message>
<message><source>预计年产出（万元）</source><translation>Expected yearly output (10k yuan)</translation></message>
<message><source>高</source><translation>High</translation></message>
<message><source>默认分享规则</source><translation>Default sharing rule</translation></message>
<message><source>，停用 {n} 条</source><translation>, {n} switched off</translation></message>
<message><source>，另存于 {path}</source><translation>, also kept in {path}</translation></message>
<message><source>，没有停用</source><translation>, none switched off</translation></message>
<message><source>到会人数不足的不能作出决定。写了责任单位的，议定内容同时成为任务，在准入联审的任务页跟踪。</source><translation>Without a quorum nothing is decided. With an owner named, what was decided becomes a task, followed on the tasks tab of Admission.</translation></message>
<message><source>两份规划的目标、登记簿、议事机构</source><translation>Targets of both plans, registers, bodies</translation></message>
<message><source>读取{name}</source><translation>Reading {name}</translation></message>
<message><source>{name}没有读出来</source><translation>{name} could not be read</translation></message>
<message><source>设口令</source><translation>Set a passphrase</translation></message>
<message><source>可选：以后数据库、原件和备份都须凭口令打开</source><translation>Optional: database, originals and backups then open only with the passphrase</translation></message>
<message><source>加密…</source><translation>Encrypt…</translation></message>
<message><source>接管写权…</source><translation>Take over writing…</translation></message>
<message><source>接管写权</source><translation>Take over writing</translation></message>
<message><source>数据库、收到的原件和备份逐个加密，之前先备份。完成后显示恢复码，只显示这一次；口令和恢复码都没有，数据无法取回。</source><translation>Database, received originals and backups are encrypted one by one, after a backup. Then the recovery code is shown, this once only; without passphrase and code the data is lost.</translation></message>
<message><source>数据不动，只换打开它的口令；恢复码不变。忘记口令的，现口令处输入恢复码。</source><translation>The data stays as it is, only the passphrase changes; the recovery code stays. Who forgot the passphrase enters the code in its place.</translation></message>
<message><source>换一把新密钥，数据库、原件和备份全部重新加密；以前的口令和恢复码打不开换过的工作区。完成后显示新的恢复码。</source><translation>A new key: database, originals and backups are encrypted anew; the passphrase and code of before no longer open this workspace. Then the new recovery code is shown.</translation></message>
<message><source>数据库、原件和备份恢复为不加密，能进入这台电脑的人都能读取。</source><translation>Database, originals and backups lie in the open again: whoever gets into this computer can read them.</translation></message>
<message><source>现在的口令或恢复码</source><translation>Passphrase or recovery code now</translation></message>
<message><source>口令至少 {n} 个字符</source><translation>At least {n} characters</translation></message>
<message><source>两次输入不同</source><translation>The two differ</translation></message>
<message><source>恢复码只显示这一次。忘记口令时用它打开工作区；口令和恢复码都没有，数据无法取回。</source><translation>The recovery code is shown this once. It opens the workspace when the passphrase is forgotten; without either the data is lost.</translation></message>
<message><source>加密工作区…</source><translation>Encrypt the workspace…</translation></message>
<message><source>更换口令…</source><translation>Change passphrase…</translation></message>
<message><source>更换密钥…</source><translation>Change key…</translation></message>
<message><source>解除加密…</source><translation>Remove encryption…</translation></message>
<message><source>加密</source><translation>Encryption</translation></message>
<message><source>加密工作区</source><translation>Encrypt the workspace</translation></message>
<message><source>更换口令</source><translation>Change passphrase</translation></message>
<message><source>更换密钥</source><translation>Change key</translation></message>
<message><source>新口令</source><translation>New passphrase</translation></message>
<message><source>再输入一次</source><translation>Once more</translation></message>
<message><source>恢复码</source><translation>Recovery code</translation></message>
<message><source>已抄下，与电脑分开保管</source><translation>Written down, kept apart from the computer</translation></message>
<message><source>复制（30 秒后清除）</source><translation>Copy (cleared after 30 s)</translation></message>
<message><source>已加密，打开工作区须输入口令</source><translation>Encrypted; the workspace opens with its passphrase</translation></message>
<message><source>未加密，能进入这台电脑的人都能读取</source><translation>Not encrypted; whoever gets into this computer can read it</translation></message>
<message><source>口令有人知道而不该再知道时换口令；怀疑有人拿走过副本时换密钥，恢复码随之更换。</source><translation>Change the passphrase when somebody knows it who should not; change the key when a copy may have been taken, the recovery code changes with it.</translation></message>
<message><source>加密后，数据库、收到的原件和备份都须凭口令打开；输出的月报、对账单等文件不加密。</source><translation>Encrypted, database, received originals and backups open with the passphrase only; reports and statements written out are not encrypted.</translation></message>
<message><source>解除加密</source><translation>Remove encryption</translation></message>
<message><source>{act}已完成</source><translation>{act}: done</translation></message>
<message><source>至少 8 个字符，可用几个词连写</source><translation>At least 8 characters, a few words in a row</translation></message>
<message><source>工作区已加密，请抄下恢复码</source><translation>The workspace is encrypted: write the recovery code down</translation></message>
<message><source>口令已更换，恢复码不变</source><translation>Passphrase changed; the recovery code stays</translation></message>
<message><source>已解除加密</source><translation>Encryption removed</translation></message>
<message><source>{by}。只有确知那台电脑已停用、断电或程序已不在运行，才可接管；两边同时写入会损坏数据库。接管人、时间和理由记入操作记录。</source><translation>{by}. Take over only if that computer is certainly switched off or the program there has ended: two writers damage the database. Who took over, when and why goes into the journal.</translation></message>
<message><source>如何确知对方已停用</source><translation>How you know that the other has stopped</translation></message>
<message><source>政策区</source><translation>Policy areas</translation></message>
<message><source>用地空间</source><translation>Land</translation></message>
<message><source>对象、层次、依据</source><translation>Subject, level, ground</translation></message>
<message><source>编号、组团、来源</source><translation>Number, cluster, source</translation></message>
<message><source>读取政策区</source><translation>Reading policy areas</translation></message>
<message><source>读取用地</source><translation>Reading land</translation></message>
<message><source>按月登记，旧记录保留。未知的留空：留空是未报，不是零。</source><translation>Registered by month; older records stay. Leave unknown values empty: empty means not reported, not zero.</translation></message>
<message><source>撤回第 {n} 号记录；记录保留，之前的一条重新算数。</source><translation>Takes back record {n}; it is kept, and the one before it counts again.</translation></message>
<message><source>减少和新增同属一组，尚可新增多少由两侧相减；同一地块同一侧只登记一次。</source><translation>What is given up and what is added share a group; the difference is what may still be added. A plot is registered once a side.</translation></message>
<message><source>撤回 {group} 的 {number} {side}。</source><translation>Takes back {number} ({side}) of {group}.</translation></message>
<message><source>{name} 不再参加匹配；记录保留。</source><translation>{name} is no longer matched; the record stays.</translation></message>
<message><source>面积单位</source><translation>Area unit</translation></message>
<message><source>登记地块…</source><translation>Register plot…</translation></message>
<message><source>登记挂钩…</source><translation>Register linked plot…</translation></message>
<message><source>没有地块</source><translation>No plots</translation></message>
<message><source>按月登记面积、权属、年期和状态；存量、时钟和供需匹配都由此而来。</source><translation>Register area, ownership, term and state by month; stock, clocks and matching rest on them.</translation></message>
<message><source>没有到期或闲置的地块</source><translation>No plot is expiring or idle</translation></message>
<message><source>填了年期和闲置起始日的地块，在这里计时。</source><translation>Plots with a term or an idle date are timed here.</translation></message>
<message><source>没有储备地块</source><translation>No reserve plots</translation></message>
<message><source>状态为储备并写明理由的地块在这里。</source><translation>Plots kept in reserve, with their reason, are here.</translation></message>
<message><source>没有增减挂钩</source><translation>No linked plots</translation></message>
<message><source>登记减少和新增的地块，自动算出尚可新增多少。</source><translation>Register what is given up and added; what may still be added is worked out.</translation></message>
<message><source>没有企业需求</source><translation>No company looks for room</translation></message>
<message><source>有书面意向的企业在这里，每一处不合适都有原因。</source><translation>Companies with a written wish are here; every place that does not suit says why.</translation></message>
<message><source>登记地块</source><translation>Register plot</translation></message>
<message><source>更新 {number}</source><translation>Update {number}</translation></message>
<message><source>撤回记录</source><translation>Take back record</translation></message>
<message><source>登记挂钩</source><translation>Register linked plot</translation></message>
<message><source>撤回挂钩</source><translation>Take back linked plot</translation></message>
<message><source>撤回意向</source><translation>Take back wish</translation></message>
<message><source>地块</source><translation>Plots</translation></message>
<message><source>存量</source><translation>Stock</translation></message>
<message><source>时钟</source><translation>Clocks</translation></message>
<message><source>储备</source><translation>Reserve</translation></message>
<message><source>挂钩</source><translation>Linked</translation></message>
<message><source>需求</source><translation>Demand</translation></message>
<message><source>登记记录</source><translation>Records</translation></message>
<message><source>近 12 个月</source><translation>Last 12 months</translation></message>
<message><source>挂钩地块</source><translation>Linked plots</translation></message>
<message><source>去处</source><translation>Place</translation></message>
<message><source>意向分园</source><translation>Wished parks</translation></message>
<message><source>近 12 个月，按各月末的登记</source><translation>Last 12 months, as registered at each month's end</translation></message>
<message><source>看供需匹配</source><translation>See matching</translation></message>
<message><source>更新…</source><translation>Update…</translation></message>
<message><source>地块编号</source><translation>Plot number</translation></message>
<message><source>面积</source><translation>Area</translation></message>
<message><source>已用</source><translation>Used</translation></message>
<message><source>权属</source><translation>Ownership</translation></message>
<message><source>集体用地转型</source><translation>Collective land conversion</translation></message>
<message><source>供应方式</source><translation>Supply</translation></message>
<message><source>年期起始</source><translation>Term from</translation></message>
<message><source>年期到期</source><translation>Term to</translation></message>
<message><source>容积率</source><translation>Floor-area ratio</translation></message>
<message><source>自持比例（%）</source><translation>Self-held (%)</translation></message>
<message><source>年产出（万元）</source><translation>Yearly output (CNY 10k)</translation></message>
<message><source>所在地块</source><translation>Stands on plot</translation></message>
<message><source>闲置起始</source><translation>Idle since</translation></message>
<message><source>可供时间</source><translation>Available from</translation></message>
<message><source>储备理由</source><translation>Reason of reserve</translation></message>
<message><source>挂钩组</source><translation>Linked group</translation></message>
<message><source>一侧</source><translation>Side</translation></message>
<message><source>落实日期</source><translation>Done on</translation></message>
<message><source>成本（万元）</source><translation>Cost (CNY 10k)</translation></message>
<message><source>批复文件</source><translation>Approval</translation></message>
<message><source>不限则留空；多个用顿号隔开</source><translation>Empty for any; separate several with 、</translation></message>
<message><source>发展模式</source><translation>Mode</translation></message>
<message><source>载体</source><translation>Carrier</translation></message>
<message><source>撤回挂钩…</source><translation>Take back linked plot…</translation></message>
<message><source>撤回意向…</source><translation>Take back wish…</translation></message>
<message><source>撤回记录…</source><translation>Take back record…</translation></message>
<message><source>未知则留空</source><translation>Empty if unknown</translation></message>
<message><source>轨道、机场、发展轴</source><translation>Rail, airport, axis</translation></message>
<message><source>文件或报送表</source><translation>Document or form</translation></message>
<message><source>未落实则留空</source><translation>Empty if not done</translation></message>
<message><source>不限则留空</source><translation>Empty for any</translation></message>
<message><source>可以</source><translation>Possible</translation></message>
<message><source>不可以</source><translation>Not possible</translation></message>
<message><source>登记其他对象…</source><translation>Register another subject…</translation></message>
<message><source>组团目录没有读到。</source><translation>The clusters could not be read.</translation></message>
<message><source>没有决定过</source><translation>Nothing decided yet</translation></message>
<message><source>划入、调整和退出都由人决定，日期和理由留在这里。</source><translation>Entering, changing and leaving are decided by people; days and reasons stay here.</translation></message>
<message><source>没有考核得分</source><translation>No score</translation></message>
<message><source>考核在准入联审页进行；没有公开的权重，方案由本办放进规则文件夹。</source><translation>Assessments are run on the page Admission; no weights are public, schemes are the office's own.</translation></message>
<message><source>组团和地块在列表里；这里登记不在列表里的对象。</source><translation>Clusters and plots are in the list; others are registered here.</translation></message>
<message><source>现为{now}。{judged}。由人决定，自动不改。</source><translation>Now {now}. {judged}. A person decides; nothing changes by itself.</translation></message>
<message><source>决定层次 {subject}</source><translation>Decide the level of {subject}</translation></message>
<message><source>登记层次</source><translation>Register a level</translation></message>
<message><source>历次决定</source><translation>Decisions</translation></message>
<message><source>政策区三层次</source><translation>Three levels of policy areas</translation></message>
<message><source>分园、地块编号或政策区名称</source><translation>Park, plot number or name of the area</translation></message>
<message><source>可用</source><translation>Free</translation></message>
<message><source>到期</source><translation>Ends</translation></message>
<message><source>自持</source><translation>Self-held</translation></message>
<message><source>记录号</source><translation>Record</translation></message>
<message><source>面积（公顷）</source><translation>Area (ha)</translation></message>
<message><source>宗数</source><translation>Plots</translation></message>
<message><source>最大单宗可用</source><translation>Largest free piece</translation></message>
<message><source>闲置</source><translation>Idle</translation></message>
<message><source>自持比例</source><translation>Self-held share</translation></message>
<message><source>未报已用</source><translation>Use not stated</translation></message>
<message><source>起算或到期</source><translation>Since or until</translation></message>
<message><source>月数</source><translation>Months</translation></message>
<message><source>情况</source><translation>Situation</translation></message>
<message><source>减少</source><translation>Given up</translation></message>
<message><source>已减少</source><translation>Given up so far</translation></message>
<message><source>已新增</source><translation>Added so far</translation></message>
<message><source>成本</source><translation>Cost</translation></message>
<message><source>平衡</source><translation>Balance</translation></message>
<message><source>落实</source><translation>Done</translation></message>
<message><source>书面意向</source><translation>Paper</translation></message>
<message><source>匹配</source><translation>Match</translation></message>
<message><source>逐项</source><translation>Point by point</translation></message>
<message><source>层次</source><translation>Level</translation></message>
<message><source>最近得分</source><translation>Latest score</translation></message>
<message><source>考核日</source><translation>Assessed on</translation></message>
<message><source>待决定</source><translation>To decide</translation></message>
<message><source>决定人</source><translation>Decided by</translation></message>
<message><source>供应</source><translation>Supply</translation></message>
<message><source>核对操作记录首尾相接、数据行与记录一致、存档的原件与发布件未改动。填上以前抄下的校验值，还能查出整段被删或重写。</source><translation>Proves that the journal is an unbroken chain, that data rows agree with it and that archived originals and published files are unchanged. With a check value written down earlier, a journal cut short or written anew shows too.</translation></message>
<message><source>案件</source><translation>Case</translation></message>
  <message><source>关注</source><translation>Watch</translation></message>
  <message><source>批量改…</source><translation>Change several…</translation></message>
  <message><source>改所选企业的一项；F2 改一格，Ctrl+D 向下填充</source><translation>Change one field of the selected companies; F2 changes a cell, Ctrl+D fills down</translation></message>
  <message><source>关注名单由办公室共用，列在台账的“关注”中；写明缘由便于他人知道看什么。</source><translation>The office shares its watch list, shown under "Watch" in the ledger; a reason tells the others what to look for.</translation></message>
  <message><source>调整组团</source><translation>Change cluster</translation></message>
  <message><source>批量改</source><translation>Change several</translation></message>
  <message><source>{act} {n} 家</source><translation>{act}: {n} companies</translation></message>
  <message><source>核对改动</source><translation>Checking changes</translation></message>
  <message><source>{n} 家</source><translation>{n} companies</translation></message>
  <message><source>打开卡片（Enter）</source><translation>Open card (Enter)</translation></message>
  <message><source>改值（F2）</source><translation>Change value (F2)</translation></message>
  <message><source>批量改 {n} 家…</source><translation>Change {n} companies…</translation></message>
  <message><source>更正…</source><translation>Correct…</translation></message>
  <message><source>调整组团…</source><translation>Change cluster…</translation></message>
  <message><source>发起迁移案件…</source><translation>Open a move case…</translation></message>
  <message><source>批量改所选企业…</source><translation>Change the selected companies…</translation></message>
  <message><source>调整所选企业的组团…</source><translation>Change the cluster of the selected companies…</translation></message>
  <message><source>关注所选企业…</source><translation>Watch the selected companies…</translation></message>
  <message><source>取消关注</source><translation>Stop watching</translation></message>
  <message><source>发起迁移案件</source><translation>Open a move case</translation></message>
  <message><source>先在台账中选一家或几家企业</source><translation>Select one or more companies in the ledger first</translation></message>
  <message><source>另有 {m} 格不能改：{what}</source><translation>{m} more cells cannot be changed: {what}</translation></message>
  <message><source>更正</source><translation>Correct</translation></message>
  <message><source>先选还未关注的企业</source><translation>Select companies that are not watched yet</translation></message>
  <message><source>先选已关注的企业</source><translation>Select watched companies first</translation></message>
  <message><source>先在台账中选一家企业</source><translation>Select a company in the ledger first</translation></message>
  <message><source>这家企业没有迁移案件；文件附在案件上，请先发起案件</source><translation>This company has no move case; files are kept with a case, so open one first</translation></message>
  <message><source>如 拟迁出、税收骤降</source><translation>e.g. plans to move, tax fell</translation></message>
  <message><source>关注 {who}</source><translation>Watch {who}</translation></message>
  <message><source>加关注…</source><translation>Watch…</translation></message>
  <message><source>园方的原件不动；每园另存一版更正件，逐格留痕，可一步撤销。</source><translation>The park's original stays; each park gets a corrected version, cell by cell on record, undone in one step.</translation></message>
  <message><source>依据，如 园方来电 李某、某某函</source><translation>Basis, e.g. call from the park, letter no.</translation></message>
  <message><source>正在核对…</source><translation>Checking…</translation></message>
  <message><source>调整归属 {n} 家</source><translation>Reassign {n} companies</translation></message>
  <message><source>更正 {n} 处</source><translation>Correct {n} values</translation></message>
  <message><source>改动预览</source><translation>Preview of changes</translation></message>
  <message><source>先填新值再预览，未写入</source><translation>Enter a value, then preview; nothing written</translation></message>
  <message><source>，未写入</source><translation>, nothing written</translation></message>
  <message><source>可以改的值</source><translation>a value that can be changed</translation></message>
  <message><source>在{where}中替换；改动先整块核对，再写入。</source><translation>Replaces in {where}; all changes are checked together before writing.</translation></message>
  <message><source>替换…</source><translation>Replace…</translation></message>
  <message><source>清空单元格</source><translation>Clear cell</translation></message>
  <message><source>所选 {n} 行</source><translation>the {n} selected rows</translation></message>
  <message><source>当前显示的 {n} 行</source><translation>the {n} rows shown</translation></message>
  <message><source>查找内容</source><translation>Find</translation></message>
  <message><source>替换为</source><translation>Replace with</translation></message>
  <message><source>按{column}分组</source><translation>Grouped by {column}</translation></message>
  <message><source>当前显示的 {n} 行，{m} 组；打开一组即按它筛选。</source><translation>{n} rows shown, {m} groups; opening a group filters by it.</translation></message>
  <message><source>按此列分组…</source><translation>Group by this column…</translation></message>
  <message><source>正在核对有没有缺项…</source><translation>Checking whether anything is lacking…</translation></message>
  <message><source>核对月报</source><translation>Check the report</translation></message>
  <message><source>没有核对出来：{why}</source><translation>Could not be checked: {why}</translation></message>
  <message><source>准备页面</source><translation>Get the pages ready</translation></message>
<message><source>资金</source><translation>Funds</translation></message>
<message><source>没有资金</source><translation>No funds</translation></message>
<message><source>登记资金…</source><translation>Register fund…</translation></message>
<message><source>登记资金</source><translation>Register fund</translation></message>
<message><source>安排支持…</source><translation>Give support…</translation></message>
<message><source>安排支持</source><translation>Give support</translation></message>
<message><source>预留地块…</source><translation>Reserve plot…</translation></message>
<message><source>评估打分…</source><translation>Score…</translation></message>
<message><source>评估打分</source><translation>Score</translation></message>
<message><source>项目资金</source><translation>Support given</translation></message>
<message><source>登记限额和年度，例如 5 年 300 亿元；每笔支持累计扣减，余额随时可见。</source><translation>Register the limit and years, e.g. CNY 30 billion in 5 years; every payment is taken off and the balance is always in sight.</translation></message>
<message><source>把考核方案放进本办规则文件夹的 assessment 目录，再选数据表评分；得分在这里重算复核。</source><translation>Put the scheme into the folder assessment of the office's rules, then choose a file of figures; scores are recomputed here.</translation></message>
<message><source>还没有登记议事机构和成员；请先在规划目标页的议事机构登记</source><translation>No body with members is registered yet; register one on the page Plan targets</translation></message>
<message><source>去登记</source><translation>Register</translation></message>
<message><source>没有考核方案；请把方案文件放进 {folder}</source><translation>There is no scheme; put its file into {folder}</translation></message>
<message><source>选择考核数据表</source><translation>Choose a file of figures</translation></message>
<message><source>数据表 (*.csv)</source><translation>Figures (*.csv)</translation></message>
<message><source>写明总限额和起止年度；每笔支持累计扣减，超出余额或年度的不能登记。规划纲要四（一）3：5 年 300 亿元集中支持。</source><translation>State the limit and the years; every payment is taken off, and none beyond the balance or the years is taken. Outline 4(1)3: CNY 30 billion in 5 years.</translation></message>
<message><source>资金名称</source><translation>Name of the fund</translation></message>
<message><source>限额（万元）</source><translation>Limit (CNY 10k)</translation></message>
<message><source>300 亿元填 3000000</source><translation>3000000 for CNY 30 billion</translation></message>
<message><source>起始年度</source><translation>From year</translation></message>
<message><source>截止年度</source><translation>To year</translation></message>
<message><source>文件和条款</source><translation>Document and clause</translation></message>
<message><source>金额（万元）</source><translation>Amount (CNY 10k)</translation></message>
<message><source>批复、协议</source><translation>Approval, agreement</translation></message>
<message><source>地块转为储备，理由写明本项目；其他企业的匹配不再用它。地块须先在组团空间的用地空间登记。</source><translation>The plot goes onto the reserve list for this project; matching no longer uses it. It must be registered on the page Clusters first.</translation></message>
<message><source>会议纪要</source><translation>Minutes</translation></message>
<message><source>公布件</source><translation>Publication sheet</translation></message>
<message><source>会议纪要、函</source><translation>Minutes, letter</translation></message>
<message><source>预留地块 {number}</source><translation>Reserve a plot for {number}</translation></message>
<message><source>数据表 {name}：首列为对象，首行为指标 key，空格即未报。方案、数据和得分一并留存，随时可重算。</source><translation>File {name}: the first column names the subject, the first row the indicators, an empty cell is not reported. Scheme, figures and scores are kept and can be recomputed.</translation></message>
<message><source>年报、核查</source><translation>Yearly report, inspection</translation></message>
<message><source>年度</source><translation>Years</translation></message>
<message><source>限额</source><translation>Limit</translation></message>
<message><source>余额</source><translation>Balance</translation></message>
<message><source>使用</source><translation>Used</translation></message>
<message><source>笔数</source><translation>Payments</translation></message>
<message><source>支付后余额</source><translation>Balance after</translation></message>
<message><source>金额</source><translation>Amount</translation></message>
  <message><source>列入题单…</source><translation>Put on agenda…</translation></message>
  <message><source>列入题单…（T）</source><translation>Put on agenda… (T)</translation></message>
  <message><source>列入题单</source><translation>Put on agenda</translation></message>
  <message><source>列入事项…</source><translation>Add a matter…</translation></message>
  <message><source>列入事项</source><translation>Add a matter</translation></message>
  <message><source>先选一件案件或一条线索</source><translation>Select a case or a lead first</translation></message>
  <message><source>{name} 列在 {month} 题单之末，可调整次序或撤下；事实取自案卷。</source><translation>{name} goes to the end of the agenda of {month}; order it or take it off there. Facts come from the case file.</translation></message>
  <message><source>提请议定</source><translation>To be decided</translation></message>
  <message><source>如 请议定是否进入分享</source><translation>e.g. decide whether it enters sharing</translation></message>
  <message><source>已列入 {month} 题单</source><translation>Put on the agenda of {month}</translation></message>
  <message><source>事实</source><translation>Facts</translation></message>
  <message><source>涉及各方（可不填，以、分隔）</source><translation>Parties (optional, separated by 、)</translation></message>
  <message><source>列在 {month} 题单之末，可调整次序或撤下。</source><translation>Goes to the end of the agenda of {month}; order it or take it off there.</translation></message>
  <message><source>理由（可不填）</source><translation>Reason (optional)</translation></message>
  <message><source>撤下这一题</source><translation>Take this question off</translation></message>
  <message><source>撤下…</source><translation>Take off…</translation></message>
  <message><source>已撤下一题</source><translation>One question taken off</translation></message>
  <message><source>已调整题单次序</source><translation>Order of the agenda changed</translation></message>
  <message><source>题单</source><translation>Agenda</translation></message>
  <message><source>案件与线索可在看板或列表的右键菜单中列入</source><translation>Cases and leads: by the right-click menu of the board or the list</translation></message>
  <message><source>{who} 列入</source><translation>put here by {who}</translation></message>
  <message><source>上移一题</source><translation>Move up</translation></message>
  <message><source>下移一题</source><translation>Move down</translation></message>
  <message><source>关联企业</source><translation>Related companies</translation></message>
  <message><source>{name}（卡片）</source><translation>{name} (card)</translation></message>
  <message><source>裁定未报…</source><translation>Rule on missing tax…</translation></message>
  <message><source>裁定未报</source><translation>Ruling on missing tax</translation></message>
  <message><source>由市级裁定：税收未报的案件不妨碍本月锁定，仍列未报</source><translation>The city rules that a case without reported tax does not keep the month from being locked; it stays not reported</translation></message>
  <message><source>本月试算中没有未报而待裁定的案件</source><translation>No case in this month's trial waits for a ruling</translation></message>
  <message><source>已裁定 {case}：未报不妨碍锁定，次月跟进</source><translation>Ruled on {case}: missing tax does not block locking; followed up next month</translation></message>
  <message><source>未报的案件</source><translation>Case not reported</translation></message>
  <message><source>裁定人</source><translation>Ruled by</translation></message>
  <message><source>如 税务系统停机，次月补报</source><translation>e.g. tax system down, reported next month</translation></message>
  <message><source>裁定后 {month} 可在该案税收未报时锁定；仍列未报，不按零计，报来后列为其后月份的调账。</source><translation>After the ruling {month} can be locked while the case's tax is not reported; it stays not reported, never zero, and comes as an adjustment later.</translation></message>
<message><source>产业定位</source><translation>Positions</translation></message>
<message><source>产业缺口</source><translation>Gaps</translation></message>
<message><source>企业联系</source><translation>Company ties</translation></message>
<message><source>企业（家）</source><translation>Companies</translation></message>
<message><source>没有企业联系</source><translation>No company ties</translation></message>
<message><source>在登记簿里登记领军企业生态圈、总部与异地经营点、孵化毕业企业，跨分园合并查看，同一企业只计一次。</source><translation>Enter leaders' circles, headquarters with sites elsewhere and graduates in the registers; they are shown across parks, each company once.</translation></message>
<message><source>年度报告</source><translation>Yearly book</translation></message>
<message><source>公开版</source><translation>Public version</translation></message>
<message><source>分园或去向</source><translation>Parks or destination</translation></message>
<message><source>没有登记产业定位</source><translation>No positions registered</translation></message>
<message><source>登记各园的千亿级优势主导产业和百亿级重点培育产业，当年累计收入由台账得出。</source><translation>Register each park's leading industries (CNY 100 billion) and those to be grown (10 billion); the year's revenue comes from the ledger.</translation></message>
<message><source>登记定位…</source><translation>Register position…</translation></message>
<message><source>没有缺口，或没有入库的分园</source><translation>No gaps, or no park is in</translation></message>
<message><source>规划产业还没有企业的组团列在这里；未入库的分园不算缺口。</source><translation>Clusters without a company in a planned industry are listed here; parks that are not in are no gap.</translation></message>
<message><source>更正{name}</source><translation>Correct {name}</translation></message>
<message><source>更正后的一条替代原来的一条；原来的保留，可一步撤销。</source><translation>The corrected entry takes the place of the old one, which is kept; one step undoes it.</translation></message>
<message><source>当年累计收入（万元）</source><translation>Revenue this year (CNY 10k)</translation></message>
<message><source>目标（万元）</source><translation>Goal (CNY 10k)</translation></message>
<message><source>当年累计收入</source><translation>Revenue this year</translation></message>
<message><source>报了收入</source><translation>Stated</translation></message>
<message><source>规划产业</source><translation>Planned industry</translation></message>
<message><source>招引</source><translation>Attract</translation></message>
<message><source>现有企业</source><translation>Companies</translation></message>
<message><source>没有企业的领域</source><translation>Fields without a company</translation></message>
<message><source>可用（公顷）</source><translation>Free (ha)</translation></message>
<message><source>有意向的企业</source><translation>Wishing companies</translation></message>
<message><source>已用（万元）</source><translation>Given (CNY 10k)</translation></message>
<message><source>余额（万元）</source><translation>Balance (CNY 10k)</translation></message>
<message><source>支付后余额（万元）</source><translation>Balance after (CNY 10k)</translation></message>
<message><source>面积（平方公里）</source><translation>Area (km²)</translation></message>
  <message><source>千分位</source><translation>Thousands</translation></message>
  <message><source>逗号</source><translation>comma</translation></message>
  <message><source>空格</source><translation>space</translation></message>
  <message><source>不分隔</source><translation>none</translation></message>
  <message><source>只改窗口里的显示，文书和导出不变；金额以万元显示两位小数，缺报为“—”，零为“0.00”，全办统一</source><translation>Changes the window only, not papers or exports; amounts in 10,000 yuan with two decimals, "—" not reported, "0.00" zero, for the whole office</translation></message>
  <message><source>{park}　{month} 月报</source><translation>{park} {month} report</translation></message>
  <message><source>{who}　待我方 {n} 件</source><translation>{who}: {n} cases wait for us</translation></message>
  <message><source>为什么先报</source><translation>Why sent before it is mended</translation></message>
  <message><source>交换</source><translation>Exchange</translation></message>
  <message><source>交换包</source><translation>Packages</translation></message>
  <message><source>以后各方收到案卷包时看到这个值和依据。</source><translation>The parties see this value and its ground with the next case package.</translation></message>
  <message><source>企业、案件号、分园</source><translation>company, case number, park</translation></message>
  <message><source>企业、问题、文件</source><translation>company, issue, file</translation></message>
  <message><source>先选哪一项；只列出{side}可以填的。</source><translation>Choose the item first; only those {side} may fill in are listed.</translation></message>
  <message><source>公钥已写到 {path}</source><translation>Public key written to {path}</translation></message>
  <message><source>内容未变，原包再写到 {path}</source><translation>Nothing changed; the same package written again to {path}</translation></message>
  <message><source>写意见 {name}</source><translation>Opinion on {name}</translation></message>
  <message><source>写意见…</source><translation>Opinion…</translation></message>
  <message><source>分园发来的报送包、案卷包拖到窗口任一处即可收；回执、退回件、规则由这里打包发出。</source><translation>Drop packages of the parks anywhere on the window; receipts, returns and rules are packed and sent from here.</translation></message>
  <message><source>单元格</source><translation>Cell</translation></message>
  <message><source>原包再写一份</source><translation>Write the package again</translation></message>
  <message><source>原包再写一份…</source><translation>Write again…</translation></message>
  <message><source>发给</source><translation>To</translation></message>
  <message><source>取上月生成模板</source><translation>Template from last month</translation></message>
  <message><source>取上月生成模板…</source><translation>Template from last month…</translation></message>
  <message><source>取上月生成模板，在 Excel 或 WPS 里填好，再选文件自检；与市级接收时同一套校验。</source><translation>Take last month as a template, fill it in with Excel or WPS, then check the file with the city's own checks.</translation></message>
  <message><source>取出到哪个文件夹</source><translation>Folder for the files</translation></message>
  <message><source>取出对账单…</source><translation>Take out statement…</translation></message>
  <message><source>取出文件</source><translation>Take out files</translation></message>
  <message><source>取出文件…</source><translation>Take out files…</translation></message>
  <message><source>取出退回件…</source><translation>Take out return file…</translation></message>
  <message><source>只写{side}的意见；意见不能阻止企业迁移。</source><translation>Only the opinion of {side}; no opinion stops a move.</translation></message>
  <message><source>号</source><translation>No.</translation></message>
  <message><source>各方一致</source><translation>All agree</translation></message>
  <message><source>各方不一</source><translation>Contested</translation></message>
  <message><source>各方填得不同的项会列在这里，由人裁定。</source><translation>Items the parties filled in differently are listed here for a person to decide.</translation></message>
  <message><source>哪一项</source><translation>Item</translation></message>
  <message><source>填写 {name}</source><translation>Fill in {name}</translation></message>
  <message><source>填写{title}</source><translation>Fill in {title}</translation></message>
  <message><source>填写…</source><translation>Fill in…</translation></message>
  <message><source>填好的报送文件</source><translation>Filled-in submission</translation></message>
  <message><source>对方</source><translation>Other party</translation></message>
  <message><source>导出公钥</source><translation>Export public key</translation></message>
  <message><source>导出本单位公钥</source><translation>Export our public key</translation></message>
  <message><source>导出本单位公钥…</source><translation>Export our key…</translation></message>
  <message><source>尚待</source><translation>Still wanted</translation></message>
  <message><source>已取出 {path}</source><translation>Taken out: {path}</translation></message>
  <message><source>已打包 {path}</source><translation>Packed: {path}</translation></message>
  <message><source>已生成密钥，指纹 {print}</source><translation>Key made, print {print}</translation></message>
  <message><source>已登记公钥：{who}</source><translation>Keys noted: {who}</translation></message>
  <message><source>市级意见</source><translation>City</translation></message>
  <message><source>市级打包</source><translation>Packed by city</translation></message>
  <message><source>市级状态</source><translation>City's state</translation></message>
  <message><source>市级结算后，回执退回包里带着本区的对账单（PDF 与 Excel）。</source><translation>After settling, the city's answer carries the district's statement (PDF and Excel).</translation></message>
  <message><source>市级转送各方的记录；分园只带自己写的。经市级转送，三方都会对齐。</source><translation>The city passes on everybody's records, a park its own only; through the city all three agree.</translation></message>
  <message><source>市级退回时，回执退回包里带着标好问题的文件。</source><translation>When the city returns a file, its answer carries the marked workbook.</translation></message>
  <message><source>应为</source><translation>Expected</translation></message>
  <message><source>意见日期</source><translation>Day of opinion</translation></message>
  <message><source>我方 {mine}；{theirs}；此前 {base}。写下认定的值和依据。</source><translation>We: {mine}; {theirs}; before: {base}. Write the value you find and on what ground.</translation></message>
  <message><source>我方</source><translation>We</translation></message>
  <message><source>我方是{side}</source><translation>We are {side}</translation></message>
  <message><source>我是分园</source><translation>This is a park</translation></message>
  <message><source>我的报送</source><translation>My submissions</translation></message>
  <message><source>我的企业</source><translation>My companies</translation></message>
  <message><source>我的案件</source><translation>My cases</translation></message>
  <message><source>我的对账单</source><translation>My statements</translation></message>
  <message><source>取上月、自检、盖章打包、回执与退回件</source><translation>Last month, self-check, stamp and pack, receipts and returns</translation></message>
  <message><source>本园的迁移案卷，三方各写一栏</source><translation>Moves of this park; each of three parties writes its own column</translation></message>
  <message><source>市级发来的税收分享对账单</source><translation>Statements of tax sharing sent by the city</translation></message>
  <message><source>打包</source><translation>Packed</translation></message>
  <message><source>打回执退回包</source><translation>Pack answer</translation></message>
  <message><source>打回执退回包…</source><translation>Pack answer…</translation></message>
  <message><source>打案卷包</source><translation>Pack cases</translation></message>
  <message><source>打案卷包…</source><translation>Pack cases…</translation></message>
  <message><source>打规则包</source><translation>Pack rules</translation></message>
  <message><source>打规则包…</source><translation>Pack rules…</translation></message>
  <message><source>报出与回执</source><translation>Sent and receipts</translation></message>
  <message><source>收交换包</source><translation>Take in packages</translation></message>
  <message><source>收交换包…</source><translation>Take in packages…</translation></message>
  <message><source>收到 {came}，发出 {sent}</source><translation>{came} received, {sent} sent</translation></message>
  <message><source>收发</source><translation>In/out</translation></message>
  <message><source>收市级的包…</source><translation>Take in city's package…</translation></message>
  <message><source>收案卷包…</source><translation>Take in case package…</translation></message>
  <message><source>文书名称与页码</source><translation>title and page of the paper</translation></message>
  <message><source>日期写作 2026-10-15，金额写作 1234.56（元）</source><translation>days as 2026-10-15, amounts as 1234.56 (yuan)</translation></message>
  <message><source>月份、文件</source><translation>month, file</translation></message>
  <message><source>月份写作 2026-10</source><translation>write the month as 2026-10</translation></message>
  <message><source>有错误仍先报送</source><translation>Send with errors</translation></message>
  <message><source>本单位以后打的包都用它签名；对方登记公钥后才收得下。此前的密钥停用，对方须重新登记。</source><translation>Every package from now on is signed with it; the others must note its public key before they can take one in. An earlier key ends.</translation></message>
  <message><source>本单位密钥指纹 {print}</source><translation>Print of our key {print}</translation></message>
  <message><source>本单位没有密钥，包不签名</source><translation>No key of ours; packages are not signed</translation></message>
  <message><source>本园企业迁出迁入时立案卷，或收市级发来的案卷包。任何一方的意见都不能阻止企业迁移。</source><translation>Open a slip when a company moves out or in, or take in the city's case package. No opinion of any party stops a move.</translation></message>
  <message><source>本工作区改为分园用：左栏只有我的报送、我的企业、我的案件、我的对账单。有数据后不能再改。</source><translation>This workspace becomes a park's: submissions, companies, cases, statements. It cannot be changed once it holds data.</translation></message>
  <message><source>校验开关与参数、列的对应、本办名录。分园收下后，自检与市级接收时用同一套规则。</source><translation>Switches and numbers of checks, column answers, the office's catalogue. The park then checks with the city's own rules.</translation></message>
  <message><source>案件号</source><translation>Case no.</translation></message>
  <message><source>案卷</source><translation>Case slips</translation></message>
  <message><source>案卷…</source><translation>Case slips…</translation></message>
  <message><source>模板写到</source><translation>Write template to</translation></message>
  <message><source>模板已写到 {path}</source><translation>Template written to {path}</translation></message>
  <message><source>模板里已有上次报出的企业，灰字为上次的数；在 Excel 或 WPS 里改好、存盘。</source><translation>The template holds the companies last sent, their last figures in grey; change and save it in Excel or WPS.</translation></message>
  <message><source>此前</source><translation>Before</translation></message>
  <message><source>每月以市级最后发来的为准</source><translation>The city's last one of each month counts</translation></message>
  <message><source>每版一份回执、最近一次的退回件、已算出的对账单，打成一个包发给分园。</source><translation>A receipt for every version, the last return file and the statement, in one package for the park.</translation></message>
  <message><source>没有对账单</source><translation>No statements</translation></message>
  <message><source>没有案卷</source><translation>No case slips</translation></message>
  <message><source>没有登记对方的公钥</source><translation>no keys of others noted</translation></message>
  <message><source>没有退回件</source><translation>No return files</translation></message>
  <message><source>生成密钥</source><translation>Make a key</translation></message>
  <message><source>生成密钥…</source><translation>Make a key…</translation></message>
  <message><source>生成模板</source><translation>Make template</translation></message>
  <message><source>登记公钥</source><translation>Note public key</translation></message>
  <message><source>登记对方公钥</source><translation>Note the other's public key</translation></message>
  <message><source>登记对方公钥…</source><translation>Note other's key…</translation></message>
  <message><source>盖自检章并打包</source><translation>Stamp and pack</translation></message>
  <message><source>盖自检章并打包…</source><translation>Stamp and pack…</translation></message>
  <message><source>知悉、可接收可以不写</source><translation>may be left empty where we only note it or can receive</translation></message>
  <message><source>立案卷</source><translation>Open slip</translation></message>
  <message><source>立案卷…</source><translation>Open slip…</translation></message>
  <message><source>第几次</source><translation>Edition</translation></message>
  <message><source>签名</source><translation>Signature</translation></message>
  <message><source>经办</source><translation>By</translation></message>
  <message><source>自检</source><translation>Self-check</translation></message>
  <message><source>自检、盖章、打包报送，收市级的回执和退回件</source><translation>Check, stamp and pack submissions; take in the city's receipts and returns</translation></message>
  <message><source>自检后盖章打包，把 zip 发给市级；市级的回执包收进来后在这里对上。</source><translation>Check, stamp and pack, send the zip to the city; its receipts are matched here.</translation></message>
  <message><source>自检还有 {n} 项错误。先报的，市级看得到“自检有错误”和这里写的理由。</source><translation>{n} errors are left. The city will see that the file was sent with errors, and the reason given here.</translation></message>
  <message><source>裁定{title}</source><translation>Decide {title}</translation></message>
  <message><source>裁定…</source><translation>Decide…</translation></message>
  <message><source>设为分园工作区</source><translation>Make it a park's workspace</translation></message>
  <message><source>读取交换包</source><translation>Reading packages</translation></message>
  <message><source>迁入</source><translation>Into</translation></message>
  <message><source>迁入方意见</source><translation>Move-in side</translation></message>
  <message><source>迁出</source><translation>Out of</translation></message>
  <message><source>迁出或迁入有一方是本园。市级收到案卷包后给案件号。</source><translation>One of the two is our park. The city gives the case number when it takes in the package.</translation></message>
  <message><source>迁出方意见</source><translation>Move-out side</translation></message>
  <message><source>还没有往来</source><translation>Nothing exchanged yet</translation></message>
  <message><source>还没有报出</source><translation>Nothing sent yet</translation></message>
  <message><source>还没有自检的文件，或没有问题</source><translation>No file checked yet, or no issues</translation></message>
  <message><source>还没有选文件</source><translation>No file chosen</translation></message>
  <message><source>退回件</source><translation>Return files</translation></message>
  <message><source>选分园</source><translation>Choose park</translation></message>
  <message><source>选分园…</source><translation>Choose park…</translation></message>
  <message><source>选择填好的文件…</source><translation>Choose filled-in file…</translation></message>
  <message><source>重新自检</source><translation>Check again</translation></message>
  <message><source>已生成 {n} 份回执，在发出文件夹</source><translation>{n} receipts written into the outbox</translation></message>
  <message><source>生成回执</source><translation>Write receipts</translation></message>
  <message><source>生成各园回执</source><translation>Write every park's receipt</translation></message>
  <message><source>每园一份，写明版本、家数、校验值和待补事项</source><translation>One a park: version, companies, hash and what is still wanted</translation></message>
  <message><source>说明随 {month} 报送留存，列入月报的报送情况。</source><translation>Kept with the submission of {month} and told in the report.</translation></message>
  <message><source>理由，谁怎么说的</source><translation>Reason, and who said so</translation></message>
  <message><source>如 税务补来数据，来电 李某</source><translation>e.g. tax office sent more data, call from Mr Li</translation></message>
  <message><source>登记{what}说明…</source><translation>Record {what}…</translation></message>
  <message><source>问题与退回</source><translation>Issues and returns</translation></message>
  <message><source>看此规则</source><translation>Show this rule</translation></message>
  <message><source>停用此规则…</source><translation>Stop this rule…</translation></message>
  <message><source>停用规则</source><translation>Stop a rule</translation></message>
  <message><source>今后的报送不再查“{name}”，已查出的问题不变；记入操作记录，可在规则参数的校验目录恢复。</source><translation>Submissions from now on are not checked for "{name}"; issues found stay. Journalled; switched on again under Rules, Checks.</translation></message>
  <message><source>停用 {code} {name}</source><translation>Stop {code} {name}</translation></message>
  <message><source>推进到下一阶段</source><translation>Go on to the next stage</translation></message>
  <message><source>{park}的历次版本</source><translation>Versions of {park}</translation></message>
  <message><source>比较方案</source><translation>Compare plans</translation></message>
  <message><source>只存所填的改动，供以后再看和比较；不入账，不改规则。同名的方案会被替换。</source><translation>Keeps only the changes filled in, to look at and compare later; nothing is posted and no rule changes. A plan of the same name is replaced.</translation></message>
  <message><source>方案名称</source><translation>Name of the plan</translation></message>
  <message><source>方案A</source><translation>Plan A</translation></message>
  <message><source>方案B</source><translation>Plan B</translation></message>
  <message><source>如 比例四成</source><translation>e.g. 40 per cent</translation></message>
  <message><source>方案参数</source><translation>What the plans change</translation></message>
  <message><source>各区变化，按方案</source><translation>Change by district, by plan</translation></message>
  <message><source>案件变化，按方案</source><translation>Change by case, by plan</translation></message>
  <message><source>已存方案</source><translation>Kept plans</translation></message>
  <message><source>另存方案</source><translation>Keep as a plan</translation></message>
  <message><source>填入这个方案；右键或 Delete 删除</source><translation>Fill in this plan; right click or Delete removes it</translation></message>
  <message><source>删除这个方案</source><translation>Remove this plan</translation></message>
  <message><source>（不比）</source><translation>(none)</translation></message>
  <message><source>另存方案…</source><translation>Keep as a plan…</translation></message>
  <message><source>把所填的改动存为方案，可两个并排与现行比较</source><translation>Keep the changes filled in as a plan; two can stand beside the rule in force</translation></message>
  <message><source>A 变化</source><translation>Change A</translation></message>
  <message><source>B 变化</source><translation>Change B</translation></message>
  <message><source>先选中一个已登记、未入库的分园</source><translation>Choose a park with a registered version that is not accepted</translation></message>
  <message><source>作废版本</source><translation>Set a version aside</translation></message>
  <message><source>作废{park}第 {n} 版</source><translation>Set version {n} of {park} aside</translation></message>
  <message><source>这一版不再计入任何地方，它替下的未入库版本恢复；原件、内容与理由都留存，可一步撤销。</source><translation>This version counts nowhere any more; the unaccepted one it replaced stands again. File, contents and reason are kept; undone in one step.</translation></message>
  <message><source>作废理由</source><translation>Reason</translation></message>
  <message><source>如 认错分园、误发</source><translation>e.g. wrong park, sent by mistake</translation></message>
  <message><source>作废版本…</source><translation>Set a version aside…</translation></message>
  <message><source>监视文件夹</source><translation>Watch a folder</translation></message>
  <message><source>勾选后看着一个文件夹，新来的报送和交换包列出来供接收，不会自行登记</source><translation>While ticked, new submissions and packages of a folder are listed to be received; nothing is registered by itself</translation></message>
  <message><source>查看监视的文件夹</source><translation>Look at the watched folder</translation></message>
  <message><source>监视哪个文件夹</source><translation>Folder to watch</translation></message>
  <message><source>接收新来的 {n} 份</source><translation>Receive the {n} new</translation></message>
  <message><source>接收这一份</source><translation>Receive this one</translation></message>
  <message><source>不再提示这一份</source><translation>Offer this one no more</translation></message>
  <message><source>下一处匹配</source><translation>Next match</translation></message>
  <message><source>上一处匹配</source><translation>Previous match</translation></message>
  <message><source>评估卡</source><translation>Cluster card</translation></message>
  <message><source>评估卡（所选组团）</source><translation>Cluster card (chosen cluster)</translation></message>
  <message><source>先选中一个组团</source><translation>Choose a cluster first</translation></message>
  <message><source>生成评估卡</source><translation>Make the cluster card</translation></message>
  <message><source>调整归属（Alt+G）</source><translation>Assign by hand (Alt+G)</translation></message>
<message><source>{month} 共 {n} 笔，本区收付净额 {net} 元。确认只对这些数有效，数变了要重新确认。</source><translation>{month}: {n} lines, net for our district {net} yuan. A confirmation holds for these figures only; when they change it has to be given again.</translation></message>
<message><source>{month} 已锁定，报送、判定和决定不再改动；确需改动的先登记例外</source><translation>{month} is locked: submissions, judgements and decisions stay as they are; a change that must be made needs an exception first</translation></message>
<message><source>{name}：市级算得 {due} 元。写明分歧与依据，市级在结算里看到并处理。</source><translation>{name}: the city computed {due} yuan. State the difference and its grounds; the city sees and settles it.</translation></message>
<message><source>月份、企业、案件号</source><translation>Month, company, case number</translation></message>
<message><source>没有要答复的结算行</source><translation>No lines to answer</translation></message>
<message><source>待答复 {n} 笔；每月以市级最后发来的为准</source><translation>{n} lines to answer; the city's newest statement of a month counts</translation></message>
<message><source>确认对账单</source><translation>Confirm statement</translation></message>
<message><source>答复日期</source><translation>Day of the answer</translation></message>
<message><source>逐笔答复</source><translation>Answer line by line</translation></message>
<message><source>分歧与依据</source><translation>Difference and grounds</translation></message>
<message><source>本区认为应为（元）</source><translation>Our district's figure (yuan)</translation></message>
<message><source>打对账回复包</source><translation>Pack reply to the statement</translation></message>
<message><source>确认…</source><translation>Confirm…</translation></message>
<message><source>可不写，如 600000.00</source><translation>Optional, e.g. 600000.00</translation></message>
<message><source>全月确认…</source><translation>Confirm whole month…</translation></message>
<message><source>市级与分园的页面不同；收了报送或交换包以后不能再改</source><translation>City and park have different pages; fixed once a submission or package has come</translation></message>
<message><source>已有报送或交换包，不能再改；需要另一用途，请另建工作区</source><translation>Holds submissions or packages and is fixed; for another use make another workspace</translation></message>
<message><source>分园的左栏只有我的报送、我的企业、我的案件、我的对账单；市级有全部页面。</source><translation>A park sees My reports, My companies, My cases and My statements; the city sees every page.</translation></message>
<message><source>改用途…</source><translation>Change use…</translation></message>
<message><source>改用途</source><translation>Change use</translation></message>
<message><source>计入税收</source><translation>Tax counted</translation></message>
<message><source>计入税收（万元）</source><translation>Tax counted (10k yuan)</translation></message>
<message><source>本区收付</source><translation>Received/paid</translation></message>
<message><source>本区收付（万元）</source><translation>Received/paid (10k yuan)</translation></message>
<message><source>市级结算</source><translation>Settlement</translation></message>
<message><source>我方答复</source><translation>Our answer</translation></message>
<message><source>调整分录…</source><translation>Adjust…</translation></message>
<message><source>在本月更正以前月份的分享，写明理由与依据；原结算不改写</source><translation>Correct an earlier month's sharing in this one, with reason and evidence; the earlier settlement stays</translation></message>
<message><source>登记调整分录…</source><translation>Register an adjustment…</translation></message>
<message><source>撤回调整分录…</source><translation>Take an adjustment back…</translation></message>
<message><source>已登记 {case} 的调整分录，更正 {about}；请重新试算</source><translation>Adjustment of {case} for {about} registered; run the trial again</translation></message>
<message><source>登记调整分录</source><translation>Register an adjustment</translation></message>
<message><source>撤回调整分录</source><translation>Take an adjustment back</translation></message>
<message><source>已撤回调整分录第{n}号；请重新试算</source><translation>Adjustment no. {n} taken back; run the trial again</translation></message>
<message><source>{month} 已锁定，调整分录请登记在其后的月份</source><translation>{month} is locked; register the adjustment in a later month</translation></message>
<message><source>本月没有可撤回的调整分录</source><translation>No adjustment of this month can be taken back</translation></message>
<message><source>没有已落地的案件，不用调整分录</source><translation>No case has landed; there is nothing to adjust</translation></message>
<message><source>列入 {month} 的结算，由双方确认后锁定；被更正月份的结算和报送的事实都不改写。人工登记，不计入上限和期次。</source><translation>It joins the settlement of {month}, is confirmed by both districts and locked; neither the corrected month nor the reported facts are rewritten. It is entered by hand and counts towards neither cap nor term.</translation></message>
<message><source>撤回后重新试算，该行不再列入。锁定后的调整分录不能撤回，只能另登一笔相反的。</source><translation>Run the trial again and the line is gone. Once locked, an adjustment can only be answered by an opposite one.</translation></message>
<message><source>更正月份写作 {example}，早于 {month}</source><translation>Write the month as {example}, earlier than {month}</translation></message>
<message><source>金额写作 1234.56 或 -1234.56</source><translation>Write the amount as 1234.56 or -1234.56</translation></message>
<message><source>金额不能为零</source><translation>The amount must not be zero</translation></message>
<message><source>调整分录</source><translation>Adjustment</translation></message>
<message><source>更正月份</source><translation>Month corrected</translation></message>
<message><source>应得增减（万元）</source><translation>Change of what is due (10,000 yuan)</translation></message>
<message><source>计入税收增减（万元，可空）</source><translation>Change of the tax counted (10,000 yuan, optional)</translation></message>
<message><source>如 九月退库，税务已更正</source><translation>e.g. refund of September, corrected by the tax office</translation></message>
<message><source>文号、凭证号或会议纪要</source><translation>Number of the letter, voucher or minutes</translation></message>
<message><source>看全部案件</source><translation>Show all cases</translation></message>
<message><source>各区收付都不变</source><translation>No district gets or pays another sum</translation></message>
<message><source>只看{party}的案件</source><translation>Only cases of {party}</translation></message>
<message><source>万元，与现行相比；点一条只看该区的案件</source><translation>10,000 yuan, against the rule in force; click a bar for the district's cases</translation></message>
<message><source>各区收付</source><translation>Districts: received less paid</translation></message>
<message><source>一页纸</source><translation>One page</translation></message>
<message><source>还没有模拟</source><translation>Nothing simulated yet</translation></message>
<message><source>在上方改一项，看各区和各案会怎样，按现行规则并列；另存成方案后可两个方案一起比较。</source><translation>Change a value above and see districts and cases beside the rule in force; kept plans can be compared two at a time.</translation></message>
<message><source>把模拟或方案比较写成一页 PDF，带“模拟·非结算”水印</source><translation>Write the simulation, or the comparison of plans, as a one-page PDF marked as no settlement</translation></message>
<message><source>按四成比例试一次</source><translation>Try a ratio of 0.4</translation></message>
<message><source>{n} 家企业，拖到右侧组团</source><translation>{n} companies; drop them on a cluster at right</translation></message>
<message><source>拖到组团</source><translation>Clusters to drop on</translation></message>
<message><source>把左侧企业拖到组团上，或选中企业后在组团上按 Enter；先问理由再写入</source><translation>Drag companies from the left onto a cluster, or press Enter on one; the reason is asked before anything is written</translation></message>
<message><source>{name}等 {n} 家</source><translation>{name} and others, {n} in all</translation></message>
<message><source>查看缺收入的企业</source><translation>Companies without revenue</translation></message>
<message><source>没有缺上年收入的企业</source><translation>No company lacks last year's revenue</translation></message>
<message><source>缺上年收入的企业</source><translation>Companies without last year's revenue</translation></message>
<message><source>导出名单…</source><translation>Export the list…</translation></message>
<message><source>口令由数据库管理员给出；只在窗口打开期间记住。长期使用可请管理员配置 pgpass 文件。</source><translation>The database's administrator gives the password; it is remembered only while the window is open. For lasting use ask for a pgpass file.</translation></message>
<message><source>数据库要口令</source><translation>The database wants a password</translation></message>
<message><source>请输入数据库的口令</source><translation>Enter the database's password</translation></message>
<message><source>数据库口令</source><translation>Database password</translation></message>
<message><source>看其他电脑的写入</source><translation>Looking for what other desks wrote</translation></message>
<message><source>{why}现在只能查看已打开的内容</source><translation>{why} Until then only what is open can be looked at</translation></message>
<message><source>与服务器的连接已恢复</source><translation>The server can be reached again</translation></message>
<message><source>工作区的规则或内容换了，已重新打开</source><translation>The workspace's rules or contents were replaced; opened anew</translation></message>
<message><source>，另有 {n} 条</source><translation>, and {n} more</translation></message>
<message><source>{who}刚刚：{what}</source><translation>{who} just now: {what}</translation></message>
<message><source>{who}　电脑 {machine}　自 {since}</source><translation>{who}　machine {machine}　since {since}</translation></message>
<message><source>全部数据、原件和操作记录搬到 {to}，逐表逐件核对，一致才算搬成；搬成后窗口转到那里，这里的一份只供查看。</source><translation>All data, originals and the journal move to {to}, checked table by table and file by file; it counts as done only when nothing differs. The window then goes there, and the copy here is only looked at.</translation></message>
<message><source>全部数据、原件和操作记录搬到 {to}，核对一致才算搬成；其他电脑此后只能查看服务器上的一份。</source><translation>All data, originals and the journal move to {to}; it counts as done only when nothing differs. From then on other desks can only look at the copy on the server.</translation></message>
<message><source>本机 rules 文件夹里的规则交给全办，各台电脑随即按它计算；记入操作记录，可以撤销。</source><translation>The rules in this machine's rules folder go to the whole office; every desk works by them from then on. Journalled, and can be undone.</translation></message>
<message><source>搬走以后继续用这一份，两份各写各的，不会合到一起。</source><translation>Going on with this copy after it was moved makes two that are written apart and never come together.</translation></message>
<message><source>服务器上的数据库</source><translation>Database on a server</translation></message>
<message><source>口令，可空</source><translation>Password, optional</translation></message>
<message><source>测试地址</source><translation>Test address</translation></message>
<message><source>搬到这里…</source><translation>Move there…</translation></message>
<message><source>搬回文件夹…</source><translation>Move back to a folder…</translation></message>
<message><source>规则交给全办…</source><translation>Share rules…</translation></message>
<message><source>继续使用这一份…</source><translation>Go on with this copy…</translation></message>
<message><source>多台电脑</source><translation>Many desks</translation></message>
<message><source>这是一个文件夹；服务器上的数据库写成 {example}</source><translation>This is a folder; a database on a server is written as {example}</translation></message>
<message><source>正在连接…</source><translation>Connecting…</translation></message>
<message><source>搬到哪个空文件夹</source><translation>Which empty folder to move to</translation></message>
<message><source>搬迁</source><translation>Move</translation></message>
<message><source>搬迁工作区</source><translation>Moving the workspace</translation></message>
<message><source>　正在写入：{doing}</source><translation>　writing: {doing}</translation></message>
<message><source>在服务器上，多台电脑可以同时使用</source><translation>On a server: several desks can use it at once</translation></message>
<message><source>在本机文件夹里，同一时间只有一台电脑写入</source><translation>In a folder of this machine: one desk writes at a time</translation></message>
<message><source>每一步轮流写入，别人写的几秒内显示在这里；断线时只能查看。</source><translation>Steps are written in turn; what others write shows here within seconds; while the line is down one can only look.</translation></message>
<message><source>几个人要同时用，先请管理员在 PostgreSQL 上建一个空库，再把工作区搬过去；随时可以搬回来。</source><translation>For several people at once, have an administrator make an empty PostgreSQL database and move the workspace there; it can be moved back any time.</translation></message>
<message><source>已搬到 {to}，这里只能查看。</source><translation>Moved to {to}; here it can only be looked at.</translation></message>
<message><source>本机改过的规则还没有交给全办：{names}。</source><translation>Rules changed on this machine and not shared yet: {names}.</translation></message>
<message><source>已在服务器上；要换一台，先搬回文件夹</source><translation>Already on a server; to change servers, move back to a folder first</translation></message>
<message><source>已搬到 {to}：{rows} 行、{files} 份原件没有差别</source><translation>Moved to {to}: {rows} rows and {files} originals, nothing differs</translation></message>
<message><source>另有 {n} 台</source><translation>{n} more</translation></message>
<message><source>搬到服务器</source><translation>Move to a server</translation></message>
<message><source>搬回文件夹</source><translation>Move back to a folder</translation></message>
<message><source>规则交给全办</source><translation>Share rules</translation></message>
<message><source>继续使用这一份</source><translation>Go on with this copy</translation></message>
<message><source>服务器上的数据库不用工作区口令</source><translation>A database on a server has no workspace passphrase</translation></message>
<message><source>谁能进入，由数据库的用户和口令决定；磁盘、连接和备份的加密由服务器管理员负责。</source><translation>Who may enter is decided by the database's users and passwords; encryption of disk, line and backups is the server administrator's.</translation></message>
<message><source>版本比较</source><translation>Compare versions</translation></message>
<message><source>只看不同</source><translation>Differences only</translation></message>
<message><source>两版没有不同</source><translation>The two versions do not differ</translation></message>
<message><source>所选两版的各项参数相同；去掉“只看不同”可看全部。</source><translation>Every value of the two is the same; switch "Differences only" off to see all.</translation></message>
<message><source>这一类只有一版，没有可比的</source><translation>There is only one version of this kind</translation></message>
<message><source>甲的依据</source><translation>Source of A</translation></message>
<message><source>乙的依据</source><translation>Source of B</translation></message>
<message><source>例外登记…</source><translation>Exception…</translation></message>
<message><source>再读一次</source><translation>Read again</translation></message>
<message><source>比较</source><translation>Comparison</translation></message>
<message><source>相同</source><translation>Same</translation></message>
<message><source>改动</source><translation>Changed</translation></message>
<message><source>只在甲</source><translation>Only in A</translation></message>
<message><source>只在乙</source><translation>Only in B</translation></message>
<message><source>只读</source><translation>Read only</translation></message>
<message><source>已有企业</source><translation>Companies there</translation></message>
<message><source>各台电脑轮流写入</source><translation>Desks write in turn</translation></message>
<message><source>接收并接受报送后，可生成当月月报。</source><translation>Once submissions are received and accepted, the month can be reported.</translation></message>
<message><source>尚无期间</source><translation>No month yet</translation></message>
<message><source>已取消读取，没有改动任何数据</source><translation>Reading cancelled; nothing was changed</translation></message>
<message><source>现在不能用</source><translation>Not available now</translation></message>
<message><source>按钮</source><translation>Button</translation></message>
<message><source>标签</source><translation>Tab</translation></message>
<message><source>流向</source><translation>Flows</translation></message>
<message><source>案件数，行迁出、列迁入；点一格列出案件</source><translation>Cases; rows are left, columns are joined; click a cell to list them</translation></message>
<message><source>正在读取…</source><translation>Reading…</translation></message>
<message><source>迁出 ＼ 迁入</source><translation>from ＼ to</translation></message>
</context>
</TS>
