import type { Words } from "../../worker/values/language";

export const words = {
	zh: {
		csv: "导出 .csv",
		xlsx: "导出 .xlsx",
		part: (rows: string) => `前 ${rows} 行`,
		progress: "导出进度",
		reading: "已读 # 行",
		making: "正在做表格…",
		broken: "没有导出：连不上了。请再点一次。",
		stop: "停止",
	},
	en: {
		csv: "Export .csv",
		xlsx: "Export .xlsx",
		part: (rows: string) => `the first ${rows} rows`,
		progress: "Export under way",
		reading: "# rows read",
		making: "Making the file…",
		broken: "Nothing was exported: the connection broke. Please try again.",
		stop: "Stop",
	},
} satisfies Words<object>;
