package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.text.TsvResource;

/**
 * Things that are counted by kind: a line of {@code counts.tsv}.
 *
 * @param message what is told
 * @param words words of which one must be there before the patterns are tried
 * @param ofClause whether the whole clause of the number is quoted
 * @param whole the number of all, its group {@code whole}, with what announces the kinds
 * @param part a kind, its groups {@code name} and {@code count}
 * @param name the name of a kind; all where it is empty
 * @param all names that a list has which leaves none out
 * @param other words that make it another list; none where it is empty
 * @param least how many kinds there are at least
 * @param unit unit as findings write it
 */
record CountFamily(
    String message,
    List<String> words,
    boolean ofClause,
    Pattern whole,
    Pattern part,
    Pattern name,
    List<Pattern> all,
    Pattern other,
    int least,
    String unit) {
  private static final int COLUMNS = 11;
  private static final List<CountFamily> ALL =
      TsvResource.rows(CountFamily.class, "counts.tsv", COLUMNS).stream()
          .map(CountFamily::of)
          .toList();

  private static CountFamily of(List<String> cells) {
    return new CountFamily(
        cells.get(0),
        List.of(cells.get(1).split(" ", -1)),
        cells.get(2).equals("clause"),
        Pattern.compile(cells.get(3)),
        Pattern.compile(cells.get(4)),
        Pattern.compile(cells.get(5)),
        TsvResource.list(cells.get(6)).stream().map(Pattern::compile).toList(),
        Pattern.compile(cells.get(7)),
        Integer.parseInt(cells.get(8)),
        cells.get(9));
  }

  /** The families of a rule, in the order of the file. */
  static List<CountFamily> of(String rule) {
    return ALL.stream().filter(f -> f.message().equals(rule)).toList();
  }

  boolean isPossible(String text) {
    return words.stream().anyMatch(text::contains);
  }

  boolean isName(String printed) {
    return name.pattern().isEmpty() || name.matcher(printed).matches();
  }

  /** Whether a list with these names leaves none out. */
  boolean isComplete(Set<String> names) {
    return all.stream().allMatch(a -> names.stream().anyMatch(n -> a.matcher(n).find()));
  }

  boolean isOther(String words) {
    return !other.pattern().isEmpty() && other.matcher(words).find();
  }
}
