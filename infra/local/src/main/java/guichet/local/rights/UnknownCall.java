package guichet.local.rights;

/** Nobody here knows which rights a call needs: it is denied, and says so. */
final class UnknownCall extends RuntimeException {
    UnknownCall(String what) {
        super(what, null, false, false);
    }
}
