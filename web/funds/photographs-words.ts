import type { Words } from "../../worker/values/language";

export const words = {
	zh: {
		title: "凭证照片",
		some: (count: number) => `凭证照片（${count}）`,
		one: (number: string, place: number) => `${number} 的凭证，第 ${place} 张`,
		hint: (room: number) =>
			`发票、小票、签收单，拍清楚。还能加 ${room} 张。能看这笔账的人看得到，公示里没有。纸上有账号、证件号的，先遮住。`,
		full: "已经放满了。要换，先删一张。",
		manage: "看大图、删去",
		history: "谁加的、谁删的",
		acts: { photographed: "加照片", "photograph-removed": "删照片" } as Record<string, string>,
	},
	en: {
		title: "Photographs of the voucher",
		some: (count: number) => `Photographs of the voucher (${count})`,
		one: (number: string, place: number) => `Paper of ${number}, photograph ${place}`,
		hint: (room: number) =>
			`The bill, the till slip, the sheet they signed, so that it can be read. Room for ${room} more. Whoever sees this entry sees them; the notice shows none. Cover account and identity numbers first.`,
		full: "There is no room for more. To put another, delete one.",
		manage: "See them large, delete",
		history: "Who added and deleted",
		acts: { photographed: "Photograph added", "photograph-removed": "Photograph deleted" } as Record<
			string,
			string
		>,
	},
} satisfies Words<object>;
