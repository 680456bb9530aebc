package org.mingzhang.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.Chart;
import org.mingzhang.account.Classification;
import org.mingzhang.account.DocumentChart;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;

/**
 * Gives facts of prose the names that cells have, so that one number has one key: 财政拨款收入总计 is 收入总计
 * of the fund 财政拨款, and an item that prose names by its path (类, 款, 项) has the code that the
 * document's own tables give it, else that of the classification. Where group and item stand under
 * several codes it keeps none.
 */
final class CanonicalNames {
  private static final Pattern MARKS = Pattern.compile("[\\s()（）]|[(（][类款项][)）]|支出(?=[\\s()（）]*$)");
  private static final int CLASS = 3;

  private final Chart chart;
  private final boolean known;
  private final Map<String, Set<String>> codes = new HashMap<>();

  /**
   * The names of a document. Where nothing tells which chart it speaks of, a name that the reader
   * of its sentences left open stays as it is printed.
   *
   * @param cells facts of its tables
   */
  static CanonicalNames of(Disclosure disclosure, List<Fact> cells) {
    return new CanonicalNames(
        DocumentChart.forDocument(disclosure), DocumentChart.find(disclosure).isPresent(), cells);
  }

  private CanonicalNames(Chart chart, boolean known, List<Fact> cells) {
    this.chart = chart;
    this.known = known;
    Map<String, String> names = new HashMap<>();
    for (Fact fact : cells) {
      String code = fact.context().code();
      String item = fact.context().item();
      if (code != null && item != null) {
        names.putIfAbsent(code, item);
      }
    }
    names.forEach(
        (code, name) -> {
          String above =
              code.length() > CLASS ? names.get(code.substring(0, code.length() - 2)) : "";
          if (above != null) {
            codes.computeIfAbsent(key(above, name), k -> new TreeSet<>()).add(code);
          }
        });
  }

  /**
   * The same fact under the names of cells; a name that governments have an account for, 一般公共预算收入,
   * keeps its name in whatever document it stands.
   */
  Fact of(Fact fact) {
    if (chart.account(fact.account()).isEmpty()
        && Chart.governments().find(fact.account()).isPresent()) {
      return withCode(fact);
    }
    Fact named = withCode(known ? withAccount(fact) : fact);
    Account account = chart.account(named.account()).orElse(null);
    if (account == null || named.context().fund() == null) {
      return named;
    }
    Account own = chart.ofFund(account, named.context().fund());
    return own.equals(account) ? named : named.withAccount(own.name());
  }

  /** A name that is a word for a fund and an account is both. */
  private Fact withAccount(Fact fact) {
    Optional<AccountName> found =
        chart.account(fact.account()).isPresent() ? Optional.empty() : chart.find(fact.account());
    if (found.isEmpty() || found.get().item() != null || found.get().stage() != null) {
      return fact;
    }
    FactContext context = fact.context();
    boolean said = context.fund() == null && found.get().effectiveFund() != null;
    Fact named = fact.withAccount(found.get().account().name());
    return said ? named.withContext(context.withFund(found.get().effectiveFund())) : named;
  }

  private Fact withCode(Fact fact) {
    FactContext context = fact.context();
    String item = context.item();
    if (item == null || context.code() != null) {
      return fact;
    }
    String code = code(item.split("/", -1));
    return code == null ? fact : fact.withContext(context.withItem(item, code));
  }

  private @Nullable String code(String[] path) {
    String last = path[path.length - 1];
    String above = path.length > 1 ? path[path.length - 2] : "";
    Set<String> known = codes.getOrDefault(key(above, last), Set.of());
    if (!known.isEmpty()) {
      return known.size() == 1 ? known.iterator().next() : null;
    }
    List<String> classified =
        Classification.functional().entries().stream()
            .filter(e -> e.level() == path.length && plain(e.name()).equals(plain(last)))
            .filter(e -> above.isEmpty() || isBelow(e, above))
            .map(Classification.Entry::code)
            .distinct()
            .toList();
    return classified.size() == 1 ? classified.getFirst() : null;
  }

  private static boolean isBelow(Classification.Entry entry, String above) {
    return entry.above().stream()
        .flatMap(code -> Classification.functional().coded(code).stream())
        .anyMatch(e -> plain(e.name()).equals(plain(above)));
  }

  private static String key(String above, String name) {
    return plain(above) + "/" + plain(name);
  }

  private static String plain(String name) {
    return MARKS.matcher(name).replaceAll("").replace('与', '和');
  }
}
