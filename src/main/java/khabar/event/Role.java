package khabar.event;

/** The part that a participant plays. A visitor is the actor and a host the recipient. */
public enum Role {
    ACTOR,
    RECIPIENT
}
