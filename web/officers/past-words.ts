import type { Words } from "../../worker/values/language";
import { counted } from "../parts/format";

type Blocked = { verb: string; noun: (count: number) => string; note: string; link: string };

const againstInChinese: Record<
	"later" | "leaning" | "since" | "letters" | "meetings" | "ended" | "beyond",
	Blocked
> = {
	later: {
		verb: "撤",
		noun: () => "后面又换过届",
		note: "从最近的一届撤起，一届一届往回撤。",
		link: "看历届",
	},
	leaning: {
		verb: "撤",
		noun: (count) => `前面补记了 ${count} 届，任到这次换届`,
		note: "先撤回补记的那一届。",
		link: "看历届",
	},
	since: {
		verb: "看",
		noun: (count) => `换届以后又有 ${count} 人补选或新任`,
		note: "他们是这一届里来的。要改人，登记离任，再补选。",
		link: "看理事会",
	},
	letters: {
		verb: "看",
		noun: (count) => `已经出了 ${count} 份聘书`,
		note: "聘书发出去了，收不回来。日子、届数、文件可以改登记；人不对的，登记离任，再补选。",
		link: "看聘书",
	},
	meetings: {
		verb: "看",
		noun: (count) => `这一届理事会开过 ${count} 次会`,
		note: "会上谁有表决权，照的是这一届。会议记错了的，先撤回会议。",
		link: "看会议",
	},
	ended: {
		verb: "看",
		noun: () => "协会注销过，这一届是那时结束的",
		note: "注销以后的事，不能再退回去。",
		link: "看历史",
	},
	beyond: {
		verb: "请",
		noun: (count) => `有 ${count} 个职务要恢复，权限比您自己的大`,
		note: "请上级来撤回。",
		link: "看理事会",
	},
};
const againstInEnglish: typeof againstInChinese = {
	later: {
		verb: "First",
		noun: () => "Another council was elected since",
		note: "Take the latest election back first, then the one before.",
		link: "Councils",
	},
	leaning: {
		verb: "First",
		noun: (count) => counted(count, "earlier council", "earlier councils"),
		note: "On record until this election. Take it back first.",
		link: "Councils",
	},
	since: {
		verb: "See",
		noun: (count) => `${counted(count, "person", "people")} took a post since`,
		note: "They came into this council. To change who serves, record who leaves and elect somebody instead.",
		link: "Council",
	},
	letters: {
		verb: "See",
		noun: (count) => `${counted(count, "letter", "letters")} issued`,
		note: "A letter handed out can't be called back. Facts can be corrected; if a person is wrong, they leave and somebody else is elected.",
		link: "Letters",
	},
	meetings: {
		verb: "See",
		noun: (count) => `${counted(count, "meeting", "meetings")} of this council`,
		note: "Who had a vote there follows from this election. A meeting recorded by mistake is taken back first.",
		link: "Meetings",
	},
	ended: {
		verb: "See",
		noun: () => "Deregistered since",
		note: "This council ended with the association then, and what lies before can't be changed any more.",
		link: "History",
	},
	beyond: {
		verb: "Ask",
		noun: (count) => `${counted(count, "post", "posts")} would return that may do more than you may`,
		note: "Ask the level above to take the election back.",
		link: "Council",
	},
};

const actsInChinese: Record<string, string> = {
	elected: "记下换届",
	"elected-earlier": "补记以前的一届",
	"election-withdrawn": "撤回换届",
	"by-elected": "记下补选",
};
const actsInEnglish: Record<string, string> = {
	elected: "Election recorded",
	"elected-earlier": "Earlier council recorded",
	"election-withdrawn": "Election taken back",
	"by-elected": "By-election recorded",
};

export const words = {
	zh: {
		cancel: "取消",
		// Taking an election back
		takeBack: "撤回换届",
		takeBackLead:
			"换届记错了，可以撤回：被这次换届接任的人恢复任职，这次当选的人不再算任过。看清楚下面，再撤。",
		preview: "撤回以后",
		returning: (count: number) => (count === 0 ? "没有人恢复任职" : `${count} 人恢复任职`),
		post: "职务",
		byElection: "这次当选",
		thenAgain: "恢复任职",
		nobody: "空缺",
		left: (day: string) => `${day} 离任`,
		until: (day: string) => `到 ${day}`,
		reason: "为什么撤回",
		reasonHint: "比如：选举的日子记错了，重新记。以后在“历届理事会”里看得到。",
		shutOut: "我知道撤回以后自己不再任职，进不来本会的页面",
		takeBackButton: "撤回这次换届",
		takenBack: "换届已撤回，原来的理事会恢复任职。",
		cannot: "这次换届撤不回",
		against: againstInChinese,
		takeThisBack: "记错了，撤回这次换届",
		// An earlier term
		earlier: "补记以前的一届",
		earlierLead: (terms: string) =>
			`已经记了：${terms}。更早的、中间漏了的，都在这里补。任期和已经记的不能重叠。`,
		ends: "任到哪天",
		endsHint: "空着就到下一次换届那天",
		newcomers: "名册里没有的名字，按新人记下",
		shortens: (count: number) => `前一届的 ${count} 人原来记着任到再下一届，改成任到这一届选出那天`,
		record: "补记这一届",
		recorded: "已补记。",
		// What happened
		history: "变动",
		when: "时间",
		who: "谁记的",
		what: "什么事",
		acts: actsInChinese,
		forDay: (day: string) => `选举日 ${day}`,
		because: (reason: string) => `原因：${reason}`,
	},
	en: {
		cancel: "Cancel",
		takeBack: "Take the election back",
		takeBackLead:
			"An election recorded by mistake can be taken back. Whoever it ended serves again, and those it elected count as never elected. Look at what would happen, then take it back.",
		preview: "After taking it back",
		returning: (count: number) =>
			count === 0
				? "nobody serves again"
				: count === 1
					? "1 person serves again"
					: `${count} people serve again`,
		post: "Post",
		byElection: "Elected here",
		thenAgain: "Serves again",
		nobody: "vacant",
		left: (day: string) => `left ${day}`,
		until: (day: string) => `until ${day}`,
		reason: "Why it is taken back",
		reasonHint: "Such as: wrong day, to be recorded again. It stays visible under “Councils so far”.",
		shutOut: "I know that I then hold no post, and can no longer come in here",
		takeBackButton: "Take it back",
		takenBack: "The election is taken back, and the council before it serves again.",
		cannot: "This election can't be taken back",
		against: againstInEnglish,
		takeThisBack: "Take this election back",
		earlier: "Record an earlier council",
		earlierLead: (terms: string) =>
			`On record: ${terms}. Add what came before, or was left out in between. Its days can't overlap with those on record.`,
		ends: "Served until",
		endsHint: "Left blank, until the next election",
		newcomers: "Names that are not in the register are new people",
		shortens: (count: number) =>
			`${counted(count, "person", "people")} of the council before it served until this election, not until the next`,
		record: "Record this council",
		recorded: "Recorded.",
		history: "Changes",
		when: "When",
		who: "By",
		what: "What",
		acts: actsInEnglish,
		forDay: (day: string) => `elected ${day}`,
		because: (reason: string) => `Why: ${reason}`,
	},
} satisfies Words<object>;
