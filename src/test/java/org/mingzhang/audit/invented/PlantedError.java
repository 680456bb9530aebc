package org.mingzhang.audit.invented;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One kind of error and how it is planted into a clean document.
 *
 * @param rule the rule that must find it
 * @param genre the document it is planted into
 * @param also rules that may speak as well, since the same slip breaks two equations
 * @param clean what is written in its place where there is no error: nothing must be said of it
 * @param wrong plants the error; returns the words among which it stands
 */
record PlantedError(
    String rule, Genre genre, Set<String> also, Consumer<Pen> clean, Function<Pen, String> wrong) {

  /** An error made by changing what a clean document says anyway. */
  static PlantedError change(String rule, Genre genre, Function<Pen, String> wrong) {
    return new PlantedError(rule, genre, Set.of(), pen -> {}, wrong);
  }

  /** An error in words that a document need not have: they are written right and wrong. */
  static PlantedError both(
      String rule, Genre genre, Consumer<Pen> clean, Function<Pen, String> wrong) {
    return new PlantedError(rule, genre, Set.of(), clean, wrong);
  }

  /** The same error, which breaks other equations too. */
  PlantedError with(String... others) {
    return new PlantedError(rule, genre, Set.of(others), clean, wrong);
  }
}
