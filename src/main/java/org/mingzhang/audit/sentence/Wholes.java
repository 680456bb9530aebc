package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Figure;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * What a share may be a share of. Sentences say it in many ways, so all amounts that fit the words
 * are kept: a share that is right for one of them is not accused.
 *
 * @param amounts the amounts, the likeliest first
 * @param atMost whether the true whole may be smaller than the first amount
 * @param guessed whether the whole that is named stands nowhere, so that the list's own was taken
 */
record Wholes(List<BigDecimal> amounts, boolean atMost, boolean guessed) {
  static final Pattern ANNOUNCES =
      Pattern.compile("其中|方面|包括|如下|构成|分别|[科类]目?分(?:为|类)?[:，]|分为|类别分[:，]|按[^，。；]{2,8}分类[，:]");
  private static final Pattern PLAIN =
      Pattern.compile("(?:本年|全年|当年|年度)*(?:总|全部)?(?:收入|支出)(?:总计|总额|合计|总数)?|总额|合计|总数|比");
  static final Pattern CHANGE = Pattern.compile("(?:增加|增长|上升|提高|减少|下降|降低|压减|增|减)(?:了|额|为)*$");

  /** Amounts and paragraphs above a share that are looked through for its whole. */
  private static final int MOST_ABOVE = 1_000;

  /** Wholes that are not simply what a list is announced with. */
  private static final Pattern ITS_OWN = Pattern.compile("一般公共预算|基本支出|项目支出|财政拨款|政府性基金");

  private static final Pattern THREE_PUBLIC =
      Pattern.compile("三公[”\"]?经费[^，。；\\d]*(?<what>决算|预算)中，");
  private static final Pattern THREE_PUBLIC_PART =
      Pattern.compile("(?:因公出国(?:\\(境\\))?|公务用车购置[及和]运行维?护?|公务接待)费?(?:支出)?(?:决算|预算)?数?");

  static Wholes of(Passage passage, Reading reading, int index, String name, Amount part) {
    if (name.isEmpty()) {
      List<BigDecimal> lead = lead(passage, reading, index, part);
      List<BigDecimal> whole = lead.isEmpty() ? ofThreePublic(passage, reading, index) : lead;
      return whole.isEmpty() ? guessed(passage, reading, index, part) : known(whole);
    }
    String wanted = plain(name);
    SectionWholes places = reading.derived(SectionWholes.class, SectionWholes::of);
    List<BigDecimal> named = named(passage, places, index, wanted, part);
    if (named.isEmpty() && PLAIN.matcher(name).matches()) {
      named = lead(passage, reading, index, part);
    }
    if (!named.isEmpty()) {
      return known(named);
    }
    List<BigDecimal> above = above(passage, reading, wanted, part);
    if (!above.isEmpty()) {
      return known(above);
    }
    Wholes stated = stated(reading, wanted, part);
    if (stated.amounts().isEmpty() && ITS_OWN.matcher(wanted).find()) {
      return new Wholes(List.of(), false, true);
    }
    return stated.amounts().isEmpty()
        ? new Wholes(lead(passage, reading, index, part), false, true)
        : stated;
  }

  /** The one amount of the three public expenses, which a sentence splits that only names them. */
  private static List<BigDecimal> ofThreePublic(Passage passage, Reading reading, int index) {
    Mention part = passage.mentions().get(index);
    String before = passage.compact().substring(part.sentence(), part.clause());
    Matcher words = THREE_PUBLIC.matcher(before);
    if (!(part.quantity() instanceof Amount amount)
        || !amount.unit().equals("万元")
        || !words.find()
        || !THREE_PUBLIC_PART.matcher(Subjects.normal(part.label())).matches()) {
      return List.of();
    }
    Facts facts = reading.derived(Facts.class, Facts::of);
    List<BigDecimal> amounts =
        facts.amounts(words.group("what").equals("预算") ? "三公经费预算" : "三公经费支出决算");
    return amounts.size() == 1 ? amounts : List.of();
  }

  /**
   * A share that names no whole is of what the first one of its list is of, if another confirms it.
   */
  static Wholes like(ShareStatement first) {
    return new Wholes(first.wholes(), first.atMost(), true);
  }

  /** What the paragraph before announced, or the total that the section is about. */
  private static Wholes guessed(Passage passage, Reading reading, int index, Amount part) {
    List<BigDecimal> before = index == 0 ? List.of() : before(passage, reading, part);
    return before.isEmpty() ? ofSection(passage, reading, part) : new Wholes(before, false, true);
  }

  /** The total that a section on income or expenditure is about, wherever it is stated. */
  private static Wholes ofSection(Passage passage, Reading reading, Amount part) {
    List<BigDecimal> total =
        switch (passage.topic()) {
          case INCOME -> values(reading, "本年收入合计", part);
          case EXPENDITURE -> values(reading, "本年支出合计", part);
          case GENERAL_PUBLIC_BUDGET -> values(reading, "一般公共预算财政拨款支出", part);
          default -> List.of();
        };
    return new Wholes(total.size() == 1 ? total : List.of(), false, true);
  }

  private static Wholes known(List<BigDecimal> amounts) {
    return new Wholes(amounts, false, false);
  }

  static String plain(String name) {
    return Subjects.normal(name).replaceFirst("(?:合计|总额|总计|(?<=收入|支出)(?:完成|实现|执行|决算))$", "");
  }

