package org.mingzhang.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of the wordings of a field, which code asks for by name. They are rows of {@code
 * patterns.tsv} in the package of the class that uses them; each row has an example that the
 * pattern must find, which a test checks. A class gets its patterns once, when it is initialized,
 * so a name that is missing is found at once. Safe for use by several threads.
 */
public final class PatternTable {
  private static final String RESOURCE = "patterns.tsv";
  private static final int COLUMNS = 4;

  private final Map<String, List<String>> rows = new HashMap<>();

  private PatternTable(Class<?> user) {
    for (List<String> row : TsvResource.readRows(user, RESOURCE, COLUMNS)) {
      if (rows.put(row.getFirst(), row) != null) {
        throw new IllegalStateException(RESOURCE + ": name twice: " + String.join("\t", row));
      }
    }
  }

  /** Reads the table in the package of a class. */
  public static PatternTable beside(Class<?> user) {
    return new PatternTable(user);
  }

  /**
   * Returns the pattern with a name.
   *
   * @throws IllegalStateException if there is none or its syntax is wrong
   */
  public Pattern get(String name) {
    List<String> row = rows.get(name);
    if (row == null) {
      throw new IllegalStateException(RESOURCE + ": no row \"" + name + "\"");
    }
    try {
      return Pattern.compile(row.get(1));
    } catch (PatternSyntaxException bad) {
      throw new IllegalStateException(
          RESOURCE + ": " + bad.getMessage() + ": " + String.join("\t", row), bad);
    }
  }
}
