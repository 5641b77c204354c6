package khabar.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of {@code ontology/khabar.ttl}; each is described there, in English and Arabic. */
@SuppressWarnings("MemberName") // as the terms are spelled
public final class Kh {
    public static final String NAMESPACE = "https://w3id.org/khabar/ns#";
    /** The ontology itself. */
    public static final String ONTOLOGY = "https://w3id.org/khabar/ns";

    public static final Node Article = term("Article");
    public static final Node Source = term("Source");
    public static final Node Actor = term("Actor");
    public static final Node Person = term("Person");
    public static final Node Organisation = term("Organisation");
    public static final Node Place = term("Place");
    public static final Node Event = term("Event");
    public static final Node EventReport = term("EventReport");
    public static final Node Participation = term("Participation");
    public static final Node Mention = term("Mention");
    public static final Node Tenure = term("Tenure");
    public static final Node Storyline = term("Storyline");
    public static final Node Run = term("Run");
    public static final Node Role = term("Role");
    public static final Node Status = term("Status");
    public static final Node Decision = term("Decision");
    public static final Node ArticleVersion = term("ArticleVersion");
    public static final Node Verdict = term("Verdict");

    public static final Node MergeBasis = term("MergeBasis");
    public static final Node OneSpelling = term("OneSpelling");
    public static final Node OneSound = term("OneSound");
    public static final Node Decided = term("Decided");

    public static final Node LinkBasis = term("LinkBasis");
    public static final Node Alternative = term("Alternative");

    public static final Node ByName = term("ByName");
    public static final Node BySpelling = term("BySpelling");
    public static final Node ByTransliteration = term("ByTransliteration");
    public static final Node BySurname = term("BySurname");
    public static final Node ByTitle = term("ByTitle");
    public static final Node ByOffice = term("ByOffice");
    public static final Node ByComposition = term("ByComposition");
    public static final Node ByCapital = term("ByCapital");
    public static final Node ByState = term("ByState");
    public static final Node ByTakingUp = term("ByTakingUp");
    public static final Node ByFullName = term("ByFullName");
    public static final Node ByEditor = term("ByEditor");

    public static final Node Same = term("Same");
    public static final Node Different = term("Different");

    public static final Node ActorRole = term("ActorRole");
    public static final Node RecipientRole = term("RecipientRole");
    public static final Node HostRole = term("HostRole");
    public static final Node VictimRole = term("VictimRole");
    public static final Node InstrumentRole = term("InstrumentRole");
    public static final Node Happened = term("Happened");
    public static final Node Planned = term("Planned");
    public static final Node Denied = term("Denied");
    public static final Node Hypothetical = term("Hypothetical");

    public static final Node publishedDay = term("publishedDay");
    public static final Node sourceIdentifier = term("sourceIdentifier");
    public static final Node datelinePlace = term("datelinePlace");
    public static final Node relatedHeadline = term("relatedHeadline");
    public static final Node terms = term("terms");
    public static final Node statedTerms = term("statedTerms");
    public static final Node textHash = term("textHash");
    public static final Node firstRead = term("firstRead");
    public static final Node mentions = term("mentions");
    public static final Node reports = term("reports");

    public static final Node mentionedIn = term("mentionedIn");
    public static final Node field = term("field");
    public static final Node start = term("start");
    public static final Node end = term("end");
    public static final Node exact = term("exact");
    public static final Node refersTo = term("refersTo");
    public static final Node linkBasis = term("linkBasis");
    public static final Node alternative = term("alternative");
    public static final Node candidate = term("candidate");
    public static final Node candidateScore = term("candidateScore");
    public static final Node byDecision = term("byDecision");
    public static final Node mentionType = term("mentionType");
    public static final Node triggerStart = term("triggerStart");
    public static final Node triggerEnd = term("triggerEnd");

    public static final Node reportedIn = term("reportedIn");
    public static final Node reportOf = term("reportOf");
    public static final Node nearestReport = term("nearestReport");
    public static final Node mergeScore = term("mergeScore");
    public static final Node agreesOn = term("agreesOn");
    public static final Node mergeKey = term("mergeKey");
    public static final Node disagreesOn = term("disagreesOn");
    public static final Node copyOf = term("copyOf");
    public static final Node similarity = term("similarity");
    public static final Node textSketch = term("textSketch");
    public static final Node shingle = term("shingle");
    public static final Node eventType = term("eventType");
    public static final Node eventMode = term("eventMode");
    public static final Node context = term("context");
    public static final Node status = term("status");
    public static final Node hasParticipation = term("hasParticipation");
    public static final Node reportedPlace = term("reportedPlace");
    public static final Node reportedBegin = term("reportedBegin");
    public static final Node reportedEnd = term("reportedEnd");
    public static final Node reportedDead = term("reportedDead");
    public static final Node reportedDeadBound = term("reportedDeadBound");
    public static final Node reportedWounded = term("reportedWounded");
    public static final Node reportedWoundedBound = term("reportedWoundedBound");
    public static final Node datePrecision = term("datePrecision");
    public static final Node dateBasis = term("dateBasis");
    public static final Node confidence = term("confidence");
    public static final Node evidence = term("evidence");
    public static final Node order = term("order");

