package org.mingzhang.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks through the characters of a query; used by {@link QueryParser}, once for one query. */
final class QueryScanner {
  /** Farthest distance that {@code "…"~n} may ask for, in characters. */
  static final int FARTHEST = 200;

  private static final String OPENING = "\"“”„「『＂";
  private static final String CLOSING = "\"“”‟」』＂";
  private static final String OPEN = "(（";
  private static final String CLOSE = ")）";
  private static final String COLON = ":：";
  private static final String TILDE = "~～";

  private final String text;
  private int at;

  QueryScanner(String text) {
    this.text = text.replace('\u0000', ' ');
  }

  /** A sign before a clause. */
  enum Sign {
    NONE,
    MUST,
    NOT
  }

  /**
   * A phrase or a word.
   *
   * @param text its text; of a phrase without quotation marks
   * @param quoted whether it is an exact string
   * @param tilde number behind {@code ~}, 1 where none stands there, or null without a tilde
   * @param unclosed whether its closing quotation mark is missing
   */
  record Token(String text, boolean quoted, @Nullable Integer tilde, boolean unclosed) {}

  boolean atEnd() {
    return at >= text.length();
  }

  void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  /** Whether another clause follows. */
  boolean atClause() {
    skipSpace();
    return at < text.length() && !in(CLOSE, at) && !lookingAtOr();
  }

  boolean takeOpen() {
    return take(OPEN);
  }

  boolean takeClose() {
    skipSpace();
    return take(CLOSE);
  }

  boolean takeOr() {
    skipSpace();
    return takeWord("OR") || takeBars('|', '｜') || takeAny("【或】", "[或]");
  }

  boolean takeAnd() {
    skipSpace();
    return takeWord("AND") || takeBars('&', '＆') || takeAny("【与】", "[与]");
  }

  /** Takes a sign before a clause, if one stands here. */
  Sign takeSign() {
    skipSpace();
    if (takeWord("NOT") || takeAny("【非】", "[非]") || take("-－!！")) {
      return Sign.NOT;
    }
    return take("+＋") ? Sign.MUST : Sign.NONE;
  }

  /** Takes the name of a known field and the colon behind it. */
  Optional<QueryField> takeField() {
    int end = at;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    if (end == at || end >= text.length() || !in(COLON, end) || !valueFrom(end + 1)) {
      return Optional.empty();
    }
    Optional<QueryField> field = QueryField.of(text.substring(at, end));
    if (field.isPresent()) {
      at = end + 1;
    }
    return field;
  }

  private boolean valueFrom(int place) {
    int i = place;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && !in(CLOSE, i);
  }

  /** Takes the characters up to the next space or bracket, or the content of a phrase. */
  String takeRun() {
    int start = at;
    while (at < text.length() && !isSpace(text.charAt(at)) && !in(OPEN + CLOSE, at)) {
      at++;
    }
    return stripQuotes(text.substring(start, at));
  }

  /** Takes a phrase or a word; a phrase and a word that touch are one phrase. */
  Token takeToken() {
    StringBuilder all = new StringBuilder();
    boolean quoted = false;
    boolean unclosed = false;
    while (at < text.length() && !isSpace(text.charAt(at)) && !in(OPEN + CLOSE, at)) {
      if (in(OPENING, at)) {
        quoted = true;
        unclosed |= takeQuoted(all);
      } else if (in(TILDE, at) && !all.isEmpty() && lookingAtTilde()) {
        break;
      } else {
        all.append(text.charAt(at++));
      }
    }
    if (all.isEmpty() && !quoted) {
      throw new QuerySyntaxException();
    }
    Integer tilde = takeTilde();
    String content = all.toString();
    return new Token(quoted ? squeeze(stripQuotes(content)) : content, quoted, tilde, unclosed);
  }

  /** Takes from an opening mark to the closing one; answers whether it is missing. */
  private boolean takeQuoted(StringBuilder into) {
    char opening = text.charAt(at++);
    while (at < text.length()) {
      if (closes(opening, at) && !goesOn(opening)) {
        at++;
        return false;
      }
      into.append(text.charAt(at++));
    }
    return true;
  }

