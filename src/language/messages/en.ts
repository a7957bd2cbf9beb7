import { ENGLISH_HABITS } from '../english-habits.ts';
import { defineBaseLanguage } from '../language.ts';

/**
 * English: the base of all catalogs. Messages are ICU; an argument may be a slot `{{fact-id}}`, which comes through as
 * it is. `who` is you, they, she or he; `scope` core or all; numbers such as `n`, `m` only choose a form. What English
 * has no use for, but other languages have, stands in an empty choice.
 */
export const en = defineBaseLanguage({
  tag: 'en',
  name: 'English',
  checked: true,
  articles: true,
  habits: ENGLISH_HABITS,
  messages: {
    count:
      '{n, plural, =0 {no} =1 {one} =2 {two} =3 {three} =4 {four} =5 {five} =6 {six} =7 {seven} =8 {eight} =9 {nine} =10 {ten} =11 {eleven} =12 {twelve} other {{of, select, other {}}}}',
    'measure.hour': '{digits} {n, plural, =1 {hour} other {hours}}',
    'measure.week': '{digits} {n, plural, =1 {week} other {weeks}}',
    'measure.skill': '{digits} {n, plural, =1 {skill} other {skills}}',
    'measure.phase': '{digits} {n, plural, =1 {phase} other {phases}}',
    'measure.gap': '{digits} {n, plural, =1 {gap} other {gaps}}',
    'measure.step': '{digits} {n, plural, =1 {step} other {steps}}',
    'measure.sentence': '{digits} {n, plural, =1 {sentence} other {sentences}}',
    'measure.fact': '{digits} {n, plural, =1 {fact} other {facts}}',
    'measure.error': '{digits} {n, plural, =1 {error} other {errors}}',
    'measure.warning': '{digits} {n, plural, =1 {warning} other {warnings}}',
    'counted.month': '{count} {n, plural, =1 {month} other {months}}{digits, select, other {}}',
    'counted.year': '{count} {n, plural, =1 {year} other {years}}{digits, select, other {}}',
    'counted.skill': '{count} {n, plural, =1 {skill} other {skills}}',
    'counted.level': '{count} {n, plural, =1 {level} other {levels}}',
    'months.none': 'less than a month',
    'months.both': '{years} and {months}',
    'list.more': '{items}, and {count} more',

    'fact.candidate': 'the candidate',
    'fact.not-known': 'not known',
    'fact.none': 'none',
    'fact.yes': 'yes',
    'fact.none-shown': 'none shown',
    'fact.half': 'half',
    'fact.about': 'about {length}',
    'fact.phase': 'phase {digits}',
    'fact.week': 'week {digits}',
    'fact.gate-status': '{status, select, met {met} not_met {not met} other {unknown}}',
    'fact.voluntary': '{position} (voluntary)',
    'fact.voluntary-work': 'voluntary work',
    'fact.rank': 'number {digits}',
    'fact.degree': '{type} in {area}',
    'fact.fluency': '{kind, select, other {{text}}}',
    'fact.language': '{language} ({fluency})',
    'fact.years-gate': 'Years of experience',
    'fact.status': '{status, select, extra {not asked for} met {met} partial {partial} other {missing}}',
    'fact.tier': '{tier, select, core {core} preferred {preferred} other {emerging}}',
    'fact.level':
      '{level, select, beginner {beginner} intermediate {intermediate} advanced {advanced} other {expert}}',
    'fact.demand': '{demand, select, low {low} medium {medium} other {high}}',
    'fact.cost': '{cost, select, free {free} freemium {freemium} other {paid}}',
    'fact.part':
      '{m, plural, =1 {{n, plural, =1 {the one} other {not the one}}} other {{all, select, yes {{m, plural, =2 {both} other {all {total}}}} other {{n, plural, =0 {none} other {{count}}} of the {total}}}}}',
    'fact.salary':
      '{range, select, one {{min}} other {{min} to {max}}} per {period, select, hour {hour} day {day} week {week} month {month} other {year}}',
    'fact.evidence':
      '{kind, select, certificate {backed by a certificate ({label})} work {named in the work history} work_named {named in the work as {label}} project {named in a project} project_named {named in the project {label}} education {named in a course ({label})} other {listed only}}',

    'fact.span': '{from}th to {to}th percentile',
    'fact.span-ends': 'lowest to highest figure',

    'gate.years-not-said': 'the role does not say how many years',
    'gate.no-dated-work': 'the resume gives no dated work',
    'gate.dated-work': 'the dated work adds up to {found}',
    'gate.no-languages': 'the resume lists no languages',
    'gate.other-languages': 'the resume lists languages, and not this one',
    'gate.level-unclear': 'the level of {found} cannot be compared',
    'gate.lists': 'the resume lists {found}',
    'gate.lists-as-skill': 'the resume lists {found} among the skills',
    'gate.no-certificates': 'the resume lists no certificates or licences',
    'gate.other-certificates': 'the resume lists certificates, and not this one',
    'gate.no-rank': '"{found}" names no degree that we can rank',
    'gate.names': 'the resume names {found}',
    'gate.unfinished': '{found} is not finished yet',
    'gate.end-unknown': 'the resume does not say when {found} was finished',
    'gate.other-field': 'the resume names {found}, which may be of another field',
    'gate.no-education': 'the resume names no education',
    'gate.some-unranked': 'not every degree named can be ranked',
    'gate.highest': 'the highest degree named is {found}',

    'note.level-held-unreadable':
      'The level "{level}" of {skill} names no level of the scale; it is held at an unknown level.',
    'note.level-asked-unreadable':
      'The level "{level}" asked of {skill} names no level of the scale; no level is taken as asked for.',
    'note.merged-skill': '{skill} is named {digits} times in the role ({tiers}); it is kept once, as {tier}.',
    'note.named-not-listed':
      '{skill} is named at {path} but not listed as a skill, so it counts as not held; list it if it is held.',
    'note.share-default':
      'The role gives no share of postings for {digits} of the gaps; their priority assumes {share}.{n, plural, other {}}',
    'note.skill-unknown':
      'The catalog does not know {skills}; the hours are those of an average skill.{n, plural, other {}}',
    'note.hours-default':
      'Nobody said how many hours a week there are to study; the roadmap assumes {hours}.',
    'note.cost-date': 'Costs of resources were last checked in {date}; look them up before you pay.',
    'note.plan-teaches-unasked': 'The plan teaches {skill} in "{phase}", which the role does not ask for.',
    'note.plan-teaches-met-skill': 'The plan teaches {skill} in "{phase}", which is already met.',
    'note.plan-skips-gap': 'The plan leaves out {skills}, {n, plural, =1 {a gap} other {gaps}} of this role.',

    'name.you': 'you',

    'report.title': 'Skill Gap Report: {name} and the role {role}',
    'report.nobody': 'Candidate',
    'report.section': 'Section {digits}',
    'report.date': 'Report date: {iso}.{date, select, other {}}',
    'report.offline': 'Written by the offline writer, without a model: {total}.',
    'report.offline-parts': 'Written by the offline writer, without a model: {total}, of which {parts}.',
    'report.edited': '{digits} edited by hand{n, plural, other {}}',
    'report.removed': '{total} taken out by hand{n, plural, other {}}.',
    'report.model': 'Written by {model}: {total}, none of which had to be repaired.',
    'report.model-parts': 'Written by {model}: {total}, of which {parts}.',
    'report.repaired': '{digits} repaired after the check{n, plural, other {}}',
    'report.replaced': '{digits} replaced by the offline writer{n, plural, other {}}',
    'report.none-of': '{what, select, error {no errors} other {no warnings}}',
    'report.check': 'Checked against {facts}: {errors}, {warnings}.',
    'report.reach':
      'Prose in this language is checked for figures, names and slots only; the other rules read English.',
    'report.source': 'Source: {source}',

    'title.executive-summary': 'Executive Summary',
    'title.candidate-profile': 'Candidate Profile',
    'title.market-requirements-analysis': 'Market Requirements Analysis',
    'title.skill-gap-assessment': 'Skill Gap Assessment',
    'title.upskilling-roadmap': 'Upskilling Roadmap',
    'title.recommended-resources': 'Recommended Resources',

    'share.of-postings':
      '{kind, select, percent {{share} of postings} one {{share} posting} other {{share} postings}}',

    'summary.unknown': 'What the {title} role asks for is not known, so no gap can be told.',
    'summary.one-met':
      '{name} {who, select, you {meet} other {meets}} the {scope, select, core {core skill} other {skill}} of the {title} role, {skill}.',
    'summary.one-partial':
      '{name} {who, select, you {hold} other {holds}} the {scope, select, core {core skill} other {skill}} of the {title} role, {skill}, below the level asked for.',
    'summary.one-missing':
      'The {scope, select, core {core skill} other {skill}} of the {title} role, {skill}, is missing from {who, select, you {your resume} other {the resume of {name}}}.',
    'summary.all-met':
      '{name} {who, select, you {meet} other {meets}} {n, plural, =2 {both} other {all {total}}} {scope, select, core {core skills} other {skills}} of the {title} role.',
    'summary.none-met':
      '{who, select, you {Your resume} other {The resume of {name}}} shows {n, plural, =2 {neither} other {none}} of the {total} {scope, select, core {core skills} other {skills}} of the {title} role.',
    'summary.none-in-full':
      '{name} {who, select, you {meet} other {meets}} {n, plural, =2 {neither} other {none}} of the {total} {scope, select, core {core skills} other {skills}} of the {title} role in full: {m, plural, =0 {{p, plural, =2 {both} other {all {partial}}}} other {{partial}}} {p, plural, =1 {is} other {are}} held below the level asked for{m, plural, =0 {} =1 {, and {missing} is missing} other {, and {missing} are missing}}.',
    'summary.some-met':
      '{name} {who, select, you {meet} other {meets}} {met} of the {total} {scope, select, core {core skills} other {skills}} of the {title} role{few, select, yes {: {names}} other {}}.',
    'summary.some-met.other':
      'Of the {total} {scope, select, core {core skills} other {skills}} that the {title} role asks for, {name} {who, select, you {meet} other {meets}} {met}{few, select, yes {: {names}} other {}}.',
    'summary.more-partly-missing':
      '{partial} {p, plural, =1 {more is} other {more are}} held below the level asked for, and {missing} {m, plural, =1 {is} other {are}} missing.',
    'summary.more-partly':
      '{partial} {p, plural, =1 {more is} other {more are}} held below the level asked for; none is missing.',
    'summary.one-left': 'The one still missing is {skill}.',
    'summary.others-missing': 'The other {missing} are missing.',
    'summary.no-tier-met':
      '{p, plural, =2 {neither} other {none}} of the {preferred} preferred and {e, plural, =2 {neither} other {none}} of the {emerging} emerging skills is met.',
    'summary.tier-one':
      'The one {tier} skill, {skill}, {status, select, met {is met} partial {is held below the level asked for} other {is missing}}.',
    'summary.tier-all': '{n, plural, =2 {both} other {all {total}}} {tier} skills are met.',
    'summary.tier-none': '{n, plural, =2 {neither} other {none}} of the {total} {tier} skills is met.',
    'summary.tier-some': '{met} of the {total} {tier} skills {m, plural, =1 {is} other {are}} met.',
    'summary.only-gap':
      'The only gap to close is {skill}{told, select, no {} one {, which {share} names} other {, which {share} name}}.',
    'summary.pressing': 'The gaps that weigh most are {top}{order, select, yes {, in that order} other {}}.',
    'summary.pressing.other': 'Most pressing are {top}{order, select, yes {, in that order} other {}}.',
    'summary.pressing.warm':
      'The gaps that matter most are {top}{order, select, yes {, in that order} other {}}.',
    'summary.pressing.formal':
      'The gaps of the highest priority are {top}{order, select, yes {, in that order} other {}}.',
    'summary.alike':
      'What weighs most is the {tier} tier, where {missing} {n, plural, =1 {is} other {are}} missing.',
    'summary.alike-why': 'They weigh alike, since the role does not say how often each is asked for.',
    'summary.pay': 'For this role, the pay {range, select, one {is} other {runs from}} {salary}.',
    'summary.demand': 'Demand for the role is {demand}.',
    'summary.demand-pay':
      'Demand for the role is {demand}, and the pay {range, select, one {is} other {runs from}} {salary}.',
    'summary.no-learning': 'No learning is needed to meet what the role lists.',
    'summary.plan':
      'The plan runs for {weeks} at {perWeek} a week, {hours} in all, in {phases} {n, plural, =1 {phase} other {phases}}.',
    'summary.roadmap':
      'By estimate, the roadmap takes {weeks} at {perWeek} of study a week, {hours} in {phases} {n, plural, =1 {phase} other {phases}}.',
    'summary.limit': 'Within the limit of {horizon}, not every gap can be closed.',
    'summary.experience':
      'Study does not replace time on the job: the role asks for {asked} of experience, and {who, select, you {you have} they {they have} she {she has} other {he has}} {experience}.',
    'summary.experience.warm':
      'Experience grows with time and not with courses: the role asks for {asked}, and {who, select, you {you have} they {they have} she {she has} other {he has}} {experience}.',
    'summary.experience.formal':
      'The role requires {asked} of experience, whereas {who, select, you {you have} they {they have} she {she has} other {he has}} {experience}; study is no substitute.',

    'profile.no-dates': 'The resume dates no work, so the length of experience is unknown.',
    'profile.label': '{name} {who, select, you {are} other {is}} presented in the resume as {label}.',
    'profile.dated': '{name} {who, select, you {have} other {has}} {experience} of dated work.',
    'profile.works':
      '{name} {who, select, you {have} other {has}} worked{as, select, no {} bare { as {position}} other { as a {position}}}{at, select, yes { at {employer}} other {}}{since, select, yes { since {from}} other {}}.',
    'profile.worked':
      '{name} worked{as, select, no {} bare { as {position}} other { as a {position}}}{at, select, yes { at {employer}} other {}}{until, select, yes { until {to}} other {}}.{who, select, other {}}',
    'profile.job':
      '{as, select, bare {{position}} other {a {position}}}{at, select, yes { at {employer}} other {}}',
    'profile.before':
      'Before that {who, select, you {you were} they {they were} she {she was} other {he was}} {jobs}.{n, plural, other {}}',
    'profile.experience':
      'In all, {who, select, you {your} they {their} she {her} other {his}} dated work adds up to {experience}.',
    'profile.experience.other': 'The dated work in the resume adds up to {experience}.',
    'profile.degree':
      '{article, select, yes {a {degree}} other {{degree}}}{at, select, yes { from {school}} other {}}',
    'profile.education': 'The education named is {degree}.',
    'profile.education-too': 'The resume also names {degree}.',
    'profile.certificates':
      'The resume lists {size, select, one {the certificate} many {certificates such as} other {the certificates}} {certificates}.',
    'profile.languages':
      '{n, plural, =1 {The language listed is} other {The languages listed are}} {languages}.',
    'profile.led':
      'The resume shows that {who, select, you {you have} they {they have} she {she has} other {he has}} led people.',
    'profile.led-as':
      'The resume shows that {who, select, you {you have} they {they have} she {she has} other {he has}} led people before, as {roles}.',
    'profile.one-unmet': 'The one skill that the role lists is not met yet.',
    'profile.none-met': 'Of the {total} skills that the role lists, none is met yet.',
    'profile.strengths':
      'The {n, plural, =1 {strength} other {strengths}} that the role asks for {n, plural, =1 {is} other {are}} {strengths}.',
    'profile.strengths.other': 'Of what the role asks for, the resume shows {strengths}.',
    'profile.proof': '{skill} is {evidence}.',
    'profile.proof-level': '{skill} is held at {level} level and {evidence}.{held, select, other {}}',
    'profile.below':
      '{names} {n, plural, =1 {is} other {are}} {more, select, yes {held too,} other {held}} below the level asked for.',
    'profile.beyond':
      'Beyond what the role asks for, the resume brings {count} {n, plural, =1 {skill} other {skills}}: {names}.',
    'profile.beyond.other':
      'The resume also brings {count} {n, plural, =1 {skill} other {skills}} that the role does not ask for: {names}.',

    'market.demand':
      'Demand for a {title} is {demand}{sample, select, both {, seen in a sample of {postings} postings as of {date}} postings {, seen in a sample of {postings} postings} date {, as of {date}} other {}}.{n, plural, other {}}',
    'market.definition': 'It was judged by this definition: {definition}.',
    'market.demand-not-given': 'The demand for a {title} was not given.',
    'market.demand-not-assessed': 'The demand for the role was not assessed.',
    'market.sample': 'The sample holds {postings} {n, plural, =1 {posting} other {postings}}.',
    'market.no-salary': 'No salary figure was given for this market.',
    'market.salary':
      '{range, select, one {The salary is} other {Salaries run from}} {salary}{spanned, select, yes {, the {span}} other {}}.',
    'market.salary-figures': 'That rests on {count} {n, plural, =1 {figure} other {figures}}.',
    'market.years': 'Employers look for {years} of experience.',
    'market.gates': 'As {n, plural, =1 {a condition} other {conditions}} of entry the role requires {gates}.',
    'market.growth': '{n, plural, =1 {The growth area named is} other {The growth areas named are}} {areas}.',
    'market.no-skills': 'Which skills the role asks for is not known, because its source lists none.',
    'market.tier-count':
      '{count} {tier}{noun, select, own {{n, plural, =1 { skill} other { skills}}} other {}}',
    'market.lists': 'The role lists {counts}{noun, select, own {} other { skills}}.',
    'market.lists-all': 'The role lists {counts}{noun, select, own {} other { skills}}: {names}.',
    'market.tier': 'The {tier} {n, plural, =1 {skill is} other {skills are}} {names}.',
    'market.no-shares': 'How often each skill is asked for was not given.',
    'market.first': '{skill} is named most often, in {share}.',
    'market.first-ahead': '{skill} is named most often, in {share}, ahead of {next}.',
    'market.first-ahead.other': '{skill} leads with {share}, followed by {next}.',
    'market.any-of': 'Any one of these will do: {members}.',
    'market.any-of-named': 'For {skill}, any one of the alternatives will do: {members}.',
    'market.small-sample': 'So small a sample shows what these postings ask for and not how common it is.',
    'source.postings-uncounted':
      'What employers ask for was counted in {source}{dated, select, yes { as of {date}} other {}}.',
    'source.postings':
      'What employers ask for was counted in {count} distinct {n, plural, =1 {posting} other {postings}}{dated, select, yes { as of {date}} other {}}.',
    'source.onet':
      'What the role asks for is taken from the {source}{dated, select, yes {, with ratings up to {date}} other {}}.',
    'source.esco':
      'What the role asks for is taken from the {source}{dated, select, yes { as of {date}} other {}}.',
    'source.bls': 'The pay comes from the {source}{dated, select, yes { of {date}} other {}}.',
    'source.other': 'A source of this profile is {source}{dated, select, yes { as of {date}} other {}}.',

    'gaps.nothing': 'There is nothing to compare: the source of the role lists no skills for it.',
    'gaps.all-met':
      'Every {scope, select, core {core skill} other {skill}} is met, so the coverage of {scope, select, core {the core} other {the role}} is {coverage}.',
    'gaps.all-alike':
      'Coverage of {scope, select, core {the core} other {the role}} is {coverage}: {n, plural, =1 {its one skill is} =2 {both {scope, select, core {core skills} other {skills}} are} other {all {count} {scope, select, core {core skills} other {skills}} are}} {state, select, missing {missing} other {held below the level asked for}}{half, select, yes {, a skill held below its level counting {weight}} other {}}.',
    'gaps.coverage':
      'Coverage of {scope, select, core {the core} other {the role}} is {coverage}: {n, plural, =1 {of one skill} other {of {total} skills}}, {parts}{half, select, yes {, a skill held below its level counting {weight}} other {}}.',
    'gaps.coverage.other':
      '{coverage} of {scope, select, core {the core} other {the role}} is covered: {n, plural, =1 {of one skill} other {of {total} skills}}, {parts}{half, select, yes {, a skill held below its level counting {weight}} other {}}.',
    'gaps.part':
      '{count} {n, plural, =1 {is} other {are}} {status, select, met {met} partial {held in part} other {missing}}',
    'gaps.over-all': 'Over all {total} skills that the role lists, coverage is {coverage}.',
    'gaps.tier':
      '{tier, select, core {In the core} preferred {Among the preferred skills} other {Among the emerging skills}}, {met} {n, plural, =1 {is} other {are}} met, while {missing} {m, plural, =1 {is} other {are}} missing.',
    'gaps.tier.other':
      '{tier, select, core {In the core} preferred {Among the preferred skills} other {Among the emerging skills}}, {missing} {m, plural, =1 {is} other {are}} missing; {met} {n, plural, =1 {is} other {are}} met.',
    'gaps.tier-missing':
      '{tier, select, core {In the core} preferred {Among the preferred skills} other {Among the emerging skills}}, {missing} {m, plural, =1 {is} other {are}} missing.',
    'gaps.tier-met':
      '{tier, select, core {In the core} preferred {Among the preferred skills} other {Among the emerging skills}}, {met} {n, plural, =1 {is} other {are}} met.',
    'gaps.more-partial': '{names} {n, plural, =1 {is} other {are}} held below the level asked for as well.',
    'gaps.distance':
      '{skill} is held at {held} level, {steps} below the {asked} level asked for.{heldLevel, select, other {}}{askedLevel, select, other {}}',
    'gaps.head-start':
      '{related}, which {n, plural, =1 {is} other {are}} held, {n, plural, =1 {gives} other {give}} a head start on {gaps} without closing {m, plural, =1 {that gap} other {those gaps}}.',
    'gaps.gates-met': 'Among the conditions of entry, {gates} {n, plural, =1 {is} other {are}} met.',
    'gaps.gates-unmet':
      '{gates} {n, plural, =1 {is} other {are}} not met by what the resume names, and study hours do not change that.',
    'gaps.gates-unknown':
      'Whether {gates} {n, plural, =1 {is} other {are}} met cannot be told from the resume.',
    'gaps.years-unknown': 'The role asks for {asked} of experience; the resume dates no work to compare.',
    'gaps.years-met': 'The {asked} of experience asked for are there: the dated work adds up to {found}.',
    'gaps.years-unmet':
      'The role asks for {asked} of experience and the dated work adds up to {found}, so that condition is not met.',

    'roadmap.no-skills': 'Without skills that the role asks for there is no phase to plan.',
    'roadmap.no-gap': 'There is no gap to close, so there is no phase to plan.',
    'roadmap.plan':
      'The plan runs for {weeks} in {phases} {n, plural, =1 {phase} other {phases, one after the other}}; at {perWeek} a week that is {hours} in all.',
    'roadmap.total':
      'At {perWeek} of study a week, the roadmap takes {weeks} in {phases} {n, plural, =1 {phase} other {phases, one after the other}}.',
    'roadmap.estimate':
      'Its {hours} are an estimate from typical study times for each kind of skill and level, not a measurement of {who, select, you {you} other {this person}}.',
    'roadmap.long':
      'That is {length}, so it pays to settle on the first phases and to look again after them.',
    'roadmap.first':
      '{n, plural, =1 {Its only phase} other {The first phase}}{titled, select, yes { (“{title}”)} other {}}, {weeks} long, {teaches, select, yes {teaches {skills}} other {teaches no single skill}}.',
    'roadmap.last':
      'The last phase{titled, select, yes { (“{title}”)} other {}}, {weeks} long, {teaches, select, yes {teaches {skills}} other {teaches no single skill}} and ends with {end}.',
    'roadmap.phase':
      '{number}{titled, select, yes { (“{title}”)} other {}} starts in {start}, takes {weeks} and {teaches, select, yes {teaches {skills}} other {teaches no single skill}}.',
    'roadmap.phase.other':
      'From {start} on, {number}{titled, select, yes { (“{title}”)} other {}} {teaches, select, yes {teaches {skills}} other {teaches no single skill}} and takes {weeks}.',
    'roadmap.later-table': 'The phases after these stand in the table.',
    'roadmap.later': 'After these {n, plural, =1 {comes} other {come}} {skills}.',
    'roadmap.then': '; then ',
    'roadmap.left-horizon':
      'Within {horizon} there is no room for {skills}; {n, plural, =1 {that gap stays} other {those gaps stay}} open.',
    'roadmap.left-prerequisite':
      '{skills} {n, plural, =1 {is} other {are}} left as well, because what {n, plural, =1 {it builds} other {they build}} on does not fit.',
    'roadmap.left-credential':
      '{skills} {n, plural, =1 {is} other {are}} granted by an issuer and cannot be scheduled as study.',
    'roadmap.left-unplanned':
      'No phase of the plan covers {skills}, so {n, plural, =1 {that gap stays} other {those gaps stay}} open.',

    'resources.unknown': 'Since no skill that the role asks for is known, no resource is recommended.',
    'resources.no-gap': 'With no gap to close, no resource is recommended.',
    'resources.kind':
      '{all, select, one {{cost}} all {all {cost}} other {{count} {cost}}}{n, plural, other {}}',
    'resources.one':
      '{count} resource serves {gaps, plural, =1 {the gap} other {the gaps}}; it is {cost}{timed, select, yes { and takes {hours} of study} other {}}.',
    'resources.many':
      '{count} resources serve {gaps, plural, =1 {the gap} other {the gaps}}: {kinds}{timed, select, yes {, {hours} of study in all} other {}}.',
    'resources.price': 'What is paid and has a known price comes to {money}.',
    'resources.practice':
      'Of the {hours} in the {origin, select, given {plan} other {roadmap}}, that leaves {practice} for practice.',
    'resources.start':
      'For {skills}, start with {title} by {provider} ({cost}{priced, select, yes {, {price}} other {}}{timed, select, yes {, {hours}} other {}}).',
    'resources.next':
      'For {skills}, there is {title} by {provider} ({cost}{priced, select, yes {, {price}} other {}}{timed, select, yes {, {hours}} other {}}).',
    'resources.next.other':
      '{title} by {provider} ({cost}{priced, select, yes {, {price}} other {}}{timed, select, yes {, {hours}} other {}}) serves {skills}.{n, plural, other {}}',
    'resources.without':
      'For {skills}, {reason, select, none {no resource is on file} budget {nothing on file fits the budget} paid {nothing on file is free of charge} other {the way leads to the issuer, not to a course}}.',
    'resources.checked':
      'Costs were last checked in {date}; look them up before {reader, select, employer {approving a budget} other {paying}}.',

    'table.not-given': 'not given',
    'table.pay': 'Pay by currency and period (percentiles)',
    'table.per': 'Per',
    'table.percentile': '{p, select, 50 {Median} other {{p}th}}',
    'table.figures': 'Figures',
    'table.source': 'Source',
    'table.period':
      '{period, select, hour {hour} day {day} week {week} month {month} other {year}} in {currency}',
    'table.skills': 'Every skill of the role',
    'table.skill': 'Skill',
    'table.tier': 'Tier',
    'table.asked': 'Asked for',
    'table.held': 'Held',
    'table.status': 'Status',
    'table.share': 'Share of postings',
    'table.priority': 'Priority',
    'table.any-of': '{skill} (any of: {members})',
    'table.any-level': 'any level',
    'table.level-not-given': 'level not given',
    'table.not-held': 'no',
    'table.status-word': '{status, select, met {met} partial {partly held} other {missing}}',
    'table.counted': '{postings} of {total}',
    'table.plan': 'The plan, phase by phase',
    'table.roadmap': 'The roadmap, phase by phase (hours and weeks are estimates)',
    'table.phase': 'Phase',
    'table.title': 'Title',
    'table.phase-skills': 'Skills',
    'table.weeks': 'Weeks',
    'table.length': 'Length',
    'table.hours': 'Hours',
    'table.activities': 'Activities',
    'table.week-range': '{from} to {to}',
    'table.resources': 'What to learn from',
    'table.resource': 'Resource',
    'table.provider': 'Provider',
    'table.for': 'For',
    'table.kind': 'Kind',
    'table.cost': 'Cost',
    'table.resource-kind': '{kind, select, other {{kind}}}',

    'doc.candidate': 'Candidate',
    'doc.role': 'Role',
    'doc.date': 'Date',
    'doc.same-as-table': 'The same as a table',
    'page.skip': 'Skip to the report',
    'page.contents': 'Contents',

    'glance.title': 'At a glance',
    'glance.core': 'Core skills covered',
    'glance.all': 'All skills covered',
    'glance.learn': 'Still to learn',
    'glance.none': 'None asked for',
    'glance.no-gaps': 'No gaps',
    'glance.half': 'A skill that is partly held counts half.',
    'glance.no-phase': 'No phase of study is planned.',
    'glance.of': 'of {digits} {n, plural, =1 {skill} other {skills}} asked for',
    'glance.study': '{weeks} of study in {phases}{n, plural, other {}}',
    'glance.rate': '{hours} at {perWeek} a week, {origin, select, computed {an estimate} other {as planned}}',

    'card.phase': '{n, plural, =1 {Phase} other {Phases}}',
    'card.level': 'Level',
    'card.checked': 'checked {date}',

    'chart.all': 'all',
    'chart.coverage': 'Coverage by tier: full is met, hatched partly held, empty missing',
    'chart.coverage-alt': 'How much of what is asked for is covered; what is partly held counts half.',
    'chart.coverage-of': '{share} of {digits} asked for{n, plural, other {}}',
    'chart.count':
      '{digits} {status, select, met {met} partial {partly held} other {missing}}{n, plural, other {}}',
    'chart.coverage-column': 'Coverage',
    'chart.level':
      '{level, select, beginner {Beginner} intermediate {Intermediate} advanced {Advanced} other {Expert}}',
    'chart.matrix':
      '{part, select, all {Skills held against skills asked for} pressing {The {shown} most pressing of {gaps} gaps, of {total} skills} gaps {The {gaps} gaps among {total} skills} other {The first {shown} of {total} skills}}: the bar is the level held, the line the level asked for',
    'chart.matrix-alt': 'Each skill with its status, the level held and the level asked for.',
    'chart.held': 'held: {level}',
    'chart.asked': 'asked for: {level}',
    'chart.not-held': 'not held',
    'chart.not-said': 'not said',
    'chart.level-unknown': 'level unknown',
    'chart.priority':
      '{part, select, all {Gaps by priority} other {The {shown} most pressing of {gaps} gaps by priority}}',
    'chart.priority-alt':
      'The longer the bar, the more a gap weighs: tier, share of postings and steps still to climb.',
    'chart.gap': 'Gap',
    'chart.study': 'Estimated study',
    'chart.no-hours': 'not by study alone',
    'chart.share':
      'Share of postings that name each skill{part, select, all {} other {, the first {shown} of {total}}}',
    'chart.share-alt': 'The share of postings that name each skill.',
    'chart.postings': 'Postings',
    'chart.pay': 'Pay per {period, select, hour {hour} day {day} week {week} month {month} other {year}}',
    'chart.percentile': '{p, select, 50 {median} other {{p}th percentile}}',
    'chart.from': 'from',
    'chart.to': 'to',
    'chart.place': 'Place',
    'chart.pay-column': 'Pay',
    'chart.roadmap':
      'Roadmap, week 1 to {weeks}, {hours} {origin, select, computed {by estimate} other {as planned}}',
    'chart.phases': 'phases {from} to {to} of {total}',
    'chart.phase': '{titled, select, yes {Phase {digits}: {title}} other {Phase {digits}}}',
    'chart.week': 'week {week}',
    'chart.weeks': 'weeks {from} to {to}',

    'making.title': 'How this report was made',
    'making.method-title': 'Method',
    'making.method':
      'The figures and the standing of every skill were worked out from the inputs by fixed rules. The sentences were then written around these facts and checked against them; a sentence that contradicts a fact does not enter a report.',
    'making.sign':
      '{at, select, first {A sentence} other {One}} with {sign} {by, select, repaired {was rewritten by the model after the check found fault with its first wording} offline {was written by the offline writer in place of the model’s} other {was rewritten by a person, and checked as all others were}}.',
    'making.status': '{status, select, met {Met} partial {Partly held} other {Missing}}',
    'making.status-meaning':
      '{status, select, met {held at or above the level asked for, or held where no level is asked for or known.} partial {held below the level asked for.} other {asked for and not found in the resume.}}',
    'making.coverage':
      'Coverage is the skills met plus half of those partly held, divided by the skills asked for.',
    'making.house': 'Added by the house, and not checked against the facts: {titles}.',
    'making.sources': 'Sources',
    'making.rests': 'The report rests on {facts} from {inputs}.',
    'making.input':
      '{input, select, resume {the resume} role {the role profile} plan {the plan given} resources {the resource list given} catalog {the built-in catalog} options {the options of the run} other {calculation over several inputs}}',
    'making.bases': 'What the facts rest on',
    'making.basis-column': 'Basis',
    'making.meaning': 'Meaning',
    'making.facts': 'Facts',
    'making.basis-meaning':
      '{basis, select, given {Stands in an input.} computed {Follows from the inputs by a fixed rule.} estimate {Comes from a table of typical values; yours may differ.} default {Was assumed because the inputs were silent.} other {Nobody said; the report does not guess.}}',
    'making.market-sources': 'Sources of the market',
    'making.estimates-title': 'Estimates',
    'making.estimates':
      '{facts} {n, plural, =1 {is an estimate} other {are estimates}}, made by {m, plural, =1 {this rule} other {these rules}}:',
    'making.notes': 'Notes',
    'making.record': 'Record',
    'making.report-date': 'Report date',
    'making.writer': 'Writer',
    'making.version': 'Version',
    'making.prompts': 'Prompts, by the start of their SHA-256',

    'proof.this': 'Facts behind this sentence',
    'proof.any': 'Facts behind a sentence',
    'proof.show': 'What to show',
    'proof.as-table': 'Every sentence with its facts, as a table',
    'proof.mark':
      '{who, select, model {Mark sentences that were repaired or written offline} edited {Mark sentences that were edited by hand} other {Mark sentences that were repaired, written offline, or edited by hand}}',
    'proof.title': 'Every sentence with its facts',
    'proof.caption': 'Sentences in order, who wrote them, and what they rest on',
    'proof.sentence': 'Sentence',
    'proof.writer':
      '{by, select, model {model} repaired {model, repaired} edited {edited by hand} other {offline writer}}',
    'proof.sign': '{by, select, repaired {repaired} edited {edited by hand} other {offline writer}}',
    'proof.basis':
      '{basis, select, given {given} computed {computed} estimate {estimate} default {default} other {unknown}}',
    'proof.input':
      '{input, select, resume {resume} role {role} plan {plan} resources {resources} catalog {catalog} options {options} other {computed}}',
    'proof.from': 'from {source}',
  },
});
