package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * The change of one figure against last year, told in two sections of a final account: both say the
 * same. Budgets compare with last year's budget here and with its result there, and are left alone.
 */
public final class SameChange implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "same-change",
          Kind.CROSS_SECTION_MISMATCH,
          "决算中不同章节写出的同一数比上年的增减额",
          "The change of one figure against last year in different sections of a final account",
          "0.02万元",
          "0.02 万元",
          "同一数与上年相比只有一个增减额。",
          "One figure has one change against last year.");
  private static final Pattern NAME = Pattern.compile("(?<figure>.+)比上年(?:(?<up>增加)|减少)");
  private static final BigDecimal SLACK = new BigDecimal("0.02");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  /** A change as printed, with its sign. */
  private record Change(Figure figure, BigDecimal value) {
    private boolean agrees(Change other) {
      return value.subtract(other.value).abs().compareTo(SLACK) <= 0;
    }

    private String printed() {
      return (value.signum() < 0 ? "减少" : "增加") + figure.value() + figure.unit();
    }

    private Place place() {
      return new Place(figure.section(), figure.page(), figure.quote());
    }
  }

  @Override
  public List<Check> check(Reading reading) {
    if (!reading.isFinalAccount()) {
      return List.of();
    }
    List<Check> checks = new ArrayList<>();
    for (List<Change> changes : changes(reading).values()) {
      if (changes.size() > 1) {
        judge(changes, checks);
      }
    }
    return checks;
  }

  private static Map<String, List<Change>> changes(Reading reading) {
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    for (Figure figure : reading.figures()) {
      Matcher name = NAME.matcher(figure.name());
      Topic topic = reading.section(figure.section()).map(Section::topic).orElse(Topic.OTHER);
      if (!figure.fromTable()
          && figure.item() == null
          && figure.unit().equals("万元")
          && Facts.ACCOUNTS.contains(topic)
          && name.matches()) {
        BigDecimal value = new BigDecimal(figure.value());
        changes
            .computeIfAbsent(name.group("figure"), n -> new ArrayList<>())
            .add(new Change(figure, name.group("up") == null ? value.negate() : value));
      }
    }
    return changes;
  }

  /** The one that is alone is told; of two in different sections the later one. */
  private static void judge(List<Change> changes, List<Check> checks) {
    Change first = changes.getFirst();
    List<Change> others = changes.stream().filter(c -> !c.agrees(first)).toList();
    if (others.isEmpty()) {
      checks.add(new Check.Agrees());
      return;
    }
    boolean firstAlone = others.size() > 1 && changes.size() - others.size() == 1;
    Change odd = firstAlone ? first : others.getFirst();
    Change other = firstAlone ? others.getFirst() : first;
    boolean one = firstAlone ? agree(others) : others.size() == 1;
    if (!one || odd.figure().section().equals(other.figure().section())) {
      checks.add(new Check.Undecided("不能确定是否为同一口径", "the changes may be of different things"));
      return;
    }
    checks.add(
        Draft.at(ABOUT, Severity.PROBABLE, odd.place())
            .numbers(odd.printed(), other.printed())
            .formula(odd.printed() + " ≠ " + other.printed())
            .other(other.place())
            .says(
                "比上年的变动，此处写%s，另一处写%s。",
                "The change against last year is one amount here and another in the other section.",
                odd.printed(),
                other.printed()));
  }

  private static boolean agree(List<Change> changes) {
    return changes.stream().allMatch(c -> c.agrees(changes.getFirst()));
  }
}
