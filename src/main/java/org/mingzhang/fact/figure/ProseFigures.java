package org.mingzhang.fact.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.model.Topic;

/**
 * Figures of sentences: amounts, changes ({@code 基本支出比上年减少}), completions ({@code 完成年初预算}) and
 * shares ({@code 项目支出占本年支出合计}). Numbers of things and amounts per head are no figures.
 */
final class ProseFigures {
  /** Topics whose sections praise with amounts; only those of accounts are figures there. */
  private static final Set<Topic> ACHIEVEMENTS = Set.of(Topic.OVERVIEW, Topic.KEY_WORK);

  private final Disclosure disclosure;
  private final FigureNames names;
  private final ItemPaths items;
  private final Map<String, Section> sections = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  ProseFigures(Disclosure disclosure, FigureNames names, ItemPaths items) {
    this.disclosure = disclosure;
    this.names = names;
    this.items = items;
    disclosure.sections().forEach(s -> sections.put(s.path(), s));
  }

  Optional<Figure> of(Fact fact) {
    FactPlace place = fact.places().getFirst();
    Section section = Objects.requireNonNull(sections.get(place.section()));
    if (ACHIEVEMENTS.contains(section.topic())
        && names.isOpen(fact)
        && !names.isOfBody(fact.account())) {
      return Optional.empty();
    }
    String text = texts.computeIfAbsent(place.section(), path -> section.text());
    SentencePart part = SentencePart.around(place, section, text);
    GoalAmounts.Named goals =
        fact.kind() == Fact.Kind.AMOUNT ? GoalAmounts.name(part).orElse(null) : null;
    String name = goals == null ? name(fact, part, section) : goals.name();
    Item item = goals == null ? item(fact, part, section) : new Item(goals.item(), null);
    return name == null
        ? Optional.empty()
        : FigureRows.value(fact)
            .map(
                value ->
                    new Figure(
                        place.section(),
                        name,
                        item.name(),
                        item.code(),
                        value,
                        fact.unit(),
                        fact.context().year(),
                        part.quote(),
                        place.page(),
                        false));
  }

  private record Item(@Nullable String name, @Nullable String code) {}

  /**
   * The item as figures name it: with marks where the tables have its code or a 类 is printed with
   * its mark, else its levels joined by "/".
   */
  private Item item(Fact fact, SentencePart part, Section section) {
    FactContext context = fact.context();
    String item = context.item();
    if (item == null || names.isOfProject(fact.account())) {
      return new Item(item, null);
    }
    String code = items.code(item);
    if (code != null) {
      return new Item(ItemPaths.marked(item, code), code);
    }
    String known = context.code();
    boolean category = item.indexOf('/') < 0 && known != null && known.matches("2\\d\\d");
    String words = section.title() + part.before();
    boolean marked =
        category && words.replaceAll("[“”\"]", "").replace('(', '（').contains(item + "（类");
    return new Item(
        marked ? item + "（类）" : category ? item.replaceFirst("支出$", "") + "（类）" : item, known);
  }

  private @Nullable String name(Fact fact, SentencePart part, Section section) {
    return switch (fact.kind()) {
      case AMOUNT -> amount(fact, part);
      case CHANGE -> subject(fact) + base(fact) + direction(fact, "more", "less");
      case RATE -> rate(fact, part);
      case SHARE -> share(fact, section);
      case COUNT, PER_HEAD -> null;
    };
  }

  private String amount(Fact fact, SentencePart part) {
    if (names.isOfProject(fact.account())) {
      return names.ofProject(fact, part.label());
    }
    if (names.isOfBody(fact.account())) {
      return names.ofForm(fact);
    }
    if (fact.context().item() != null) {
      return names.isOfItems(fact.account())
          ? names.ofItem(names.said(fact.context().stage(), part.label()))
          : names.ofAccount(fact.account(), null);
    }
    return names.ofAmount(fact, part.label());
  }

  private String subject(Fact fact) {
    FactContext context = fact.context();
    if (context.item() != null && names.isOfItems(fact.account())) {
      return names.ofItem(context.stage());
    }
    return names.ofAccount(fact.account(), context.item() == null ? context.fund() : null);
  }

  private @Nullable String rate(Fact fact, SentencePart part) {
    Fact.Reference reference = fact.reference();
    if (reference == null || reference.of() == null) {
      return null;
    }
    if (reference.of() == Fact.RateOf.CHANGE) {
      return subject(fact) + base(fact) + direction(fact, "up", "down");
    }
    Stage against =
        names.said(Objects.requireNonNullElse(reference.stage(), Stage.BUDGET), part.label());
    String done =
        FigureNames.word("word", "completed")
            + FigureNames.word("stage", Objects.requireNonNull(against).label());
    boolean plain = fact.context().item() != null || names.isWhole(fact.account());
    return plain ? done : subject(fact) + done;
  }

  private String share(Fact fact, Section section) {
    Fact.Reference reference = fact.reference();
    String whole = reference == null ? null : reference.whole();
    if (fact.context().item() != null && whole == null) {
      return FigureNames.word("word", "share-of-item");
    }
    String ofTopic = section.topic() == Topic.INCOME ? "share-of-income" : "share-of-unknown";
    return subject(fact)
        + FigureNames.word("word", "share")
        + (whole == null ? FigureNames.word("word", ofTopic) : whole);
  }

  /** What a change is compared with: the year before, or a budget. */
  private String base(Fact fact) {
    Fact.Reference reference = fact.reference();
    Stage stage = reference == null ? null : reference.stage();
    Integer year = reference == null ? null : reference.year();
    Integer said = fact.context().year();
    Integer own = said == null ? disclosure.metadata().year() : said;
    boolean before = own == null || year == null || year == own - 1;
    boolean result = stage == Stage.RESULT || (stage == Stage.EXECUTION && !names.planned());
    if (stage == null || (before && result)) {
      return FigureNames.word("word", "than-year-before");
    }
    boolean other = year != null && !year.equals(own);
    return FigureNames.word("word", "than") + (other ? year + "年" : "") + stage.label();
  }

  private static String direction(Fact fact, String up, String down) {
    return FigureNames.word("word", fact.value().signum() < 0 ? down : up);
  }
}
