import type { Words } from "../../../worker/values/language";

export const words = {
	zh: {
		title: "照片",
		some: (count: number) => `照片（${count}）`,
		none: "还没有照片。",
		one: (title: string, place: number) => `${title}，第 ${place} 张`,
		add: "加照片",
		choose: "选照片（一次可以选几张）",
		hint: (room: number) =>
			`还能加 ${room} 张。照片在手机上先缩小，拍摄地点等信息不上传。拍到人的，先问过本人。`,
		full: (most: number) => `一场活动最多 ${most} 张。要换，先删一张。`,
		scripts: "加照片要用浏览器的脚本：照片要在手机上先缩小。",
		sending: "正在传第 # 张，共 + 张",
		failed: "第 # 张没有传上去，前面的都存好了。请再选一次。",
		unreadable: "第 # 张不是照片，或者这部手机打不开它。",
		remove: "删去",
		confirm: "删去这张照片？删了就找不回来。",
		removed: "照片删去了。",
	},
	en: {
		title: "Photographs",
		some: (count: number) => `Photographs (${count})`,
		none: "No photographs yet.",
		one: (title: string, place: number) => `${title}, photograph ${place}`,
		add: "Add photographs",
		choose: "Choose photographs (several at once if you like)",
		hint: (room: number) =>
			`Room for ${room} more. They are made small on your phone first, and where they were taken isn't sent. Ask whoever is in the picture.`,
		full: (most: number) => `At most ${most} for one activity. To put another, delete one.`,
		scripts: "Adding photographs needs scripts: they are made small on your phone first.",
		sending: "Sending # of +",
		failed: "Number # could not be sent; those before it are kept. Please choose again.",
		unreadable: "Number # is no photograph, or this phone can't open it.",
		remove: "Delete",
		confirm: "Delete this photograph? It can't be brought back.",
		removed: "The photograph is gone.",
	},
} satisfies Words<object>;
