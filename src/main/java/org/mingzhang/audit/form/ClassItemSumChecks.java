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
import org.mingzhang.audit.check.DocumentEnd;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.RuleBook;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.sentence.ContradictedAmounts;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactPlace;
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

  private static final CheckResult UNREAD = CheckResult.undecided("items-not-all-read");

  private final DocumentFacts facts;
  private final AuditedDocument reading;

  private ClassItemSumChecks(DocumentFacts facts) {
    this.facts = facts;
    this.reading = facts.document();
  }

  /** An amount with its items. */
  record Group(Fact whole, List<Fact> items) {
    BigDecimal sum() {
      return items.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    String formatSum() {
      String unit = whole.unit();
      BigDecimal sum = sum().movePointLeft(AmountFinder.unitPowerOrNone(unit)).stripTrailingZeros();
      return sum.toPlainString() + unit;
    }

    String formatTerms() {
      return items.stream().map(Fact::printed).collect(Collectors.joining(" + "));
    }

    boolean holds(DocumentFacts facts) {
      return FactRelation.agrees(facts, whole, items, true);
    }

    /** Whether a rate or share contradicts one of the amounts. */
    boolean isDoubtful(AuditedDocument reading) {
      return ContradictedAmounts.findIn(reading)
          .containsAny(
              Stream.concat(Stream.of(whole), items.stream())
                  .map(DocumentFacts::valueInPrintedUnit));
    }
  }

  static List<TableIdentityResults.RuleResult> checkAll(AuditedDocument reading) {
    return new ClassItemSumChecks(DocumentFacts.of(reading)).answers();
  }

  private List<TableIdentityResults.RuleResult> answers() {
    List<Group> groups = groups();
    long right = groups.stream().filter(g -> g.holds(facts)).count();
    List<TableIdentityResults.RuleResult> answers = new ArrayList<>();
    for (Group group : groups) {
      boolean sure = right >= MIN_AGREEING_CLASSES && right * 2 >= groups.size();
      CheckResult check =
          group.holds(facts)
              ? CheckResult.AGREES
              : sure && !mayBeTruncated(group) && !group.isDoubtful(reading)
                  ? createFinding(group)
                  : UNREAD;
      answers.add(new TableIdentityResults.RuleResult(RuleBook.rule(RULE), check));
    }
    return answers;
  }

  private List<Group> groups() {
    List<Fact> stated =
        facts.all().stream()
            .flatMap(List::stream)
            .filter(ClassItemSumChecks::isStatedInProse)
            .toList();
    Map<String, String> codes = new HashMap<>();
    for (Fact fact : stated) {
      String code = fact.context().code();
      if (code != null) {
        codes.putIfAbsent(name(fact), code.substring(0, CLASS_DIGITS));
      }
    }
    Map<String, Fact> classes = new LinkedHashMap<>();
    Map<String, List<Fact>> items = new LinkedHashMap<>();
    for (Fact fact : stated) {
      String key =
          fact.account() + fact.context().year() + codes.getOrDefault(name(fact), name(fact));
      int levels = path(fact).length;
      if (levels == CLASS_DIGITS) {
        items.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
      } else if (levels == 1) {
        classes.putIfAbsent(key, fact);
      }
    }
    List<Group> groups = new ArrayList<>();
    classes.forEach(
        (key, whole) -> {
          if (items.containsKey(key)) {
            groups.add(new Group(whole, items.get(key)));
          }
        });
    return groups;
  }

  /** Whether a sentence states the expenditure on a class or an item. */
  private static boolean isStatedInProse(Fact fact) {
    return fact.context().item() != null
        && fact.kind() == Fact.Kind.AMOUNT
        && fact.context().stage() == Stage.RESULT
        && fact.places().stream().anyMatch(p -> p.cell() == null);
  }

  private static String[] path(Fact fact) {
    return String.valueOf(fact.context().item()).split("/", -1);
  }

  /** The plain name of the class of a fact, also for an item that the chart does not have. */
  private static String name(Fact fact) {
    return MARKS.matcher(path(fact)[0]).replaceAll("");
  }

  /** Whether missing items of a class may have been after the end of a truncated copy. */
  private boolean mayBeTruncated(Group group) {
    String end = reading.computeOnce(DocumentEnd.class, DocumentEnd::find).section();
    return group.sum().compareTo(group.whole().value()) < 0
        && place(group.items().getLast()).section().equals(end);
  }

  private static FactPlace place(Fact fact) {
    return fact.places().stream().filter(p -> p.cell() == null).findFirst().orElseThrow();
  }

  private CheckResult createFinding(Group group) {
    Fact whole = group.whole();
    RuleDescription rule = RuleBook.rule(RULE);
    String sum = group.formatSum();
    String printed = whole.printed() + whole.unit();
    String terms = group.formatTerms();
    FactPlace first = place(group.items().getFirst());
    boolean beside = first.section().equals(place(whole).section());
    return FindingDraft.at(rule.id(), placeOfItems(group))
        .withNumbers(sum, printed)
        .withFormulaPattern("%s = %s，该类写 %s", terms, sum, printed)
        .withOtherPlace(facts.place(beside ? first : place(whole)))
        .report(sum, printed);
  }

  /** The words from the first to the last item, if they are in one section. */
  private QuoteLocation placeOfItems(Group group) {
    FactPlace first = place(group.items().getFirst());
    FactPlace last = place(group.items().getLast());
    String text = reading.findSection(first.section()).map(Section::text).orElse("");
    int from = text.indexOf(first.quote());
    int to = text.lastIndexOf(last.quote());
    return first.section().equals(last.section()) && from >= 0 && to >= from
        ? new QuoteLocation(
            first.section(), first.page(), text.substring(from, to + last.quote().length()))
        : facts.place(first);
  }
}
