package org.mingzhang.query;

import org.jspecify.annotations.Nullable;

/**
 * A phrase or a word of a query.
 *
 * @param text its text; of a phrase without quotation marks
 * @param quoted whether it is an exact string
 * @param tilde number behind {@code ~}, 1 where none stands there, or null without a tilde
 * @param unclosed whether its closing quotation mark is missing
 */
record QueryToken(String text, boolean quoted, @Nullable Integer tilde, boolean unclosed) {
  /** Farthest distance that {@code "…"~n} may ask for, in characters. */
  static final int FARTHEST = 200;

  private static final String TILDE = "~～";

  /**
   * Takes a phrase or a word. A phrase and a word that touch are one phrase; but marks as authors
   * set them inside a run (“三公”经费) leave it a word.
   *
   * @throws QuerySyntaxException if neither stands here
   */
  static QueryToken take(QueryCursor in) {
    StringBuilder all = new StringBuilder();
    boolean quoted = false;
    boolean outside = false;
    boolean unclosed = false;
    int start = in.place();
    while (!in.ends(in.place())) {
      if (in.at(QueryText.OPENING)) {
        quoted = true;
        unclosed |= takeQuoted(in, all);
      } else if (in.at(TILDE) && !all.isEmpty() && atTilde(in)) {
        break;
      } else {
        outside = true;
        all.append(in.next());
      }
    }
    if (all.isEmpty() && !quoted) {
      throw new QuerySyntaxException();
    }
    String typed = in.between(start, in.place());
    Integer tilde = takeTilde(in);
    if (!quoted) {
      return new QueryToken(all.toString(), false, tilde, unclosed);
    }
    String content = QueryText.squeezed(QueryText.withoutQuotes(all.toString()));
    boolean phrase = !outside || unclosed || !QueryText.marksAreTheAuthors(typed);
    return new QueryToken(content, phrase, tilde, unclosed);
  }

  /** Takes from an opening mark to the closing one; answers whether it is missing. */
  private static boolean takeQuoted(QueryCursor in, StringBuilder into) {
    char opening = in.next();
    while (!in.atEnd()) {
      char c = in.next();
      if (QueryText.closes(opening, c) && !goesOn(in, opening)) {
        return false;
      }
      into.append(c);
    }
    return true;
  }

  /** Whether the mark just taken stands inside the string, because a later one closes it. */
  private static boolean goesOn(QueryCursor in, char opening) {
    int next = in.place();
    if (boundary(in, next)) {
      return false;
    }
    for (int i = next; i < in.length(); i++) {
      if (QueryText.closes(opening, in.charAt(i))) {
        return boundary(in, i + 1) && !QueryText.isSpace(in.charAt(i - 1)) && i > next;
      }
    }
    return false;
  }

  private static boolean boundary(QueryCursor in, int place) {
    return in.ends(place) || in.in(TILDE, place);
  }

  private static boolean atTilde(QueryCursor in) {
    return boundary(in, in.afterDigits(in.place() + 1));
  }

  private static @Nullable Integer takeTilde(QueryCursor in) {
    if (!in.take(TILDE)) {
      return null;
    }
    int start = in.place();
    in.moveTo(in.afterDigits(start));
    int digits = in.place() - start;
    if (digits == 0) {
      return 1;
    }
    return digits > 4 ? (Integer) FARTHEST : Integer.valueOf(in.between(start, in.place()));
  }
}
