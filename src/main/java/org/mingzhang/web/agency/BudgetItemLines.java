package org.mingzhang.web.agency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.CodeReplacements;
import org.mingzhang.model.Fact;
import org.mingzhang.web.compare.RowByYearBuilder;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.render.Labels;

/**
 * Lines of the budget items and projects of an agency over the years, at one perimeter.
 *
 * @param facts amounts of items
 * @param rowBuilder builder that converts facts to lines
 */
record BudgetItemLines(List<FactHit> facts, RowByYearBuilder rowBuilder, Labels labels) {
  private static final int MAX_PROJECTS = 40;
  private static final int MAX_CODES = 90;

  /**
   * Minimum number of codes of an account whose lines are shown, as a share of the largest number
   * of codes that any account has.
   */
  private static final double MIN_CODE_SHARE = 0.5;

  /** Key of a line: the item, account, fund and stage that its facts have in common. */
  private record LineKey(String name, String account, String fund, String stage) {}

  /** Keeps only amounts with a stage. */
  BudgetItemLines {
    facts =
        facts.stream()
            .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.storedValue("stage") != null)
            .toList();
  }

  private static boolean hasFunctionalCode(FactHit fact) {
    String code = fact.storedValue("code");
    return code != null
        && !BudgetClassification.functional()
            .findByCode(CodeReplacements.standard().currentCode(code))
            .isEmpty();
  }

  /**
   * Builds lines of items of the functional classification in the order of their codes, at most
   * {@link #MAX_CODES}. An item whose code or name has changed is one line. If two codes were later
   * merged into one and both occur in the same year, each has its own line.
   */
  List<RowByYearBuilder.YearLine> buildCodeLines() {
    Map<String, List<FactHit>> joined = new TreeMap<>();
    for (FactHit fact : selectExpenditureFacts()) {
      if (hasFunctionalCode(fact)) {
        String code = Objects.requireNonNull(fact.storedValue("code"));
        joined
            .computeIfAbsent(CodeReplacements.standard().currentCode(code), k -> new ArrayList<>())
            .add(fact);
      }
    }
    List<RowByYearBuilder.YearLine> made = new ArrayList<>();
    joined.forEach(
        (code, members) -> {
          if (haveAtMostOneCodePerYear(members)) {
            made.addAll(buildLines(code, members));
          } else {
            members.stream()
                .collect(
                    Collectors.groupingBy(
                        f -> Objects.requireNonNull(f.storedValue("code")),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((own, factsOfCode) -> made.addAll(buildLines(own, factsOfCode)));
          }
        });
    return made.stream().limit(MAX_CODES).toList();
  }

  /** A stage and a fund, for which the expenditure of one account is shown. */
  private record Slice(String stage, String fund) {
    static Slice of(FactHit fact) {
      return new Slice(Objects.requireNonNull(fact.storedValue("stage")), fact.label("fund"));
    }
  }

  /**
   * For each stage and fund, the facts of one expenditure account, chosen by {@link
   * #selectWidestAccount}, so that the total of an item is shown and not only its 基本支出.
   */
  private List<FactHit> selectExpenditureFacts() {
    Map<Slice, Map<String, Set<String>>> codesByAccount = new HashMap<>();
    for (FactHit fact : facts) {
      if (hasFunctionalCode(fact) && isExpenditure(fact.account())) {
        codesByAccount
            .computeIfAbsent(Slice.of(fact), k -> new TreeMap<>())
            .computeIfAbsent(fact.account(), k -> new HashSet<>())
            .add(Objects.requireNonNull(fact.storedValue("code")));
      }
    }
    Map<Slice, String> chosen = new HashMap<>();
    codesByAccount.forEach((slice, codes) -> chosen.put(slice, selectWidestAccount(codes)));
    return facts.stream().filter(f -> f.account().equals(chosen.get(Slice.of(f)))).toList();
  }

  /**
   * Of the accounts with at least {@link #MIN_CODE_SHARE} times as many codes as the account with
   * the most codes, the one that is part of no other of them; if there are several, the one with
   * the most codes. Empty if there are no accounts.
   */
  private static String selectWidestAccount(Map<String, Set<String>> codesByAccount) {
    int most = codesByAccount.values().stream().mapToInt(Set::size).max().orElse(0);
    Map<String, Set<String>> qualified = new TreeMap<>(codesByAccount);
    qualified.values().removeIf(codes -> codes.size() < MIN_CODE_SHARE * most);
    return qualified.entrySet().stream()
        .filter(a -> qualified.keySet().stream().noneMatch(b -> isPart(a.getKey(), b)))
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static boolean isPart(String account, String wholeAccount) {
    return !account.equals(wholeAccount) && isWithin(account, wholeAccount);
  }

  private static boolean isWithin(String account, String wholeAccount) {
    ChartOfAccounts chart = ChartOfAccounts.agencies();
    return chart
        .findAccount(account)
        .flatMap(a -> chart.findAccount(wholeAccount).map(w -> chart.isWithin(a, w)))
        .orElse(false);
  }

  private static boolean isExpenditure(String account) {
    return isWithin(account, ChartOfAccounts.agencies().functionallyClassifiedAccount());
  }

  /** Whether no year has facts with two different codes. */
  private static boolean haveAtMostOneCodePerYear(List<FactHit> facts) {
    return facts.stream()
        .collect(
            Collectors.groupingBy(
                f -> Objects.requireNonNull(f.year()),
                Collectors.mapping(f -> f.storedValue("code"), Collectors.toSet())))
        .values()
        .stream()
        .allMatch(codes -> codes.size() == 1);
  }

  private List<RowByYearBuilder.YearLine> buildLines(String code, List<FactHit> facts) {
    String name =
        BudgetClassification.functional()
            .findByCode(code, null)
            .map(BudgetClassification.Entry::name)
            .orElse(Objects.requireNonNullElse(facts.getFirst().storedValue("item"), code));
    TreeSet<String> former = new TreeSet<>();
    for (FactHit fact : facts) {
      String own = Objects.requireNonNull(fact.storedValue("code"));
      String item = Objects.requireNonNullElse(fact.storedValue("item"), name);
      String printed = item.substring(item.lastIndexOf('/') + 1);
      if (!own.equals(code)
          || !ChartOfAccounts.normalize(printed).equals(ChartOfAccounts.normalize(name))) {
        former.add((own.equals(code) ? "" : own + " ") + printed);
      }
    }
    String label = code + " " + name;
    String note = former.isEmpty() ? "" : labels.text("agency.formerly", String.join("、", former));
    return groupIntoLines(facts, lineKey -> label, note);
  }

  private List<RowByYearBuilder.YearLine> groupIntoLines(
      List<FactHit> facts, Function<LineKey, String> name, String note) {
    Map<LineKey, List<FactHit>> sorted = new LinkedHashMap<>();
    facts.stream()
        .sorted(
            Comparator.comparingInt(
                f -> AgencyAmountTableBuilder.STAGES.indexOf(f.storedValue("stage"))))
        .forEach(f -> sorted.computeIfAbsent(lineKey(f), k -> new ArrayList<>()).add(f));
    List<RowByYearBuilder.YearLine> made = new ArrayList<>();
    sorted.forEach(
        (lineKey, members) ->
            made.add(
                rowBuilder.buildLine(
                    name.apply(lineKey),
                    labels.account(lineKey.account())
                        + labels.text("agency.and")
                        + RowByYearBuilder.sliceLabel(lineKey.stage(), lineKey.fund(), labels)
                        + note,
                    "",
                    lineKey.stage(),
                    members)));
    return made;
  }

  /**
   * The key of the line to which a fact belongs. The name of the item is left out if the fact has a
   * code, because facts with a code are grouped by it first.
   */
  private static LineKey lineKey(FactHit fact) {
    String item =
        hasFunctionalCode(fact) ? "" : Objects.requireNonNullElse(fact.storedValue("item"), "");
    return new LineKey(
        ChartOfAccounts.normalize(item),
        fact.account(),
        fact.label("fund"),
        Objects.requireNonNull(fact.storedValue("stage")));
  }

  private List<FactHit> factsWithoutCode() {
    return facts.stream().filter(f -> f.storedValue("code") == null).toList();
  }

  /** Number of distinct projects of a year. */
  long projectCount(int year) {
    return factsWithoutCode().stream()
        .filter(f -> Objects.equals(f.year(), year))
        .map(f -> ChartOfAccounts.normalize(Objects.requireNonNullElse(f.storedValue("item"), "")))
        .distinct()
        .count();
  }

  /**
   * Lines of projects, at most {@link #MAX_PROJECTS}, the project with the largest amount first.
   */
  List<RowByYearBuilder.YearLine> buildProjectLines() {
    Map<String, List<FactHit>> names = new TreeMap<>();
    for (FactHit fact : factsWithoutCode()) {
      String item = Objects.requireNonNullElse(fact.storedValue("item"), "");
      names.computeIfAbsent(ChartOfAccounts.normalize(item), k -> new ArrayList<>()).add(fact);
    }
    return names.values().stream()
        .sorted(Comparator.comparing(BudgetItemLines::largestAmount).reversed())
        .flatMap(
            members ->
                groupIntoLines(
                    members,
                    lineKey -> Objects.requireNonNull(members.getFirst().storedValue("item")),
                    "")
                    .stream())
        .limit(MAX_PROJECTS)
        .toList();
  }

  private static BigDecimal largestAmount(List<FactHit> facts) {
    return facts.stream()
        .map(FactHit::number)
        .max(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }
}
