package org.mingzhang.audit.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.audit.form.TableDoubts;
import org.mingzhang.audit.sentence.Suspects;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/**
 * The same figure in several places, sentences and account tables: all say the same amount. Where
 * they do not, what most places say is taken for the reference, and each other amount is one
 * finding at the place that says it; where neither has more places, a sentence is held against the
 * table.
 */
public final class SameAmount implements Rule {
  private static final RuleDescription TEXT =
      new RuleDescription(
          "text-against-table",
          Kind.TEXT_TABLE_MISMATCH,
          "情况说明中的总额与决算表中的同名数",
          "Totals of the sentences against the account tables",
          "末位数字的两个单位",
          "two units of the last digit",
          "情况说明写的就是决算表中的数。",
          "The sentences explain the tables and repeat their numbers.");
  private static final RuleDescription SENTENCES =
      new RuleDescription(
          "same-figure",
          Kind.CROSS_SECTION_MISMATCH,
          "不同章节写出的同名金额（如本年支出合计、公用经费）",
          "The same figure in the sentences of different sections",
          "末位数字的两个单位",
          "two units of the last digit",
          "同一口径的数只有一个。",
          "One figure has one amount.");
  private static final RuleDescription TABLES =
      new RuleDescription(
          "table-against-table",
          Kind.CROSS_SECTION_MISMATCH,
          "各张决算表、预算表重复列出的合计数",
          "Totals that several account tables repeat",
          "末位数字的两个单位",
          "two units of the last digit",
          "各表合计出自同一套账。",
          "The totals of the tables come from one set of books.");

  /** Most places that one figure is compared in; each is held against each. */
  private static final int MOST_PLACES = 200;

  private static final Pattern SCOPE = Pattern.compile("全[省市区县州旗镇乡]|[省市区县州旗]直(?!接)");

  @Override
  public RuleDescription description() {
    return TEXT;
  }

  @Override
  public List<RuleDescription> further() {
    return List.of(SENTENCES, TABLES);
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    Suspects suspects = reading.derived(Suspects.class, Suspects::of);
    TableDoubts doubts = reading.derived(TableDoubts.class, TableDoubts::of);
    for (List<Fact> group : reading.derived(Facts.class, Facts::of).groups()) {
      List<Fact> facts = group.stream().filter(f -> !f.table() || !doubts.at(f.place())).toList();
      if (facts.size() <= 1) {
        checks.add(new Check.Undecided("文中只有一处", "only one place says it"));
      } else {
        judge(facts, suspects, checks);
      }
    }
    return checks;
  }

  private static void judge(List<Fact> facts, Suspects suspects, List<Check> checks) {
    List<Fact> compared = facts.subList(0, Math.min(facts.size(), MOST_PLACES));
    List<Fact> reference = reference(compared, suspects);
    if (facts.size() > MOST_PLACES) {
      checks.add(new Check.Undecided("重复处太多，只比较前面各处", "in too many places to compare all"));
    }
    for (Fact fact : compared) {
      if (reference.stream().anyMatch(fact::agrees)) {
        checks.add(new Check.Agrees());
      } else if (!scope(fact).equals(scope(other(fact, reference)))) {
        checks.add(new Check.Undecided("两处的范围不同", "the two are about different bodies"));
      } else {
        checks.add(finding(fact, other(fact, reference)));
      }
    }
  }

  /**
   * The facts that agree with most others; of equals those with a table, then those that their own
   * sentence does not contradict, then the later ones.
   */
  private static List<Fact> reference(List<Fact> facts, Suspects suspects) {
    return facts.reversed().stream()
        .map(f -> facts.stream().filter(f::agrees).toList())
        .max(
            Comparator.<List<Fact>>comparingInt(List::size)
                .thenComparingInt(SameAmount::tables)
                .thenComparing(l -> l.stream().noneMatch(f -> suspects.whole(f.value())))
                .thenComparing(l -> !suspects.any(l.stream().map(Fact::value))))
        .orElse(facts);
  }

  /** What an amount says it is of: all of a region, or what the region's own bodies spend. */
  private static String scope(Fact fact) {
    Matcher scope = SCOPE.matcher(fact.place().quote());
    return !fact.table() && scope.find() ? scope.group() : "";
  }

  private static int tables(List<Fact> facts) {
    return (int) facts.stream().filter(Fact::table).count();
  }

  /** What the odd one is shown against: a table, if there is one. */
  private static Fact other(Fact odd, List<Fact> reference) {
    return reference.stream()
        .filter(Fact::table)
        .findFirst()
        .orElse(odd.table() ? reference.getFirst() : reference.getLast());
  }

  private static Check finding(Fact odd, Fact other) {
    RuleDescription rule =
        odd.table() && other.table() ? TABLES : odd.table() || other.table() ? TEXT : SENTENCES;
    return Draft.at(rule, Severity.PROOF, odd.place())
        .numbers(odd.printed(), other.printed())
        .formula(odd.printed() + " ≠ " + other.printed())
        .other(other.place())
        .says(
            "“"
                + odd.name()
                + "”"
                + where(odd, "此处")
                + odd.printed()
                + "，"
                + where(other, "另一处")
                + other.printed()
                + "。",
            "The same figure is "
                + odd.printed()
                + (odd.table() ? " in this table" : " in this sentence")
                + " and "
                + other.printed()
                + (other.table() ? " in the table." : " in another sentence."));
  }

  private static String where(Fact fact, String sentence) {
    return fact.table() ? (sentence.equals("此处") ? "此表为" : "表中为") : sentence + "为";
  }
}