  /** Amounts with this name in the nearest paragraph above that has one. */
  private static List<BigDecimal> above(
      Passage passage, Reading reading, String wanted, Amount part) {
    SectionWholes places = reading.derived(SectionWholes.class, SectionWholes::of);
    int looked = 0;
    for (Passage before : earlier(passage, reading).reversed()) {
      List<BigDecimal> above = named(before, places, before.mentions().size(), wanted, part);
      looked += before.mentions().size() + 1;
      if (!above.isEmpty() || looked > MOST_ABOVE) {
        return above;
      }
    }
    return List.of();
  }

  /** Amounts with this name before in the paragraph, the last first. */
  private static List<BigDecimal> named(
      Passage passage, SectionWholes places, int index, String wanted, Amount part) {
    List<BigDecimal> found = new ArrayList<>();
    List<String> labels = places.labels(passage);
    for (int i = index - 1; i >= 0; i--) {
      String label = labels.get(i);
      boolean same =
          label.equals(wanted)
              || (label + "预算").equals(wanted)
              || ("本年" + label).equals(wanted)
              || (wanted.length() > 3 && label.endsWith(wanted));
      if (!label.isEmpty() && same) {
        add(found, passage.mentions().get(i), part);
      }
    }
    return found;
  }

  /** The whole that the sentence or its section began with: {@code 本年支出合计197.57万元，其中：…}. */
  private static List<BigDecimal> lead(Passage passage, Reading reading, int index, Amount part) {
    Mention own = passage.mentions().get(index);
    List<BigDecimal> found =
        announced(
            passage,
            reading.derived(SectionWholes.class, SectionWholes::of),
            own.quantity().start(),
            part);
    if (!found.isEmpty() || index > 0) {
      return found;
    }
    return before(passage, reading, part);
  }

  /** The whole that the paragraphs before, or above an item, announced. */
  private static List<BigDecimal> before(Passage passage, Reading reading, Amount part) {
    List<Passage> before =
        passage.section().item()
            ? reading
                .parent(passage.section())
                .map(p -> reading.passages(p.path()))
                .orElse(List.of())
            : earlier(passage, reading);
    SectionWholes places = reading.derived(SectionWholes.class, SectionWholes::of);
    return places
        .firstAnnouncing(before, part.unit())
        .map(p -> announced(p, places, p.compact().length(), part))
        .orElse(List.of());
  }

  private static List<Passage> earlier(Passage passage, Reading reading) {
    List<Passage> all = reading.passages(passage.section().path());
    return all.subList(0, reading.derived(SectionWholes.class, SectionWholes::of).place(passage));
  }

  /** Amounts before the word that announces parts: what was spent first, then what was planned. */
  private static List<BigDecimal> announced(
      Passage passage, SectionWholes places, int to, Amount part) {
    List<Mention> amounts = places.amounts(passage, to);
    List<BigDecimal> found = new ArrayList<>();
    amounts.reversed().stream()
        .filter(m -> !AccountWords.isBudget(m))
        .forEach(m -> add(found, m, part));
    amounts.forEach(m -> add(found, m, part));
    return found;
  }

  /** A whole stated elsewhere, or what its parts add up to. */
  private static Wholes stated(Reading reading, String wanted, Amount part) {
    boolean general = wanted.equals("一般公共预算项目支出");
    String standard =
        switch (wanted) {
          case "本年支出", "支出", "总支出" -> "本年支出合计";
          case "本年收入", "收入", "总收入" -> "本年收入合计";
          case "一般公共预算项目支出" -> "项目支出";
          default -> wanted;
        };
    List<BigDecimal> values = new ArrayList<>(values(reading, standard, part));
    boolean all = values(reading, "本年支出合计", part).equals(values(reading, "一般公共预算财政拨款支出", part));
    if (part.unit().equals("万元")) {
      Facts facts = reading.derived(Facts.class, Facts::of);
      Stream.concat(facts.amounts(standard).stream(), derived(facts, standard))
          .filter(v -> values.stream().noneMatch(w -> w.compareTo(v) == 0))
          .forEach(values::add);
    }
    return new Wholes(values, general && !all, false);
  }

  /** What the other figures of the year give for a figure. */
  private static Stream<BigDecimal> derived(Facts facts, String name) {
    return switch (name) {
      case "本年支出合计" -> combined(facts, "基本支出", "项目支出", BigDecimal::add);
      case "项目支出" -> combined(facts, "本年支出合计", "基本支出", BigDecimal::subtract);
      default -> Stream.of();
    };
  }

  private static Stream<BigDecimal> combined(
      Facts facts, String left, String right, BinaryOperator<BigDecimal> operation) {
    return facts.amounts(left).stream()
        .flatMap(l -> facts.amounts(right).stream().map(r -> operation.apply(l, r)));
  }

  private static List<BigDecimal> values(Reading reading, String name, Amount part) {
    return reading.stated(name).stream()
        .filter(f -> f.unit().equals(part.unit()))
        .map(Figure::value)
        .map(v -> new BigDecimal(v).stripTrailingZeros())
        .distinct()
        .toList();
  }

  private static void add(List<BigDecimal> found, Mention mention, Amount part) {
    BigDecimal value =
        mention.quantity() instanceof Amount amount && amount.unit().equals(part.unit())
            ? amount.value()
            : null;
    Stream.ofNullable(value).filter(v -> !found.contains(v)).forEach(found::add);
  }
}
