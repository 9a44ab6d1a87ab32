// The proleptic Gregorian calendar on seconds since 1970, for any year. No Date: it has no years
// before Christ worth the name, and a time zone.

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;
const YEAR = 365.2425 * DAY;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split(" ");
const GREGORIAN = 1583; // before it weekdays are not those lived

const floorDiv = (a, b) => Math.floor(a / b);

// Days since 1970-01-01 of a date; months count from March, so that leap days come last.
const dayNumber = (year, month, day) => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = floorDiv(shifted, 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = floorDiv(153 * ((month + 9) % 12) + 2, 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

const civil = (number) => {
  const shifted = number + 719468;
  const era = floorDiv(shifted, 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = floorDiv(
    dayOfEra - floorDiv(dayOfEra, 1460) + floorDiv(dayOfEra, 36524) - floorDiv(dayOfEra, 146096),
    365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100));
  const fromMarch = floorDiv(5 * dayOfYear + 2, 153);
  const day = dayOfYear - floorDiv(153 * fromMarch + 2, 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

const civilAt = (second) => civil(floorDiv(second, DAY));
const secondOf = (year, month = 1, day = 1) => dayNumber(year, month, day) * DAY;

// Year 0 is 1 BC.
const yearName = (year) => {
  if (year <= 0) return `${1 - year} BC`;
  return year < 1000 ? `AD ${year}` : String(year);
};

const clockName = (second) => {
  const minutes = floorDiv(second - floorDiv(second, DAY) * DAY, MINUTE);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(floorDiv(minutes, 60))}:${two(minutes % 60)}`;
};

const dayName = (second) => {
  const number = floorDiv(second, DAY);
  const { year, month, day } = civil(number);
  const weekday = year >= GREGORIAN ? `${WEEKDAYS[(((number + 3) % 7) + 7) % 7]} ` : "";
  return `${weekday}${day} ${MONTHS[month - 1]} ${yearName(year)}`;
};

const monthName = (second) => {
  const { year, month } = civilAt(second);
  return `${MONTHS[month - 1]} ${yearName(year)}`;
};
