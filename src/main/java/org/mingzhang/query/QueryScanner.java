package org.mingzhang.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks through the characters of a query; used by {@link QueryParser}, once for one query. */
final class QueryScanner {
  /** Farthest distance that {@code "…"~n} may ask for, in characters. */
  static final int FARTHEST = 200;

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
    while (at < text.length() && QueryText.isSpace(text.charAt(at))) {
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
    while (i < text.length() && QueryText.isSpace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && !in(CLOSE, i);
  }

  /** Takes the characters up to the next space or bracket, or the content of a phrase. */
  String takeRun() {
    int start = at;
    while (at < text.length() && !QueryText.isSpace(text.charAt(at)) && !in(OPEN + CLOSE, at)) {
      at++;
    }
    return QueryText.withoutQuotes(text.substring(start, at));
  }

  /**
   * Takes a phrase or a word. A phrase and a word that touch are one phrase; but marks as authors
   * set them inside a run (“三公”经费) leave it a word.
   */
  Token takeToken() {
    StringBuilder all = new StringBuilder();
    boolean quoted = false;
    boolean outside = false;
    boolean unclosed = false;
    int start = at;
    while (at < text.length() && !QueryText.isSpace(text.charAt(at)) && !in(OPEN + CLOSE, at)) {
      if (in(QueryText.OPENING, at)) {
        quoted = true;
        unclosed |= takeQuoted(all);
      } else if (in(TILDE, at) && !all.isEmpty() && lookingAtTilde()) {
        break;
      } else {
        outside = true;
        all.append(text.charAt(at++));
      }
    }
    if (all.isEmpty() && !quoted) {
      throw new QuerySyntaxException();
    }
    String typed = text.substring(start, at);
    Integer tilde = takeTilde();
    if (!quoted) {
      return new Token(all.toString(), false, tilde, unclosed);
    }
    String content = QueryText.squeezed(QueryText.withoutQuotes(all.toString()));
    boolean phrase = !outside || unclosed || !QueryText.marksAreTheAuthors(typed);
    return new Token(content, phrase, tilde, unclosed);
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
        return boundary(i + 1) && !QueryText.isSpace(text.charAt(i - 1)) && i > at + 1;
      }
    }
    return false;
  }

  private boolean boundary(int place) {
    return place >= text.length()
        || QueryText.isSpace(text.charAt(place))
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
            && (end == text.length() || QueryText.isSpace(text.charAt(end)) || in(OPEN, end));
    if (here) {
      at = end;
    }
    return here;
  }

  private boolean in(String signs, int place) {
    return signs.indexOf(text.charAt(place)) >= 0;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
