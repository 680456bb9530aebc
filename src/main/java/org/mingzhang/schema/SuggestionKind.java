package org.mingzhang.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The source of a completion, such as a title or an agency. */
public enum SuggestionKind {
  TITLE('t', 2),
  AGENCY('a', 20),
  REGION('r', 30),
  HEADING('h', 1),
  INDICATOR('i', 1),
  PHRASE('p', 3);

  /** Maximum length of a completion, in UTF-16 units. */
  static final int MAX_TEXT_LENGTH = 40;

  private final char letter;
  private final int weight;

  SuggestionKind(char letter, int weight) {
    this.letter = letter;
    this.weight = weight;
  }

  /** The lower-case name of the kind in responses. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Weight of one occurrence. Names of regions, agencies and documents weigh more than headings and
   * indicators, since they occur less often.
   */
  public int weight() {
    return weight;
  }

  /** The term of a completion in the field {@link FieldNames#SUGGESTION}. */
  String encode(String text) {
    return letter + text;
  }

  /**
   * Finds the kind of a term of {@link FieldNames#SUGGESTION} by its first character, which is not
   * part of the completion; empty for other terms.
   */
  public static Optional<SuggestionKind> findOfTerm(String term) {
    return Arrays.stream(values())
        .filter(kind -> !term.isEmpty() && term.charAt(0) == kind.letter)
        .findFirst();
  }
}
