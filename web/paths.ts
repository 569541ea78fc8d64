/**
 * Every URL of the product on one screen. Pages, redirects, routes and tests all come here; a route is registered with
 * its parameters' names, `paths.member(":organisation", ":member")`, and the types know them from there.
 */
export const paths = {
	start: () => "/" as const,
	openapi: () => "/openapi.json" as const,
	privacy: () => "/privacy" as const,

	// Signing in and one's own devices
	enter: <A extends string>(token: A) => `/enter/${token}` as const,
	recover: () => "/recover" as const,
	signOut: () => "/sign-out" as const,
	me: () => "/me" as const,
	deviceLinks: () => "/me/device-links" as const,
	tokens: () => "/me/tokens" as const,
	sessionEnd: <A extends string>(session: A) => `/me/sessions/${session}/end` as const,
	recoveryCodes: () => "/me/recovery-codes" as const,

	// An association
	home: <A extends string>(organisation: A) => `/o/${organisation}` as const,
	association: <A extends string>(organisation: A) => `/o/${organisation}/association` as const,
	associationEdit: <A extends string>(organisation: A) => `/o/${organisation}/association/edit` as const,
	below: <A extends string>(organisation: A) => `/o/${organisation}/below` as const,
	foundBelow: <A extends string>(organisation: A) => `/o/${organisation}/below/new` as const,
	tree: <A extends string>(organisation: A) => `/o/${organisation}/tree` as const,
	coverage: <A extends string>(organisation: A) => `/o/${organisation}/coverage` as const,
	lifeList: <A extends string>(organisation: A) => `/o/${organisation}/coverage/year` as const,
	hollow: <A extends string>(organisation: A) => `/o/${organisation}/hollow` as const,
	registerOnly: <A extends string>(organisation: A) => `/o/${organisation}/register-only` as const,
	history: <A extends string>(organisation: A) => `/o/${organisation}/history` as const,
	kinds: <A extends string>(organisation: A) => `/o/${organisation}/kinds` as const,
	kindNew: <A extends string>(organisation: A) => `/o/${organisation}/kinds/new` as const,
	kind: <A extends string, B extends string>(organisation: A, kind: B) =>
		`/o/${organisation}/kinds/${kind}` as const,
	kindRemoval: <A extends string, B extends string>(organisation: A, kind: B) =>
		`/o/${organisation}/kinds/${kind}/removal` as const,
	// Acts of its life
	founding: <A extends string>(organisation: A) => `/o/${organisation}/founding` as const,
	renaming: <A extends string>(organisation: A) => `/o/${organisation}/renaming` as const,
	standardisation: <A extends string>(organisation: A) => `/o/${organisation}/standardisation` as const,
	standardisationEnd: <A extends string>(organisation: A) =>
		`/o/${organisation}/standardisation/end` as const,
	relocation: <A extends string>(organisation: A) => `/o/${organisation}/relocation` as const,
	retraction: <A extends string>(organisation: A) => `/o/${organisation}/retraction` as const,
	practice: <A extends string>(organisation: A) => `/o/${organisation}/practice` as const,
	clearing: <A extends string>(organisation: A) => `/o/${organisation}/clearing` as const,
	deregistration: <A extends string>(organisation: A) => `/o/${organisation}/deregistration` as const,
	// Two become one, and groups become one of their own
	mergerNew: <A extends string>(organisation: A) => `/o/${organisation}/mergers/new` as const,
	mergers: <A extends string>(organisation: A) => `/o/${organisation}/mergers` as const,
	merger: <A extends string, B extends string>(organisation: A, merger: B) =>
		`/o/${organisation}/mergers/${merger}` as const,
	splitNew: <A extends string>(organisation: A) => `/o/${organisation}/splits/new` as const,
	splits: <A extends string>(organisation: A) => `/o/${organisation}/splits` as const,
	split: <A extends string, B extends string>(organisation: A, split: B) =>
		`/o/${organisation}/splits/${split}` as const,
	officers: <A extends string>(organisation: A) => `/o/${organisation}/officers` as const,
	officerLinks: <A extends string>(organisation: A) => `/o/${organisation}/officers/links` as const,
	officerEnd: <A extends string, B extends string>(organisation: A, holder: B) =>
		`/o/${organisation}/officers/${holder}/end` as const,
	officer: <A extends string, B extends string>(organisation: A, holder: B) =>
		`/o/${organisation}/officers/${holder}` as const,
	officerDeparture: <A extends string, B extends string>(organisation: A, holder: B) =>
		`/o/${organisation}/officers/${holder}/departure` as const,
	officerSignIn: <A extends string, B extends string>(organisation: A, holder: B) =>
		`/o/${organisation}/officers/${holder}/sign-in-link` as const,
	letters: <A extends string>(organisation: A) => `/o/${organisation}/letters` as const,
	lettersPrint: <A extends string>(organisation: A) => `/o/${organisation}/letters/print` as const,
	/** What the code on a letter or plaque leads to, for everybody. */
	confirmation: <A extends string>(code: A) => `/c/${code}` as const,
	seatBoard: <A extends string>(organisation: A) => `/o/${organisation}/seats` as const,
	seatList: <A extends string>(organisation: A) => `/o/${organisation}/seats/list` as const,
	seatPeople: <A extends string>(organisation: A) => `/o/${organisation}/seats/people` as const,
	seatRules: <A extends string>(organisation: A) => `/o/${organisation}/seats/rules` as const,
	byElections: <A extends string>(organisation: A) => `/o/${organisation}/by-elections` as const,
	byElectionNew: <A extends string>(organisation: A) => `/o/${organisation}/by-elections/new` as const,
	terms: <A extends string>(organisation: A) => `/o/${organisation}/terms` as const,
	termNew: <A extends string>(organisation: A) => `/o/${organisation}/terms/new` as const,
	term: <A extends string, B extends string>(organisation: A, term: B) =>
		`/o/${organisation}/terms/${term}` as const,
	earlierTermNew: <A extends string>(organisation: A) => `/o/${organisation}/terms/earlier/new` as const,
	earlierTerms: <A extends string>(organisation: A) => `/o/${organisation}/terms/earlier` as const,
	termWithdrawal: <A extends string, B extends string>(organisation: A, term: B) =>
		`/o/${organisation}/terms/${term}/withdrawal` as const,
	termEdit: <A extends string, B extends string>(organisation: A, term: B) =>
		`/o/${organisation}/terms/${term}/edit` as const,

	// Members
	search: () => "/search" as const,
	members: <A extends string>(organisation: A) => `/o/${organisation}/members` as const,
	memberNew: <A extends string>(organisation: A) => `/o/${organisation}/members/new` as const,
	member: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}` as const,
	memberEdit: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/edit` as const,
	memberDeparture: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/departure` as const,
	memberReturn: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/return` as const,
	memberStaying: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/departure/withdrawal` as const,
	memberChanges: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/changes` as const,
	groups: <A extends string>(organisation: A) => `/o/${organisation}/groups` as const,
	group: <A extends string, B extends string>(organisation: A, group: B) =>
		`/o/${organisation}/groups/${group}` as const,
	groupMembers: <A extends string, B extends string>(organisation: A, group: B) =>
		`/o/${organisation}/groups/${group}/members` as const,
	groupLeader: <A extends string, B extends string>(organisation: A, group: B) =>
		`/o/${organisation}/groups/${group}/leader` as const,
	groupEnd: <A extends string, B extends string>(organisation: A, group: B) =>
		`/o/${organisation}/groups/${group}/dissolution` as const,
	households: <A extends string>(organisation: A) => `/o/${organisation}/households` as const,
	householdNew: <A extends string>(organisation: A) => `/o/${organisation}/households/new` as const,
	householdLines: <A extends string>(organisation: A) => `/o/${organisation}/households/lines` as const,
	household: <A extends string, B extends string>(organisation: A, household: B) =>
		`/o/${organisation}/households/${household}` as const,
	householdEnd: <A extends string, B extends string>(organisation: A, household: B) =>
		`/o/${organisation}/households/${household}/end` as const,
	network: <A extends string>(organisation: A) => `/o/${organisation}/network` as const,
	networkGroup: <A extends string, B extends string>(organisation: A, group: B) =>
		`/o/${organisation}/network/groups/${group}` as const,
	networkMember: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/network/members/${member}` as const,
	tags: <A extends string>(organisation: A) => `/o/${organisation}/tags` as const,
	tagEdit: <A extends string, B extends string>(organisation: A, tag: B) =>
		`/o/${organisation}/tags/${tag}/edit` as const,
	tagMembers: <A extends string, B extends string>(organisation: A, tag: B) =>
		`/o/${organisation}/tags/${tag}/members` as const,
	fields: <A extends string>(organisation: A) => `/o/${organisation}/fields` as const,
	fieldEdit: <A extends string, B extends string>(organisation: A, field: B) =>
		`/o/${organisation}/fields/${field}/edit` as const,

	// People: one person entered twice, consent, erasure, all that is held about somebody
	duplicates: <A extends string>(organisation: A) => `/o/${organisation}/duplicates` as const,
	duplicate: <A extends string, B extends string, C extends string>(organisation: A, member: B, other: C) =>
		`/o/${organisation}/duplicates/${member}/${other}` as const,
	joinings: <A extends string, B extends string, C extends string>(organisation: A, member: B, other: C) =>
		`/o/${organisation}/duplicates/${member}/${other}/joining` as const,
	distinction: <A extends string, B extends string, C extends string>(organisation: A, member: B, other: C) =>
		`/o/${organisation}/duplicates/${member}/${other}/distinction` as const,
	joining: <A extends string, B extends string>(organisation: A, joining: B) =>
		`/o/${organisation}/joinings/${joining}` as const,
	separation: <A extends string, B extends string>(organisation: A, joining: B) =>
		`/o/${organisation}/joinings/${joining}/separation` as const,
	consent: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/consent` as const,
	contactEmptying: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/consent/contact-emptying` as const,
	erasure: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/erasure` as const,
	ownData: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/own-data` as const,
	myData: () => "/me/own-data" as const,
	memberTransfer: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/transfer` as const,
	transfers: <A extends string>(organisation: A) => `/o/${organisation}/transfers` as const,
	transfer: <A extends string, B extends string>(organisation: A, transfer: B) =>
		`/o/${organisation}/transfers/${transfer}` as const,

	// Registers as books, to print
	memberBook: <A extends string>(organisation: A) => `/o/${organisation}/books/members` as const,
	officerBook: <A extends string>(organisation: A) => `/o/${organisation}/books/officers` as const,
	activityBook: <A extends string>(organisation: A) => `/o/${organisation}/books/activities` as const,

	// Joining
	join: <A extends string>(organisation: A) => `/j/${organisation}` as const,
	joined: <A extends string>(organisation: A) => `/j/${organisation}/received` as const,
	joinPoster: <A extends string>(organisation: A) => `/o/${organisation}/join-poster` as const,
	applications: <A extends string>(organisation: A) => `/o/${organisation}/applications` as const,
	application: <A extends string, B extends string>(organisation: A, application: B) =>
		`/o/${organisation}/applications/${application}` as const,

	// Plans: what is meant to be done in a year, the rounds it was filed in, and the key days of every year
	plan: <A extends string, B extends string | number>(organisation: A, year: B) =>
		`/o/${organisation}/plans/${year}` as const,
	planStart: <A extends string, B extends string | number>(organisation: A, year: B) =>
		`/o/${organisation}/plans/${year}/start` as const,
	planItems: <A extends string, B extends string | number>(organisation: A, year: B) =>
		`/o/${organisation}/plans/${year}/items` as const,
	planItemNew: <A extends string, B extends string | number>(organisation: A, year: B) =>
		`/o/${organisation}/plans/${year}/items/new` as const,
	planItem: <A extends string, B extends string | number, C extends string>(
		organisation: A,
		year: B,
		item: C,
	) => `/o/${organisation}/plans/${year}/items/${item}` as const,
	planItemRemoval: <A extends string, B extends string | number, C extends string>(
		organisation: A,
		year: B,
		item: C,
	) => `/o/${organisation}/plans/${year}/items/${item}/removal` as const,
	planRounds: <A extends string, B extends string | number>(organisation: A, year: B) =>
		`/o/${organisation}/plans/${year}/rounds` as const,
	planRound: <A extends string, B extends string | number, C extends string | number>(
		organisation: A,
		year: B,
		round: C,
	) => `/o/${organisation}/plans/${year}/rounds/${round}` as const,
	planReview: <A extends string, B extends string | number, C extends string | number>(
		organisation: A,
		year: B,
		round: C,
	) => `/o/${organisation}/plans/${year}/rounds/${round}/review` as const,
	planWithdrawal: <A extends string, B extends string | number, C extends string | number>(
		organisation: A,
		year: B,
		round: C,
	) => `/o/${organisation}/plans/${year}/rounds/${round}/withdrawal` as const,
	// What lies below: who has filed, and what became of it
	plansBelow: <A extends string>(organisation: A) => `/o/${organisation}/plans-below` as const,
	planDeadline: <A extends string>(organisation: A) => `/o/${organisation}/plans-below/deadline` as const,
	plansListed: <A extends string>(organisation: A) => `/o/${organisation}/plans-below/list` as const,
	plannedListed: <A extends string>(organisation: A) => `/o/${organisation}/plans-below/items` as const,
	planNext: <A extends string>(organisation: A) => `/o/${organisation}/plans-below/next` as const,
	keyDays: <A extends string>(organisation: A) => `/o/${organisation}/key-days` as const,
	keyDay: <A extends string, B extends string>(organisation: A, keyDay: B) =>
		`/o/${organisation}/key-days/${keyDay}` as const,

	// Circulars: what the level above tells and asks
	circulars: <A extends string>(organisation: A) => `/o/${organisation}/circulars` as const,
	circularNew: <A extends string>(organisation: A) => `/o/${organisation}/circulars/new` as const,
	circular: <A extends string, B extends string>(organisation: A, circular: B) =>
		`/o/${organisation}/circulars/${circular}` as const,
	circularAnswer: <A extends string, B extends string>(organisation: A, circular: B) =>
		`/o/${organisation}/circulars/${circular}/answer` as const,
	circularReminder: <A extends string, B extends string>(organisation: A, circular: B) =>
		`/o/${organisation}/circulars/${circular}/reminder` as const,
	circularWithdrawal: <A extends string, B extends string>(organisation: A, circular: B) =>
		`/o/${organisation}/circulars/${circular}/withdrawal` as const,

	// The calendar, and the private links by which programs read it
	calendar: <A extends string>(organisation: A) => `/o/${organisation}/calendar` as const,
	calendarsBelow: <A extends string>(organisation: A) => `/o/${organisation}/calendar/below` as const,
	calendarFeeds: <A extends string>(organisation: A) => `/o/${organisation}/calendar/feeds` as const,
	calendarFeedEnd: <A extends string, B extends string>(organisation: A, feed: B) =>
		`/o/${organisation}/calendar/feeds/${feed}/end` as const,
	calendarFile: <A extends string>(secret: A) => `/calendar/${secret}/huijia.ics` as const,

	// Activities
	activities: <A extends string>(organisation: A) => `/o/${organisation}/activities` as const,
	activityNew: <A extends string>(organisation: A) => `/o/${organisation}/activities/new` as const,
	activity: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}` as const,
	activityEdit: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/edit` as const,
	activityWithdrawal: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/withdrawal` as const,
	activityPostponement: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/postponement` as const,
	activityCancellation: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/cancellation` as const,
	activityHolders: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/holders` as const,
	activityHolderEnd: <A extends string, B extends string, C extends string>(
		organisation: A,
		activity: B,
		holder: C,
	) => `/o/${organisation}/activities/${activity}/holders/${holder}/end` as const,
	/** The answer to another organisation's asking to hold one of its activities together. */
	invitation: <A extends string, B extends string, C extends string>(organisation: A, host: B, activity: C) =>
		`/o/${organisation}/invitations/${host}/${activity}` as const,
	activitySessions: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/sessions` as const,
	photographs: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/photographs` as const,
	photograph: <A extends string, B extends string, C extends string>(
		organisation: A,
		activity: B,
		photograph: C,
	) => `/o/${organisation}/activities/${activity}/photographs/${photograph}` as const,
	photographRemoval: <A extends string, B extends string, C extends string>(
		organisation: A,
		activity: B,
		photograph: C,
	) => `/o/${organisation}/activities/${activity}/photographs/${photograph}/removal` as const,
	handedOut: <A extends string>(organisation: A) => `/o/${organisation}/handed-out` as const,
	exhibits: <A extends string>(organisation: A) => `/o/${organisation}/exhibits` as const,
	exhibit: <A extends string, B extends string>(organisation: A, exhibit: B) =>
		`/o/${organisation}/exhibits/${exhibit}` as const,
	loans: <A extends string, B extends string>(organisation: A, exhibit: B) =>
		`/o/${organisation}/exhibits/${exhibit}/loans` as const,
	loanEnd: <A extends string, B extends string>(organisation: A, exhibit: B) =>
		`/o/${organisation}/exhibits/${exhibit}/return` as const,
	attendance: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/attendance` as const,
	taps: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/attendance/taps` as const,
	sheetNumbers: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/sheet-numbers` as const,
	walkIns: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/walk-ins` as const,
	/** The organiser's screen with the code that changes. */
	checkIn: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/check-in` as const,
	/** Where a member says who they are, without signing in; `checkedIn` is what they see then. */
	checkingIn: <A extends string, B extends string, C extends string>(
		organisation: A,
		activity: B,
		session: C,
	) => `/r/${organisation}/${activity}/${session}` as const,
	signInSheet: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/sign-in-sheet` as const,

	// Meetings
	meetings: <A extends string>(organisation: A) => `/o/${organisation}/meetings` as const,
	meetingNew: <A extends string>(organisation: A) => `/o/${organisation}/meetings/new` as const,
	meetingRules: <A extends string>(organisation: A) => `/o/${organisation}/meetings/rules` as const,
	meeting: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}` as const,
	meetingEdit: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/edit` as const,
	callingOff: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/calling-off` as const,
	meetingNotice: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/notice` as const,
	meetingRoll: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/roll` as const,
	minutes: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/minutes` as const,
	minutesPrint: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/minutes/print` as const,
	resolutions: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/resolutions` as const,
	resolutionRemoval: <A extends string, B extends string, C extends string>(
		organisation: A,
		meeting: B,
		resolution: C,
	) => `/o/${organisation}/meetings/${meeting}/resolutions/${resolution}/removal` as const,
	signing: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/signing` as const,
	additions: <A extends string, B extends string>(organisation: A, meeting: B) =>
		`/o/${organisation}/meetings/${meeting}/additions` as const,

	// Training
	training: <A extends string>(organisation: A) => `/o/${organisation}/training` as const,
	trainingPeople: <A extends string>(organisation: A) => `/o/${organisation}/training/people` as const,
	trainingInvitation: <A extends string>(organisation: A) =>
		`/o/${organisation}/training/invitation` as const,
	trainingBoard: <A extends string>(organisation: A) => `/o/${organisation}/training/board` as const,
	trainingList: <A extends string>(organisation: A) => `/o/${organisation}/training/board/people` as const,
	topics: <A extends string>(organisation: A) => `/o/${organisation}/training/topics` as const,
	topic: <A extends string, B extends string>(organisation: A, topic: B) =>
		`/o/${organisation}/training/topics/${topic}` as const,
	activityTopics: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/topics` as const,
	activityHours: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/hours` as const,
	volunteers: <A extends string>(organisation: A) => `/o/${organisation}/volunteers` as const,
	certificates: <A extends string, B extends string>(organisation: A, activity: B) =>
		`/o/${organisation}/activities/${activity}/certificates` as const,
	memberTraining: <A extends string, B extends string>(organisation: A, member: B) =>
		`/o/${organisation}/members/${member}/training` as const,
	trainingRemoval: <A extends string, B extends string, C extends string>(
		organisation: A,
		member: B,
		training: C,
	) => `/o/${organisation}/members/${member}/training/${training}/removal` as const,

	// Dues and funds
	dues: <A extends string>(organisation: A) => `/o/${organisation}/dues` as const,
	collection: <A extends string, B extends string>(organisation: A, collection: B) =>
		`/o/${organisation}/dues/collections/${collection}` as const,
	receipts: <A extends string, B extends string>(organisation: A, collection: B) =>
		`/o/${organisation}/dues/collections/${collection}/receipts` as const,
	rates: <A extends string>(organisation: A) => `/o/${organisation}/dues/rates` as const,
	arrears: <A extends string>(organisation: A) => `/o/${organisation}/dues/arrears` as const,
	duesRuns: <A extends string>(organisation: A) => `/o/${organisation}/dues/runs` as const,
	waivers: <A extends string>(organisation: A) => `/o/${organisation}/dues/waivers` as const,
	waiverEnd: <A extends string, B extends string>(organisation: A, waiver: B) =>
		`/o/${organisation}/dues/waivers/${waiver}/end` as const,
	rounds: <A extends string>(organisation: A) => `/o/${organisation}/dues/rounds` as const,
	roundEnd: <A extends string, B extends string>(organisation: A, round: B) =>
		`/o/${organisation}/dues/rounds/${round}/end` as const,
	reminders: <A extends string>(organisation: A) => `/o/${organisation}/dues/reminders` as const,
	funds: <A extends string>(organisation: A) => `/o/${organisation}/funds` as const,
	entryNew: <A extends string>(organisation: A) => `/o/${organisation}/funds/new` as const,
	notice: <A extends string>(organisation: A) => `/o/${organisation}/funds/notice` as const,
	books: <A extends string>(organisation: A) => `/o/${organisation}/funds/books` as const,
	notices: <A extends string>(organisation: A) => `/o/${organisation}/funds/notices` as const,
	noticeEnd: <A extends string, B extends string>(organisation: A, notice: B) =>
		`/o/${organisation}/funds/notices/${notice}/end` as const,
	objectionReply: <A extends string, B extends string, C extends string>(
		organisation: A,
		notice: B,
		objection: C,
	) => `/o/${organisation}/funds/notices/${notice}/objections/${objection}/reply` as const,
	/** The latest notice of an association's funds, and each of them, for everybody. */
	publicNotices: <A extends string>(organisation: A) => `/n/${organisation}` as const,
	publicNotice: <A extends string, B extends string>(organisation: A, notice: B) =>
		`/n/${organisation}/${notice}` as const,
	fundBook: <A extends string>(organisation: A) => `/o/${organisation}/funds/book` as const,
	budget: <A extends string>(organisation: A) => `/o/${organisation}/funds/budget` as const,
	purposes: <A extends string>(organisation: A) => `/o/${organisation}/funds/purposes` as const,
	shares: <A extends string>(organisation: A) => `/o/${organisation}/funds/shares` as const,
	shareRules: <A extends string>(organisation: A) => `/o/${organisation}/funds/shares/rules` as const,
	shareTakingBack: <A extends string, B extends string>(organisation: A, share: B) =>
		`/o/${organisation}/funds/shares/${share}/taking-back` as const,
	/** What becomes of a share from below, said above. */
	shareEnd: <A extends string, B extends string, C extends string>(organisation: A, below: B, share: C) =>
		`/o/${organisation}/funds/shares/from/${below}/${share}` as const,
	settlements: <A extends string>(organisation: A) => `/o/${organisation}/funds/settlements` as const,
	entry: <A extends string, B extends string>(organisation: A, entry: B) =>
		`/o/${organisation}/funds/${entry}` as const,
	/** What the code on a receipt leads to, for everybody; `r` is where a member checks in. */
	entryCheck: <A extends string, B extends string, C extends string>(organisation: A, entry: B, mark: C) =>
		`/e/${organisation}/${entry}/${mark}` as const,
	reversal: <A extends string, B extends string>(organisation: A, entry: B) =>
		`/o/${organisation}/funds/${entry}/reversal` as const,
	/** Of an expense's paper. */
	voucherPhotographs: <A extends string, B extends string>(organisation: A, entry: B) =>
		`/o/${organisation}/funds/${entry}/photographs` as const,
	voucherPhotograph: <A extends string, B extends string, C extends string>(
		organisation: A,
		entry: B,
		photograph: C,
	) => `/o/${organisation}/funds/${entry}/photographs/${photograph}` as const,
	voucherPhotographRemoval: <A extends string, B extends string, C extends string>(
		organisation: A,
		entry: B,
		photograph: C,
	) => `/o/${organisation}/funds/${entry}/photographs/${photograph}/removal` as const,

	// Registers brought in: one intake is one file
	intakes: <A extends string>(organisation: A) => `/o/${organisation}/intakes` as const,
	intakeNew: <A extends string>(organisation: A) => `/o/${organisation}/intakes/new` as const,
	intakePreview: <A extends string>(organisation: A) => `/o/${organisation}/intakes/preview` as const,
	treeIntakeNew: <A extends string>(organisation: A) => `/o/${organisation}/intakes/tree` as const,
	moneyIntakeNew: <A extends string>(organisation: A) => `/o/${organisation}/intakes/money` as const,
	moneyLook: <A extends string>(organisation: A) => `/o/${organisation}/intakes/money/preview` as const,
	intake: <A extends string, B extends string>(organisation: A, intake: B) =>
		`/o/${organisation}/intakes/${intake}` as const,
	intakeChunks: <A extends string, B extends string>(organisation: A, intake: B) =>
		`/o/${organisation}/intakes/${intake}/chunks` as const,
	treeIntakeChunks: <A extends string, B extends string>(organisation: A, intake: B) =>
		`/o/${organisation}/intakes/${intake}/tree-chunks` as const,
	moneyIntakeChunks: <A extends string, B extends string>(organisation: A, intake: B) =>
		`/o/${organisation}/intakes/${intake}/money-chunks` as const,
	intakeFinish: <A extends string, B extends string>(organisation: A, intake: B) =>
		`/o/${organisation}/intakes/${intake}/finish` as const,
	intakeUndo: <A extends string, B extends string>(organisation: A, intake: B) =>
		`/o/${organisation}/intakes/${intake}/undo` as const,

	// Questionnaires: made question by question, published in versions that stay
	questionnaires: <A extends string>(organisation: A) => `/o/${organisation}/questionnaires` as const,
	questionnaireNew: <A extends string>(organisation: A) => `/o/${organisation}/questionnaires/new` as const,
	questionnaire: <A extends string, B extends string>(organisation: A, questionnaire: B) =>
		`/o/${organisation}/questionnaires/${questionnaire}` as const,
	questionnaireTitle: <A extends string, B extends string>(organisation: A, questionnaire: B) =>
		`/o/${organisation}/questionnaires/${questionnaire}/title` as const,
	questionnairePreview: <A extends string, B extends string>(organisation: A, questionnaire: B) =>
		`/o/${organisation}/questionnaires/${questionnaire}/preview` as const,
	editions: <A extends string, B extends string>(organisation: A, questionnaire: B) =>
		`/o/${organisation}/questionnaires/${questionnaire}/versions` as const,
	questions: <A extends string, B extends string>(organisation: A, questionnaire: B) =>
		`/o/${organisation}/questionnaires/${questionnaire}/questions` as const,
	questionNew: <A extends string, B extends string>(organisation: A, questionnaire: B) =>
		`/o/${organisation}/questionnaires/${questionnaire}/questions/new` as const,
	question: <A extends string, B extends string, C extends string>(
		organisation: A,
		questionnaire: B,
		question: C,
	) => `/o/${organisation}/questionnaires/${questionnaire}/questions/${question}` as const,
	questionPlace: <A extends string, B extends string, C extends string>(
		organisation: A,
		questionnaire: B,
		question: C,
	) => `/o/${organisation}/questionnaires/${questionnaire}/questions/${question}/place` as const,
	questionRemoval: <A extends string, B extends string, C extends string>(
		organisation: A,
		questionnaire: B,
		question: C,
	) => `/o/${organisation}/questionnaires/${questionnaire}/questions/${question}/removal` as const,

	// Surveys: the officers' side, and the respondent's two addresses
	surveys: <A extends string>(organisation: A) => `/o/${organisation}/surveys` as const,
	waveNew: <A extends string>(organisation: A) => `/o/${organisation}/surveys/new` as const,
	surveyTrends: <A extends string>(organisation: A) => `/o/${organisation}/surveys/trends` as const,
	wave: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}` as const,
	wavePoster: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/poster` as const,
	waveSlips: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/slips` as const,
	waveUnits: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/units` as const,
	waveMap: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/map` as const,
	waveReminder: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/reminder` as const,
	waveAssessment: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/assessment` as const,
	waveClosing: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/closing` as const,
	waveClosingParts: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/closing/parts` as const,
	waveNotice: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/notice` as const,
	waveRemarks: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/remarks` as const,
	waveRemarkTags: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/remarks/tags` as const,
	waveRemarkHidings: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/remarks/hidings` as const,
	wavePaperCopy: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/paper-copy` as const,
	wavePaper: <A extends string, B extends string>(organisation: A, wave: B) =>
		`/o/${organisation}/surveys/${wave}/paper` as const,
	answer: <A extends string, B extends string>(wave: A, unit: B) => `/s/${wave}/${unit}` as const,
	// Static pages: they cost no Worker request.
	received: () => "/received" as const,
	receivedInEnglish: () => "/received-en" as const,
	checkedIn: () => "/checked-in" as const,
	checkedInInEnglish: () => "/checked-in-en" as const,
};

/** A path with query parameters; those that are null are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null>>): string {
	const given = Object.entries(query).filter(
		(entry): entry is [string, string | number] => entry[1] !== null,
	);
	const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
	return text ? `${path}?${text}` : path;
}