    public static final Node role = term("role");
    public static final Node party = term("party");
    public static final Node partyText = term("partyText");
    public static final Node partyKind = term("partyKind");
    public static final Node partyCountry = term("partyCountry");
    public static final Node mention = term("mention");
    public static final Node heldOffice = term("heldOffice");

    public static final Node readerVersion = term("readerVersion");
    public static final Node gazetteerVersion = term("gazetteerVersion");
    public static final Node runDay = term("runDay");

    public static final Node country = term("country");
    public static final Node sector = term("sector");
    public static final Node origin = term("origin");
    public static final Node dark = term("dark");
    public static final Node hasTenure = term("hasTenure");
    public static final Node holder = term("holder");
    public static final Node officeOf = term("officeOf");
    public static final Node from = term("from");
    public static final Node to = term("to");
    public static final Node knownUntil = term("knownUntil");
    public static final Node statePlace = term("statePlace");
    public static final Node stateActor = term("stateActor");
    public static final Node countryCode = term("countryCode");
    public static final Node feature = term("feature");
    public static final Node pointDerived = term("pointDerived");
    public static final Node within = term("within");
    public static final Node population = term("population");

    public static final Node hasParticipant = term("hasParticipant");
    public static final Node actor = term("actor");
    public static final Node recipient = term("recipient");
    public static final Node place = term("place");
    public static final Node begin = term("begin");
    public static final Node articleCount = term("articleCount");
    public static final Node sourceCount = term("sourceCount");
    public static final Node languageCount = term("languageCount");
    public static final Node firstPublished = term("firstPublished");
    public static final Node quadClass = term("quadClass");
    public static final Node score = term("score");
    public static final Node recipientRequired = term("recipientRequired");

    public static final Node OrganisationRole = term("OrganisationRole");
    public static final Node Office = term("Office");
    public static final Node organisationRole = term("organisationRole");
    public static final Node headWord = term("headWord");
    public static final Node composedName = term("composedName");
    public static final Node feminineHead = term("feminineHead");
    public static final Node alpha2 = term("alpha2");
    public static final Node adjective = term("adjective");
    public static final Node demonym = term("demonym");
    public static final Node pluralDemonym = term("pluralDemonym");
    public static final Node capital = term("capital");
    public static final Node commonName = term("commonName");
    public static final Node unmatchedName = term("unmatchedName");

    public static final Node verdict = term("verdict");
    public static final Node decidedOn = term("decidedOn");
    public static final Node setApart = term("setApart");
    public static final Node decidedIn = term("decidedIn");
    public static final Node decidedWords = term("decidedWords");
    public static final Node decidedEntity = term("decidedEntity");
    public static final Node entityName = term("entityName");
    public static final Node throughout = term("throughout");
    public static final Node decidedBy = term("decidedBy");
    public static final Node versionHash = term("versionHash");
    public static final Node reportsAdded = term("reportsAdded");
    public static final Node reportsRemoved = term("reportsRemoved");
    public static final Node reportsChanged = term("reportsChanged");
    public static final Node addedType = term("addedType");
    public static final Node removedType = term("removedType");
    public static final Node changedProperty = term("changedProperty");
    public static final Node because = term("because");

    public static final Node ownActor = term("ownActor");
    public static final Node nameForm = term("nameForm");
    public static final Node nameKey = term("nameKey");
    public static final Node mergedWith = term("mergedWith");
    public static final Node mergeBasis = term("mergeBasis");
    public static final Node company = term("company");

    public static final Node Slot = term("Slot");
    public static final Node StoryLink = term("StoryLink");
    public static final Node hasSlot = term("hasSlot");
    public static final Node contains = term("contains");
    public static final Node follows = term("follows");
    public static final Node eventCount = term("eventCount");
    public static final Node firstDay = term("firstDay");
    public static final Node lastDay = term("lastDay");
    public static final Node earlierEvent = term("earlierEvent");
    public static final Node laterEvent = term("laterEvent");
    public static final Node linkScore = term("linkScore");
    public static final Node daysBetween = term("daysBetween");
    public static final Node sharedActor = term("sharedActor");
    public static final Node sharedCountry = term("sharedCountry");
    public static final Node sharedPlace = term("sharedPlace");
    public static final Node toldTogetherIn = term("toldTogetherIn");
    public static final Node storyLink = term("storyLink");
    public static final Node storyKey = term("storyKey");

    private Kh() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
