package org.mingzhang.query;

/** A place in the characters of a query, and what can be taken there. */
final class QueryCursor {
  static final String OPEN = "(（";
  static final String CLOSE = ")）";

  private final String text;
  private int at;

  QueryCursor(String text) {
    this.text = text.replace('\u0000', ' ');
  }

  boolean atEnd() {
    return at >= text.length();
  }

  int place() {
    return at;
  }

  /** Goes on, or back, to a place. */
  void moveTo(int place) {
    at = place;
  }

  int length() {
    return text.length();
  }

  char charAt(int place) {
    return text.charAt(place);
  }

  /** Takes one character, whatever it is. */
  char next() {
    return text.charAt(at++);
  }

  String between(int from, int to) {
    return text.substring(from, to);
  }

  void skipSpace() {
    at = afterSpace(at);
  }

  /** The first place from there on where no space stands. */
  int afterSpace(int place) {
    int end = place;
    while (end < text.length() && QueryText.isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The first place from there on where no digit stands. */
  int afterDigits(int place) {
    int end = place;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether one of these signs stands here. */
  boolean at(String signs) {
    return in(signs, at);
  }

  /** Whether one of these signs stands at a place. */
  boolean in(String signs, int place) {
    return place < text.length() && signs.indexOf(text.charAt(place)) >= 0;
  }

  /** Whether a word ends before this place: at the end, a space or a bracket. */
  boolean ends(int place) {
    return place >= text.length()
        || QueryText.isSpace(text.charAt(place))
        || in(OPEN + CLOSE, place);
  }

  /** Takes one of these signs, if it stands here. */
  boolean take(String signs) {
    if (at(signs)) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes one or two of a sign in either of its widths. */
  boolean takeOneOrTwo(String signs) {
    boolean one = take(signs);
    if (one) {
      take(signs);
    }
    return one;
  }

  /** Takes the first of these words that stands here. */
  boolean takeAny(String... words) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return true;
      }
    }
    return false;
  }

  /** Takes an operator in letters: it ends at a space or an opening bracket. */
  boolean takeWord(String word) {
    int end = at + word.length();
    boolean here = text.startsWith(word, at) && ends(end) && !in(CLOSE, end);
    if (here) {
      at = end;
    }
    return here;
  }
}
