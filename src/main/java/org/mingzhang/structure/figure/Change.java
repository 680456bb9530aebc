package org.mingzhang.structure.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * A change against another year or against a budget: {@code 与2023年度相比，收、支总计各减少77.76万元}.
 *
 * @param subject cleaned words before the change, empty where the subject is the sentence's
 * @param base what is compared with: {@code 比上年}, or as printed
 * @param direction 增加, 减少, 增长 or 下降
 */
record Change(String subject, String base, String direction) {
  private static final Pattern WORDS =
      Pattern.compile(
          "^(?<subject>.*?)(?<base>(?:比|较|与).*?)?(?:各|均|分别|同比)?"
              + "(?<direction>增加|减少|增长|下降|上升|降低|压减|增[收支]|减[收支]|增|减)了?(?:额|为)?$");
  private static final Pattern EITHER_WAY = Pattern.compile("(?:增加|增长|上升)[/、(]?(?:减少|下降|降低)");
  private static final Pattern COMPARED = Pattern.compile("^相比");
  private static final Pattern SIDE = Pattern.compile("(?:本年|总)?(?:收入|支出|收支)");
  private static final Pattern BASE_BEFORE =
      Pattern.compile("(?:与|比|较)[^，,。；;]{2,}?(?=相比|增|减|，|,)");
  private static final Pattern AMOUNT = Pattern.compile("的?(?<![\\d.])\\d[\\d.,]*[百千万亿]*元$");
  private static final Pattern UNCHANGED =
      Pattern.compile(
          "(?:^|[，,:])(?:其中)?(?<subject>[^，,:。；;比较与]{2,24})(?:比|较|与)[^，,]*?(?:无增减变化|持平|一致|不变|相同)[，,]$");
  private static final Pattern LAST_YEAR = Pattern.compile("(?:上年|上一年|去年)(?!年初预算|预算)");

  /** The change that a mention states; null where it states none or leaves its direction open. */
  static @Nullable Change of(
      CompactText compact, Mention mention, String agency, @Nullable Integer year) {
    Matcher words = WORDS.matcher(COMPARED.matcher(mention.label()).replaceFirst(""));
    if (!words.matches() || EITHER_WAY.matcher(mention.label()).find()) {
      return null;
    }
    String base = words.group("base");
    if (base == null) {
      Matcher before =
          BASE_BEFORE.matcher(
              compact.text().substring(mention.sentence(), mention.quantity().start()));
      while (before.find()) {
        base = before.group();
      }
    }
    String subject = FigureVocabulary.clean(words.group("subject"), agency);
    return new Change(
        subject.isEmpty()
            ? FigureVocabulary.clean(unchangedBefore(compact, mention), agency)
            : subject,
        baseName(base == null ? "比上年" : base, year),
        words.group("direction"));
  }

  /** What did not change against the budget is what changed against last year. */
  private static String unchangedBefore(CompactText compact, Mention mention) {
    Matcher before = UNCHANGED.matcher(compact.text().substring(mention.part(), mention.clause()));
    return before.find() ? before.group("subject") : "";
  }

  private static String baseName(String base, @Nullable Integer year) {
    String plain =
        AMOUNT
            .matcher(base.replaceFirst("^(?:与|较|比)", ""))
            .replaceFirst("")
            .replaceAll("相比$|数$|的$", "");
    boolean before = year != null && plain.matches((year - 1) + "年度?(?:决算)?数?");
    return before || LAST_YEAR.matcher(plain).find() ? "比上年" : "比" + plain;
  }

  /**
   * Names of the change, of what it names itself or else of what the sentence is about.
   *
   * @param budget whether an item of expenditure is planned, not spent
   */
  List<String> names(Focus focus, Topic topic, boolean budget) {
    List<String> named = subject.isEmpty() ? List.of() : FigureVocabulary.names(subject, topic);
    if (!named.isEmpty()) {
      focus.setNames(named);
    }
    boolean side = named.isEmpty() && SIDE.matcher(subject).matches();
    List<String> about = side ? List.of(subject) : focus.names();
    if (about.isEmpty() && focus.item() != null && subject.isEmpty()) {
      about = List.of(budget ? "财政拨款支出" : "支出决算");
    }
    return about.stream().map(name -> name + base + direction).toList();
  }
}
