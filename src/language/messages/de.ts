import type { Language } from '../language.ts';
import type { MessageId } from '../words.ts';

const SKILL = '{scope, select, core {Kernkompetenz} other {Kompetenz}}';
const SKILLS = '{scope, select, core {Kernkompetenzen} other {Kompetenzen}}';
/** Genitive, for "Abdeckung ...". */
const OF_SCOPE = '{scope, select, core {der Kernkompetenzen} other {der Position}}';
/** After an article: "die wünschenswerten Kompetenzen". */
const TIER_SKILLS =
  '{tier, select, core {Kernkompetenzen} preferred {wünschenswerten Kompetenzen} other {Zukunftskompetenzen}}';
const BRINGS = '{who, select, you {bringen} other {bringt}}';
const IS = '{n, plural, =1 {ist} other {sind}}';
const LACKS = '{n, plural, =1 {fehlt} other {fehlen}}';
const BELOW = 'unter dem geforderten Niveau';
const ORDER = '{order, select, yes {, in dieser Reihenfolge} other {}}';
const AT_HELD =
  '{held, select, beginner {auf Grundniveau} intermediate {auf mittlerem Niveau} advanced {auf fortgeschrittenem Niveau} other {auf Expertenniveau}}';
const AS_OF = '{dated, select, yes { (Stand: {date})} other {}}';
const TITLED = '{titled, select, yes { („{title}“)} other {}}';
const TEACHES = '{teaches, select, yes {vermittelt {skills}} other {vermittelt keine einzelne Kompetenz}}';
const DETAILS = '({cost}{priced, select, yes {, {price}} other {}}{timed, select, yes {, {hours}} other {}})';
const STAYS = '{n, plural, =1 {diese Lücke bleibt} other {diese Lücken bleiben}} offen';
const COST = '{cost, select, free {kostenlos} freemium {teilweise kostenlos} other {kostenpflichtig}}';

/**
 * German, formal: the candidate by name or as "Sie". What is counted is feminine throughout (Kompetenz, Phase,
 * Ressource, Stellenanzeige, Angabe, Stufe), so that "eine" and "keine" fit; lengths of time are written in digits, and
 * stand in no dative.
 */
