package guichet.core.secrets;

/** How a value stands to its label. */
enum Place {
    /** "password: x". */
    ASSIGNED,
    /** "password of the VPN: x". */
    NAMED,
    /** "the password is x". */
    SAID,
    /** "I changed my password to x". */
    LED_TO,
    /** "the password you sent me (x)". */
    ASIDE,
    /** "password x". */
    BESIDE,
    /** "password for the room x", which is all that its line says. */
    AT_THE_END,
    /** In the line below. */
    BELOW
}
