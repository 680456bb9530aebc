package org.mingzhang.account;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.text.TsvResource;

/**
 * Names that accounts had in earlier versions of the program ({@code former.tsv}), so that links
 * with such a name still lead to the account.
 */
public final class FormerAccountNames {
  private static final Map<String, String> CURRENT_NAME_BY_FORMER =
      TsvResource.parseRows(
              FormerAccountNames.class, "former.tsv", 2, FormerAccountNames::requireValidRow)
          .stream()
          .collect(Collectors.toUnmodifiableMap(List::getFirst, List::getLast));

  private FormerAccountNames() {}

  /** The present name of an account; the given name if it is not a former one. */
  public static String toCurrent(String name) {
    return CURRENT_NAME_BY_FORMER.getOrDefault(name, name);
  }

  private static List<String> requireValidRow(List<String> cells) {
    TsvResource.requireNamed(
        cells.getLast(),
        name ->
            ChartOfAccounts.agencies()
                .findAccount(name)
                .or(() -> ChartOfAccounts.governments().findAccount(name)));
    return cells;
  }
}
