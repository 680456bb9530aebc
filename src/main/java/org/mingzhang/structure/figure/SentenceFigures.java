package org.mingzhang.structure.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Amount;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;
import org.mingzhang.text.Mentions;
import org.mingzhang.text.Occurrences;

/**
 * Reads the figures of the paragraphs of one section, in order: first {@link #heading}, then each
 * {@link #paragraph}. What a sentence is about is carried to the next by {@link Focus}; {@link
 * AmountNames} and {@link RateNames} name what is found. One object a section; not safe on many
 * threads.
 */
final class SentenceFigures {
  private static final Set<Topic> PROSE =
      Set.of(Topic.GLOSSARY, Topic.KEY_WORK, Topic.OVERVIEW, Topic.STATE_ASSETS);
  private static final Pattern ASIDE =
      Pattern.compile("原因|主要产出|主要成效|产出和效[益果]|发现的?问题|存在的?问题|单[位]?价|单位价值");

  /** What {@link #USE} begins with. */
  private static final Pattern USED = Pattern.compile("主要用于");

  /**
   * What money was for is no account, but the parts that are told after it are, and so are the
   * budget and the result that follow the use: {@code 主要用于…支出，年初预算为40万元}.
   */
  private static final Pattern USE =
      Pattern.compile(
          "主要用于(?!以下)(?!\\p{IsHan}{1,10}费\\d)(?!.*其中)(?!.*[，,](?:当年|本年|全年)?(?:(?:年初|全年|调整)?预算|(?:支出)?决算)[数为])");

  /** After a reason the parts of the total may follow in the same sentence: …，其中：财政拨款收入. */
  private static final Pattern PART_OF_TOTAL =
      Pattern.compile("[，,]其中:?(?:[\\p{IsHan}]{0,8}(?:财政拨款|补助|事业|经营|其他)收入|(?:基本|项目)支出)$");

  /** Sections on what went wrong tell of amounts in passing. */
  private static final Pattern PROBLEMS = Pattern.compile("存在的?(?:主要)?问题|改进(?:措施|建议)|有关建议|下一步");

  private static final Pattern MONEY_TITLE =
      Pattern.compile("预算(?:批复|安排|及|和|执行|收支)|决算|收支|资金(?:来源|使用|投入|安排|到位)|支出(?:情况|规模)");

  private static final Pattern NEXT_EXPENSE =
      Pattern.compile(
          "(?:[一二三四五六]、|\\(?\\d[.)、])?(?:20\\d{2}年度?)?"
              + "(?:因公出国\\(境\\)(?:费用?|经费)|公务用车(?:购置|运行(?:维护)?|购置[及和]运行(?:维护)?)费用?|公务接待费用?)"
              + "(?:支出)?(?:预算|决算)?(?:安排)?数?为?");

  private static final Pattern ENUMERATED = Pattern.compile("^(?:其)?[一二三四五六七八九十]+是");

  private static final int LONGEST_NUMERAL = 12;

  private final FigureContext context;
  private final Focus focus;
  private final AmountNames amounts;
  private final RateNames rates;
  private final Respective respective = new Respective();
  private final List<Figure> figures = new ArrayList<>();

  private final boolean problems;
  private Occurrences asides = Occurrences.NONE;
  private Occurrences uses = Occurrences.NONE;
  private int paragraphs;

  SentenceFigures(FigureContext context) {
    this.context = context;
    this.problems = PROBLEMS.matcher(context.section().title()).find();
    this.focus = new Focus(context);
    this.amounts = new AmountNames(context, focus);
    this.rates = new RateNames(context, focus);
  }

  /** The figures read so far. */
  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** Reads what the heading says: the item or project that the section is about. */
  void heading(String title) {
    focus.heading(title);
  }

  /** Reads one paragraph. */
  void paragraph(String text, int page) {
    paragraphs++;
    CompactText compact = CompactText.of(text);
    asides = Occurrences.of(ASIDE, compact.text());
    uses = Occurrences.of(USED, compact.text());
    focus.begin(compact);
    for (Mention mention : Mentions.find(compact, SharedUnits.find(compact))) {
      focus.moveTo(compact, mention);
      if (!aside(compact, mention)) {
        List<String> found = respective.of(compact, mention, names(compact, mention));
        found.forEach(name -> add(compact, mention, name, page));
      }
    }
  }

  private boolean aside(CompactText compact, Mention mention) {
    if (problems) {
      return true;
    }
    if (PROSE.contains(context.topic()) && !focus.inPlan() && !ofMoney()) {
      return true;
    }
    String text = compact.text();
    int to = mention.quantity().start();
    String begin = text.substring(mention.part(), Math.min(to, mention.part() + LONGEST_NUMERAL));
    boolean enumerated = ENUMERATED.matcher(begin).find();
    int from = enumerated ? mention.sentence() : mention.part();
    boolean reason =
        asides.within(from, to)
            && !PART_OF_TOTAL.matcher(text.substring(from, to)).find()
            && !isNextExpense(mention);
    return reason || (uses.within(from, to) && USE.matcher(text.substring(from, to)).find());
  }

  /** Below an overview a section of its own may tell of the budget and what was spent of it. */
  private boolean ofMoney() {
    return context.topic() == Topic.OVERVIEW
        && MONEY_TITLE.matcher(context.section().title()).find();
  }

  /** After a reason the next of the three public expenses may follow in the same sentence. */
  private boolean isNextExpense(Mention mention) {
    return context.topic() == Topic.THREE_PUBLIC
        && mention.clause() > mention.part()
        && NEXT_EXPENSE.matcher(mention.label()).matches();
  }

  private List<String> names(CompactText compact, Mention mention) {
    String label = focus.labelAfterItem(mention);
    if (mention.quantity() instanceof Amount amount) {
      return amount.missing()
          ? List.of()
          : amounts.of(compact, mention, FigureVocabulary.clean(label, context.agency()));
    }
    return rates.of(compact, mention, label);
  }

  private void add(CompactText compact, Mention mention, String name, int page) {
    BudgetItem item = focus.item();
    String project = focus.project();
    boolean ofProject = project != null && (name.startsWith("项目") || focus.inPlan());
    String about = ofProject ? project : item == null ? null : item.path();
    String code = item == null || ofProject ? null : context.codes().code(item.fullName());
    Amount amount = mention.quantity() instanceof Amount a ? a : null;
    figures.add(
        new Figure(
            context.section().path(),
            name,
            code == null || item == null ? about : item.fullName(),
            code,
            amount != null
                ? amount.printed()
                : Objects.requireNonNull(mention.quantity().value()).toPlainString(),
            amount != null ? amount.unit() : "%",
            AmountYear.of(compact, mention, context.year()),
            quote(compact, mention),
            page,
            false));
  }

  /** The part of the sentence; with the title where the amount is what the title runs into. */
  private String quote(CompactText compact, Mention mention) {
    String part = compact.original(mention.part(), mention.partEnd()).strip();
    boolean first = paragraphs == 1 && mention.part() == 0 && mention.label().isEmpty();
    return first && context.section().runIn() ? context.section().title() + part : part;
  }
}
