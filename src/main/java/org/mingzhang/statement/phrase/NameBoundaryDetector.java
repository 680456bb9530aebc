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

  /** Maximum number of characters of words before 项目 that only describe projects and name none. */
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
          WordClass.OF_WHICH,
          WordClass.CONSISTS_OF,
          WordClass.SUM,
          WordClass.LINKING_VERB,
          WordClass.COMPARISON_BASIS,
          WordClass.SPLIT,
          WordClass.BY,
          WordClass.EQUALLY,
          WordClass.RESPECTIVELY,
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
          WordClass.LINKING_VERB,
          WordClass.NOUN,
          WordClass.SUM,
          WordClass.EQUALLY,
          WordClass.RESPECTIVELY,
          WordClass.LINK,
          WordClass.SPLIT,
          WordClass.AND_OTHERS,
          WordClass.COMPARISON_BASIS,
          WordClass.CONSISTS_OF,
          WordClass.CHANGED_TO,
          WordClass.CHANGE_WITHOUT_DIRECTION,
          WordClass.APPROXIMATE,
          WordClass.WITHIN,
          WordClass.PLAN,
          WordClass.FUND,
          WordClass.RATIO);

  private final FoldedText foldedText;
  private final InheritedContext context;

  NameBoundaryDetector(FoldedText foldedText, InheritedContext context) {
    this.foldedText = foldedText;
    this.context = context;
  }

  /**
   * Whether a token at the beginning or the end of a phrase is no part of the name in it. In a
   * government's report, a fund or a word for a kind of bodies before 收入 or 支出 is a part of the
   * name, 团场支出, unless the report's own body calls itself by that word.
   *
   * @param types {@link #CLASSES_BEFORE_NAME} or {@link #CLASSES_AFTER_NAME}
   */
  boolean isOutsideName(List<ProseToken> tokens, int index, Set<WordClass> types) {
    ProseToken token = tokens.get(index);
    if (index + 1 < tokens.size() && context.chart() == ChartOfAccounts.governments()) {
      ProseToken next = tokens.get(index + 1);
      boolean flow = foldedText.hasText(next, "收入") || foldedText.hasText(next, "支出");
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
        && Lexicon.standard().isEnding(WordClass.ENTITY, foldedText.text(token))
        && !Objects.toString(context.agency(), "")
            .endsWith(foldedText.text(token.start(), token.start() + 1));
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
   * A matcher of a text for the heading of a list item that names a project, 项目名称：…, …项目; the group
   * {@code name} is the name of the project.
   */
  public static Matcher labeledProjectMatcher(String text) {
    return LABELED_PROJECT.matcher(text);
  }

  /**
   * A matcher of a label before a colon and a budget for the name of a project, 乡村绿化补助资金; the group
   * {@code name} is that name. Trap: the names of accounts and of bodies match too.
   */
  public static Matcher budgetedProjectMatcher(String label) {
    return BUDGETED_PROJECT.matcher(label);
  }
}
