package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * An amount with its share of a whole: {@code 基本支出139.47万元，占70.59%}.
 *
 * @param passage its paragraph
 * @param from place at which the amount's clause begins
 * @param to place behind the rate
 * @param part the amount
 * @param rate the share in per cent
 * @param wholeName name of the whole as printed, empty where none is
 * @param whole the whole, or null where it cannot be told
 */
record ShareStatement(
    Passage passage,
    int from,
    int to,
    BigDecimal part,
    BigDecimal rate,
    String wholeName,
    @Nullable BigDecimal whole) {

  private static final Pattern SHARE =
      Pattern.compile("^(?:约)?占(?<whole>[^，,。；;]*?)(?:的比例|的比重|比例|比重)?的?(?:约)?为?$");

  /** The shares of a paragraph, in order. */
  static List<ShareStatement> find(Passage passage, Reading reading) {
    List<ShareStatement> found = new ArrayList<>();
    List<Mention> mentions = passage.mentions();
    for (int i = 1; i < mentions.size(); i++) {
      Mention rate = mentions.get(i);
      Mention part = mentions.get(i - 1);
      Matcher words = SHARE.matcher(rate.label());
      BigDecimal value = rate.quantity().value();
      if (!rate.isAmount()
          && value != null
          && words.matches()
          && part.quantity() instanceof Amount amount
          && amount.value() != null
          && adjacent(passage, part, rate)) {
        String name = words.group("whole").replaceFirst("的$", "");
        found.add(
            new ShareStatement(
                passage,
                part.clause(),
                rate.quantity().end(),
                amount.value(),
                value,
                name,
                whole(passage, reading, i - 1, name, amount)));
      }
    }
    return found;
  }

  private static boolean adjacent(Passage passage, Mention part, Mention rate) {
    String between = passage.compact().substring(part.quantity().end(), rate.clause());
    return between.isEmpty() || between.matches("[，,]");
  }

  private static @Nullable BigDecimal whole(
      Passage passage, Reading reading, int index, String name, Amount part) {
    return name.isEmpty()
        ? lead(passage, reading, index, part)
        : named(passage, reading, index, name, part);
  }

  /** The whole that the sentence began with: {@code 本年支出合计197.57万元，其中：…}. */
  private static @Nullable BigDecimal lead(
      Passage passage, Reading reading, int index, Amount part) {
    Mention own = passage.mentions().get(index);
    Mention first = passage.mentions().getFirst();
    boolean announced =
        index > 0
            && first.quantity() instanceof Amount
            && passage
                .compact()
                .substring(first.quantity().end(), own.clause())
                .matches("(?s).*(?:其中|方面|包括|如下).*");
    if (announced) {
      return sameUnit(first, part);
    }
    return index == 0 && passage.section().item()
        ? reading
            .parent(passage.section())
            .flatMap(p -> reading.passages(p.path()).stream().findFirst())
            .filter(p -> !p.mentions().isEmpty())
            .map(p -> sameUnit(p.mentions().getFirst(), part))
            .orElse(null)
        : null;
  }

  /** A whole named before in the paragraph, or stated once in the document. */
  private static @Nullable BigDecimal named(
      Passage passage, Reading reading, int index, String name, Amount part) {
    String wanted = Subjects.normal(name).replaceFirst("合计$|总额$", "");
    for (int i = index - 1; i >= 0; i--) {
      String label = Subjects.normal(passage.mentions().get(i).label()).replaceFirst("合计$|总额$", "");
      if (!label.isEmpty() && (label.equals(wanted) || ("本年" + label).equals(wanted))) {
        return sameUnit(passage.mentions().get(i), part);
      }
    }
    String standard =
        switch (wanted) {
          case "本年支出" -> "本年支出合计";
          case "本年收入" -> "本年收入合计";
          case "一般公共预算项目支出" -> "项目支出";
          default -> wanted;
        };
    List<BigDecimal> values =
        reading.stated(standard).stream()
            .filter(f -> f.unit().equals(part.unit()))
            .map(f -> new BigDecimal(f.value()))
            .distinct()
            .toList();
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static @Nullable BigDecimal sameUnit(Mention mention, Amount part) {
    return mention.quantity() instanceof Amount amount && amount.unit().equals(part.unit())
        ? amount.value()
        : null;
  }
}
