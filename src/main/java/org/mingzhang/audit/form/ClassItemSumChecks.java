package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.LastDocumentPart;
import org.mingzhang.audit.check.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.sentence.ContradictedAmounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.text.AmountFinder;

/**
 * Compares the amounts that sentences state for a class (类) with the sum of its items (项). A class
 * that does not agree is reported only if most classes of the document agree, which shows that all
 * items were read.
 */
final class ClassItemSumChecks {
  private static final String RULE = "class-items";
  private static final Pattern MARKS = Pattern.compile("[(（]类[)）]|支出$|和(?=就业)");
  private static final int CLASS_DIGITS = 3;
  private static final int MIN_AGREEING_CLASSES = 2;

  private static final CheckResult POSSIBLY_UNREAD = CheckResult.undecided("items-not-all-read");

  private final DocumentFacts facts;
  private final AuditedDocument document;

  private ClassItemSumChecks(DocumentFacts facts) {
    this.facts = facts;
    this.document = facts.document();
  }

  /** The amount of a class with the amounts of its items. */
  record AmountWithItems(Fact whole, List<Fact> items) {
    BigDecimal sum() {
      return items.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String formatSum() {
      String unit = whole.unit();
      BigDecimal sum =
          sum().movePointLeft(AmountFinder.powerOfTenOrNone(unit)).stripTrailingZeros();
      return sum.toPlainString() + unit;
    }

    String formatTerms() {
      return items.stream().map(Fact::printed).collect(Collectors.joining(" + "));
    }

    boolean holds(DocumentFacts facts) {
      return FactRelation.isSatisfied(facts, whole, items, true);
    }

    /** Whether a rate or share contradicts one of the amounts. */
    boolean isDoubtful(AuditedDocument audited) {
      return ContradictedAmounts.forDocument(audited)
          .containsAny(
              Stream.concat(Stream.of(whole), items.stream())
                  .map(DocumentFacts::valueInPrintedUnit));
    }
  }

  static List<RuleResult> checkAll(AuditedDocument audited) {
    return new ClassItemSumChecks(DocumentFacts.of(audited)).checkClasses();
  }

  private List<RuleResult> checkClasses() {
    List<AmountWithItems> amounts = groupByClass();
    long right = amounts.stream().filter(g -> g.holds(facts)).count();
    List<RuleResult> answers = new ArrayList<>();
    for (AmountWithItems amountWithItems : amounts) {
      boolean sure = right >= MIN_AGREEING_CLASSES && right * 2 >= amounts.size();
      CheckResult check =
          amountWithItems.holds(facts)
              ? CheckResult.AGREES
              : sure && !mayBeTruncated(amountWithItems) && !amountWithItems.isDoubtful(document)
                  ? createFinding(amountWithItems)
                  : POSSIBLY_UNREAD;
      answers.add(new RuleResult(RuleBook.findRequired(RULE), check));
    }
    return answers;
  }

  private List<AmountWithItems> groupByClass() {
    List<Fact> stated =
        facts.allFacts().stream()
            .flatMap(List::stream)
            .filter(ClassItemSumChecks::isStatedInProse)
            .toList();
    Map<String, String> codes = new HashMap<>();
    for (Fact fact : stated) {
      String code = fact.context().code();
      if (code != null) {
        codes.putIfAbsent(className(fact), code.substring(0, CLASS_DIGITS));
      }
    }
    Map<String, Fact> classes = new LinkedHashMap<>();
    Map<String, List<Fact>> items = new LinkedHashMap<>();
    for (Fact fact : stated) {
      String key =
          fact.account()
              + fact.context().year()
              + codes.getOrDefault(className(fact), className(fact));
      int levels = itemPath(fact).length;
      if (levels == CLASS_DIGITS) {
        items.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
      } else if (levels == 1) {
        classes.putIfAbsent(key, fact);
      }
    }
    List<AmountWithItems> amounts = new ArrayList<>();
    classes.forEach(
        (key, whole) -> {
          if (items.containsKey(key)) {
            amounts.add(new AmountWithItems(whole, items.get(key)));
          }
        });
    return amounts;
  }

  /** Whether a sentence states the expenditure on a class or an item. */
  private static boolean isStatedInProse(Fact fact) {
    return fact.context().item() != null
        && fact.kind() == Fact.Kind.AMOUNT
        && fact.context().stage() == Stage.RESULT
        && fact.locations().stream().anyMatch(p -> p.cell() == null);
  }

  private static String[] itemPath(Fact fact) {
    return String.valueOf(fact.context().item()).split("/", -1);
  }

  /** The plain name of the class of a fact, also for an item that the chart does not have. */
  private static String className(Fact fact) {
    return MARKS.matcher(itemPath(fact)[0]).replaceAll("");
  }

  /** Whether missing items of a class may have been after the end of a truncated copy. */
  private boolean mayBeTruncated(AmountWithItems amountWithItems) {
    String end = document.computeOnce(LastDocumentPart.class, LastDocumentPart::findIn).section();
    return amountWithItems.sum().compareTo(amountWithItems.whole().value()) < 0
        && location(amountWithItems.items().getLast()).section().equals(end);
  }

  private static FactLocation location(Fact fact) {
    return fact.locations().stream().filter(p -> p.cell() == null).findFirst().orElseThrow();
  }

  private CheckResult createFinding(AmountWithItems amountWithItems) {
    Fact whole = amountWithItems.whole();
    RuleDescription rule = RuleBook.findRequired(RULE);
    String sum = amountWithItems.formatSum();
    String printed = whole.printed() + whole.unit();
    String terms = amountWithItems.formatTerms();
    FactLocation first = location(amountWithItems.items().getFirst());
    boolean beside = first.section().equals(location(whole).section());
    return FindingDraft.create(rule.id(), quoteOfItems(amountWithItems))
        .withNumbers(sum, printed)
        .withFormulaPattern("%s = %s，该类写 %s", terms, sum, printed)
        .withOtherLocation(facts.quoteLocation(beside ? first : location(whole)))
        .toResult(sum, printed);
  }

  /** The words from the first to the last item, if they are in one section. */
  private QuoteLocation quoteOfItems(AmountWithItems amountWithItems) {
    FactLocation first = location(amountWithItems.items().getFirst());
    FactLocation last = location(amountWithItems.items().getLast());
    String text = document.findSection(first.section()).map(Section::text).orElse("");
    int from = text.indexOf(first.quote());
    int to = text.lastIndexOf(last.quote());
    return first.section().equals(last.section()) && from >= 0 && to >= from
        ? new QuoteLocation(
            first.section(), first.page(), text.substring(from, to + last.quote().length()))
        : facts.quoteLocation(first);
  }
}
