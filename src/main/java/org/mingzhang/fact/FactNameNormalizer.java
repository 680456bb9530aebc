package org.mingzhang.fact;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.account.SchoolReportDetector;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.text.PatternTable;

/**
 * Gives facts of prose the names that facts of cells have, so that equal facts get equal keys.
 * 财政拨款收入总计 becomes 收入总计 of the fund 财政拨款. An item that prose names by its path (类, 款, 项) gets the
 * code that the tables of the document give it, otherwise the code of the classification; it gets
 * none if its name has several codes. An item that prose names without the levels above it gets the
 * code of the only table row with its name, account and fund. An item (项) of 财政拨款 that the tables
 * list for only one of the funds of 财政拨款 gets that fund.
 */
final class FactNameNormalizer {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FactNameNormalizer.class);
  private static final Pattern IGNORED_IN_COMPARISON = PATTERNS.get("ignored-in-comparison");
  private static final int CLASS_CODE_LENGTH = 3;
  private static final int ITEM_CODE_LENGTH = 7;

  private final ChartOfAccounts chart;
  private final boolean isChartKnown;
  private final boolean isSchoolReport;
  private final Map<String, Set<String>> codesByParentAndName = new HashMap<>();
  private final Map<String, Set<String>> codesByAccountAndName = new HashMap<>();
  private final Map<String, Set<Fund>> fundsByItemCode = new HashMap<>();

  /**
   * The normalizer for a document. If neither category nor text decides which chart applies,
   * accounts that the chart does not list keep their printed names.
   *
   * @param cells facts of its tables
   */
  static FactNameNormalizer forDocument(Disclosure disclosure, List<Fact> cells) {
    return new FactNameNormalizer(
        DocumentChartSelector.forDocument(disclosure),
        DocumentChartSelector.find(disclosure).isPresent(),
        SchoolReportDetector.isOfSchool(disclosure),
        cells);
  }

  private FactNameNormalizer(
      ChartOfAccounts chart, boolean isChartKnown, boolean isSchoolReport, List<Fact> cells) {
    this.chart = chart;
    this.isChartKnown = isChartKnown;
    this.isSchoolReport = isSchoolReport;
    Map<String, String> names = new HashMap<>();
    for (Fact fact : cells) {
      String code = fact.context().code();
      String item = fact.context().item();
      if (code != null && item != null) {
        names.putIfAbsent(code, item);
        codesByAccountAndName
            .computeIfAbsent(accountAndNameKey(fact, item), k -> new TreeSet<>())
            .add(code);
      }
      Fund fund = fact.context().fund();
      if (code != null
          && code.length() == ITEM_CODE_LENGTH
          && fund != null
          && fund.isWithin(Fund.APPROPRIATION)) {
        fundsByItemCode.computeIfAbsent(code, c -> EnumSet.noneOf(Fund.class)).add(fund);
      }
    }
    names.forEach(
        (code, name) -> {
          String above =
              code.length() > CLASS_CODE_LENGTH
                  ? names.get(code.substring(0, code.length() - 2))
                  : "";
          if (above != null) {
            codesByParentAndName
                .computeIfAbsent(parentAndNameKey(above, name), k -> new TreeSet<>())
                .add(code);
          }
        });
  }

  /**
   * Renames a fact to the name that facts of cells have. An account of the chart of governments,
   * such as 一般公共预算收入, keeps its name in every document. In reports of governments, an account also
   * keeps its name if the name for the fund would change the printed words: 新增债券 is not renamed to
   * 新增一般债券.
   */
  Fact normalize(Fact printed) {
    Fact fact =
        isSchoolReport
            ? SchoolReportDetector.findAccount(printed.account())
                .map(printed::withAccount)
                .orElse(printed)
            : printed;
    if (chart.findAccount(fact.account()).isEmpty()
        && ChartOfAccounts.governments().find(fact.account()).isPresent()) {
      return withCode(fact);
    }
    Fact named = withFundOfItem(withCode(isChartKnown ? resolveUnlistedAccount(fact) : fact));
    Account account = chart.findAccount(named.account()).orElse(null);
    if (account == null || named.context().fund() == null) {
      return named;
    }
    Account own = chart.narrowToFund(account, named.context().fund());
    boolean keepsWords =
        chart != ChartOfAccounts.governments() || own.name().endsWith(account.name());
    return withItemCodeFromAccountRows(keepsWords ? named.withAccount(own.name()) : named);
  }

  /**
   * Resolves an unlisted account whose name consists of the name of a fund and the name of an
   * account.
   */
  private Fact resolveUnlistedAccount(Fact fact) {
    Optional<AccountName> found =
        chart.findAccount(fact.account()).isPresent()
            ? Optional.empty()
            : chart.find(fact.account());
    if (found.isEmpty() || found.get().item() != null || found.get().stage() != null) {
      return fact;
    }
    FactContext context = fact.context();
    boolean addsFund = context.fund() == null && found.get().fundOrAccountFund() != null;
    Fact named = fact.withAccount(found.get().account().name());
    return addsFund ? named.withContext(context.withFund(found.get().fundOrAccountFund())) : named;
  }

  private Fact withCode(Fact fact) {
    return withCode(fact, item -> findCode(item.split("/", -1)));
  }

  /** A fact with an item and without code, with the code that a finder gives the item, if any. */
  private static Fact withCode(Fact fact, Function<String, @Nullable String> finder) {
    FactContext context = fact.context();
    String item = context.item();
    String code = item == null || context.code() != null ? null : finder.apply(item);
    return code == null ? fact : fact.withContext(context.withItem(item, code));
  }

  /**
   * Adds an item code to a fact without one: the code of the only table row with the name of its
   * item, among the rows of its account and fund in the class that the item names. The fact is
   * returned unchanged if there is no such row or the row is not an item (项).
   */
  private Fact withItemCodeFromAccountRows(Fact fact) {
    return withCode(
        fact,
        item -> {
          String[] path = item.split("/", -1);
          String key = accountAndNameKey(fact, path[path.length - 1]);
          List<String> codes =
              codesByAccountAndName.getOrDefault(key, Set.of()).stream()
                  .filter(code -> path.length == 1 || isInClass(code, path[0]))
                  .toList();
          return codes.size() == 1 && codes.getFirst().length() == ITEM_CODE_LENGTH
              ? codes.getFirst()
              : null;
        });
  }

  private static boolean isInClass(String code, String className) {
    return BudgetClassification.functional().findByPrintedName(className).stream()
        .anyMatch(entry -> code.startsWith(entry.code()));
  }

  private static String accountAndNameKey(Fact fact, String item) {
    return fact.account() + "@" + fact.context().fund() + "/" + normalizePunctuation(item);
  }

  private Fact withFundOfItem(Fact fact) {
    FactContext context = fact.context();
    Set<Fund> funds =
        context.fund() == Fund.APPROPRIATION && context.code() != null
            ? fundsByItemCode.getOrDefault(context.code(), Set.of())
            : Set.of();
    return funds.size() == 1 ? fact.withContext(context.withFund(funds.iterator().next())) : fact;
  }

  private @Nullable String findCode(String[] path) {
    String last = path[path.length - 1];
    String above = path.length > 1 ? path[path.length - 2] : "";
    Set<String> known = codesByParentAndName.getOrDefault(parentAndNameKey(above, last), Set.of());
    if (!known.isEmpty()) {
      return known.size() == 1 ? known.iterator().next() : null;
    }
    List<String> classified =
        BudgetClassification.functional().findByPrintedName(last).stream()
            .filter(
                e ->
                    above.isEmpty()
                        ? e.level() == 1
                        : e.level() >= path.length && isChildOf(e, above))
            .map(BudgetClassification.Entry::code)
            .distinct()
            .toList();
    return classified.size() == 1 ? classified.getFirst() : null;
  }

  private static boolean isChildOf(BudgetClassification.Entry entry, String parentName) {
    return entry.parentCode().stream()
        .flatMap(code -> BudgetClassification.functional().findByCode(code).stream())
        .anyMatch(e -> normalizePunctuation(e.name()).equals(normalizePunctuation(parentName)));
  }

  private static String parentAndNameKey(String parentName, String name) {
    return normalizePunctuation(parentName) + "/" + normalizePunctuation(name);
  }

  private static String normalizePunctuation(String name) {
    return IGNORED_IN_COMPARISON.matcher(name).replaceAll("").replace('与', '和');
  }
}
