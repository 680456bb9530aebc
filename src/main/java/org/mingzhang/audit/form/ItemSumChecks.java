package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.LastDocumentPart;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;

/**
 * Compares amounts that sentences state with the sum of their items (项): a class (类) with its
 * items, and general public expenditure with the items of its section and its subsections. An
 * amount that does not agree is reported only if others agree, which shows that all items were
 * read.
 */
record ItemSumChecks(DocumentFacts facts) {
  private static final String CLASS_RULE = "class-items";
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ItemSumChecks.class);
  private static final Pattern IGNORED_IN_CLASS_NAME = PATTERNS.get("ignored-in-class-name");

  /** Number of digits of the code of a class (类). */
  private static final int CLASS_CODE_LENGTH = 3;

  /** Number of levels in the path of an item: 类, 款 and 项. */
  private static final int LEVELS_OF_ITEM = 3;

  private static final int MIN_AGREEING_CLASSES = 2;

  private record AmountWithItems(Fact whole, List<Fact> items) {
    String printedAmount() {
      return whole.printed() + whole.unit();
    }

    BigDecimal sum() {
      return items.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String formatSum() {
      BigDecimal sum = sum().movePointLeft(AmountParser.powerOfTenOrZero(whole.unit()));
      return sum.stripTrailingZeros().toPlainString() + whole.unit();
    }

    String formatTerms() {
      return items.stream().map(Fact::printed).collect(Collectors.joining(" + "));
    }

    @Nullable Stage stage() {
      return whole.context().stage();
    }
  }

  static List<RuleResult> checkAll(AuditedDocument document) {
    ItemSumChecks checks = new ItemSumChecks(DocumentFacts.forDocument(document));
    Map<String, List<Fact>> items = checks.itemsBySection();
    return Stream.concat(
            checks.checkClasses(),
            AccountingIdentity.identitiesMatchedBy(AccountingIdentity.TermMatching.ITEMS).stream()
                .flatMap(identity -> checks.checkSections(identity, items)))
        .toList();
  }

  private boolean holds(AmountWithItems amount) {
    return FactRelation.isSatisfied(facts, amount.whole(), amount.items(), true);
  }

  /** Whether a rate or share contradicts one of the amounts. */
  private boolean isContradictedByRate(AmountWithItems amount) {
    CheckedProseNumbers numbers = CheckedProseNumbers.forDocument(facts.document());
    return numbers.isInWrongRate(amount.whole())
        || amount.items().stream().anyMatch(numbers::isInWrongRate);
  }

  private Stream<RuleResult> checkClasses() {
    List<AmountWithItems> amounts = groupByClass();
    long right = amounts.stream().filter(this::holds).count();
    boolean sure = right >= MIN_AGREEING_CLASSES && right * 2 >= amounts.size();
    return amounts.stream()
        .map(
            a ->
                RuleResult.forMessage(
                    CLASS_RULE,
                    holds(a)
                        ? CheckResult.AGREES
                        : sure && !mayBeTruncated(a) && !isContradictedByRate(a)
                            ? createClassFinding(a)
                            : CheckResult.undecided("items-not-all-read")
                                .withLocation(
                                    facts.quoteLocation(DocumentFacts.proseLocation(a.whole())))));
  }

  private List<AmountWithItems> groupByClass() {
    List<Fact> stated =
        allFacts()
            .filter(f -> f.context().item() != null && f.kind() == Fact.Kind.AMOUNT)
            .filter(f -> f.context().stage() == Stage.RESULT && DocumentFacts.isInProse(f))
            .toList();
    Map<String, String> codes = new HashMap<>();
    for (Fact fact : stated) {
      String code = fact.context().code();
      if (code != null) {
        codes.putIfAbsent(itemClassName(fact), code.substring(0, CLASS_CODE_LENGTH));
      }
    }
    Map<String, Fact> classes = new LinkedHashMap<>();
    Map<String, List<Fact>> items = new HashMap<>();
    for (Fact fact : stated) {
      String name = itemClassName(fact);
      String key = fact.account() + fact.context().year() + codes.getOrDefault(name, name);
      int levels = itemPath(fact).length;
      if (levels == 1) {
        if (fact.context().code() != null || isFunctionalClass(name)) {
          classes.putIfAbsent(key, fact);
        }
      } else if (levels <= LEVELS_OF_ITEM) {
        items.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
      }
    }
    items.replaceAll((key, own) -> withoutGroupsOfItems(own));
    return classes.entrySet().stream()
        .flatMap(
            c ->
                Stream.ofNullable(items.get(c.getKey()))
                    .map(own -> new AmountWithItems(c.getValue(), own)))
        .toList();
  }

  /**
   * Whether a name is the name of a class of the functional classification, and not of a project.
   */
  private static boolean isFunctionalClass(String name) {
    return BudgetClassification.functional().findByPrintedName(name).stream()
        .anyMatch(entry -> entry.level() == 1);
  }

  /**
   * The facts without the groups (款) whose items are among them, since the class is the sum of its
   * items. A group without items, and an item whose group is not in the chart, counts as a direct
   * part of the class.
   */
  private static List<Fact> withoutGroupsOfItems(List<Fact> parts) {
    return parts.stream()
        .filter(
            part ->
                itemPath(part).length == LEVELS_OF_ITEM
                    || parts.stream()
                        .noneMatch(
                            other ->
                                String.valueOf(other.context().item())
                                    .startsWith(part.context().item() + "/")))
        .toList();
  }

  private Stream<Fact> allFacts() {
    return facts.allFacts().stream().flatMap(List::stream);
  }

  private static String[] itemPath(Fact fact) {
    return String.valueOf(fact.context().item()).split("/", -1);
  }

  /** The plain name of the class of a fact, also for an item that the chart does not have. */
  private static String itemClassName(Fact fact) {
    return IGNORED_IN_CLASS_NAME.matcher(itemPath(fact)[0]).replaceAll("");
  }

  /** Whether missing items of a class may have been after the end of a truncated copy. */
  private boolean mayBeTruncated(AmountWithItems amount) {
    String end =
        facts
            .document()
            .computeOnce(LastDocumentPart.class, LastDocumentPart::findIn)
            .sectionPath();
    return amount.sum().compareTo(amount.whole().value()) < 0
        && DocumentFacts.proseLocation(amount.items().getLast()).sectionPath().equals(end);
  }

  private CheckResult createClassFinding(AmountWithItems amount) {
    String sum = amount.formatSum();
    FactLocation first = DocumentFacts.proseLocation(amount.items().getFirst());
    FactLocation whole = DocumentFacts.proseLocation(amount.whole());
    boolean beside = first.sectionPath().equals(whole.sectionPath());
    return FindingDraft.create(CLASS_RULE, quoteOfItems(amount))
        .setNumbers(sum, amount.printedAmount())
        .setFormulaPattern("%s = %s，该类写 %s", amount.formatTerms(), sum, amount.printedAmount())
        .setOtherLocation(facts.quoteLocation(beside ? first : whole))
        .toResult(sum, amount.printedAmount());
  }

  /** The words from the first to the last item; the first alone if they are in several sections. */
  private QuoteLocation quoteOfItems(AmountWithItems amount) {
    FactLocation first = DocumentFacts.proseLocation(amount.items().getFirst());
    FactLocation last = DocumentFacts.proseLocation(amount.items().getLast());
    String text = facts.document().findSection(first.sectionPath()).map(Section::text).orElse("");
    int from = text.indexOf(first.quote());
    int to = text.lastIndexOf(last.quote());
    return first.sectionPath().equals(last.sectionPath()) && from >= 0 && to >= from
        ? new QuoteLocation(
            first.sectionPath(), first.page(), text.substring(from, to + last.quote().length()))
        : facts.quoteLocation(first);
  }

  /**
   * Checks the totals of an identity, planned and actual, in each section that states the actual
   * one.
   */
  private Stream<RuleResult> checkSections(
      AccountingIdentity identity, Map<String, List<Fact>> items) {
    Map<String, List<AmountWithItems>> sections = new LinkedHashMap<>();
    identity.wholes().stream()
        .flatMap(name -> facts.factsOfAccount(name).stream())
        .filter(f -> f.context().item() == null && f.kind() == Fact.Kind.AMOUNT)
        .forEach(
            whole ->
                whole.locations().stream()
                    .filter(p -> p.cell() == null)
                    .map(FactLocation::sectionPath)
                    .distinct()
                    .forEach(
                        s ->
                            addAmountWithItems(
                                whole, s, items.getOrDefault(s, List.of()), sections)));
    return sections.values().stream()
        .filter(amounts -> amounts.stream().anyMatch(a -> a.stage() == Stage.RESULT))
        .flatMap(amounts -> amounts.stream().map(a -> checkTotal(a, amounts)))
        .map(check -> new RuleResult(identity.rule(), check));
  }

  /**
   * Adds an amount with those items of its section that have its stage and year, if there are at
   * least two.
   */
  private static void addAmountWithItems(
      Fact whole,
      String section,
      List<Fact> candidates,
      Map<String, List<AmountWithItems>> amountsBySection) {
    List<Fact> items =
        candidates.stream()
            .filter(f -> f.context().stage() == whole.context().stage())
            .filter(f -> Objects.equals(f.context().year(), whole.context().year()))
            .toList();
    if (items.size() > 1) {
      amountsBySection
          .computeIfAbsent(section, s -> new ArrayList<>())
          .add(new AmountWithItems(whole, items));
    }
  }

  /** For each section path, the items that sentences of the section and its subsections state. */
  private Map<String, List<Fact>> itemsBySection() {
    Map<String, List<Fact>> items = new HashMap<>();
    allFacts()
        .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.context().item() != null)
        .forEach(
            fact ->
                fact.locations().stream()
                    .filter(p -> p.cell() == null)
                    .flatMap(p -> pathAndAncestorPaths(p.sectionPath()))
                    .distinct()
                    .forEach(s -> items.computeIfAbsent(s, x -> new ArrayList<>()).add(fact)));
    return items;
  }

  /** The path of a section and the paths of all sections that contain it. */
  private static Stream<String> pathAndAncestorPaths(String section) {
    return Stream.iterate(section, path -> !path.isEmpty(), Section::parentOf);
  }

  /**
   * Checks a total against its items. It is reported only if the total of another stage with the
   * same number of items agrees with them, which shows that all items were read.
   */
  private CheckResult checkTotal(AmountWithItems amount, List<AmountWithItems> all) {
    if (holds(amount)) {
      return CheckResult.AGREES;
    }
    QuoteLocation quoted = facts.quoteLocation(DocumentFacts.proseLocation(amount.whole()));
    boolean complete =
        all.stream()
            .filter(other -> other.stage() != amount.stage())
            .anyMatch(other -> other.items().size() == amount.items().size() && holds(other));
    if (!complete || DocumentFacts.isInTable(amount.whole()) || isContradictedByRate(amount)) {
      return CheckResult.undecided("items-not-all-read").withLocation(quoted);
    }
    String sum = amount.formatSum();
    return FindingDraft.create("item-totals", quoted)
        .setNumbers(amount.printedAmount(), sum)
        .setFormula(amount.formatTerms(), sum, amount.printedAmount())
        .toResult(sum, amount.printedAmount());
  }
}
