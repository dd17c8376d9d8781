import type { AdviceMessages } from '../advice.js';

export const adviceDanish: AdviceMessages = {
  reviewed: [],
  rules: {
    R01: 'En ny kunde koster mere, end kunden indbringer: butikken taber penge på at vokse.',
    R02: 'Kunder indbringer under tre gange det, de koster: tre gange er et almindeligt mål.',
    R03: 'Bruttomarginen er negativ: hvert salg giver tab.',
    R04: 'Annoncerne går ikke i nul: det, de koster, skal komme mindst 1 ÷ bruttomarginen gange igen.',
    R05: 'Annoncerne dækker heller ikke fragt og gebyrer: det, de koster, skal komme mindst 1 ÷ dækningsgraden gange igen.',
    R06: 'Markedsføringen overstiger dækningsbidraget: samlet bruger den mere end det, den betales af.',
    R07: 'Første ordre dækker ikke, hvad kunden kostede: butikken afhænger af genkøb.',
    R08: 'Antallet af kunder går ikke op: det vides ikke for alle ordrer, om de var kundens første.',
    R11: 'Salg efter rabatter går ikke op: det er ikke bruttosalg minus rabatter.',
    R12: 'Der er flere besøg med køb, end der er besøg.',
    R13: 'Der er flere annonceklik end annoncevisninger.',
    R14: 'Rækkevidden er større end visningerne: det kan ikke passe.',
    R15: 'Annonceplatforme angiver for meget salg: ordrer tælles to gange. Forholdet mellem hele salget og hele markedsføringen siger mere.',
    R16: 'Der er genanvendt mere affald, end der var.',
    R17: 'Periodens data er ufuldstændige.',
    R18: 'Flere klik, men færre køb: indholdet tiltrækker folk, som butikken ikke overbeviser.',
    R19: 'Mere synlighed, men mindre respons: at blive set fører ikke til handling.',
    R20: 'Flere downloads, men lavere andel aktive.',
    R21: 'Flere framelder sig: se på, hvor ofte der sendes, og om det er relevant for modtageren.',
    R22: 'Langsomme sider og flere afvisninger: se først på indlæsningstiden.',
    R23: 'Flere kurve forlades: se på trinnene i checkout, betalingsmåder, priser og hvornår fragtprisen vises.',
    R24: 'Tabet sker i selve checkout.',
    R25: 'Det meste af trafikken er ikke organisk: placeringen i søgeresultater kan forbedres.',
    R26: 'Der returneres mere: se på årsagerne, produktkvaliteten og beskrivelserne.',
    R27: 'Flere kunder forsvinder: se på produktkvalitet, service, returvilkår og hele oplevelsen.',
    R28: 'Flere varer er udsolgt: der går salg tabt.',
    R29: 'Lageret vokser, mens det sælger langsommere: for stort lager eller faldende efterspørgsel.',
    R30: 'Mobiltrafikken vokser, men køber sjældnere: invester i mobilbutikken.',
    R31: 'Flere klager pr. ordre: produktkvalitet, service eller forventninger.',
    R32: 'Færre kunder køber igen: se på produktkvalitet, priser og service.',
  },
  advice: {
    'conversion-rate': {
      meaning: ['Højere konvertering giver mere salg uden mere trafik.'],
      diagnosis: ['Lav: dårlig brugeroplevelse, priser, der ikke kan konkurrere, eller andre hindringer for at købe.'],
      action: [
        'Gør det enkelt og hurtigt at købe.',
        'Giv klare produktoplysninger.',
        'Vis anmeldelser, og gør det let at anmelde: i nyhedsbreve, loyalitetsprogrammet og på sociale medier.',
        'Forbedr mobilversionen.',
        'Tilpas tilbud og oplevelsen på sitet til den besøgende.',
      ],
    },
    'average-order-value': {
      meaning: [
        'Det er ofte billigere at hæve den end at vinde nye kunder. Den viser, hvordan folk køber, hvad en ordre tjener, og hvor konkurrencedygtig butikken er.',
      ],
      action: [
        'Tilbyd fri fragt over et beløb.',
        'Foreslå det, der passer til, og det, der er bedre (”andre købte også”).',
        'Tilbyd pakker og belønning for større køb.',
        'Frem dyrere udgaver.',
      ],
    },
    'customer-lifetime-value': {
      meaning: ['Høj viser, at kunderne bliver; lavere end prisen på at vinde en kunde betyder tab.'],
      action: [
        'Brug loyalitetsprogram, personlige tilbud, nyhedsbreve og sociale medier.',
        'Find de mest værdifulde kundegrupper, og invester i dem.',
      ],
    },
    'customer-acquisition-cost': {
      diagnosis: [
        'Sammenlign med kundens livstidsværdi for at se, om markedsføringen vinder kunder til en fornuftig pris.',
      ],
    },
    'cost-per-acquisition': {
      action: ['Sammenlign kanaler og kampagner, og flyt til dem, der vinder kunder billigt.'],
    },
    'organic-traffic-share': {
      diagnosis: ['Høj: søgning virker. Afhænger trafikken af annoncer, så forbedr placeringen i søgeresultaterne.'],
    },
    'customer-retention-rate': {
      meaning: [
        'En loyal kunde er ofte mere værd end en ny. Højere betyder mere loyalitet og tilfredshed, nøglen til varig vækst.',
      ],
      action: ['Forbedr kundeservice og loyalitetsprogrammet.'],
    },
    'customer-churn-rate': {
      diagnosis: [
        'Høj: problemer med produktkvalitet, service eller hele oplevelsen. Det betyder mest ved abonnementer og faste købsvaner.',
      ],
      action: [
        'Giv loyalitetsbonus, gode returvilkår og bedre service; find ud af, hvorfor kunderne ikke kommer igen.',
      ],
    },
    'repeat-purchase-rate': { diagnosis: ['Lav: se igen på produktkvalitet, priser eller service.'] },
    'returning-customer-rate': {
      diagnosis: ['Lav: utilfredse kunder eller stærkere konkurrenter. Følg den over tid.'],
    },
    'cart-abandonment-rate': {
      diagnosis: ['Høj: problemer med betaling, priser eller besvær i checkout.'],
      action: [
        'Tilbyd enkle måder at betale på: MobilePay, faktura, kort.',
        'Vis fragtprisen tidligt.',
        'Send påmindelser om forladte kurve.',
        'Lad folk købe uden at oprette en konto.',
      ],
    },
    'page-load-time': { meaning: ['Langsomme sider mister utålmodige besøgende: hold sitet hurtigt.'] },
    'bounce-rate': {
      diagnosis: [
        'Høj: annoncer, der når de forkerte, et langsomt site, indhold, der ikke passer, eller en dårlig mobilversion.',
      ],
    },
    'average-session-duration': { meaning: ['Længere betyder mere interesse.'] },
    'website-traffic': { meaning: ['Viser, hvad søgning, indhold og sociale medier giver.'] },
    'traffic-source-share': {
      action: ['Se, hvilke platforme og partnere der giver flest besøg, og tilpas markedsføringen.'],
    },
    'inventory-level': {
      action: ['Hold øje med det, så intet bliver udsolgt, og der ikke ligger for meget på lager.'],
    },
    'inventory-turnover': {
      diagnosis: ['Høj: godt salg eller god lagerstyring. Lav: for stort lager eller faldende efterspørgsel.'],
      action: ['Optimer lageret: det koster mindre og frigør penge.'],
    },
    'stockout-rate': { diagnosis: ['Høj: tabt salg og utilfredse kunder.'] },
    'order-cycle-time': { action: ['Gør den kortere: kunderne bliver mere tilfredse og kommer igen.'] },
    'return-rate': {
      diagnosis: ['Høj: utilfredshed. Årsagerne fortæller om produktkvalitet og beskrivelser.'],
    },
    roas: { action: ['Find de kampagner, der virker, og flyt penge fra dårlige annoncer til gode.'] },
    'gross-margin': { diagnosis: ['Negativ: hvert salg giver tab.'] },
    'gross-merchandise-value': { meaning: ['Viser, hvor meget der sælges, og hvordan købene ændrer sig.'] },
    'total-sales': { action: ['Følg det time for time, dag for dag eller uge for uge.'] },
    'ad-clicks': {
      meaning: ['Annoncer giver besøg og gør butikken kendt; du betaler kun, når nogen klikker.'],
    },
    'average-ad-position': {
      action: ['Tilpas søgeord og bud: en bedre placering giver som regel flere visninger og klik.'],
    },
    'net-promoter-score': { diagnosis: ['Lav: noget må blive bedre. Høj: tilfredse, loyale kunder.'] },
    'first-response-time': { meaning: ['Kunder forventer hurtige svar, der hjælper.'] },
    'complaint-rate': {
      action: ['Løs klagerne, og lær af dem om produkt, service og forventninger.'],
    },
    'review-rating': { meaning: ['Gode anmeldelser øger tillid og salg; dårlige viser, hvad der kan blive bedre.'] },
    'review-response-rate': { action: ['Svar hurtigt og professionelt på anmeldelser.'] },
    'mobile-conversion-rate': { meaning: ['Viser, hvor godt mobilbutikken og dens markedsføring virker.'] },
    'mobile-average-order-value': {
      action: ['Lær, hvordan folk køber på telefonen, og sælg derefter.'],
    },
    'mobile-cart-abandonment-rate': { diagnosis: ['Høj: mobilbutikken skal forbedres.'] },
    'mobile-traffic': { action: ['En voksende andel taler for at investere i mobilbutikken og mobil markedsføring.'] },
    'sms-subscribers': { action: ['Plej listen: få skal melde fra, og hver besked skal være det værd.'] },
    'app-downloads': { action: ['Sammenlign med aktive brugere for at se, om appen virkelig bruges.'] },
    'push-subscribers': { action: ['Send ofte nok til at betyde noget og sjældent nok til, at folk bliver.'] },
    'engagement-rate': {
      action: ['Find ud af, hvilket indhold der rører folk: ægte dialog tæller mere end et stort publikum.'],
    },
    'social-reach': { action: ['Nå de rigtige: kvalitet tæller ved siden af mængde.'] },
    'social-impressions': {
      diagnosis: ['At blive set er endnu ikke handling: læs det sammen med engagement og klikrate.'],
    },
    'click-through-rate': {
      action: ['Forbedr indhold og opfordring til handling, og hold øje med konverteringen, så klik fører til noget.'],
    },
    'influencer-conversions': { action: ['Bedøm aktiviteternes kvalitet, ikke kun deres antal.'] },
    'carbon-footprint': {
      action: ['Mål og rapportér jævnligt; find besparelser i energi, transport og produktion.'],
    },
    'workforce-representation': {
      meaning: ['Mangfoldighed støtter kreativitet, nytænkning, omdømme og lige muligheder.'],
    },
  },
};
