package org.mingzhang.analysis;

import org.mingzhang.text.NormalizedText;
import org.mingzhang.text.SearchNormalizer;

/**
 * Splits text into overlapping runs of characters of its normalised form: the field that makes
 * phrase search exact.
 *
 * <p>The position of a run is the number of characters before it, so that a phrase query may leave
 * out the runs between without losing precision. Where a thousands separator was dropped, the runs
 * that begin or end with it stand in addition at their place ({@code 1,} and {@code ,0} at that of
 * the 1 in {@code 1,050}), so that a query that begins or ends with the separator is found too; a
 * query that spans it must be normalised as the text was. The last character stands alone, so that
 * every character begins a token.
 */
public final class CharacterTokenizer extends WholeTextTokenizer {
  /** How many characters make a token. */
  public enum Size {
    /** Single characters. */
    ONE(1, 1),
    /** Pairs. */
    TWO(2, 2),
    /** Pairs, and at the same places those runs of three that hold a frequent pair. */
    TWO_AND_THREE(2, 3);

    private final int shortest;
    private final int longest;

    Size(int shortest, int longest) {
      this.shortest = shortest;
      this.longest = longest;
    }
  }

  /** Kinds of runs that begin at one place, by the characters they hold. */
  private enum Run {
    /** A run of the shortest length, or the last character alone. */
    SHORT,
    /** Three characters with a frequent pair among them. */
    LONG,
    /** The character and a separator behind it. */
    SEPARATOR_BEHIND,
    /** A separator behind the character, and what follows. */
    SEPARATOR_FIRST,
    /** A separator behind the character and two characters more. */
    SEPARATOR_FIRST_LONG,
    /** The character, the next, and a separator behind that. */
    SEPARATOR_THIRD
  }

  private static final Run[] RUNS = Run.values();
  private static final int RUNS_WITHOUT_SEPARATORS = 2;

  private final FrequentPairs frequent = FrequentPairs.standard();
  private final Size size;
  private int character;
  private int at;
  private int second;
  private int third;
  private int end;
  private int run;
  private int runs;

  /** A tokenizer of runs of this size. */
  public CharacterTokenizer(Size size) {
    this.size = size;
  }

  @Override
  NormalizedText normalize(String original) {
    return SearchNormalizer.normalize(original);
  }

  @Override
  void restart() {
    at = -1;
    character = 0;
    run = 0;
  }

  @Override
  boolean next() {
    if (at < 0) {
      begin();
    }
    while (second > at) {
      while (run < runs) {
        if (emitted(RUNS[run++])) {
          return true;
        }
      }
      run = 0;
      character++;
      at = second;
      second = third;
      third = end;
      end = after(end);
    }
    return false;
  }

  private void begin() {
    at = 0;
    second = after(0);
    third = after(second);
    end = after(third);
    runs = text().separators().length == 0 ? RUNS_WITHOUT_SEPARATORS : RUNS.length;
  }

  private boolean emitted(Run kind) {
    return switch (kind) {
      case SHORT -> size.shortest == 1 ? whole(second, 1) : whole(third, third > second ? 2 : 1);
      case LONG ->
          size.longest == 3
              && end > third
              && frequent.inRun(codePoint(at), codePoint(second), codePoint(third))
              && whole(end, 3);
      case SEPARATOR_BEHIND ->
          separated(second) && with(size.shortest == 1 ? "," : text(at, second) + ",", second, 1);
      case SEPARATOR_FIRST ->
          size.shortest == 2 && separated(second) && with("," + text(second, third), second, 1);
      case SEPARATOR_FIRST_LONG ->
          size.longest == 3
              && separated(second)
              && frequent.inRun(',', codePoint(second), codePoint(third))
              && with("," + text(second, end), second, 1);
      case SEPARATOR_THIRD ->
          size.longest == 3
              && third > second
              && separated(third)
              && frequent.inRun(codePoint(at), codePoint(second), ',')
              && with(text(at, third) + ",", third, 2);
    };
  }

  private boolean whole(int to, int positions) {
    emit(at, to, character, positions);
    return true;
  }

  private boolean with(String word, int to, int positions) {
    emit(word, at, to, character, positions);
    return true;
  }

  private String text(int from, int to) {
    return text().text().substring(from, to);
  }

  private int codePoint(int place) {
    return text().text().codePointAt(place);
  }

  private boolean separated(int place) {
    return text().separatorBefore(place);
  }

  /** Place behind the character at {@code from}; the same where there is none. */
  private int after(int from) {
    String all = text().text();
    return from >= all.length() ? from : from + Character.charCount(all.codePointAt(from));
  }
}
