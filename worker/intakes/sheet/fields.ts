/** What a column of a register can be, and the words that its heading is known by. */
export const memberFields = [
	"name",
	"sex",
	"birth",
	"telephone",
	"address",
	"group",
	"joined",
	"kind",
	"note",
	"place",
] as const;
export const organisationFields = ["code", "parent", "kind", "name", "adults", "households"] as const;
export const moneyFields = [
	"day",
	"name",
	"years",
	"amount",
	"in",
	"out",
	"sign",
	"purpose",
	"handler",
	"state",
] as const;
export type Field =
	| (typeof memberFields)[number]
	| (typeof organisationFields)[number]
	| (typeof moneyFields)[number]
	| `further:${string}`;

/** What a column is taken for: a field, one of no use here, or one that must not be read at all. */
export type Use = Field | "unused" | "identity" | "private";

type Words = readonly (readonly [Field | "unused", RegExp])[];

/** The first that fits a heading speaks for it. Headings come without spaces and in lower case. */
export const memberWords: Words = [
	[
		"unused",
		/^(?:序号|编号|会员号|会员编号|会员证号|no\.?|#|number|id|年龄|age|签名|签字|照片|民族|职务|会内职务|post|position)$/,
	],
	["name", /^(?:会员)?(?:姓名|名字)(?:\(.*\))?$|^(?:full)?name$|^member(?:'s)?name$|^会员$|^人员姓名$/],
	["sex", /^性别$|^sex$|^gender$|^男\/?女$/],
	["birth", /出生|生日|^生年|birth|^born$|^dob$/],
	["telephone", /电话|手机|联系方式|联系号码|^号码$|^telephone|^tel\.?$|^phone|^mobile|^cell/],
	["joined", /入会|加入(?:时间|日期|年月)|^joined|joiningdate|^joindate|membersince|^since$|^dateofjoining/],
	["kind", /会员(?:类别|类型|种类|性质)|^类别$|^类型$|^kind$|^membertype|^category$|^type$/],
	[
		"place",
		/^(?:所在|所属)?(?:村|社区|村\(社区\)|村社区|村居|村名|组织|单位|协会|协会名称|村级协会)$|^(?:所在|所属)(?:村|组织|协会|单位|社区)|^village$|^organi[sz]ation$|^association$/,
	],
	["group", /^(?:所在|所属)?(?:组别|(?:会员|村民)?小组|村?民?组)(?:名称)?$|^(?:small)?group$/],
	["address", /住址|地址|居住地|家庭住|小组|^address|^street/],
	["note", /备注|说明|^note|^remark|^comment/],
];
export const organisationWords: Words = [
	["code", /^(?:code|编码|代码|编号|组织代码|id)$/],
	["parent", /^(?:parent|上级|上级编码|上级代码|上级组织|上级单位|隶属|所属|所属镇街|所属镇|镇街)/],
	["kind", /^(?:kind|type|类别|类型|性质|级别|层级)/],
	["adults", /成年|^adults|^18岁/],
	["households", /户数|总户|^households/],
	["name", /^(?:name|名称|组织|组织名称|单位名称|单位|协会|协会名称|村名|村\(社区\)|村|社区)/],
	["unused", /^(?:members|会员|会员数|会员人数|备注|序号)$/],
];

/** Headings of a register of dues, and of what banks and wallets hand out. Numbers of accounts and cards are never read. */
export const moneyWords: Words = [
	[
		"unused",
		/^(?:序号|编号|no\.?|#|币种|网点|操作员|签名|签字)$|余额|账号|帐号|卡号|单号|流水|订单|收据号|凭证号|支付方式|付款方式|来源地|交易地点|开户行|手续费|服务费|退款|资金状态|交易分类|^交易?类型$|(?:[账帐](?:户号?|号)|行[号名])(?:\(.*\))?$|balance|account|reference|currency/,
	],
	["sign", /^收\/?支(?:类型|方向|标志)?$|^借贷(?:标志|方向)?$|^交易方向$|^direction$/],
	["state", /状态|^status$|^state$/],
	["day", /日期|时间|^收款日|^date|^day$|^time/],
	["handler", /^(?:收款人|经手人?|经办人?|收费人|代收人)$|^handledby|^collector$/],
	["years", /^(?:所属|会费|缴费|交费)?年[度份]$|^years?$|^for(?:the)?years?$/],
	["in", /^(?:收入|贷方|存入|入账|转入)(?:金额|发生额)?(?:\(.*\))?$|^credit|^moneyin|^income|^received$/],
	["out", /^(?:支出|借方|支取|出账|转出)(?:金额|发生额)?(?:\(.*\))?$|^debit|^moneyout|^expen[sd]|^paidout$/],
	["amount", /金额|发生额|^amount|^sum|^yuan$/],
	[
		"name",
		/^(?:会员|[缴交付]款人?|[缴交]费人?|对方|户)?(?:姓名|名字|名称|户名|名)(?:\(.*\))?$|^(?:交易)?对方|^[缴交付](?:款|费)人|^会员$|^(?:full)?name$|^payer|^counterparty|^member$|^party$/,
	],
	[
		"purpose",
		/用途|备注|摘要|附言|事由|说明|^商品|^note|^remark|^comment|^purpose|^description|^memo|^details/,
	],
];

// An association's register is no place for these, whatever a village's sheet holds.
const identity = /身份证|证件号|公民身份|身份号|^id(?:card|number|no\.?)|identity|^passport/;
const health =
	/避孕|节育|结扎|上环|怀孕|孕|生育|子女|小孩|孩子|独生|疾病|患病|病史|病情|健康|残疾|pregnan|contracep|children|health|disease|disab/;

export const headingOf = (text: string) => text.replace(/\s+/g, "").toLowerCase();

/** What a heading stands for; null for a word nobody foresaw. */
export function useOf(heading: string, words: Words): Use | null {
	const tight = headingOf(heading);
	if (tight === "") return null;
	if (identity.test(tight)) return "identity";
	if (health.test(tight)) return "private";
	return words.find(([, word]) => word.test(tight))?.[0] ?? null;
}
