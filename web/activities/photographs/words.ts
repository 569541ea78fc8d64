import type { Words } from "../../../worker/values/language";

export const words = {
	zh: {
		title: "照片",
		some: (count: number) => `照片（${count}）`,
		one: (title: string, place: number) => `${title}，第 ${place} 张`,
		add: "加照片",
		hint: (room: number) =>
			`还能加 ${room} 张。照片在手机上先缩小，拍摄地点等信息不上传。拍到人的，先问过本人。`,
		full: (most: number) => `一场活动最多 ${most} 张。要换，先删一张。`,
	},
	en: {
		title: "Photographs",
		some: (count: number) => `Photographs (${count})`,
		one: (title: string, place: number) => `${title}, photograph ${place}`,
		add: "Add photographs",
		hint: (room: number) =>
			`Room for ${room} more. They are made small on your phone first, and where they were taken isn't sent. Ask whoever is in the picture.`,
		full: (most: number) => `At most ${most} for one activity. To put another, delete one.`,
	},
} satisfies Words<object>;
