package org.mingzhang.statement.phrase;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.PatternTable;

/** Decides which words before and after a name in a phrase do not belong to the name. */
public final class NameBoundaryDetector {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NameBoundaryDetector.class);

  /** The name of the remaining projects of a list. */
  private static final String OTHER_PROJECTS = "其他";

  /** Maximum number of characters of words that only describe projects. */
  private static final int MAX_QUALIFIER_LENGTH = 2;

  private static final Pattern GENERIC_FLOW = PATTERNS.get("generic-flow");
  private static final Pattern LABELED_PROJECT = PATTERNS.get("item-project");
  private static final Pattern BUDGETED_PROJECT = PATTERNS.get("budgeted-project");
  private static final Pattern FLOW_OF_YEAR = PATTERNS.get("flow-of-year");

  static final Set<WordClass> CLASSES_BEFORE_NAME =
      EnumSet.of(
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.SCOPE,
          WordClass.FUND,
          WordClass.LINK,
          WordClass.VERB,
          WordClass.AMONG,
          WordClass.CONSISTS,
          WordClass.SUM,
          WordClass.DONE,
          WordClass.BASIS,
          WordClass.SPLIT,
          WordClass.BY,
          WordClass.BOTH,
          WordClass.EACH,
          WordClass.STAGE,
          WordClass.ADD,
          WordClass.WITH,
          WordClass.PER_HEAD,
          WordClass.SHARE,
          WordClass.PURPOSE);
  static final Set<WordClass> CLASSES_AFTER_NAME =
      EnumSet.of(
          WordClass.YEAR,
          WordClass.PERIOD,
          WordClass.STAGE,
          WordClass.VERB,
          WordClass.DONE,
          WordClass.NOUN,
          WordClass.SUM,
          WordClass.BOTH,
          WordClass.EACH,
          WordClass.LINK,
          WordClass.SPLIT,
          WordClass.MORE,
          WordClass.BASIS,
          WordClass.CONSISTS,
          WordClass.TO,
          WordClass.UNSAID,
          WordClass.APPROXIMATE,
          WordClass.POSITION,
          WordClass.PLAN,
          WordClass.FUND,
          WordClass.RATIO);

  private final FoldedText folded;
  private final InheritedContext context;

  NameBoundaryDetector(FoldedText folded, InheritedContext context) {
    this.folded = folded;
    this.context = context;
  }

  /**
   * Whether a token at the beginning or the end does not belong to the name. In a government's
   * report, the fund or the kind of bodies before 收入 or 支出 does, 团场支出, except in that of such a
   * body: a 团 calls itself 团场.
   *
   * @param types {@link #CLASSES_BEFORE_NAME} or {@link #CLASSES_AFTER_NAME}
   */
  boolean isOutsideName(List<ProseToken> tokens, int index, Set<WordClass> types) {
    ProseToken token = tokens.get(index);
    if (index + 1 < tokens.size() && context.chart() == ChartOfAccounts.governments()) {
      ProseToken next = tokens.get(index + 1);
      boolean flow = folded.hasText(next, "收入") || folded.hasText(next, "支出");
      boolean fund = token.isWordOfClass(WordClass.FUND);
      if ((flow && (fund || isKindOfOtherBodies(token)))
          || (fund && next instanceof ProseToken.Name)) {
        return false;
      }
    }
    return token instanceof ProseToken.Time
        || (token instanceof ProseToken.Word word && types.contains(word.type()))
        || (token instanceof ProseToken.Mark mark
            && mark.mark() == '、'
            && types.equals(CLASSES_BEFORE_NAME))
        || (token instanceof ProseToken.Numeral number
            && number.measure() == Quantity.Measure.BARE
            && types.equals(CLASSES_BEFORE_NAME));
  }

  private boolean isKindOfOtherBodies(ProseToken token) {
    return token.isWordOfClass(WordClass.SCOPE)
        && Lexicon.standard().isEnding(WordClass.ENTITY, folded.text(token))
        && !Objects.toString(context.agency(), "")
            .endsWith(folded.text(token.start(), token.start() + 1));
  }

  /**
   * Whether the words before 项目 name a project only together with it: 低效项目, 产业发展类项目. In 危房改造项目 they
   * are the project's own name.
   */
  public static boolean isIncompleteProjectName(String wordsBefore) {
    return wordsBefore.endsWith("类")
        || (wordsBefore.length() <= MAX_QUALIFIER_LENGTH && !wordsBefore.equals(OTHER_PROJECTS));
  }

  /** Whether a text is only 收入 or 支出, with or without a stage. */
  public static boolean isGenericFlow(String text) {
    return GENERIC_FLOW.matcher(text).matches();
  }

  /** 收入 or 支出 if a text is only that, with or without 本年 and a stage; otherwise empty. */
  static String flowOfYear(String text) {
    Matcher flow = FLOW_OF_YEAR.matcher(text);
    return flow.matches() ? flow.group("flow") : "";
  }

  /**
   * Matches a text with the heading of a list item that names a project, 项目名称：…, …项目; its group
   * {@code name} is the name.
   */
  public static Matcher matchLabeledProject(String text) {
    return LABELED_PROJECT.matcher(text);
  }

  /**
   * Matches a label before a colon and a budget that names a project, 乡村绿化补助资金; its group {@code
   * name} is the name. The names of accounts and of bodies match too.
   */
  public static Matcher matchBudgetedProject(String label) {
    return BUDGETED_PROJECT.matcher(label);
  }
}
