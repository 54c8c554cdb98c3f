package guichet.core.mail.reply;

import java.util.regex.Pattern;

/**
 * Programs, dumps and patches that a mail holds: "-- " begins a comment in SQL, Lua or Haskell, and stands in a patch
 * for a line that goes. What stands below it there is no signature.
 */
final class Listing {
    private static final Pattern COMMENT = Pattern.compile("--(?:\\s.*|\\[\\[.*)?");
    private static final Pattern CODE = Pattern.compile(
            ".*[()='\"].*;\\s*|.*[{}]\\s*|\\s*(?:end|go|begin|commit|rollback)\\s*;?|\\s*(?:\\)[,;]?"
                    + "|\\](?:,|\\);?)?)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(?:(?:create|alter|drop|truncate)\\s+(?:or\\s+replace\\s+)?(?:\\w+\\s+)?(?:table|index"
                    + "|view|database|schema"
                    + "|procedure|function|trigger|user|role|type|sequence|package|column"
                    + "|constraint)\\b|insert\\s+into\\b|use\\s+\\w+;"
                    + "|delete\\s+from\\b|(?-i:SELECT|select)\\s.*|update\\s+\\S+\\s+set\\b"
                    + "|merge\\s+into\\b|(?:un)?lock\\s+tables?\\b"
                    + "|grant\\s.+\\sto\\b|declare\\s+@?\\w+\\s|set\\s+@?\\w+\\s*=|local\\s+\\w+\\s*="
                    + "|return\\s*\\(|\\w+\\s*::\\s"
                    + "|import\\s+qualified\\b|procedure\\s|function\\s+\\w+\\s*\\().*",
            Pattern.CASE_INSENSITIVE);
    /** Below a statement only: sentences begin so too. */
    private static final Pattern CLAUSE = Pattern.compile(
            "\\s*(?:(?:from|where|(?:group|order)\\s+by|having|(?:left|right|inner|outer"
                    + "|cross)?\\s*join|values|union|limit)\\s.*)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PATCH = Pattern.compile("(?:diff |Index: |--- \\S|\\+\\+\\+ \\S|@@ -\\d).*");
    private static final Pattern PATCHED = Pattern.compile("[+\\- @\\\\].*|diff .*|Index: .*");
    /** A dump's comment may be long. */
    private static final int LOOKED_AT = 60;

    private static final int LONGEST = 500;

    private Listing() {}

    /** Whether the delimiter at this line is a line of one. */
    static boolean holds(String[] lines, Kind[] kinds, int at) {
        int next = beside(kinds, at, 1);
        int above = beside(kinds, at, -1);
        if (next < lines.length && isComment(lines[next]) || above >= 0 && isComment(lines[above])) {
            return true;
        }
        if (isInPatch(lines, at)) {
            return at + 1 < lines.length && PATCHED.matcher(lines[at + 1]).matches();
        }
        return isCode(lines, next) || isCode(lines, above) && isFollowedByCode(lines, kinds, at);
    }

    private static boolean isFollowedByCode(String[] lines, Kind[] kinds, int at) {
        for (int i = at + 1; i < Math.min(lines.length, at + LOOKED_AT) && !kinds[i].startsHistory(); i++) {
            if (isCode(lines, i) || isComment(lines[i]) || isClause(lines[i])) {
                return true;
            }
        }
        return false;
    }

    /** Not another bare delimiter, as lists add their own signature below a person's. */
    private static boolean isComment(String line) {
        return COMMENT.matcher(line).matches()
                && !line.isBlank()
                && !line.strip().equals("--");
    }

    private static boolean isCode(String[] lines, int at) {
        return at >= 0
                && at < lines.length
                && !lines[at].isBlank()
                && lines[at].length() <= LONGEST
                && (CODE.matcher(lines[at]).matches()
                        || STATEMENT.matcher(lines[at]).matches());
    }

    private static boolean isClause(String line) {
        return line.length() <= LONGEST && CLAUSE.matcher(line).matches();
    }

    private static boolean isInPatch(String[] lines, int at) {
        for (int i = at - 1; i >= Math.max(0, at - LOOKED_AT); i--) {
            if (PATCH.matcher(lines[i]).matches()) {
                return true;
            }
        }
        return false;
    }

    private static int beside(Kind[] kinds, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < kinds.length && kinds[i] == Kind.EMPTY) {
            i += step;
        }
        return i;
    }
}
