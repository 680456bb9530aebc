package org.mingzhang.audit.invented;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wordings of each statement, from a resource of templates. */
final class Wordings {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  private final Map<String, List<String>> byStatement = new LinkedHashMap<>();

  /** Reads the resource {@code org/mingzhang/audit/NAME}. */
  static Wordings readResource(String name) {
    Wordings wordings = new Wordings();
    List<String> current = new ArrayList<>();
    for (String line : readLines(name)) {
      if (line.startsWith("== ")) {
        current = new ArrayList<>();
        wordings.byStatement.put(line.substring(3).strip(), current);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        current.add(line);
      }
    }
    return wordings;
  }

  private static List<String> readLines(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Wordings.class.getResourceAsStream("/org/mingzhang/audit/" + name)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The wordings of a statement. */
  List<String> wordingsOf(String statement) {
    return Objects.requireNonNull(byStatement.get(statement), statement);
  }

  /** A wording with what stands for the names of its slots. */
  static String fillSlots(String wording, UnaryOperator<String> printed) {
    return SLOT.matcher(wording)
        .replaceAll(slot -> Matcher.quoteReplacement(printed.apply(slot.group(1))));
  }

  /** The names of all statements. */
  List<String> statements() {
    return List.copyOf(byStatement.keySet());
  }
}