  private boolean closes(char opening, int place) {
    char c = text.charAt(place);
    return switch (opening) {
      case '"', '＂' -> c == '"' || c == '＂';
      case '「' -> c == '」';
      case '『' -> c == '』';
      default -> c == '”' || c == '‟' || c == '“';
    };
  }

  /** Whether the mark here stands inside the string, because a later one closes it. */
  private boolean goesOn(char opening) {
    if (boundary(at + 1)) {
      return false;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if (closes(opening, i)) {
        return boundary(i + 1) && !isSpace(text.charAt(i - 1)) && i > at + 1;
      }
    }
    return false;
  }

  private boolean boundary(int place) {
    return place >= text.length()
        || isSpace(text.charAt(place))
        || in(OPEN + CLOSE, place)
        || in(TILDE, place);
  }

  private boolean lookingAtTilde() {
    int i = at + 1;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return boundary(i);
  }

  private @Nullable Integer takeTilde() {
    if (at >= text.length() || !in(TILDE, at)) {
      return null;
    }
    at++;
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      return 1;
    }
    return at - start > 4 ? FARTHEST : (Integer) Integer.parseInt(text.substring(start, at));
  }

  private boolean lookingAtOr() {
    int before = at;
    boolean or = takeOr();
    at = before;
    return or;
  }

  private boolean take(String signs) {
    if (at < text.length() && in(signs, at)) {
      at++;
      return true;
    }
    return false;
  }

  private boolean takeBars(char narrow, char wide) {
    int start = at;
    while (at < text.length()
        && at < start + 2
        && (text.charAt(at) == narrow || text.charAt(at) == wide)) {
      at++;
    }
    return at > start;
  }

  private boolean takeAny(String... words) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return true;
      }
    }
    return false;
  }

  /** Takes an operator in letters: it ends at a space or bracket. */
  private boolean takeWord(String word) {
    int end = at + word.length();
    boolean here =
        text.startsWith(word, at)
            && (end == text.length() || isSpace(text.charAt(end)) || in(OPEN, end));
    if (here) {
      at = end;
    }
    return here;
  }

  private boolean in(String signs, int place) {
    return signs.indexOf(text.charAt(place)) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Whether a run holds a wildcard with text on both sides of it. */
  static boolean isPattern(String run) {
    int first = -1;
    boolean gap = false;
    for (int i = 0; i < run.length(); i++) {
      boolean wild = run.charAt(i) == '*' || run.charAt(i) == '?';
      if (wild && first >= 0) {
        gap = true;
      } else if (!wild) {
        if (gap) {
          return true;
        }
        first = i;
      }
    }
    return false;
  }

  private static String stripQuotes(String run) {
    StringBuilder stripped = new StringBuilder(run.length());
    for (int i = 0; i < run.length(); i++) {
      if ((OPENING + CLOSING).indexOf(run.charAt(i)) < 0) {
        stripped.append(run.charAt(i));
      }
    }
    return stripped.toString();
  }

  private static String squeeze(String run) {
    return run.strip().replaceAll("\\s+", " ");
  }

  /** Whether a word is an operator, or begins with the sign of one. */
  static boolean isOperator(String word) {
    return word.equals("AND")
        || word.equals("OR")
        || word.equals("NOT")
        || Stream.of("【或】", "[或]", "【与】", "[与]").anyMatch(word::startsWith)
        || (!word.isEmpty() && "|｜&＆".indexOf(word.charAt(0)) >= 0);
  }

  /** The words of a text between spaces and signs; operators in letters in lower case. */
  static List<String> plainRuns(String text) {
    List<String> runs = new ArrayList<>();
    for (String run :
        text.split("[\\s\\p{Z}\\p{Cntrl}\u200b\ufeff()（）\"“”„‟「」『』＂|｜&＆!！+＋*?~～:：【】\\[\\]]+", 0)) {
      String plain = run.replaceAll("^[-－]+", "");
      if (!plain.isEmpty()) {
        runs.add(isOperator(plain) ? plain.toLowerCase(java.util.Locale.ROOT) : plain);
      }
    }
    return runs;
  }
}
