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
export type Field = (typeof memberFields)[number] | (typeof organisationFields)[number] | `further:${string}`;

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
