package khabar.event;

/** Decides whether what was read around a trigger is an event that the sentence tells, or a mere mention of such things. */
interface Judge {
    /** Goes by the rules alone. */
    Judge RULES = (clause, draft) -> draft;

    /** The draft with its confidence and with whether it can stand alone, both as the rules gave them or as judged. */
    Draft judged(Clause clause, Draft draft);
}
