package org.mingzhang.audit.invented;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A kind of error, and how it is planted into a clean document.
 *
 * @param rule the rule that must find it
 * @param genre the document it is planted into
 * @param otherRules rules that may report it as well, since the same error violates several
 *     identities
 * @param cleanEditor writes the same words without an error, of which nothing may be reported
 * @param errorEditor plants the error; returns the words among which it stands
 */
record PlantedError(
    String rule,
    Genre genre,
    Set<String> otherRules,
    Consumer<DocumentEditor> cleanEditor,
    Function<DocumentEditor, String> errorEditor) {

  /** An error made by changing words that every clean document has. */
  static PlantedError ofChange(String rule, Genre genre, Function<DocumentEditor, String> wrong) {
    return new PlantedError(rule, genre, Set.of(), editor -> {}, wrong);
  }

  /** An error in words that not every document has; they are added once right and once wrong. */
  static PlantedError ofSentence(
      String rule,
      Genre genre,
      Consumer<DocumentEditor> clean,
      Function<DocumentEditor, String> wrong) {
    return new PlantedError(rule, genre, Set.of(), clean, wrong);
  }

  /** The same error, which other rules may report as well. */
  PlantedError withOtherRules(String... others) {
    return new PlantedError(rule, genre, Set.of(others), cleanEditor, errorEditor);
  }
}