export const de: Language<MessageId> = {
  tag: 'de',
  locale: 'de-DE',
  name: 'German',
  messages: {
    count:
      '{n, plural, =0 {keine} =1 {eine} =2 {zwei} =3 {drei} =4 {vier} =5 {fünf} =6 {sechs} =7 {sieben} =8 {acht} =9 {neun} =10 {zehn} =11 {elf} =12 {zwölf} other {{of, select, other {}}}}',
    'measure.hour': '{digits} {n, plural, =1 {Stunde} other {Stunden}}',
    'measure.week': '{digits} {n, plural, =1 {Woche} other {Wochen}}',
    'measure.skill': '{digits} {n, plural, =1 {Kompetenz} other {Kompetenzen}}',
    'measure.phase': '{digits} {n, plural, =1 {Phase} other {Phasen}}',
    'measure.gap': '{digits} {n, plural, =1 {Lücke} other {Lücken}}',
    'measure.step': '{digits} {n, plural, =1 {Stufe} other {Stufen}}',
    'measure.sentence': '{digits} {n, plural, =1 {Satz} other {Sätze}}',
    'measure.fact': '{digits} {n, plural, =1 {Fakt} other {Fakten}}',
    'measure.error': '{digits} {n, plural, =1 {Fehler} other {Fehler}}',
    'measure.warning': '{digits} {n, plural, =1 {Warnung} other {Warnungen}}',
    'counted.month': '{digits} {n, plural, =1 {Monat} other {Monate}}',
    'counted.year': '{digits} {n, plural, =1 {Jahr} other {Jahre}}',
    'counted.skill': '{count} {n, plural, =1 {Kompetenz} other {Kompetenzen}}',
    'counted.level': '{count} {n, plural, =1 {Stufe} other {Stufen}}',
    'months.none': 'weniger als 1 Monat',
    'months.both': '{years} und {months}',
    'list.more': '{items} und {count} weitere',

    'fact.candidate': 'die Person',
    'fact.not-known': 'nicht bekannt',
    'fact.none': 'keine',
    'fact.yes': 'ja',
    'fact.none-shown': 'nicht belegt',
    'fact.half': 'halb',
    'fact.about': 'rund {length}',
    'fact.phase': 'Phase {digits}',
    'fact.week': 'Woche {digits}',
    'fact.gate-status': '{status, select, met {erfüllt} not_met {nicht erfüllt} other {nicht bekannt}}',
    'fact.voluntary': '{position} (ehrenamtlich)',
    'fact.voluntary-work': 'Ehrenamt',
    'fact.rank': 'Rang {digits}',
    'fact.degree': '{type} in {area}',
    'fact.fluency':
      '{kind, select, native {Muttersprache} bilingual {zweisprachig} fluent {fließend} business {verhandlungssicher} professional {gute berufliche Kenntnisse} advanced {sehr gute Kenntnisse} good {gute Kenntnisse} intermediate {mittlere Kenntnisse} conversational {Konversationsniveau} basic {Grundkenntnisse} other {{text}}}',
    'fact.language': '{language} ({fluency})',
    'fact.years-gate': 'Jahre an Berufserfahrung',
    'fact.status':
      '{status, select, extra {nicht verlangt} met {erfüllt} partial {teilweise erfüllt} other {fehlt}}',
    'fact.tier': '{tier, select, core {Kern} preferred {Wunsch} other {Zukunft}}',
    'fact.level':
      '{level, select, beginner {Grundkenntnisse} intermediate {mittel} advanced {fortgeschritten} other {Experte}}',
    'fact.demand': '{demand, select, low {gering} medium {durchschnittlich} other {hoch}}',
    'fact.cost': COST,
    'fact.part':
      '{m, plural, =1 {{n, plural, =1 {die einzige} other {nicht die einzige}}} other {{all, select, yes {{m, plural, =2 {beide} other {alle {total}}}} other {{n, plural, =0 {keine} other {{count}}} der {total}}}}}',
    'fact.salary':
      '{range, select, one {{min}} other {{min} bis {max}}} pro {period, select, hour {Stunde} day {Tag} week {Woche} month {Monat} other {Jahr}}',
    'fact.evidence':
      '{kind, select, certificate {durch ein Zertifikat belegt ({label})} work {in der Berufserfahrung genannt} work_named {in der Tätigkeit als {label} genannt} project {in einem Projekt genannt} project_named {im Projekt {label} genannt} education {in einem Kurs genannt ({label})} other {nur aufgelistet}}',
    'fact.span': '{from}. bis {to}. Perzentil',
    'fact.span-ends': 'niedrigste bis höchste Angabe',

    'gate.years-not-said': 'wie viele Jahre verlangt sind, ist nicht angegeben',
    'gate.no-dated-work': 'der Lebenslauf nennt keine datierten Tätigkeiten',
    'gate.dated-work': 'die datierten Tätigkeiten ergeben {found}',
    'gate.no-languages': 'der Lebenslauf nennt keine Sprachen',
    'gate.other-languages': 'der Lebenslauf nennt Sprachen, aber nicht diese',
    'gate.level-unclear': 'das Niveau von {found} lässt sich nicht vergleichen',
    'gate.lists': 'der Lebenslauf nennt {found}',
    'gate.lists-as-skill': 'der Lebenslauf nennt {found} unter den Kompetenzen',
    'gate.no-certificates': 'der Lebenslauf nennt weder Zertifikate noch Zulassungen',
    'gate.other-certificates': 'der Lebenslauf nennt Zertifikate, aber nicht dieses',
    'gate.no-rank': '„{found}“ lässt sich keinem Abschluss zuordnen',
    'gate.names': 'der Lebenslauf nennt {found}',
    'gate.unfinished': '{found} ist noch nicht abgeschlossen',
    'gate.end-unknown': 'wann {found} abgeschlossen wurde, ist nicht angegeben',
    'gate.other-field': 'der Lebenslauf nennt {found}, möglicherweise aus einem anderen Fach',
    'gate.no-education': 'der Lebenslauf nennt keine Ausbildung',
    'gate.some-unranked': 'nicht jeder genannte Abschluss lässt sich einordnen',
    'gate.highest': 'der höchste genannte Abschluss ist {found}',

    'note.level-held-unreadable':
      'Die Angabe „{level}“ zu {skill} entspricht keiner Stufe der Skala; das Niveau gilt als nicht bekannt.',
    'note.level-asked-unreadable':
      'Das für {skill} verlangte Niveau „{level}“ entspricht keiner Stufe der Skala; es gilt kein Niveau als verlangt.',
    'note.merged-skill':
      '{skill} wird im Positionsprofil {digits}-mal genannt ({tiers}); die Kompetenz zählt einmal, als „{tier}“.',
    'note.named-not-listed':
      '{skill} wird im Lebenslauf unter {path} erwähnt, aber nicht als Kompetenz aufgeführt, und gilt daher als nicht vorhanden; bitte ergänzen, falls vorhanden.',
    'note.share-default':
      'Für {n, plural, =1 {eine Lücke} other {{digits} Lücken}} ist kein Anteil an den Stellenanzeigen angegeben; die Priorität geht von {share} aus.',
    'note.skill-unknown':
      '{n, plural, =1 {Eine Kompetenz ist dem Katalog nicht bekannt} other {Einige Kompetenzen sind dem Katalog nicht bekannt}}: {skills}; angesetzt sind die Stunden einer durchschnittlichen Kompetenz.',
    'note.hours-default':
      'Wie viele Stunden pro Woche zum Lernen zur Verfügung stehen, ist nicht angegeben; der Qualifizierungsplan geht von {hours} aus.',
    'note.cost-date': 'Stand der Kosten der Ressourcen: {date}; bitte vor dem Kauf erneut prüfen.',
    'note.plan-teaches-unasked':
      'Der Plan vermittelt in „{phase}“ die Kompetenz {skill}, die die Position nicht verlangt.',
    'note.plan-teaches-met-skill':
      'Der Plan vermittelt in „{phase}“ die Kompetenz {skill}, die bereits abgedeckt ist.',
    'note.plan-skips-gap':
      'Der Plan lässt {skills} aus, {n, plural, =1 {eine Lücke} other {Lücken}} gegenüber dieser Position.',

    'name.you': 'Sie',

    'report.title': 'Kompetenzabgleich: {name} und die Position {role}',
    'report.nobody': 'Person ohne Namensangabe',
    'report.section': 'Abschnitt {digits}',
    'report.date': 'Datum des Berichts: {date}.',
    'report.offline': 'Verfasst vom eingebauten Textmodul, ohne Sprachmodell: {total}.',
    'report.offline-parts': 'Verfasst vom eingebauten Textmodul, ohne Sprachmodell: {total}, davon {parts}.',
    'report.edited': '{digits} von Hand geändert',
    'report.removed': '{total} von Hand entfernt.',
    'report.model': 'Verfasst von {model}: {total}, von denen keiner nachgebessert werden musste.',
    'report.model-parts': 'Verfasst von {model}: {total}, davon {parts}.',
    'report.repaired': '{digits} nach der Prüfung nachgebessert',
    'report.replaced': '{digits} vom eingebauten Textmodul ersetzt',
    'report.none-of': '{what, select, error {keine Fehler} other {keine Warnungen}}',
    'report.check': 'Geprüft anhand von {facts}: {errors}, {warnings}.',
    'report.reach':
      'Deutscher Fließtext wird nur auf Zahlen, Namen und eingesetzte Werte geprüft; die übrigen Regeln lesen Englisch.',
    'report.source': 'Quelle: {source}',

    'title.executive-summary': 'Zusammenfassung',
    'title.candidate-profile': 'Persönliches Profil',
    'title.market-requirements-analysis': 'Anforderungen des Arbeitsmarkts',
    'title.skill-gap-assessment': 'Bewertung der Kompetenzlücken',
    'title.upskilling-roadmap': 'Qualifizierungsplan',
    'title.recommended-resources': 'Empfohlene Lernressourcen',

    'share.of-postings':
      '{kind, select, percent {{share} der Stellenanzeigen} one {{share} Stellenanzeige} other {{share} Stellenanzeigen}}',

    'summary.unknown':
      'Welche Kompetenzen die Position {title} verlangt, ist nicht bekannt; Lücken lassen sich daher nicht bestimmen.',
    'summary.one-met': `{name} ${BRINGS} die einzige ${SKILL} der Position {title} mit: {skill}.`,
    'summary.one-partial': `Die einzige ${SKILL} der Position {title}, {skill}, ist vorhanden, allerdings ${BELOW}.`,
    'summary.one-missing': `Die einzige ${SKILL} der Position {title}, {skill}, fehlt im Lebenslauf.`,
    'summary.all-met': `{name} ${BRINGS} {n, plural, =2 {beide} other {alle {total}}} ${SKILLS} der Position {title} mit.`,
    'summary.none-met': `Keine der {total} ${SKILLS} der Position {title} ist im Lebenslauf nachgewiesen.`,
    'summary.none-in-full': `{name} {who, select, you {erreichen} other {erreicht}} bei keiner der {total} ${SKILLS} der Position {title} das geforderte Niveau; {m, plural, =0 {{p, plural, =2 {beide} other {alle {partial}}} sind auf niedrigerem Niveau vorhanden} other {{partial} {p, plural, =1 {ist} other {sind}} auf niedrigerem Niveau vorhanden, {missing} {m, plural, =1 {fehlt} other {fehlen}}}}.`,
    'summary.some-met': `{name} ${BRINGS} {met} der {total} ${SKILLS} der Position {title} auf dem geforderten Niveau mit{few, select, yes {: {names}} other {}}.`,
    'summary.some-met.other': `Von den {total} ${SKILLS} der Position {title} ${BRINGS} {name} {met} auf dem geforderten Niveau mit{few, select, yes {: {names}} other {}}.`,
    'summary.more-partly-missing': `{partial} {p, plural, =1 {weitere ist} other {weitere sind}} vorhanden, aber ${BELOW}; {missing} {m, plural, =1 {fehlt} other {fehlen}}.`,
    'summary.more-partly': `{partial} {p, plural, =1 {weitere ist} other {weitere sind}} vorhanden, aber ${BELOW}; keine fehlt.`,
    'summary.one-left': 'Es fehlt nur noch {skill}.',
    'summary.others-missing': 'Die übrigen {missing} fehlen.',
    'summary.no-tier-met':
      'Keine der {preferred} wünschenswerten Kompetenzen und keine der {emerging} Zukunftskompetenzen ist abgedeckt.',
    'summary.tier-one': `Die einzige {tier, select, preferred {wünschenswerte Kompetenz} other {Zukunftskompetenz}}, {skill}, {status, select, met {ist abgedeckt} partial {ist ${BELOW} vorhanden} other {fehlt}}.`,
    'summary.tier-all': `{n, plural, =2 {Beide} other {Alle {total}}} ${TIER_SKILLS} sind abgedeckt.`,
    'summary.tier-none': `Keine der {total} ${TIER_SKILLS} ist abgedeckt.`,
    'summary.tier-some': `{met} der {total} ${TIER_SKILLS} {m, plural, =1 {ist} other {sind}} abgedeckt.`,
    'summary.only-gap':
      'Die einzige Lücke ist {skill}{told, select, no {} one {; {share} nennt diese Kompetenz} other {; {share} nennen diese Kompetenz}}.',
    'summary.pressing': `Am schwersten wiegen die Lücken bei {top}${ORDER}.`,
    'summary.pressing.other': `Am dringendsten sind die Lücken bei {top} zu schließen${ORDER}.`,
    'summary.pressing.warm': `Am meisten lohnt es sich, bei {top} anzusetzen${ORDER}.`,
    'summary.pressing.formal': `Höchste Priorität haben die Lücken bei {top}${ORDER}.`,
    'summary.alike': `Am schwersten wiegen die ${TIER_SKILLS}; dort ${LACKS} {missing}.`,
    'summary.alike-why':
      'Sie wiegen gleich schwer, denn wie oft jede einzelne verlangt wird, ist nicht angegeben.',
    'summary.pay':
      'Die Vergütung für diese Position {range, select, one {beträgt} other {reicht von}} {salary}.',
    'summary.demand': 'Die Nachfrage nach dieser Position ist {demand}.',
    'summary.demand-pay':
      'Die Nachfrage nach dieser Position ist {demand}, die Vergütung {range, select, one {beträgt} other {reicht von}} {salary}.',
    'summary.no-learning':
      'Um die genannten Anforderungen zu erfüllen, ist keine Weiterbildung erforderlich.',
    'summary.plan':
      'Der Plan umfasst {weeks} mit {perWeek} pro Woche, insgesamt {hours}, verteilt auf {phases} {n, plural, =1 {Phase} other {Phasen}}.',
    'summary.roadmap':
      'Der Qualifizierungsplan umfasst schätzungsweise {weeks} bei {perWeek} Lernzeit pro Woche, insgesamt {hours}, verteilt auf {phases} {n, plural, =1 {Phase} other {Phasen}}.',
    'summary.limit': 'Innerhalb der Grenze von {horizon} lassen sich nicht alle Lücken schließen.',
    'summary.experience':
      'Lernen ersetzt keine Berufspraxis: Die Position verlangt {asked} Erfahrung, bisher sind es {experience}.',
    'summary.experience.warm':
      'Erfahrung wächst mit der Zeit und nicht durch Kurse: Die Position verlangt {asked}, bisher sind es {experience}.',
    'summary.experience.formal':
      'Die Position setzt {asked} Berufserfahrung voraus, bisher sind es {experience}; eine Weiterbildung kann dies nicht ersetzen.',

    'profile.no-dates':
      'Der Lebenslauf enthält keine datierten Tätigkeiten; die Dauer der Berufserfahrung ist daher nicht bekannt.',
    'profile.label': '{name} {who, select, you {werden} other {wird}} im Lebenslauf als {label} vorgestellt.',
    'profile.dated':
      '{name} {who, select, you {verfügen} other {verfügt}} über {experience} datierte Berufserfahrung.',
    'profile.works':
      '{name} {who, select, you {sind} other {ist}}{since, select, yes { seit {from}} other {}}{as, select, no {} other { als {position}}}{at, select, yes { bei {employer}} other {}} tätig.',
    'profile.worked':
      '{name} {who, select, you {waren} other {war}}{until, select, yes { bis {to}} other {}}{as, select, no {} other { als {position}}}{at, select, yes { bei {employer}} other {}} tätig.',
    'profile.job': '{as, select, other {{position}}}{at, select, yes { bei {employer}} other {}}',
    'profile.before': '{n, plural, =1 {Vorherige Station:} other {Vorherige Stationen:}} {jobs}.',
    'profile.experience': 'Die datierten Tätigkeiten ergeben zusammen {experience} Berufserfahrung.',
    'profile.experience.other': 'Insgesamt sind {experience} Berufserfahrung belegt.',
    'profile.degree': '{article, select, other {{degree}}}{at, select, yes { ({school})} other {}}',
    'profile.education': 'Als Ausbildung nennt der Lebenslauf {degree}.',
    'profile.education-too': 'Genannt wird außerdem {degree}.',
    'profile.certificates':
      'Der Lebenslauf führt {size, select, one {das Zertifikat} many {unter anderem die Zertifikate} other {die Zertifikate}} {certificates} auf.',
    'profile.languages': '{n, plural, =1 {Als Sprache ist} other {Als Sprachen sind}} {languages} angegeben.',
    'profile.led': 'Der Lebenslauf belegt Führungserfahrung.',
    'profile.led-as': 'Der Lebenslauf belegt Führungserfahrung: {roles}.',
    'profile.one-unmet': 'Die einzige Kompetenz, die für die Position genannt ist, ist noch nicht abgedeckt.',
    'profile.none-met':
      'Von den {total} Kompetenzen, die für die Position genannt sind, ist noch keine abgedeckt.',
    'profile.strengths':
      '{n, plural, =1 {Die Stärke, die für die Position zählt, ist} other {Die Stärken, die für die Position zählen, sind}} {strengths}.',
    'profile.strengths.other': 'Von den geforderten Kompetenzen weist der Lebenslauf {strengths} nach.',
    'profile.proof': '{skill} ist {evidence}.',
    'profile.proof-level': `{skill} ist ${AT_HELD} vorhanden und {evidence}.`,
    'profile.below': `{names} ${IS}{more, select, yes { ebenfalls} other {}} vorhanden, aber ${BELOW}.`,
    'profile.beyond':
      'Über die Anforderungen hinaus bringt der Lebenslauf {count} {n, plural, =1 {Kompetenz} other {Kompetenzen}} mit: {names}.',
    'profile.beyond.other':
      'Außerdem nennt der Lebenslauf {count} {n, plural, =1 {Kompetenz} other {Kompetenzen}}, die die Position nicht verlangt: {names}.',

    'market.demand':
      'Die Nachfrage nach der Position {title} ist {demand}{sample, select, both {, gemessen an {postings} {n, plural, =1 {Stellenanzeige} other {Stellenanzeigen}} (Stand: {date})} postings {, gemessen an {postings} {n, plural, =1 {Stellenanzeige} other {Stellenanzeigen}}} date { (Stand: {date})} other {}}.',
    'market.definition': 'Beurteilt wurde sie nach dieser Definition: {definition}.',
    'market.demand-not-given': 'Zur Nachfrage nach der Position {title} liegen keine Angaben vor.',
    'market.demand-not-assessed': 'Die Nachfrage nach der Position wurde nicht erhoben.',
    'market.sample':
      'Die Stichprobe umfasst {postings} {n, plural, =1 {Stellenanzeige} other {Stellenanzeigen}}.',
    'market.no-salary': 'Angaben zur Vergütung liegen für diesen Markt nicht vor.',
    'market.salary':
      'Die Vergütung {range, select, one {beträgt} other {reicht von}} {salary}{spanned, select, yes { ({span})} other {}}.',
    'market.salary-figures': `Grundlage dafür ${IS} {count} {n, plural, =1 {Angabe} other {Angaben}}.`,
    'market.years': 'Arbeitgeber erwarten {years} Berufserfahrung.',
    'market.gates': '{n, plural, =1 {Zugangsvoraussetzung ist} other {Zugangsvoraussetzungen sind}} {gates}.',
    'market.growth':
      '{n, plural, =1 {Als Wachstumsfeld ist} other {Als Wachstumsfelder sind}} {areas} genannt.',
    'market.no-skills':
      'Welche Kompetenzen die Position verlangt, ist nicht bekannt, da die Quelle keine nennt.',
    'market.tier-count':
      '{count} {noun, select, other {}}{tier, select, core {{n, plural, =1 {Kernkompetenz} other {Kernkompetenzen}}} preferred {{n, plural, =1 {wünschenswerte Kompetenz} other {wünschenswerte Kompetenzen}}} other {{n, plural, =1 {Zukunftskompetenz} other {Zukunftskompetenzen}}}}',
    'market.lists': 'Das Anforderungsprofil umfasst {counts}{noun, select, other {}}.',
    'market.lists-all': 'Das Anforderungsprofil umfasst {counts}{noun, select, other {}}: {names}.',
    'market.tier':
      '{tier, select, core {{n, plural, =1 {Kernkompetenz ist} other {Kernkompetenzen sind}}} preferred {{n, plural, =1 {Wünschenswert ist} other {Wünschenswert sind}}} other {{n, plural, =1 {Zukunftskompetenz ist} other {Zukunftskompetenzen sind}}}} {names}.',
    'market.no-shares': 'Wie oft die einzelnen Kompetenzen verlangt werden, ist nicht angegeben.',
    'market.first': 'Am häufigsten genannt wird {skill} ({share}).',
    'market.first-ahead': '{skill} wird am häufigsten genannt ({share}), vor {next}.',
    'market.first-ahead.other': 'An der Spitze steht {skill} ({share}), gefolgt von {next}.',
    'market.any-of': 'Es genügt eine der folgenden Kompetenzen: {members}.',
    'market.any-of-named': 'Für {skill} genügt eine der Alternativen: {members}.',
    'market.small-sample':
      'Eine so kleine Stichprobe zeigt, was diese Stellenanzeigen verlangen, nicht aber, wie verbreitet es ist.',
    'source.postings-uncounted': `Die Anforderungen wurden in dieser Quelle ausgezählt: {source}${AS_OF}.`,
    'source.postings': `{n, plural, =1 {Ausgewertet wurde} other {Ausgewertet wurden}} {count} {n, plural, =1 {Stellenanzeige} other {verschiedene Stellenanzeigen}}${AS_OF}.`,
    'source.onet':
      'Die Anforderungen stammen aus der Quelle {source}{dated, select, yes { (Bewertungen bis {date})} other {}}.',
    'source.esco': `Die Anforderungen stammen aus der Quelle {source}${AS_OF}.`,
    'source.bls': `Die Angaben zur Vergütung stammen aus der Quelle {source}${AS_OF}.`,
    'source.other': `Eine Quelle dieses Profils ist {source}${AS_OF}.`,

    'gaps.nothing': 'Es gibt nichts zu vergleichen: Die Quelle der Position nennt keine Kompetenzen.',
    'gaps.all-met': `Jede ${SKILL} ist abgedeckt, die Abdeckung ${OF_SCOPE} beträgt damit {coverage}.`,
    'gaps.all-alike': `Die Abdeckung ${OF_SCOPE} beträgt {coverage}, denn {n, plural, =1 {die einzige ${SKILL} {state, select, missing {fehlt} other {ist ${BELOW} vorhanden}}} =2 {beide ${SKILLS} {state, select, missing {fehlen} other {sind ${BELOW} vorhanden}}} other {alle {count} ${SKILLS} {state, select, missing {fehlen} other {sind ${BELOW} vorhanden}}}}{half, select, yes {; eine Kompetenz ${BELOW} zählt {weight}} other {}}.`,
    'gaps.coverage': `Die Abdeckung ${OF_SCOPE} beträgt {coverage}, bezogen auf {total} {n, plural, =1 {Kompetenz} other {Kompetenzen}}: {parts}{half, select, yes {; eine Kompetenz ${BELOW} zählt {weight}} other {}}.`,
    'gaps.coverage.other': `{coverage} {scope, select, core {der Kernkompetenzen} other {der Anforderungen}} sind abgedeckt, bezogen auf {total} {n, plural, =1 {Kompetenz} other {Kompetenzen}}: {parts}{half, select, yes {; eine Kompetenz ${BELOW} zählt {weight}} other {}}.`,
    'gaps.part':
      '{count}{n, plural, other {}} {status, select, met {vollständig vorhanden} partial {teilweise vorhanden} other {nicht vorhanden}}',
    'gaps.over-all': 'Über alle {total} Kompetenzen der Position hinweg beträgt die Abdeckung {coverage}.',
    'gaps.tier': `Bei den ${TIER_SKILLS} ${IS} {met} abgedeckt, während {missing} {m, plural, =1 {fehlt} other {fehlen}}.`,
    'gaps.tier.other': `Bei den ${TIER_SKILLS} {m, plural, =1 {fehlt} other {fehlen}} {missing}; abgedeckt ${IS} {met}.`,
    'gaps.tier-missing': `Bei den ${TIER_SKILLS} {m, plural, =1 {fehlt} other {fehlen}} {missing}.`,
    'gaps.tier-met': `Bei den ${TIER_SKILLS} ${IS} {met} abgedeckt.`,
    'gaps.more-partial': `Ebenfalls ${BELOW} vorhanden ${IS} {names}.`,
    'gaps.distance':
      '{skill} ist {heldLevel, select, beginner {auf Grundniveau} intermediate {auf mittlerem Niveau} advanced {auf fortgeschrittenem Niveau} other {auf Expertenniveau}} vorhanden, {steps} unter dem geforderten {askedLevel, select, beginner {Grundniveau} intermediate {mittleren Niveau} advanced {fortgeschrittenen Niveau} other {Expertenniveau}}.',
    'gaps.head-start':
      '{n, plural, =1 {Die vorhandene Kompetenz} other {Die vorhandenen Kompetenzen}} {related} {n, plural, =1 {verschafft} other {verschaffen}} bei {gaps} einen Vorsprung, {n, plural, =1 {schließt} other {schließen}} {m, plural, =1 {diese Lücke} other {diese Lücken}} aber nicht.',
    'gaps.gates-met': `Von den Zugangsvoraussetzungen ${IS} {gates} erfüllt.`,
    'gaps.gates-unmet': `{gates} ${IS} nach den Angaben im Lebenslauf nicht erfüllt; Lernzeit ändert daran nichts.`,
    'gaps.gates-unknown': `Ob {gates} erfüllt ${IS}, geht aus dem Lebenslauf nicht hervor.`,
    'gaps.years-unknown':
      'Die Position verlangt {asked} Erfahrung; der Lebenslauf enthält keine datierten Tätigkeiten zum Vergleich.',
    'gaps.years-met':
      'Die Position verlangt {asked} Erfahrung; belegt sind {found}, die Voraussetzung ist damit erfüllt.',
    'gaps.years-unmet':
      'Die Position verlangt {asked} Erfahrung; belegt sind {found}, die Voraussetzung ist damit nicht erfüllt.',

    'roadmap.no-skills': 'Ohne geforderte Kompetenzen ist keine Phase zu planen.',
    'roadmap.no-gap': 'Es ist keine Lücke zu schließen und daher keine Phase zu planen.',
    'roadmap.plan':
      'Der Plan umfasst {weeks}, verteilt auf {phases} {n, plural, =1 {Phase} other {aufeinanderfolgende Phasen}}; bei {perWeek} pro Woche sind das insgesamt {hours}.',
    'roadmap.total':
      'Bei {perWeek} Lernzeit pro Woche umfasst der Qualifizierungsplan {weeks}, verteilt auf {phases} {n, plural, =1 {Phase} other {aufeinanderfolgende Phasen}}.',
    'roadmap.estimate':
      'Die {hours} sind eine Schätzung auf Grundlage üblicher Lernzeiten je Art und Niveau der Kompetenz, keine auf {who, select, you {Sie} other {diese Person}} bezogene Messung.',
    'roadmap.long':
      'Das sind {length}; es empfiehlt sich daher, zunächst die ersten Phasen festzulegen und danach neu zu planen.',
    'roadmap.first': `{n, plural, =1 {Die einzige Phase} other {Die erste Phase}}${TITLED} dauert {weeks} und ${TEACHES}.`,
    'roadmap.last': `Die letzte Phase${TITLED} dauert {weeks}, ${TEACHES} und endet mit {end}.`,
    'roadmap.phase': `{number}${TITLED} beginnt in {start}, dauert {weeks} und ${TEACHES}.`,
    'roadmap.phase.other': `Ab {start} {teaches, select, yes {vermittelt {number}${TITLED} {skills}} other {läuft {number}${TITLED} ohne eine einzelne Kompetenz}} und dauert {weeks}.`,
    'roadmap.later-table': 'Die weiteren Phasen stehen in der Tabelle.',
    'roadmap.later': 'Danach {n, plural, =1 {folgt} other {folgen}} {skills}.',
    'roadmap.then': '; danach ',
    'roadmap.left-horizon': `Innerhalb von {horizon} ist kein Platz für {skills}; ${STAYS}.`,
    'roadmap.left-prerequisite':
      '{skills} {n, plural, =1 {entfällt} other {entfallen}} ebenfalls, weil die nötigen Grundlagen nicht in den Zeitrahmen passen.',
    'roadmap.left-credential':
      '{skills} {n, plural, =1 {wird} other {werden}} von einer ausstellenden Stelle verliehen und {n, plural, =1 {lässt} other {lassen}} sich nicht als Lernphase einplanen.',
    'roadmap.left-unplanned': `Keine Phase des Plans behandelt {skills}; ${STAYS}.`,

    'resources.unknown': 'Da keine geforderte Kompetenz bekannt ist, wird keine Ressource empfohlen.',
    'resources.no-gap': 'Da keine Lücke zu schließen ist, wird keine Ressource empfohlen.',
    'resources.kind': `{all, select, all {{n, plural, =2 {beide} other {alle}} ${COST}} other {{count} ${COST}}}`,
    'resources.one': `Für {gaps, plural, =1 {die Lücke} other {die Lücken}} gibt es {count} Ressource; sie ist ${COST}{timed, select, yes { und umfasst {hours} Lernzeit} other {}}.`,
    'resources.many':
      'Für {gaps, plural, =1 {die Lücke} other {die Lücken}} gibt es {count} Ressourcen: {kinds}{timed, select, yes {, zusammen {hours} Lernzeit} other {}}.',
    'resources.price':
      'Die Kosten der kostenpflichtigen Ressourcen belaufen sich, soweit der Preis bekannt ist, auf {money}.',
    'resources.practice':
      'Von den {hours} im {origin, select, given {Plan} other {Qualifizierungsplan}} bleiben damit {practice} zum Üben.',
    'resources.start': `Für {skills} empfiehlt sich als Einstieg {title} von {provider} ${DETAILS}.`,
    'resources.next': `Für {skills} eignet sich {title} von {provider} ${DETAILS}.`,
    'resources.next.other': `{title} von {provider} ${DETAILS} behandelt {skills}{n, plural, other {}}.`,
    'resources.without':
      'Für {skills} {reason, select, none {ist keine Ressource verzeichnet} budget {passt keine verzeichnete Ressource ins Budget} paid {ist keine kostenlose Ressource verzeichnet} other {führt der Weg über die ausstellende Stelle, nicht über einen Kurs}}.',
    'resources.checked':
      'Stand der Kosten: {date}; bitte prüfen Sie sie vor {reader, select, employer {der Freigabe eines Budgets} other {dem Kauf}} erneut.',

    'table.not-given': 'keine Angabe',
    'table.pay': 'Vergütung nach Währung und Zeitraum (Perzentile)',
    'table.per': 'Pro',
    'table.percentile': '{p, select, 50 {Median} other {{p}. Perzentil}}',
    'table.figures': 'Angaben',
    'table.source': 'Quelle',
    'table.period':
      '{period, select, hour {Stunde} day {Tag} week {Woche} month {Monat} other {Jahr}} in {currency}',
    'table.skills': 'Alle Kompetenzen der Position',
    'table.skill': 'Kompetenz',
    'table.tier': 'Kategorie',
    'table.asked': 'Gefordert',
    'table.held': 'Vorhanden',
    'table.status': 'Stand',
    'table.share': 'Anteil der Stellenanzeigen',
    'table.priority': 'Priorität',
    'table.any-of': '{skill} (eine von: {members})',
    'table.any-level': 'beliebiges Niveau',
    'table.level-not-given': 'ohne Angabe des Niveaus',
    'table.not-held': 'nein',
    'table.status-word': '{status, select, met {erfüllt} partial {teilweise} other {fehlt}}',
    'table.counted': '{postings} von {total}',
    'table.plan': 'Der Plan Phase für Phase',
    'table.roadmap': 'Der Qualifizierungsplan Phase für Phase (Stunden und Wochen sind Schätzungen)',
    'table.phase': 'Phase',
    'table.title': 'Titel',
    'table.phase-skills': 'Kompetenzen',
    'table.weeks': 'Wochen',
    'table.length': 'Dauer',
    'table.hours': 'Stunden',
    'table.activities': 'Aktivitäten',
    'table.week-range': '{from} bis {to}',
    'table.resources': 'Lernressourcen im Überblick',
    'table.resource': 'Ressource',
    'table.provider': 'Anbieter',
    'table.for': 'Für',
    'table.kind': 'Art',
    'table.cost': 'Kosten',
    'table.resource-kind':
      '{kind, select, course {Kurs} book {Buch} documentation {Dokumentation} certification {Zertifizierung} practice {Übung} community {Community} other {{kind}}}',

    'doc.candidate': 'Name',
    'doc.role': 'Position',
    'doc.date': 'Datum',
    'doc.same-as-table': 'Dasselbe als Tabelle',
    'page.skip': 'Zum Bericht springen',
    'page.contents': 'Inhalt',

    'glance.title': 'Auf einen Blick',
    'glance.core': 'Abdeckung der Kernkompetenzen',
    'glance.all': 'Abdeckung aller Kompetenzen',
    'glance.learn': 'Noch zu lernen',
    'glance.none': 'Keine gefordert',
    'glance.no-gaps': 'Keine Lücken',
    'glance.half': 'Eine teilweise vorhandene Kompetenz zählt halb.',
    'glance.no-phase': 'Es ist keine Lernphase geplant.',
    'glance.of': 'von {digits} {n, plural, =1 {geforderten Kompetenz} other {geforderten Kompetenzen}}',
    'glance.study': '{weeks} Lernzeit in {phases}{n, plural, other {}}',
    'glance.rate':
      '{hours} bei {perWeek} pro Woche, {origin, select, computed {geschätzt} other {wie geplant}}',

    'card.phase': '{n, plural, =1 {Phase} other {Phasen}}',
    'card.level': 'Niveau',
    'card.checked': 'Stand: {date}',

    'chart.all': 'alle',
    'chart.coverage':
      'Abdeckung nach Kategorie: voll ist erfüllt, schraffiert teilweise vorhanden, leer fehlend',
    'chart.coverage-alt':
      'Wie viel von dem, was gefordert ist, abgedeckt ist; teilweise Vorhandenes zählt halb.',
    'chart.coverage-of': '{share} von {digits} {n, plural, =1 {geforderten} other {geforderten}}',
    'chart.count':
      '{digits} {status, select, met {erfüllt} partial {teilweise} other {fehlend}}{n, plural, other {}}',
    'chart.coverage-column': 'Abdeckung',
    'chart.level':
      '{level, select, beginner {Grundlagen} intermediate {Mittel} advanced {Fortgeschr.} other {Experte}}',
    'chart.matrix':
      '{part, select, all {Vorhandene und geforderte Kompetenzen} pressing {Die {shown} dringendsten von {gaps} Lücken bei {total} Kompetenzen} gaps {Die {gaps} Lücken bei {total} Kompetenzen} other {Die ersten {shown} von {total} Kompetenzen}}: Der Balken zeigt das vorhandene, der Strich das geforderte Niveau',
    'chart.matrix-alt': 'Jede Kompetenz mit ihrem Stand, dem vorhandenen und dem geforderten Niveau.',
    'chart.held': 'vorhanden: {level}',
    'chart.asked': 'gefordert: {level}',
    'chart.not-held': 'nicht vorhanden',
    'chart.not-said': 'keine Angabe',
    'chart.level-unknown': 'Niveau nicht bekannt',
    'chart.priority':
      '{part, select, all {Lücken nach Priorität} other {Die {shown} dringendsten von {gaps} Lücken nach Priorität}}',
    'chart.priority-alt':
      'Je länger der Balken, desto schwerer wiegt die Lücke: Kategorie, Anteil der Stellenanzeigen und fehlende Stufen.',
    'chart.gap': 'Lücke',
    'chart.study': 'Geschätzte Lernzeit',
    'chart.no-hours': 'nicht durch Lernen allein',
    'chart.share':
      'Anteil der Stellenanzeigen, die die jeweilige Kompetenz nennen{part, select, all {} other {, die ersten {shown} von {total}}}',
    'chart.share-alt': 'Der Anteil der Stellenanzeigen, die die jeweilige Kompetenz nennen.',
    'chart.postings': 'Stellenanzeigen',
    'chart.pay':
      'Vergütung pro {period, select, hour {Stunde} day {Tag} week {Woche} month {Monat} other {Jahr}}',
    'chart.percentile': '{p, select, 50 {Median} other {{p}. Perzentil}}',
    'chart.from': 'von',
    'chart.to': 'bis',
    'chart.place': 'Lage',
    'chart.pay-column': 'Vergütung',
    'chart.roadmap':
      '{origin, select, computed {Qualifizierungsplan} other {Plan}}, Woche 1 bis {weeks}, {hours} {origin, select, computed {(geschätzt)} other {(wie geplant)}}',
    'chart.phases': 'Phasen {from} bis {to} von {total}',
    'chart.phase': '{titled, select, yes {Phase {digits}: {title}} other {Phase {digits}}}',
    'chart.week': 'Woche {week}',
    'chart.weeks': 'Wochen {from} bis {to}',

    'making.title': 'So entstand dieser Bericht',
    'making.method-title': 'Vorgehen',
    'making.method':
      'Die Zahlen und der Stand jeder Kompetenz wurden nach festen Regeln aus den Eingaben berechnet. Die Sätze wurden anschließend um diese Fakten herum formuliert und an ihnen geprüft; ein Satz, der einem Fakt widerspricht, gelangt nicht in den Bericht.',
    'making.sign':
      '{at, select, first {Ein Satz} other {Einer}} mit {sign} {by, select, repaired {wurde vom Modell neu formuliert, nachdem die Prüfung die erste Fassung beanstandet hatte} offline {stammt vom eingebauten Textmodul und ersetzt den des Modells} other {wurde von einem Menschen umgeschrieben und wie alle anderen geprüft}}.',
    'making.status': '{status, select, met {Erfüllt} partial {Teilweise} other {Fehlt}}',
    'making.status-meaning':
      '{status, select, met {auf dem geforderten Niveau oder darüber vorhanden, oder vorhanden, wo kein Niveau gefordert oder bekannt ist.} partial {unter dem geforderten Niveau vorhanden.} other {gefordert und im Lebenslauf nicht gefunden.}}',
    'making.coverage':
      'Die Abdeckung ist die Zahl der erfüllten Kompetenzen zuzüglich der Hälfte der teilweise vorhandenen, geteilt durch die Zahl der geforderten.',
    'making.house': 'Vom Haus ergänzt und nicht anhand der Fakten geprüft: {titles}.',
    'making.sources': 'Quellen',
    'making.rests': 'Der Bericht stützt sich auf {facts}. Herkunft: {inputs}.',
    'making.input':
      '{input, select, resume {Lebenslauf} role {Positionsprofil} plan {vorgegebener Plan} resources {vorgegebene Liste der Ressourcen} catalog {eingebauter Katalog} options {Einstellungen des Laufs} other {Berechnung aus mehreren Eingaben}}',
    'making.bases': 'Worauf die Fakten beruhen',
    'making.basis-column': 'Grundlage',
    'making.meaning': 'Bedeutung',
    'making.facts': 'Fakten',
    'making.basis-meaning':
      '{basis, select, given {Steht in einer Eingabe.} computed {Folgt nach einer festen Regel aus den Eingaben.} estimate {Stammt aus einer Tabelle üblicher Werte; im Einzelfall kann es anders sein.} default {Wurde angenommen, weil die Eingaben nichts dazu sagen.} other {Nicht angegeben; der Bericht rät nicht.}}',
    'making.market-sources': 'Quellen zum Markt',
    'making.estimates-title': 'Schätzungen',
    'making.estimates':
      '{facts} {n, plural, =1 {ist eine Schätzung} other {sind Schätzungen}} nach {m, plural, =1 {dieser Regel} other {diesen Regeln}}:',
    'making.notes': 'Hinweise',
    'making.record': 'Angaben zum Bericht',
    'making.report-date': 'Datum des Berichts',
    'making.writer': 'Verfasst von',
    'making.version': 'Version',
    'making.prompts': 'Prompts, nach dem Anfang ihres SHA-256',

    'proof.this': 'Fakten hinter diesem Satz',
    'proof.any': 'Fakten hinter einem Satz',
    'proof.show': 'Anzeige',
    'proof.as-table': 'Jeder Satz mit seinen Fakten, als Tabelle',
    'proof.mark':
      '{who, select, model {Nachgebesserte und vom Textmodul geschriebene Sätze kennzeichnen} edited {Von Hand geänderte Sätze kennzeichnen} other {Nachgebesserte, vom Textmodul geschriebene und von Hand geänderte Sätze kennzeichnen}}',
    'proof.title': 'Jeder Satz mit seinen Fakten',
    'proof.caption': 'Die Sätze der Reihe nach: von wem sie stammen und worauf sie beruhen',
    'proof.sentence': 'Satz',
    'proof.writer':
      '{by, select, model {Modell} repaired {Modell, nachgebessert} edited {von Hand geändert} other {Textmodul}}',
    'proof.sign': '{by, select, repaired {nachgebessert} edited {von Hand geändert} other {Textmodul}}',
    'proof.basis':
      '{basis, select, given {angegeben} computed {berechnet} estimate {geschätzt} default {angenommen} other {nicht bekannt}}',
    'proof.input':
      '{input, select, resume {Lebenslauf} role {Position} plan {Plan} resources {Ressourcen} catalog {Katalog} options {Einstellungen} other {berechnet}}',
    'proof.from': 'Quelle: {source}',
  },
};
