package org.mingzhang.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Named patterns for the wordings that a class recognizes. They are rows of {@code patterns.tsv} in
 * the package of the class that uses them; each row has an example that the pattern must find,
 * which a test checks. In a pattern, {@code {{name}}} stands for the pattern of the row with that
 * name. A class gets its patterns once, when it is initialized, so a missing name is detected
 * immediately. Immutable and thread-safe.
 */
public final class PatternTable {
  private static final String RESOURCE = "patterns.tsv";
  private static final int COLUMNS = 4;
  private static final Pattern WORD_ALTERNATIVES = Pattern.compile("\\p{L}+(?:\\|\\p{L}+)*");
  private static final Pattern ROW_REFERENCE = Pattern.compile("\\{\\{([^{}]+)}}");

  private static final Map<String, PatternTable> TABLES_BY_PACKAGE = new ConcurrentHashMap<>();

  private final Map<String, List<List<String>>> rows = new HashMap<>();

  private PatternTable(Class<?> owner) {
    for (List<String> row : TsvResource.readRows(owner, RESOURCE, COLUMNS)) {
      rows.computeIfAbsent(row.getFirst(), n -> new ArrayList<>()).add(row);
    }
  }

  /**
   * The table in the package of a class, read once for all classes of the package.
   *
   * @throws NullPointerException if the package has no {@code patterns.tsv}
   * @throws IllegalStateException if a row does not have four columns
   */
  public static PatternTable readForPackageOf(Class<?> owner) {
    return TABLES_BY_PACKAGE.computeIfAbsent(owner.getPackageName(), p -> new PatternTable(owner));
  }

  /**
   * Returns the pattern with a name.
   *
   * @throws IllegalStateException if there is none or more than one, if its syntax is wrong, or if
   *     it refers to a missing row
   */
  public Pattern get(String name) {
    return compile(findRow(name));
  }

  /** Returns the pattern with a name, as {@link #get}, to be searched in many texts. */
  public PrefilteredPattern getPrefiltered(String name) {
    return PrefilteredPattern.derive(get(name));
  }

  /**
   * Returns the patterns with a name, in the order of the table.
   *
   * @throws IllegalStateException if there is none, if the syntax of one is wrong, or if it refers
   *     to a missing row
   */
  public List<Pattern> getAll(String name) {
    return findRows(name).stream().map(this::compile).toList();
  }

  /**
   * Returns the words of a pattern that consists only of words separated by |. Comparing a whole
   * text with them is faster than matching the pattern.
   *
   * @throws IllegalStateException if there is none or more than one, or if it has other characters
   */
  public Set<String> getWords(String name) {
    List<String> row = findRow(name);
    if (!WORD_ALTERNATIVES.matcher(row.get(1)).matches()) {
      throw new IllegalStateException(RESOURCE + ": not only words: " + String.join("\t", row));
    }
    return Set.of(row.get(1).split("\\|", -1));
  }

  private List<List<String>> findRows(String name) {
    List<List<String>> found = rows.get(name);
    if (found == null) {
      throw new IllegalStateException(RESOURCE + ": no row \"" + name + "\"");
    }
    return found;
  }

  private List<String> findRow(String name) {
    List<List<String>> found = findRows(name);
    if (found.size() > 1) {
      throw new IllegalStateException(
          RESOURCE + ": name twice: " + String.join("\t", found.getLast()));
    }
    return found.getFirst();
  }

  private Pattern compile(List<String> row) {
    try {
      return Pattern.compile(expand(row.get(1)));
    } catch (RuntimeException bad) {
      throw new IllegalStateException(
          RESOURCE + ": " + bad.getMessage() + ": " + String.join("\t", row), bad);
    }
  }

  private String expand(String pattern) {
    return ROW_REFERENCE
        .matcher(pattern)
        .replaceAll(
            r -> Matcher.quoteReplacement("(?:" + expand(findRow(r.group(1)).get(1)) + ")"));
  }
}
