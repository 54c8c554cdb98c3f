package guichet.core.text;

import java.util.Optional;

/** Letters of any script in those that DNS has (RFC 3492), one label at a time and without its prefix. */
final class Punycode {
    private static final int BASE = 36;
    private static final int LEAST_THRESHOLD = 1;
    private static final int MOST_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_LETTER = 128;
    /** Of a label in DNS; what is longer is none. */
    private static final int LONGEST = 63;

    private Punycode() {}

    /** Empty for what no label holds. */
    static Optional<String> encode(String label) {
        int[] letters = label.codePoints().toArray();
        if (letters.length > LONGEST) {
            return Optional.empty();
        }
        var out = new StringBuilder();
        label.codePoints().filter(c -> c < FIRST_LETTER).forEach(out::appendCodePoint);
        int basic = out.length();
        int done = basic;
        if (basic > 0) {
            out.append('-');
        }
        int bias = FIRST_BIAS;
        int delta = 0;
        for (int n = FIRST_LETTER; done < letters.length; n++) {
            int next = least(letters, n);
            delta += (next - n) * (done + 1);
            n = next;
            for (int c : letters) {
                if (c < n) {
                    delta++;
                } else if (c == n) {
                    write(out, delta, bias);
                    bias = adapt(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
        }
        return out.length() > LONGEST ? Optional.empty() : Optional.of(out.toString());
    }

    private static int least(int[] letters, int from) {
        int least = Integer.MAX_VALUE;
        for (int c : letters) {
            if (c >= from && c < least) {
                least = c;
            }
        }
        return least;
    }

    private static void write(StringBuilder out, int delta, int bias) {
        int q = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = threshold(k, bias);
            if (q < threshold) {
                out.append(digit(q));
                return;
            }
            out.append(digit(threshold + (q - threshold) % (BASE - threshold)));
            q = (q - threshold) / (BASE - threshold);
        }
    }

    /** Empty for what was not encoded so. */
    static Optional<String> decode(String encoded) {
        int dash = encoded.lastIndexOf('-');
        var out = new StringBuilder(dash > 0 ? encoded.substring(0, dash) : "");
        int bias = FIRST_BIAS;
        int n = FIRST_LETTER;
        long i = 0;
        for (int at = dash > 0 ? dash + 1 : 0; at < encoded.length(); ) {
            long before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < encoded.length() ? value(encoded.charAt(at++)) : -1;
                if (digit < 0) {
                    return Optional.empty();
                }
                i += digit * weight;
                int threshold = threshold(k, bias);
                if (i > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
                if (weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
            }
            int letters = out.codePointCount(0, out.length()) + 1;
            bias = adapt((int) (i - before), letters, before == 0);
            n += (int) (i / letters);
            if (!Character.isValidCodePoint(n) || letters > LONGEST) {
                return Optional.empty();
            }
            int place = (int) (i % letters);
            out.insert(out.offsetByCodePoints(0, place), Character.toString(n));
            i = place + 1L;
        }
        return Optional.of(out.toString());
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, LEAST_THRESHOLD, MOST_THRESHOLD);
    }

    private static int adapt(int delta, int letters, boolean first) {
        int left = first ? delta / DAMP : delta / 2;
        left += left / letters;
        int k = 0;
        for (; left > (BASE - LEAST_THRESHOLD) * MOST_THRESHOLD / 2; k += BASE) {
            left /= BASE - LEAST_THRESHOLD;
        }
        return k + (BASE - LEAST_THRESHOLD + 1) * left / (left + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    private static int value(char digit) {
        if (digit >= 'a' && digit <= 'z') {
            return digit - 'a';
        }
        return digit >= '0' && digit <= '9' ? digit - '0' + 26 : -1;
    }
}
