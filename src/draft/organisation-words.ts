/** Words of which names of organisations and places are made and that name none of them. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  `academy advanced agency airlines america american analytics applied arts associates association automotive bank
  banking brothers business capital care center central centre city clinic clinical college communication
  communications community company computer construction consultancy consulting corp corporation council county
  dairy data delivery department design development digital east economics education electric electrical electronics
  energy engineering enterprises europe european federal finance financial firm food foods foundation fund future
  general global government group health healthcare high holding holdings home hospital hotel house hybrid industrial
  industries information innovation institute insurance international institution investment junior kindergarten labs
  laboratories laboratory logistics limited line management manufacturing marketing media medical medicine memorial
  ministry mobile museum national network networks north office online open partner partners pharma pharmacy
  polytechnic power primary private products professional project public regional remote research restaurant retail
  school schools science sciences secondary security senior service services shop social society software solutions
  south state station store street studio studios supply support systems team technical technologies technology
  telecom trade trading training transport travel trust unit united university ventures west works world worldwide
  gmbh incorporated universität universitat université universite universidad universidade università hochschule
  fachhochschule schule klinik krankenhaus stadt gesellschaft société societe empresa grupo instituto`.split(
    /\s+/,
  ),
);
