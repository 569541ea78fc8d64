-- Key days 重要节日: days of every year on which each association holds something, as the root defines them. A row says what a
-- key day is from a year on, until a later row of the same id; without month_day it is none any more.
CREATE TABLE key_day (
	id TEXT NOT NULL,
	from_year INTEGER NOT NULL,
	month_day TEXT,
	zh TEXT NOT NULL,
	en TEXT NOT NULL,
	PRIMARY KEY (id, from_year)
) STRICT, WITHOUT ROWID;
INSERT INTO key_day VALUES
	('members', 1900, '05-29', '会员活动日', 'Members'' day'),
	('population', 1900, '07-11', '世界人口日', 'World Population Day'),
	('aids', 1900, '12-01', '世界艾滋病日', 'World AIDS Day');
