import type { Language } from '../language.ts';
import type { MessageId } from '../words.ts';

const SKILL = '{scope, select, core {competencia clave} other {competencia}}';
const SKILLS = '{scope, select, core {competencias clave} other {competencias}}';
const OF_SCOPE = '{scope, select, core {de las competencias clave} other {del puesto}}';
const TIER_SKILLS = 'competencias {tier, select, core {clave} preferred {deseables} other {emergentes}}';
const BELOW = 'por debajo del nivel exigido';
const ORDER = '{order, select, yes {, en ese orden} other {}}';
const IS_MET = '{n, plural, =1 {se cumple} other {se cumplen}}';
const LACKS_M = '{m, plural, =1 {falta} other {faltan}}';
const DATA_OF = '{dated, select, yes { (datos de {date})} other {}}';
const TITLED = '{titled, select, yes { («{title}»)} other {}}';
const TEACHES = '{teaches, select, yes {aborda {skills}} other {no aborda ninguna competencia concreta}}';
const DETAILS = '({cost}{priced, select, yes {, {price}} other {}}{timed, select, yes {, {hours}} other {}})';
const STAYS = '{n, plural, =1 {esa brecha queda abierta} other {esas brechas quedan abiertas}}';
const COST_ONE = '{cost, select, free {gratuito} freemium {gratuito en parte} other {de pago}}';
const COST_MANY = '{cost, select, free {gratuitos} freemium {gratuitos en parte} other {de pago}}';
const POSTINGS = '{n, plural, =1 {oferta} other {ofertas}}';

/**
 * Spanish, formal: the candidate by name or as "usted". Competencia, fase, brecha and oferta are feminine, recurso,
 * nivel, dato, año and mes masculine; `count` knows what it counts.
 */
