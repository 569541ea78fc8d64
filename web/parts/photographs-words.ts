import type { Words } from "../../worker/values/language";

/** What is said wherever photographs are added and taken away. */
export const words = {
	zh: {
		none: "还没有照片。",
		choose: "选照片（一次可以选几张）",
		scripts: "加照片要用浏览器的脚本：照片要在手机上先缩小。",
		sending: "正在传第 # 张，共 + 张",
		failed: "第 # 张没有传上去，前面的都存好了。请再选一次。",
		unreadable: "第 # 张不是照片，或者这部手机打不开它。",
		remove: "删去",
		confirm: "删去这张照片？删了就找不回来。",
		removed: "照片删去了。",
	},
	en: {
		none: "No photographs yet.",
		choose: "Choose photographs (several at once if you like)",
		scripts: "Adding photographs needs scripts: they are made small on your phone first.",
		sending: "Sending # of +",
		failed: "Number # could not be sent; those before it are kept. Please choose again.",
		unreadable: "Number # is no photograph, or this phone can't open it.",
		remove: "Delete",
		confirm: "Delete this photograph? It can't be brought back.",
		removed: "The photograph is gone.",
	},
} satisfies Words<object>;
