// The events of a feed as ical.js reads them: one a line, as JSON, by UID. It knows no zones but those of the feed.
//
// usage: node by_icaljs.mjs FEED
import { readFileSync } from 'node:fs';
import ICAL from '../../build/oracles/node_modules/ical.js/dist/ical.js';

function insist(condition, what) {
	if (!condition)
		throw new Error(what);
}

function utc(time) {
	insist(time.zone.component, `no VTIMEZONE for ${time}`);
	return time.convertToZone(ICAL.Timezone.utcTimezone).toString().replace(/:00Z$/, 'Z');
}

// Properties, and not an ICAL.Event, which looks at all other events when it is made.
function fact(event) {
	const value = (name) => event.getFirstPropertyValue(name);
	const name = event.getFirstProperty('organizer').getParameter('cn').replaceAll('"', "'");
	insist(!event.hasProperty('attendee'), 'an attendee');
	return {
		uid: value('uid'),
		begins: utc(value('dtstart')),
		ends: utc(value('dtend')),
		summary: value('summary'),
		status: value('status'),
		sequence: value('sequence'),
		location: value('location') ?? '',
		organizer: `${name} <${value('organizer')}>`,
	};
}

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
insist(calendar.getFirstPropertyValue('method') === 'PUBLISH', 'another method');
const facts = calendar.getAllSubcomponents('vevent').map(fact);
facts.sort((one, other) => (one.uid < other.uid ? -1 : 1));
process.stdout.write(facts.map((one) => `${JSON.stringify(one)}\n`).join(''));