export const es: Language<MessageId> = {
  tag: 'es',
  locale: 'es-ES',
  name: 'Spanish',
  messages: {
    count:
      '{n, plural, =0 {{of, select, skill {ninguna} phase {ninguna} posting {ninguna} other {ningún}}} =1 {{of, select, skill {una} phase {una} posting {una} other {un}}} =2 {dos} =3 {tres} =4 {cuatro} =5 {cinco} =6 {seis} =7 {siete} =8 {ocho} =9 {nueve} =10 {diez} =11 {once} =12 {doce} other {}}',
    'measure.hour': '{digits} {n, plural, =1 {hora} other {horas}}',
    'measure.week': '{digits} {n, plural, =1 {semana} other {semanas}}',
    'measure.skill': '{digits} {n, plural, =1 {competencia} other {competencias}}',
    'measure.phase': '{digits} {n, plural, =1 {fase} other {fases}}',
    'measure.gap': '{digits} {n, plural, =1 {brecha} other {brechas}}',
    'measure.step': '{digits} {n, plural, =1 {nivel} other {niveles}}',
    'measure.sentence': '{digits} {n, plural, =1 {frase} other {frases}}',
    'measure.fact': '{digits} {n, plural, =1 {dato} other {datos}}',
    'measure.error': '{digits} {n, plural, =1 {error} other {errores}}',
    'measure.warning': '{digits} {n, plural, =1 {advertencia} other {advertencias}}',
    'counted.month': '{count} {n, plural, =1 {mes} other {meses}}',
    'counted.year': '{count} {n, plural, =1 {año} other {años}}',
    'counted.skill': '{count} {n, plural, =1 {competencia} other {competencias}}',
    'counted.level': '{count} {n, plural, =1 {nivel} other {niveles}}',
    'months.none': 'menos de un mes',
    'months.both': '{years} y {months}',
    'list.more': '{items} y {count} más',

    'fact.candidate': 'la persona candidata',
    'fact.not-known': 'no se conoce',
    'fact.none': 'ninguna',
    'fact.yes': 'sí',
    'fact.none-shown': 'no consta',
    'fact.half': 'la mitad',
    'fact.about': 'cerca de {length}',
    'fact.phase': 'fase {digits}',
    'fact.week': 'semana {digits}',
    'fact.gate-status': '{status, select, met {se cumple} not_met {no se cumple} other {no se sabe}}',
    'fact.voluntary': '{position} (voluntariado)',
    'fact.voluntary-work': 'voluntariado',
    'fact.rank': 'número {digits}',
    'fact.degree': '{type} in {area}',
    'fact.fluency':
      '{kind, select, native {lengua materna} bilingual {bilingüe} fluent {fluido} business {nivel profesional completo} professional {nivel profesional} advanced {nivel avanzado} good {buen nivel} intermediate {nivel intermedio} conversational {nivel conversacional} basic {nivel básico} other {{text}}}',
    'fact.language': '{language} ({fluency})',
    'fact.years-gate': 'Años de experiencia',
    'fact.status':
      '{status, select, extra {no se exige} met {cumplida} partial {cumplida en parte} other {falta}}',
    'fact.tier': '{tier, select, core {clave} preferred {deseable} other {emergente}}',
    'fact.level':
      '{level, select, beginner {básico} intermediate {intermedio} advanced {avanzado} other {experto}}',
    'fact.demand': '{demand, select, low {baja} medium {media} other {alta}}',
    'fact.cost': COST_ONE,
    'fact.part':
      '{m, plural, =1 {{n, plural, =1 {la única} other {ninguna}}} other {{all, select, yes {{m, plural, =2 {ambas} other {las {total}}}} other {{n, plural, =0 {ninguna} other {{count}}} de las {total}}}}}',
    'fact.salary':
      '{range, select, one {{min}} other {{min} a {max}}} {period, select, hour {por hora} day {al día} week {a la semana} month {al mes} other {al año}}',
    'fact.evidence':
      '{kind, select, certificate {cuenta con un certificado ({label})} work {aparece en la trayectoria laboral} work_named {aparece en el puesto de {label}} project {aparece en un proyecto} project_named {aparece en el proyecto {label}} education {aparece en un curso ({label})} other {solo aparece en la lista}}',
    'fact.span': 'percentil {from} a {to}',
    'fact.span-ends': 'del dato más bajo al más alto',

    'gate.years-not-said': 'no se indica cuántos años exige el puesto',
    'gate.no-dated-work': 'el currículum no fecha ningún empleo',
    'gate.dated-work': 'los empleos fechados suman {found}',
    'gate.no-languages': 'el currículum no indica idiomas',
    'gate.other-languages': 'el currículum indica idiomas, pero no este',
    'gate.level-unclear': 'el nivel de {found} no se puede comparar',
    'gate.lists': 'el currículum incluye {found}',
    'gate.lists-as-skill': 'el currículum incluye {found} entre las competencias',
    'gate.no-certificates': 'el currículum no incluye certificados ni licencias',
    'gate.other-certificates': 'el currículum incluye certificados, pero no este',
    'gate.no-rank': '«{found}» no corresponde a ninguna titulación conocida',
    'gate.names': 'el currículum indica {found}',
    'gate.unfinished': '{found} aún no ha concluido',
    'gate.end-unknown': 'no se indica cuándo concluyó {found}',
    'gate.other-field': 'el currículum indica {found}, que puede ser de otro ámbito',
    'gate.no-education': 'el currículum no indica formación',
    'gate.some-unranked': 'no todas las titulaciones indicadas se pueden clasificar',
    'gate.highest': 'la titulación más alta indicada es {found}',

    'note.level-held-unreadable':
      'El nivel «{level}» de {skill} no corresponde a ninguno de la escala; se toma como nivel desconocido.',
    'note.level-asked-unreadable':
      'El nivel «{level}» exigido para {skill} no corresponde a ninguno de la escala; no se toma ningún nivel como exigido.',
    'note.merged-skill':
      '{skill} aparece {digits} veces en el perfil del puesto ({tiers}); cuenta una sola vez, como {tier}.',
    'note.named-not-listed':
      '{skill} se menciona en {path}, pero no figura como competencia, por lo que se considera ausente; añádala si la tiene.',
    'note.share-default':
      'El perfil no indica en qué parte de las ofertas se {n, plural, =1 {pide una de las brechas} other {piden {digits} de las brechas}}; su prioridad supone un {share}.',
    'note.skill-unknown':
      'El catálogo no conoce {skills}; {n, plural, other {las horas son las de una competencia media}}.',
    'note.hours-default':
      'No se indica cuántas horas por semana hay para estudiar; la hoja de ruta supone {hours}.',
    'note.cost-date':
      'Costes de los recursos comprobados por última vez: {date}; conviene revisarlos antes de pagar.',
    'note.plan-teaches-unasked': 'El plan aborda {skill} en «{phase}», competencia que el puesto no exige.',
    'note.plan-teaches-met-skill': 'El plan aborda {skill} en «{phase}», competencia que ya se cumple.',
    'note.plan-skips-gap':
      'El plan deja fuera {skills}, {n, plural, =1 {una brecha} other {brechas}} de este puesto.',

    'name.you': 'usted',

    'report.title': 'Informe de competencias: {name} y el puesto de {role}',
    'report.nobody': 'persona sin nombre',
    'report.section': 'Sección {digits}',
    'report.date': 'Fecha del informe: {date}.',
    'report.offline': 'Redactado por el redactor integrado, sin modelo de lenguaje: {total}.',
    'report.offline-parts':
      'Redactado por el redactor integrado, sin modelo de lenguaje: {total}, de las cuales {parts}.',
    'report.edited': '{digits} {n, plural, =1 {editada} other {editadas}} a mano',
    'report.removed': '{total} {n, plural, =1 {eliminada} other {eliminadas}} a mano.',
    'report.model': 'Redactado por {model}: {total}, ninguna de las cuales hubo que corregir.',
    'report.model-parts': 'Redactado por {model}: {total}, de las cuales {parts}.',
    'report.repaired': '{digits} {n, plural, =1 {corregida} other {corregidas}} tras la comprobación',
    'report.replaced': '{digits} {n, plural, =1 {sustituida} other {sustituidas}} por el redactor integrado',
    'report.none-of': '{what, select, error {ningún error} other {ninguna advertencia}}',
    'report.check': 'Contrastado con {facts}: {errors}, {warnings}.',
    'report.reach':
      'El texto en español solo se comprueba en cifras, nombres y valores insertados; las demás reglas leen inglés.',
    'report.source': 'Fuente: {source}',

    'title.executive-summary': 'Resumen ejecutivo',
    'title.candidate-profile': 'Perfil profesional',
    'title.market-requirements-analysis': 'Requisitos del mercado laboral',
    'title.skill-gap-assessment': 'Evaluación de las brechas de competencias',
    'title.upskilling-roadmap': 'Hoja de ruta formativa',
    'title.recommended-resources': 'Recursos recomendados',

    'share.of-postings':
      '{kind, select, percent {el {share} de las ofertas} one {{share} oferta} other {{share} ofertas}}',

    'summary.unknown':
      'No se sabe qué competencias exige el puesto de {title}, por lo que no es posible determinar brechas.',
    'summary.one-met': `{name} cumple la única ${SKILL} del puesto de {title}: {skill}.`,
    'summary.one-partial': `La única ${SKILL} del puesto de {title}, {skill}, consta, aunque ${BELOW}.`,
    'summary.one-missing': `La única ${SKILL} del puesto de {title}, {skill}, no consta en el currículum.`,
    'summary.all-met': `{name} cumple {n, plural, =2 {las dos} other {las {total}}} ${SKILLS} del puesto de {title}.`,
    'summary.none-met': `El currículum no acredita ninguna de las {total} ${SKILLS} del puesto de {title}.`,
    'summary.none-in-full': `{name} no alcanza el nivel exigido en ninguna de las {total} ${SKILLS} del puesto de {title}: {m, plural, =0 {{p, plural, =2 {ambas} other {las {partial}}} están por debajo de ese nivel} other {{partial} {p, plural, =1 {está} other {están}} por debajo de ese nivel y ${LACKS_M} {missing}}}.`,
    'summary.some-met': `{name} cumple {met} de las {total} ${SKILLS} del puesto de {title}{few, select, yes {: {names}} other {}}.`,
    'summary.some-met.other': `De las {total} ${SKILLS} que exige el puesto de {title}, {name} cumple {met}{few, select, yes {: {names}} other {}}.`,
    'summary.more-partly-missing': `{partial} {p, plural, =1 {más está} other {más están}} ${BELOW} y ${LACKS_M} {missing}.`,
    'summary.more-partly': `{partial} {p, plural, =1 {más está} other {más están}} ${BELOW}; no falta ninguna.`,
    'summary.one-left': 'La única que falta es {skill}.',
    'summary.others-missing': 'Faltan las otras {missing}.',
    'summary.no-tier-met':
      'No se cumple ninguna de las {preferred} competencias deseables ni de las {emerging} emergentes.',
    'summary.tier-one': `La única competencia {tier, select, preferred {deseable} other {emergente}}, {skill}, {status, select, met {se cumple} partial {está ${BELOW}} other {falta}}.`,
    'summary.tier-all': `Se cumplen {n, plural, =2 {las dos} other {las {total}}} ${TIER_SKILLS}.`,
    'summary.tier-none': `No se cumple ninguna de las {total} ${TIER_SKILLS}.`,
    'summary.tier-some': `{m, plural, =1 {Se cumple} other {Se cumplen}} {met} de las {total} ${TIER_SKILLS}.`,
    'summary.only-gap':
      'La única brecha es {skill}{told, select, no {} other {, competencia mencionada en {share}}}.',
    'summary.pressing': `Las brechas que más pesan son {top}${ORDER}.`,
    'summary.pressing.other': `Las brechas más urgentes son {top}${ORDER}.`,
    'summary.pressing.warm': `Las brechas que más importan ahora son {top}${ORDER}.`,
    'summary.pressing.formal': `Las brechas de mayor prioridad son {top}${ORDER}.`,
    'summary.alike': `Lo que más pesa son las ${TIER_SKILLS}, entre las que {n, plural, =1 {falta} other {faltan}} {missing}.`,
    'summary.alike-why': 'Pesan por igual, ya que no se indica con qué frecuencia se pide cada una.',
    'summary.pay': 'La retribución de este puesto {range, select, one {es de} other {va de}} {salary}.',
    'summary.demand': 'La demanda de este puesto es {demand}.',
    'summary.demand-pay':
      'La demanda de este puesto es {demand}, y la retribución {range, select, one {es de} other {va de}} {salary}.',
    'summary.no-learning': 'No hace falta formación para cumplir lo que exige el puesto.',
    'summary.plan':
      'El plan dura {weeks} a razón de {perWeek} por semana, {hours} en total, en {phases} {n, plural, =1 {fase} other {fases}}.',
    'summary.roadmap':
      'Se estima que la hoja de ruta durará {weeks} a razón de {perWeek} de estudio por semana, {hours} en total, en {phases} {n, plural, =1 {fase} other {fases}}.',
    'summary.limit': 'Dentro del límite de {horizon} no es posible cerrar todas las brechas.',
    'summary.experience':
      'El estudio no sustituye a la práctica profesional: el puesto exige {asked} de experiencia y la acreditada es de {experience}.',
    'summary.experience.warm':
      'La experiencia crece con el tiempo y no con los cursos: el puesto pide {asked} y la acreditada es de {experience}.',
    'summary.experience.formal':
      'El puesto requiere {asked} de experiencia, mientras que la acreditada es de {experience}; la formación no la sustituye.',

    'profile.no-dates':
      'El currículum no fecha ningún empleo, por lo que se desconoce la duración de la experiencia.',
    'profile.label':
      '{who, select, you {El currículum le presenta como {label}} other {El currículum presenta a {name} como {label}}}.',
    'profile.dated': '{name} cuenta con {experience} de experiencia laboral fechada.',
    'profile.works':
      '{name} trabaja{since, select, yes { desde {from}} other {}}{as, select, no {} other { como {position}}}{at, select, yes { en {employer}} other {}}.',
    'profile.worked':
      '{name} trabajó{until, select, yes { hasta {to}} other {}}{as, select, no {} other { como {position}}}{at, select, yes { en {employer}} other {}}.',
    'profile.job': '{as, select, other {{position}}}{at, select, yes { en {employer}} other {}}',
    'profile.before': '{n, plural, =1 {Puesto anterior:} other {Puestos anteriores:}} {jobs}.',
    'profile.experience': 'En conjunto, los empleos fechados suman {experience} de experiencia.',
    'profile.experience.other': 'La experiencia laboral fechada suma {experience}.',
    'profile.degree': '{article, select, other {{degree}}}{at, select, yes { ({school})} other {}}',
    'profile.education': 'Como formación consta {degree}.',
    'profile.education-too': 'También consta {degree}.',
    'profile.certificates':
      'El currículum incluye {size, select, one {el certificado} many {certificados como} other {los certificados}} {certificates}.',
    'profile.languages':
      '{n, plural, =1 {El idioma indicado es} other {Los idiomas indicados son}} {languages}.',
    'profile.led': 'El currículum muestra experiencia en la dirección de personas.',
    'profile.led-as': 'El currículum muestra experiencia en la dirección de personas: {roles}.',
    'profile.one-unmet': 'La única competencia que exige el puesto aún no se cumple.',
    'profile.none-met': 'De las {total} competencias que exige el puesto, aún no se cumple ninguna.',
    'profile.strengths':
      '{n, plural, =1 {El punto fuerte que cuenta para el puesto es} other {Los puntos fuertes que cuentan para el puesto son}} {strengths}.',
    'profile.strengths.other': 'De lo que exige el puesto, el currículum acredita {strengths}.',
    'profile.proof': '{skill} {evidence}.',
    'profile.proof-level': '{skill} consta a nivel {level}{held, select, other {}} y {evidence}.',
    'profile.below': `{names} {n, plural, =1 {consta} other {constan}}{more, select, yes { también} other {}}, pero ${BELOW}.`,
    'profile.beyond':
      'Más allá de lo exigido, el currículum aporta {count} {n, plural, =1 {competencia} other {competencias}}: {names}.',
    'profile.beyond.other':
      'El currículum aporta además {count} {n, plural, =1 {competencia} other {competencias}} que el puesto no exige: {names}.',

    'market.demand': `La demanda del puesto de {title} es {demand}{sample, select, both {, según una muestra de {postings} ${POSTINGS} (datos de {date})} postings {, según una muestra de {postings} ${POSTINGS}} date { (datos de {date})} other {}}.`,
    'market.definition': 'Se valoró según esta definición: {definition}.',
    'market.demand-not-given': 'No se indica la demanda del puesto de {title}.',
    'market.demand-not-assessed': 'No se ha valorado la demanda del puesto.',
    'market.sample': `La muestra contiene {postings} ${POSTINGS}.`,
    'market.no-salary': 'No se dispone de datos de retribución para este mercado.',
    'market.salary':
      'La retribución {range, select, one {es de} other {va de}} {salary}{spanned, select, yes { ({span})} other {}}.',
    'market.salary-figures': 'Se basa en {count} {n, plural, =1 {dato} other {datos}}.',
    'market.years': 'Las empresas piden {years} de experiencia.',
    'market.gates':
      '{n, plural, =1 {El requisito de acceso es} other {Los requisitos de acceso son}} {gates}.',
    'market.growth':
      '{n, plural, =1 {El área de crecimiento citada es} other {Las áreas de crecimiento citadas son}} {areas}.',
    'market.no-skills': 'No se sabe qué competencias exige el puesto, porque su fuente no indica ninguna.',
    'market.tier-count':
      '{count} {noun, select, other {}}{n, plural, =1 {competencia} other {competencias}} {tier, select, core {clave} preferred {{n, plural, =1 {deseable} other {deseables}}} other {{n, plural, =1 {emergente} other {emergentes}}}}',
    'market.lists': 'El perfil del puesto incluye {counts}{noun, select, other {}}.',
    'market.lists-all': 'El perfil del puesto incluye {counts}{noun, select, other {}}: {names}.',
    'market.tier':
      '{tier, select, core {{n, plural, =1 {La competencia clave es} other {Las competencias clave son}}} preferred {{n, plural, =1 {La competencia deseable es} other {Las competencias deseables son}}} other {{n, plural, =1 {La competencia emergente es} other {Las competencias emergentes son}}}} {names}.',
    'market.no-shares': 'No se indica con qué frecuencia se pide cada competencia.',
    'market.first': '{skill} es la competencia más mencionada, en {share}.',
    'market.first-ahead': '{skill} es la competencia más mencionada, en {share}, por delante de {next}.',
    'market.first-ahead.other': '{skill} encabeza la lista, con presencia en {share}, por delante de {next}.',
    'market.any-of': 'Basta con una de estas competencias: {members}.',
    'market.any-of-named': 'Para {skill} basta con una de las alternativas: {members}.',
    'market.small-sample':
      'Una muestra tan pequeña indica qué piden estas ofertas, no hasta qué punto es habitual.',
    'source.postings-uncounted': `Lo que piden las empresas se ha contado en {source}${DATA_OF}.`,
    'source.postings': `Lo que piden las empresas se ha contado en {count} {n, plural, =1 {oferta} other {ofertas distintas}}${DATA_OF}.`,
    'source.onet':
      'Los requisitos del puesto proceden de la fuente {source}{dated, select, yes {, con valoraciones hasta {date}} other {}}.',
    'source.esco': `Los requisitos del puesto proceden de la fuente {source}${DATA_OF}.`,
    'source.bls': `La retribución procede de la fuente {source}${DATA_OF}.`,
    'source.other': `Una fuente de este perfil es {source}${DATA_OF}.`,

    'gaps.nothing': 'No hay nada que comparar: la fuente del puesto no indica competencias.',
    'gaps.all-met': `Todas las ${SKILLS} se cumplen, por lo que la cobertura ${OF_SCOPE} es del {coverage}.`,
    'gaps.all-alike': `La cobertura ${OF_SCOPE} es del {coverage}: {n, plural, =1 {la única ${SKILL} {state, select, missing {falta} other {está ${BELOW}}}} =2 {las dos ${SKILLS} {state, select, missing {faltan} other {están ${BELOW}}}} other {las {count} ${SKILLS} {state, select, missing {faltan} other {están ${BELOW}}}}}{half, select, yes {; una competencia ${BELOW} cuenta {weight}} other {}}.`,
    'gaps.coverage': `La cobertura ${OF_SCOPE} es del {coverage}: {n, plural, =1 {de una competencia} other {de {total} competencias}}, {parts}{half, select, yes {; una competencia ${BELOW} cuenta {weight}} other {}}.`,
    'gaps.coverage.other': `Está cubierto el {coverage} ${OF_SCOPE}: {n, plural, =1 {de una competencia} other {de {total} competencias}}, {parts}{half, select, yes {; una competencia ${BELOW} cuenta {weight}} other {}}.`,
    'gaps.part':
      '{count} {status, select, met {{n, plural, =1 {se cumple} other {se cumplen}}} partial {{n, plural, =1 {se cumple} other {se cumplen}} en parte} other {{n, plural, =1 {falta} other {faltan}}}}',
    'gaps.over-all': 'En el conjunto de las {total} competencias del puesto, la cobertura es del {coverage}.',
    'gaps.tier': `Entre las ${TIER_SKILLS} ${IS_MET} {met}, mientras que ${LACKS_M} {missing}.`,
    'gaps.tier.other': `Entre las ${TIER_SKILLS} ${LACKS_M} {missing}; ${IS_MET} {met}.`,
    'gaps.tier-missing': `Entre las ${TIER_SKILLS} ${LACKS_M} {missing}.`,
    'gaps.tier-met': `Entre las ${TIER_SKILLS} ${IS_MET} {met}.`,
    'gaps.more-partial': `{names} {n, plural, =1 {está} other {están}} también ${BELOW}.`,
    'gaps.distance':
      '{skill} consta a nivel {held}{heldLevel, select, other {}}, {steps} por debajo del nivel {asked}{askedLevel, select, other {}} exigido.',
    'gaps.head-start':
      '{related}, que ya {n, plural, =1 {consta, da} other {constan, dan}} ventaja en {gaps}, aunque sin cerrar {m, plural, =1 {esa brecha} other {esas brechas}}.',
    'gaps.gates-met': `De los requisitos de acceso, ${IS_MET} {gates}.`,
    'gaps.gates-unmet': `Según el currículum, no {n, plural, =1 {se cumple el requisito} other {se cumplen los requisitos}} {gates}, y las horas de estudio no cambian eso.`,
    'gaps.gates-unknown': `El currículum no permite saber si {n, plural, =1 {se cumple el requisito} other {se cumplen los requisitos}} {gates}.`,
    'gaps.years-unknown':
      'El puesto exige {asked} de experiencia; el currículum no fecha ningún empleo con el que compararla.',
    'gaps.years-met':
      'El puesto exige {asked} de experiencia y los empleos fechados suman {found}, por lo que el requisito se cumple.',
    'gaps.years-unmet':
      'El puesto exige {asked} de experiencia y los empleos fechados suman {found}, por lo que el requisito no se cumple.',

    'roadmap.no-skills': 'Sin competencias exigidas no hay ninguna fase que planificar.',
    'roadmap.no-gap': 'No hay ninguna brecha que cerrar ni, por tanto, ninguna fase que planificar.',
    'roadmap.plan':
      'El plan dura {weeks} y consta de {phases} {n, plural, =1 {fase} other {fases consecutivas}}; a razón de {perWeek} por semana, suma {hours}.',
    'roadmap.total':
      'A razón de {perWeek} de estudio por semana, la hoja de ruta dura {weeks} y consta de {phases} {n, plural, =1 {fase} other {fases consecutivas}}.',
    'roadmap.estimate':
      'Sus {hours} son una estimación basada en los tiempos de estudio habituales según el tipo y el nivel de cada competencia, no una medición {who, select, you {de su caso} other {de esta persona}}.',
    'roadmap.long':
      'Eso equivale a {length}, por lo que conviene fijar las primeras fases y revisar el plan después.',
    'roadmap.first': `{n, plural, =1 {La única fase} other {La primera fase}}${TITLED} dura {weeks} y ${TEACHES}.`,
    'roadmap.last': `La última fase${TITLED} dura {weeks}, ${TEACHES} y termina en la {end}.`,
    'roadmap.phase': `La {number}${TITLED} empieza en la {start}, dura {weeks} y ${TEACHES}.`,
    'roadmap.phase.other': `A partir de la {start}, la {number}${TITLED} ${TEACHES} y dura {weeks}.`,
    'roadmap.later-table': 'Las fases siguientes figuran en la tabla.',
    'roadmap.later': 'Después {n, plural, =1 {sigue} other {siguen}} {skills}.',
    'roadmap.then': '; después, ',
    'roadmap.left-horizon': `En {horizon} no hay sitio para {skills}; ${STAYS}.`,
    'roadmap.left-prerequisite':
      '{skills} {n, plural, =1 {queda} other {quedan}} también fuera, porque no cabe la base que {n, plural, =1 {requiere} other {requieren}}.',
    'roadmap.left-credential':
      '{skills} {n, plural, =1 {depende} other {dependen}} de una entidad emisora y no {n, plural, =1 {puede} other {pueden}} planificarse como estudio.',
    'roadmap.left-unplanned': `Ninguna fase del plan aborda {skills}; ${STAYS}.`,

    'resources.unknown': 'Como no se conoce ninguna competencia exigida, no se recomienda ningún recurso.',
    'resources.no-gap': 'Al no haber brechas que cerrar, no se recomienda ningún recurso.',
    'resources.kind': `{all, select, all {{n, plural, =2 {ambos} other {todos}} ${COST_MANY}} other {{n, plural, =1 {{count} recurso ${COST_ONE}} other {{count} ${COST_MANY}}}}}`,
    'resources.one': `Hay {count} recurso para cerrar {gaps, plural, =1 {la brecha} other {las brechas}}; es ${COST_ONE}{timed, select, yes { y requiere {hours} de estudio} other {}}.`,
    'resources.many':
      'Hay {count} recursos para cerrar {gaps, plural, =1 {la brecha} other {las brechas}}: {kinds}{timed, select, yes {, con {hours} de estudio en total} other {}}.',
    'resources.price': 'Los recursos de pago con precio conocido suman {money}.',
    'resources.practice':
      'De las {hours} {origin, select, given {del plan} other {de la hoja de ruta}} quedan así {practice} para la práctica.',
    'resources.start': `Para {skills}, conviene empezar por {title}, de {provider} ${DETAILS}.`,
    'resources.next': `Para {skills} está {title}, de {provider} ${DETAILS}.`,
    'resources.next.other': `{title}, de {provider} ${DETAILS}, sirve para {skills}{n, plural, other {}}.`,
    'resources.without':
      'Para {skills}, {reason, select, none {no hay ningún recurso registrado} budget {ningún recurso registrado entra en el presupuesto} paid {no hay ningún recurso gratuito registrado} other {hay que acudir a la entidad emisora, no a un curso}}.',
    'resources.checked':
      'Costes comprobados por última vez: {date}; conviene revisarlos antes de {reader, select, employer {aprobar un presupuesto} other {pagar}}.',

    'table.not-given': 'no se indica',
    'table.pay': 'Retribución por moneda y periodo (percentiles)',
    'table.per': 'Por',
    'table.percentile': '{p, select, 50 {Mediana} other {Percentil {p}}}',
    'table.figures': 'Datos',
    'table.source': 'Fuente',
    'table.period':
      '{period, select, hour {hora} day {día} week {semana} month {mes} other {año}} en {currency}',
    'table.skills': 'Todas las competencias del puesto',
    'table.skill': 'Competencia',
    'table.tier': 'Categoría',
    'table.asked': 'Exigido',
    'table.held': 'Presente',
    'table.status': 'Situación',
    'table.share': 'Parte de las ofertas',
    'table.priority': 'Prioridad',
    'table.any-of': '{skill} (una de: {members})',
    'table.any-level': 'cualquier nivel',
    'table.level-not-given': 'nivel no indicado',
    'table.not-held': 'no',
    'table.status-word': '{status, select, met {cumplida} partial {en parte} other {falta}}',
    'table.counted': '{postings} de {total}',
    'table.plan': 'El plan, fase por fase',
    'table.roadmap': 'La hoja de ruta, fase por fase (las horas y semanas son estimaciones)',
    'table.phase': 'Fase',
    'table.title': 'Título',
    'table.phase-skills': 'Competencias',
    'table.weeks': 'Semanas',
    'table.length': 'Duración',
    'table.hours': 'Horas',
    'table.activities': 'Actividades',
    'table.week-range': '{from} a {to}',
    'table.resources': 'Recursos de aprendizaje',
    'table.resource': 'Recurso',
    'table.provider': 'Proveedor',
    'table.for': 'Para',
    'table.kind': 'Tipo',
    'table.cost': 'Coste',
    'table.resource-kind':
      '{kind, select, course {curso} book {libro} documentation {documentación} certification {certificación} practice {práctica} community {comunidad} other {{kind}}}',

    'doc.candidate': 'Nombre',
    'doc.role': 'Puesto',
    'doc.date': 'Fecha',
    'doc.same-as-table': 'Lo mismo en una tabla',
    'page.skip': 'Ir al informe',
    'page.contents': 'Contenido',

    'glance.title': 'De un vistazo',
    'glance.core': 'Competencias clave cubiertas',
    'glance.all': 'Total de competencias cubiertas',
    'glance.learn': 'Por aprender',
    'glance.none': 'No se exige ninguna',
    'glance.no-gaps': 'Sin brechas',
    'glance.half': 'Una competencia que se cumple en parte cuenta la mitad.',
    'glance.no-phase': 'No hay ninguna fase de estudio prevista.',
    'glance.of': 'de {digits} {n, plural, =1 {competencia exigida} other {competencias exigidas}}',
    'glance.study': '{weeks} de estudio en {phases}{n, plural, other {}}',
    'glance.rate':
      '{hours} a razón de {perWeek} por semana, {origin, select, computed {según estimación} other {según el plan}}',

    'card.phase': '{n, plural, =1 {Fase} other {Fases}}',
    'card.level': 'Nivel',
    'card.checked': 'comprobado en {date}',

    'chart.all': 'todas',
    'chart.coverage': 'Cobertura por categoría: lleno, cumplida; rayado, en parte; vacío, falta',
    'chart.coverage-alt': 'Qué parte de lo exigido está cubierta; lo que se cumple en parte cuenta la mitad.',
    'chart.coverage-of': '{share} de {digits} {n, plural, =1 {exigida} other {exigidas}}',
    'chart.count':
      '{digits} {status, select, met {{n, plural, =1 {cumplida} other {cumplidas}}} partial {en parte} other {{n, plural, =1 {falta} other {faltan}}}}',
    'chart.coverage-column': 'Cobertura',
    'chart.level':
      '{level, select, beginner {Básico} intermediate {Intermedio} advanced {Avanzado} other {Experto}}',
    'chart.matrix':
      '{part, select, all {Competencias presentes y exigidas} pressing {Las {shown} brechas más urgentes de {gaps}, entre {total} competencias} gaps {Las {gaps} brechas entre {total} competencias} other {Las primeras {shown} de {total} competencias}}: la barra es el nivel presente; la línea, el nivel exigido',
    'chart.matrix-alt': 'Cada competencia con su situación, el nivel presente y el nivel exigido.',
    'chart.held': 'presente: {level}',
    'chart.asked': 'exigido: {level}',
    'chart.not-held': 'no presente',
    'chart.not-said': 'no se indica',
    'chart.level-unknown': 'nivel desconocido',
    'chart.priority':
      '{part, select, all {Brechas por prioridad} other {Las {shown} brechas más urgentes de {gaps}, por prioridad}}',
    'chart.priority-alt':
      'Cuanto más larga es la barra, más pesa la brecha: categoría, parte de las ofertas y niveles que faltan.',
    'chart.gap': 'Brecha',
    'chart.study': 'Estudio estimado',
    'chart.no-hours': 'no solo con estudio',
    'chart.share':
      'Parte de las ofertas que menciona cada competencia{part, select, all {} other {, las primeras {shown} de {total}}}',
    'chart.share-alt': 'La parte de las ofertas que menciona cada competencia.',
    'chart.postings': 'Ofertas',
    'chart.pay':
      'Retribución {period, select, hour {por hora} day {al día} week {a la semana} month {al mes} other {al año}}',
    'chart.percentile': '{p, select, 50 {mediana} other {percentil {p}}}',
    'chart.from': 'de',
    'chart.to': 'a',
    'chart.place': 'Posición',
    'chart.pay-column': 'Retribución',
    'chart.roadmap':
      '{origin, select, computed {Hoja de ruta} other {Plan}}, semana 1 a {weeks}, {hours} {origin, select, computed {según estimación} other {según el plan}}',
    'chart.phases': 'fases {from} a {to} de {total}',
    'chart.phase': '{titled, select, yes {Fase {digits}: {title}} other {Fase {digits}}}',
    'chart.week': 'semana {week}',
    'chart.weeks': 'semanas {from} a {to}',

    'making.title': 'Cómo se hizo este informe',
    'making.method-title': 'Método',
    'making.method':
      'Las cifras y la situación de cada competencia se calcularon a partir de los datos de entrada mediante reglas fijas. Después se redactaron las frases en torno a estos datos y se contrastaron con ellos; una frase que contradice un dato no entra en el informe.',
    'making.sign':
      '{at, select, first {Una frase} other {Una}} con {sign} {by, select, repaired {fue reescrita por el modelo después de que la comprobación encontrara fallos en su primera versión} offline {es del redactor integrado y sustituye a la del modelo} other {fue reescrita por una persona y comprobada como todas las demás}}.',
    'making.status': '{status, select, met {Cumplida} partial {En parte} other {Falta}}',
    'making.status-meaning':
      '{status, select, met {presente al nivel exigido o por encima, o presente donde no se exige o no se conoce ningún nivel.} partial {presente por debajo del nivel exigido.} other {exigida y no encontrada en el currículum.}}',
    'making.coverage':
      'La cobertura es el número de competencias cumplidas más la mitad de las que se cumplen en parte, dividido entre el de las exigidas.',
    'making.house': 'Añadido por la casa y no contrastado con los datos: {titles}.',
    'making.sources': 'Fuentes',
    'making.rests': 'El informe se basa en {facts}. Procedencia: {inputs}.',
    'making.input':
      '{input, select, resume {el currículum} role {el perfil del puesto} plan {el plan aportado} resources {la lista de recursos aportada} catalog {el catálogo integrado} options {las opciones de la ejecución} other {cálculo sobre varias entradas}}',
    'making.bases': 'En qué se apoyan los datos',
    'making.basis-column': 'Base',
    'making.meaning': 'Significado',
    'making.facts': 'Datos',
    'making.basis-meaning':
      '{basis, select, given {Figura en una entrada.} computed {Se deduce de las entradas mediante una regla fija.} estimate {Procede de una tabla de valores habituales; su caso puede ser distinto.} default {Se supuso porque las entradas no lo indican.} other {No se indica; el informe no lo supone.}}',
    'making.market-sources': 'Fuentes del mercado',
    'making.estimates-title': 'Estimaciones',
    'making.estimates':
      '{facts} {n, plural, =1 {es una estimación} other {son estimaciones}} según {m, plural, =1 {esta regla} other {estas reglas}}:',
    'making.notes': 'Notas',
    'making.record': 'Registro',
    'making.report-date': 'Fecha del informe',
    'making.writer': 'Redacción',
    'making.version': 'Versión',
    'making.prompts': 'Instrucciones al modelo, por el comienzo de su SHA-256',

    'proof.this': 'Datos en que se apoya esta frase',
    'proof.any': 'Datos en que se apoya una frase',
    'proof.show': 'Qué mostrar',
    'proof.as-table': 'Cada frase con sus datos, en una tabla',
    'proof.mark':
      '{who, select, model {Marcar las frases corregidas o escritas por el redactor integrado} edited {Marcar las frases editadas a mano} other {Marcar las frases corregidas, escritas por el redactor integrado o editadas a mano}}',
    'proof.title': 'Cada frase con sus datos',
    'proof.caption': 'Las frases por orden, quién las escribió y en qué se apoyan',
    'proof.sentence': 'Frase',
    'proof.writer':
      '{by, select, model {modelo} repaired {modelo, corregida} edited {editada a mano} other {redactor integrado}}',
    'proof.sign': '{by, select, repaired {corregida} edited {editada a mano} other {redactor integrado}}',
    'proof.basis':
      '{basis, select, given {indicado} computed {calculado} estimate {estimado} default {supuesto} other {desconocido}}',
    'proof.input':
      '{input, select, resume {currículum} role {puesto} plan {plan} resources {recursos} catalog {catálogo} options {opciones} other {calculado}}',
    'proof.from': 'fuente: {source}',
  },
};
