package org.mingzhang.statement.section;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountNameResolver;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.phrase.NameBoundaryDetector;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.text.PatternTable;

/** Reads which project a title is about: the title of a report, of a section or of a list item. */
final class ProjectTitleReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ProjectTitleReader.class);
  private static final Pattern PROJECT_TITLE = PATTERNS.get("project");
  private static final Pattern NON_PROJECT_NAME = PATTERNS.get("no-project");
  private static final Pattern EVALUATED_PROJECT = PATTERNS.get("evaluated");
  private static final Pattern STARTS_WITH_BUDGET = PATTERNS.get("budget-first");
  private static final Pattern RESULT_TITLE_ENDING = PATTERNS.get("result-title-ending");

  private final ChartOfAccounts chart;
  private final String agency;

  ProjectTitleReader(ChartOfAccounts chart, @Nullable String agency) {
    this.chart = chart;
    this.agency = Objects.toString(agency, "");
  }

  /**
   * The funding of the project that is the heading of a list item of an agency: 1.高标准农田改造提升项目。 or,
   * outside self-evaluations, whose labels are read with their clauses, 1.审计专项：全年预算数80万元; null for
   * other headings and for names of accounts.
   */
  @Nullable Subject findProjectOfItem(Section section, InheritedContext context) {
    Matcher titled = NameBoundaryDetector.labeledProjectMatcher(section.title());
    Subject inherited = context.subject();
    boolean evaluates =
        inherited != null && Lexicon.standard().isDefaultAccountName(inherited.account());
    Matcher named =
        titled.matches()
                || !section.isRunIn()
                || evaluates
                || !STARTS_WITH_BUDGET.matcher(section.text()).find()
            ? titled
            : NameBoundaryDetector.budgetedProjectMatcher(section.title());
    return named.lookingAt()
            && new AccountNameResolver(chart).resolve(named.group("name"), null).isEmpty()
        ? readProjectFunding(named.group("name"))
        : null;
  }

  /**
   * Finds the project that a whole report evaluates in the title of the document; null if the title
   * names none.
   */
  @Nullable Subject findEvaluatedProject(String title, InheritedContext contextWithoutProject) {
    String folded = FoldedText.fold(title).text();
    Subject named = findProject(folded, contextWithoutProject);
    Matcher evaluated = EVALUATED_PROJECT.matcher(folded);
    return named == null && evaluated.find() ? readProjectFunding(evaluated.group("name")) : named;
  }

  /**
   * The subject for the funding of a project, without the agency before its name; null if the name
   * has fewer than two characters, ends in 项目 or means the whole expenditure of a body.
   */
  private @Nullable Subject readProjectFunding(String printed) {
    String name =
        !agency.isEmpty() && printed.startsWith(agency)
            ? printed.substring(agency.length())
            : printed;
    return name.length() < 2 || name.endsWith("项目") || NON_PROJECT_NAME.matcher(name).matches()
        ? null
        : new AccountNameResolver(chart).projectFunding(name, null);
  }

  /** Whether a clause within a paragraph is a heading that names a project: 修缮库房项目绩效自评综述：. */
  static boolean isProjectHeading(String clause) {
    Matcher named = PROJECT_TITLE.matcher(clause);
    return named.find()
        && RESULT_TITLE_ENDING.matcher(clause).find()
        && !NON_PROJECT_NAME.matcher(named.group("name")).matches();
  }

  /**
   * The subject for the funding of the project that a title names, otherwise the subject of the
   * titles above; null if no title names a project.
   *
   * @param foldedTitle the title in folded form
   */
  @Nullable Subject findProject(String foldedTitle, InheritedContext above) {
    Matcher named = PROJECT_TITLE.matcher(foldedTitle);
    Subject own = named.find() ? readProjectFunding(named.group("name")) : null;
    if (own != null) {
      return own;
    }
    return above.projectFunding();
  }
}
