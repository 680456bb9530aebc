package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Fact;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * A part that is more than its whole: general public money above all fiscal money, the reception of
 * foreign guests above all reception, contracts of micro businesses above those of all small ones.
 * How much less a part is says nothing.
 */
public final class PartAboveWhole implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "part-above-whole",
          Kind.CROSS_SECTION_MISMATCH,
          "分项大于其所属的总额（如外宾接待支出与公务接待费、小微企业与中小企业合同金额）",
          "A part that is more than its whole, such as foreign guests and all official reception",
          "0.02万元",
          "0.02 万元",
          "分项不会大于总额。",
          "A part is never more than its whole.");
  private static final BigDecimal SLACK = new BigDecimal("0.02");

  /** A whole, by its label or the name of its figure, and its parts by their labels. */
  private record Pair(Topic topic, String figure, Pattern whole, Pattern part) {
    static Pair of(Topic topic, String figure, String whole, String part) {
      String tail = "(?:支出)?(?:决算)?(?:数|总额)?(?:共计)?[为是:]?$";
      return new Pair(
          topic, figure, Pattern.compile("^" + whole + tail), Pattern.compile("^" + part + tail));
    }
  }

  private static final String NUMBERED = "(?:[(（]?\\d[)）.、]?)?(?:其中:)?(?:20\\d\\d年度?)?";
  private static final List<Pair> PAIRS =
      List.of(
          Pair.of(
              Topic.THREE_PUBLIC,
              "公务接待费",
              NUMBERED + "公务接待费",
              NUMBERED + "(?:外宾|外事|国内公务|国内)接待(?:费)?"),
          Pair.of(
              Topic.THREE_PUBLIC,
              "公务用车购置及运行费",
              NUMBERED + "公务用车购置[及和]运行(?:维护)?费",
              NUMBERED + "公务用车(?:购置|运行(?:维护)?)(?:费)?"),
          Pair.of(Topic.THREE_PUBLIC, "公务用车购置费", NUMBERED + "公务用车购置(?:费)?", "(?:[^，。；]*辆)?、?金额"),
          Pair.of(Topic.OTHER, "", ".*政府债务限额", ".*政府债务余额"),
          Pair.of(Topic.PROCUREMENT, "政府采购支出总额", ".*政府采购支出", "授予中小企业合同金额"),
          Pair.of(Topic.PROCUREMENT, "", "授予中小企业合同金额", "(?:其中:)?授予小微企业合同金额"));
  private static final List<List<String>> FACTS =
      List.of(
          List.of("财政拨款支出", "一般公共预算财政拨款支出"),
          List.of("财政拨款支出总计", "一般公共预算财政拨款支出"),
          List.of("支出总计", "本年支出合计"),
          List.of("收入总计", "本年收入合计"));

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    PAIRS.forEach(pair -> check(pair, reading, checks));
    Facts facts = reading.derived(Facts.class, Facts::of);
    FACTS.forEach(names -> check(facts, names.getFirst(), names.getLast(), checks));
    FundItems.of(reading).forEach(item -> checks.add(judge(item)));
    items(reading, facts, checks);
    return checks;
  }

  private static Check judge(FundItems.Item item) {
    return item.value().subtract(item.whole()).compareTo(SLACK) <= 0
        ? new Check.Agrees()
        : draft(
            Draft.at(ABOUT, Severity.PROOF, item.place()).other(item.head()),
            item.printed(),
            item.whole().toPlainString() + "万元");
  }

  private record Stated(Passage passage, Mention mention, BigDecimal value, String printed) {}

  private static List<Stated> stated(Pattern label, Topic topic, Reading reading) {
    List<Stated> found = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      for (Mention mention : passage.topic() == topic ? passage.mentions() : List.<Mention>of()) {
        if (mention.quantity() instanceof Amount amount
            && amount.unit().equals("万元")
            && amount.value() != null
            && label.matcher(mention.label()).find()
            && !ofSomethingElse(passage, mention)) {
          BigDecimal value = amount.value();
          found.add(new Stated(passage, mention, value, value.toPlainString() + "万元"));
        }
      }
    }
    return found;
  }

  /** 接待检查组，金额0.3万元: what a bare sum is of stands before it; of cars it is a number of them. */
  private static boolean ofSomethingElse(Passage passage, Mention mention) {
    String before = passage.compact().substring(0, mention.clause());
    return mention.label().equals("金额") && !before.endsWith("辆，") && !before.endsWith("辆,");
  }

  /** What a part is held against. */
  private record Whole(BigDecimal value, String printed, Place place) {}

  /** The one amount that labels and figures give to the whole; null where they give several. */
  private static @Nullable Whole whole(Pair pair, Reading reading) {
    List<Whole> wholes = new ArrayList<>();
    for (Stated s : stated(pair.whole(), pair.topic(), reading)) {
      int from = s.mention().clause();
      Place place = Draft.place(s.passage(), from, s.mention().quantity().end());
      wholes.add(new Whole(s.value(), s.printed(), place));
    }
    for (Figure f : reading.stated(pair.figure())) {
      if (f.unit().equals("万元")) {
        Place place = new Place(f.section(), f.page(), f.quote());
        wholes.add(new Whole(new BigDecimal(f.value()), f.value() + f.unit(), place));
      }
    }
    return wholes.stream().map(w -> w.value().stripTrailingZeros()).distinct().count() == 1
        ? wholes.getFirst()
        : null;
  }

  private static void check(Pair pair, Reading reading, List<Check> checks) {
    Whole whole = whole(pair, reading);
    if (whole == null) {
      return;
    }
    for (Stated part : stated(pair.part(), pair.topic(), reading)) {
      if (part.value().subtract(whole.value()).compareTo(SLACK) <= 0) {
        checks.add(new Check.Agrees());
      } else {
        int end = part.mention().quantity().end();
        checks.add(
            draft(
                Draft.at(ABOUT, Severity.PROOF, part.passage(), part.mention().clause(), end)
                    .other(whole.place()),
                part.printed(),
                whole.printed()));
      }
    }
  }

  private static void check(Facts facts, String whole, String part, List<Check> checks) {
    List<Fact> wholes = facts.stated(whole);
    List<Fact> parts = facts.stated(part);
    if (facts.amounts(whole).size() != 1 || facts.amounts(part).size() != 1) {
      return;
    }
    if (wholes.isEmpty() || parts.isEmpty()) {
      return;
    }
    Fact left = wholes.getFirst();
    Fact right = parts.getFirst();
    boolean within = right.value().subtract(left.value()).compareTo(SLACK) <= 0;
    checks.add(
        within
            ? new Check.Agrees()
            : draft(
                Draft.at(ABOUT, Severity.PROOF, right.place()).other(left.place()),
                right.printed(),
                left.printed()));
  }

  /** What was spent on one item is no more than all that was spent. */
  private static void items(Reading reading, Facts facts, List<Check> checks) {
    List<Fact> wholes = facts.named("一般公共预算财政拨款支出");
    if (wholes.isEmpty() || facts.amounts("一般公共预算财政拨款支出").size() != 1) {
      return;
    }
    Fact whole = wholes.getFirst();
    for (Figure figure : reading.figures()) {
      boolean item = figure.item() != null && figure.name().equals("支出决算");
      boolean section =
          reading
              .section(figure.section())
              .filter(s -> s.topic() == Topic.GENERAL_PUBLIC_BUDGET)
              .isPresent();
      if (item && section && !figure.fromTable() && figure.unit().equals("万元")) {
        boolean more = new BigDecimal(figure.value()).subtract(whole.value()).compareTo(SLACK) > 0;
        checks.add(
            more
                ? draft(
                    Draft.at(
                            ABOUT,
                            Severity.PROOF,
                            new Place(figure.section(), figure.page(), figure.quote()))
                        .other(whole.place()),
                    figure.value() + figure.unit(),
                    whole.printed())
                : new Check.Agrees());
      }
    }
  }

  private static Check draft(Draft draft, String part, String whole) {
    return draft
        .numbers(part, whole)
        .formula(part + " > " + whole)
        .says("此处的%s大于它所属的总额%s。", "This part, %s, is more than its whole, %s.", part, whole);
  }
}
