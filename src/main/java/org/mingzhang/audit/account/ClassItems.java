package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.DocumentEnd;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.audit.sentence.Suspects;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Section;

/**
 * The section on the structure of general public expenditure gives each 类, the next one the 项 of
 * which it is made. A 类 is accused only where most others are right, so that the items of the
 * document were read.
 */
public final class ClassItems implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "class-items",
          Kind.SUM,
          "支出结构中各类的金额与具体情况中该类各项支出决算之和",
          "Each class of expenditure against the items of it that are told one by one",
          "每两项0.01万元",
          "0.01 万元 for each two items",
          "类由其各项组成。",
          "A class is made of its items.");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  /** A class with its items. */
  private record Group(Figure whole, List<Figure> items) {
    BigDecimal sum() {
      return items.stream()
          .map(f -> new BigDecimal(f.value()))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean agrees() {
      return Tolerance.sumAgrees(new BigDecimal(whole.value()), sum(), items.size() + 1);
    }
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Group> groups = groups(reading);
    long right = groups.stream().filter(Group::agrees).count();
    Suspects suspects = reading.derived(Suspects.class, Suspects::of);
    List<Check> checks = new ArrayList<>();
    for (Group group : groups) {
      boolean doubtful =
          suspects.any(group.items().stream().map(f -> new BigDecimal(f.value())))
              || suspects.any(List.of(new BigDecimal(group.whole().value())).stream());
      if (group.agrees()) {
        checks.add(new Check.Agrees());
      } else if (goesOn(group, reading) || right < 2 || right < groups.size() - right || doubtful) {
        checks.add(new Check.Undecided("不能确定各项是否已全部读到", "the items may not all have been read"));
      } else {
        checks.add(finding(group, reading));
      }
    }
    return checks;
  }

  /** Whether items that the class still lacks may stand behind the end of the copy. */
  private static boolean goesOn(Group group, Reading reading) {
    String end = reading.derived(DocumentEnd.class, DocumentEnd::of).section();
    return group.sum().compareTo(new BigDecimal(group.whole().value())) < 0
        && group.items().getLast().section().equals(end);
  }

  private static List<Group> groups(Reading reading) {
    Map<String, Figure> classes = new LinkedHashMap<>();
    Map<String, List<Figure>> items = new LinkedHashMap<>();
    for (Figure figure : reading.figures()) {
      String item = figure.item();
      if (item == null || figure.fromTable() || !figure.unit().equals("万元")) {
        continue;
      }
      String[] levels = item.split("/", -1);
      if (figure.name().equals("支出决算") && levels.length == 3) {
        items.computeIfAbsent(plain(levels[0]), k -> new ArrayList<>()).add(figure);
      } else if (figure.name().equals("支出决算") && levels.length == 1) {
        classes.putIfAbsent(plain(item), figure);
      }
    }
    List<Group> groups = new ArrayList<>();
    classes.forEach(
        (name, whole) -> {
          List<Figure> own = items.getOrDefault(name, List.of());
          if (!own.isEmpty()) {
            groups.add(new Group(whole, List.copyOf(own)));
          }
        });
    return groups;
  }

  private static String plain(String name) {
    return name.replaceAll("[(（]类[)）]|支出$", "").replaceFirst("支出$", "").replace("和就业", "就业");
  }

  private static Check finding(Group group, Reading reading) {
    Figure whole = group.whole();
    Figure first = group.items().getFirst();
    String sum = group.sum().toPlainString();
    String formula = String.join(" + ", group.items().stream().map(Figure::value).toList());
    return Draft.at(ABOUT, Severity.PROOF, place(group, reading))
        .numbers(sum + "万元", whole.value() + whole.unit())
        .formula(formula + " = " + sum + "，该类写 " + whole.value())
        .other(
            first.section().equals(whole.section())
                ? new Place(first.section(), first.page(), first.quote())
                : new Place(whole.section(), whole.page(), whole.quote()))
        .says(
            "该类各项相加为%s万元，支出结构中写%s%s。",
            "The items of the class add up to %s 万元; the structure gives %s.",
            sum,
            whole.value(),
            whole.unit());
  }

  /** The words from the first to the last item, where they stand in one section. */
  private static Place place(Group group, Reading reading) {
    Figure first = group.items().getFirst();
    Figure last = group.items().getLast();
    String text = reading.section(first.section()).map(Section::text).orElse("");
    int from = text.indexOf(first.quote());
    int to = text.lastIndexOf(last.quote());
    boolean together = first.section().equals(last.section()) && from >= 0 && to >= from;
    return new Place(
        first.section(),
        first.page(),
        together ? text.substring(from, to + last.quote().length()) : first.quote());
  }
}
