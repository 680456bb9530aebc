package org.mingzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that names of accounts are in the files of the chart and not in code. Packages that still
 * contain some are listed with the number that they may have, which must only decrease.
 */
class ChartNamesInCodeTest {
  private static final Path SOURCES = Path.of("src/main/java/org/mingzhang");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

  /** Packages whose code contains names of accounts, with the number of their literals that do. */
  private static final Map<String, Integer> REMAINING_LITERALS =
      Map.ofEntries(
          Map.entry("audit", 6),
          Map.entry("audit.account", 17),
          Map.entry("audit.check", 6),
          Map.entry("audit.performance", 6),
          Map.entry("audit.sentence", 4),
          Map.entry("audit.wording", 1),
          Map.entry("evaluation", 11),
          Map.entry("model", 5),
          Map.entry("structure.indicator", 1),
          Map.entry("structure.metadata", 3),
          Map.entry("structure.outline", 6));

  @Test
  void no_account_is_named_in_code() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    Map<String, Set<String>> where = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        List<String> named =
            LITERAL
                .matcher(code)
                .results()
                .map(m -> m.group(1))
                .filter(this::containsAccountName)
                .toList();
        if (!named.isEmpty()) {
          String folder = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
          found.merge(folder, named.size(), Integer::sum);
          where.computeIfAbsent(folder, f -> new TreeSet<>()).add(file.getFileName().toString());
        }
      }
    }
    assertThat(found)
        .as("literals with names of accounts by package, in %s", where)
        .allSatisfy(
            (folder, count) ->
                assertThat(count)
                    .as(folder)
                    .isLessThanOrEqualTo(REMAINING_LITERALS.getOrDefault(folder, 0)));
  }

  /** Whether a literal contains a name of the chart of agencies. */
  private boolean containsAccountName(String literal) {
    return ChartOfAccounts.agencies().accounts().stream()
        .map(Account::name)
        .filter(name -> ChartOfAccounts.agencies().find(name).isPresent())
        .anyMatch(literal::contains);
  }
}
