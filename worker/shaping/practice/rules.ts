import type { MemberKind, Sex } from "../../tables/ground";
import { type Day, yearOf } from "../../values/day";

/** Somebody invented, to be tried everything with. Their telephone numbers are nobody's: 19900 was never given out. */
export type Invented = {
	name: string;
	sex: Sex;
	birthYear: number;
	telephone: string;
	address: string;
	kind: MemberKind;
	joinedOn: Day;
};

const names: readonly [string, Sex, MemberKind?][] = [
	["练大娘", "female", "honorary"],
	["练春兰", "female"],
	["练夏荷", "female"],
	["练秋菊", "female"],
	["练冬梅", "female"],
	["练建国", "male"],
	["练志强", "male"],
	["练小芳", "female"],
	["练桂英", "female"],
	["练桂英", "female"],
	["练阿宝", "male"],
	["练卫星", "male", "group"],
];

/** A dozen invented members, two of one name among them; they joined over the last years, the latest on 1 January. */
export function inventedMembers(today: Day): Invented[] {
	const year = yearOf(today);
	return names.map(([name, sex, kind = "ordinary"], place) => ({
		...{ name, sex, kind },
		birthYear: 1944 + place * 4,
		telephone: `1990000${String(1200 + place * 7).padStart(4, "0")}`,
		address: `${(place % 4) + 1} 组 ${place + 1} 号`,
		joinedOn: `${year - Math.ceil((names.length - 1 - place) / 2)}-01-01`,
	}));
}
