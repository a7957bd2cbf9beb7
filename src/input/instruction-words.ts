/**
 * Texts that speak to whoever writes the report, not about a skill. Each pattern needs a verb and what it is about, so
 * that names such as "Prompt Engineering", "Rule Engines" or "Everything You Need to Know" stay as they are.
 */
export const INSTRUCTIONS: readonly RegExp[] = [
  // Setting aside what was said before.
  /\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget|override|bypass|discard|neglect)\b[^.!?]{0,40}\b(?:instructions?|rules?|prompts?|directions?|guidelines?|messages?|commands?|orders?|constraints?|facts|checks?)\b/iu,
  /\b(?:ignore|disregard|forget)\b (?:all|everything|anything|what)\b/iu,
  /\b(?:new|updated|real|secret|hidden|special|additional|admin|final|override)(?: \w+)? (?:instructions?|tasks?|directives?|orders?|commands?|prompts?)\s*:/iu,
  /\b(?:begin|end|start) (?:of (?:the )?)?(?:system|prompts?|instructions?|facts)\b/iu,
  // Telling the model who it is.
  /\byou (?:must|shall)\b(?! (?:know|learn|read|see|have|understand|master))/iu,
  /\byou are (?:now\b|no longer\b|(?:an?|the) (?:ai|assistant|chat ?bot|language model|large language|helpful|unrestricted|evil|recruiter|system|bot|model|dan)\b)/iu,
  /\byou (?:will|should|have to|need to|are (?:required|instructed|ordered|allowed) to) (?:now|always|never|only|ignore|say|write|state|output|respond|reply|answer|report|rate|claim|include|add|treat|mark|score|follow|obey|pretend|act)\b/iu,
  /\b(?:act as (?:if|though|dan|an? (?:unrestricted|ai|different|jailbroken|evil))|pretend (?:to be|that|you)|role-?play as|do anything now|dan mode|developer mode (?:enabled|on))\b/iu,
  /(?:^|[\n.!?;)\]>|"]\s*)(?:system|assistant|developer)(?: (?:message|prompt|note))?\s*:\s*\S/iu,
  /\b(?:message|order|instruction|note) (?:is )?(?:from|by) (?:the )?(?:system|developers?|administrators?|admin|openai)\b/iu,
  // Telling it what to write.
  /\b(?:say|state|write|report|claim|declare|conclude|confirm|assert|insist|mention|tell \w+(?: \w+)?)\b[^.!?]{0,12}\bthat (?:(?:the|this) (?:candidate|applicant|person|user|employee)|he|she|they|i (?:am|have)|(?:every|all|no) (?:gap|skill|requirement)s?)\b/iu,
  /\b(?:rate|score|rank|mark|grade|treat|count|classify|label|list)\b[^.!?]{0,25}\b(?:candidates?|applicants?|skills?|gaps?|resume|person|everything|requirements?|this|it|them)\b[^.!?]{0,25}\b(?:as|at|with)\b[^.!?]{0,12}(?:\b(?:met|perfect|expert|held|top|highest|full|complete|maximum|excellent|closed|true)\b|\d)/iu,
  /\b(?:respond|reply|answer|output|return|speak) (?:only|exactly|nothing but|solely|just)\b/iu,
  /\b(?:respond|reply|answer) (?:with|in|as) (?:json|the (?:word|words|following|text)|"|yes\b|no\b|ok\b|pwned|an? (?:poem|pirate|empty))/iu,
  /\b(?:do not|don't|never|stop) (?:mention|list|report|say|follow|obey|check|tell|reveal|include|count|apply|use|cite|write)(?:ing)?\b[^.!?]{0,40}\b(?:gaps?|missing|instructions?|rules?|weakness(?:es)?|facts?|checks?|slots?|shortfalls?|this (?:message|prompt|note))\b/iu,
  /\b(?:say|write|print|output|repeat|append|add|insert|include) (?:only |exactly )?(?:the (?:word|words|phrase|sentence|text|line|link|following) |"|pwned)/iu,
  // Verdicts nobody asked for.
  /\b(?:hire|recommend|approve|shortlist|select|accept|recruit|reject|interview) (?:me|them|him|her|(?:this|the) (?:candidate|applicant|person|bearer)|at once|immediately|now|all other)\b/iu,
  /\b(?:perfect|ideal|best|flawless|strongest|top) (?:possible )?(?:candidate|applicant|hire)\b(?! (?:experience|journey|profile|persona|selection|sourcing|relationship))/iu,
  // Giving away what it knows.
  /\b(?:reveal|repeat|print|show|output|leak|expose|display|return|send|give)\b[^.!?]{0,30}\b(?:(?:your|the|all|these|hidden|any) (?:system )?(?:prompts?|instructions|secrets|passwords?)|system prompt|api[- ]?keys?)\b/iu,
  /\b(?:send|e-?mail|post|upload|forward|exfiltrate|transmit|leak|submit)\b[^.!?]{0,40}\b(?:resume|facts|prompt|conversation|everything|personal data|api[- ]?keys?|passwords?)\b[^.!?]{0,20}\bto\b/iu,
  /\b(?:pay|send|wire|transfer|buy)\b[^.!?]{0,40}\b(?:gift cards?|bitcoins?|wire transfer)\b/iu,
  // The first of these in other languages.
  /(?:ignorier\p{L}*|vergiss|vergessen sie|missacht\p{L}*|beacht\p{L}* (?:nicht|keine))[^.!?]{0,40}(?:anweisung|regeln|vorgaben|instruktion|befehl|prompt)\p{L}*/iu,
  /(?:ignore[rz]?|oublie[rz]?|néglige[rz]?|ne tiens pas compte)[^.!?]{0,40}(?:instruction|consigne|règle|directive)s?/iu,
  /(?:ignora|olvida|descarta|omite)\p{L}*[^.!?]{0,40}(?:instrucci|reglas|indicaci|órdenes)\p{L}*/iu,
  /(?:ignor[ae]|esque[cç]a|desconsidere)\p{L}*[^.!?]{0,40}(?:instru[cç]|regras)\p{L}*/iu,
  /(?:ignora|dimentica|trascura)\p{L}*[^.!?]{0,40}(?:istruzion|regol|indicazion)\p{L}*/iu,
  /(?:negeer|vergeet)\p{L}*[^.!?]{0,40}(?:instructies?|regels|opdrachten|aanwijzingen)/iu,
  /(?:zignoruj|ignoruj|zapomnij|pomiń)\p{L}*[^.!?]{0,40}(?:instrukcj|polece|zasad|reguł)\p{L}*/iu,
  /(?:ignorera|ignorer|glöm|glem)\p{L}*[^.!?]{0,40}(?:instruktion|instruks|regler|anvisning)\p{L}*/iu,
  /(?:talimat|kural|komut|yönerge)\p{L}*[^.!?]{0,30}(?:yok say|görmezden gel|unut|dikkate alma)\p{L}*/iu,
  /(?:игнорир|забудь|проигнорир|не обращай)\p{L}*[^.!?]{0,40}(?:инструкц|правил|указани|команд)\p{L}*/iu,
  /(?:ігнору|забудь)\p{L}*[^.!?]{0,40}(?:інструкц|правил|вказівк)\p{L}*/iu,
  /(?:αγνόησ|αγνοήσ|ξέχν|ξεχάσ)\p{L}*[^.!?]{0,40}(?:οδηγί|εντολ|κανόν)\p{L}*/iu,
  /(?:bỏ qua|phớt lờ|quên)[^.!?]{0,40}(?:hướng dẫn|chỉ dẫn|quy tắc|mệnh lệnh)/iu,
  /(?:abaikan|lupakan)[^.!?]{0,40}(?:instruksi|perintah|aturan)/iu,
  /(?:忽略|无视|無視|忘记|忘掉|不要理会|忽視)[^。！？]{0,20}(?:指令|指示|规则|規則|提示|说明|命令)/u,
  /(?:指示|命令|ルール|プロンプト|指令)[^。！？]{0,10}(?:無視|忘れ|従わない)/u,
  /(?:지시|명령|규칙|지침|프롬프트)[^.!?]{0,10}(?:무시|잊)/u,
  /(?:تجاهل|انس|تجاوز)[^.!?؟]{0,40}(?:التعليمات|تعليمات|الأوامر|القواعد)/u,
  /(?:دستور|قوانین)[^.!?؟]{0,30}(?:نادیده|فراموش)/u,
  /(?:התעלם|התעלמי|שכח)[^.!?]{0,40}(?:הוראות|ההוראות|כללים|הכללים)/u,
  /(?:निर्देश|नियम|आदेश)[^.!?।]{0,30}(?:अनदेखा|नज़रअंदाज़|भूल|उपेक्षा)/u,
  /(?:เพิกเฉย|ละเว้น|ลืม|ไม่ต้องสนใจ)[^.!?]{0,40}(?:คำสั่ง|คำแนะนำ|กฎ)/u,
];

/** Letters of other alphabets that look like Latin ones, in two rows of the same order. */
const LOOK_ALIKES = 'аеорсухіјѕһԁԛԝьΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЈЅαορνιτυκ';
const LATIN = 'aeopcyxijshdqwbABEZHIKMNOPTYXABEKMHOPCTYXIJSaopvituk';

/** Digits and signs written for letters: `1gn0re`. */
const LEET = '013457@$';
const LEET_LATIN = 'oieastas';

export const letterOf: ReadonlyMap<string, string> = zip(LOOK_ALIKES, LATIN);
export const leetOf: ReadonlyMap<string, string> = zip(LEET, LEET_LATIN);

function zip(from: string, to: string): Map<string, string> {
  return new Map([...from].map((char, at) => [char, to[at] ?? char]));
}
