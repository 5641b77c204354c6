package khabar.event;

/**
 * The part that a participant plays. Everybody who takes part is an actor, a recipient, a host beside them or an
 * instrument; a recipient may be a host or a victim too.
 */
public enum Role {
    /** Who does it; of a visit, who visits. */
    ACTOR,
    /** To whom it is done; of a visit, who is visited. */
    RECIPIENT,
    /** At whose place, or by whose mediation, others met; of a visit, who is visited. */
    HOST,
    /** Whom the deed harmed: the killed, the wounded, the abducted. */
    VICTIM,
    /** What it was done with: a weapon. */
    INSTRUMENT
}
