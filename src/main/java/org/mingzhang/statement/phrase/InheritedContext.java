package org.mingzhang.statement.phrase;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.Lexicon;

/**
 * The context that a section inherits from the titles above it and from the document. Clauses that
 * state a property themselves override it.
 *
 * @param chart chart of accounts of the document's kind
 * @param stageAndTime stage and time of amounts that state none
 * @param fund fund that the titles name, or null
 * @param subject subject that the nearest title names, or null
 * @param agency agency of the document, or null
 * @param title title of the document in simplified characters; empty if it has none
 * @param amountsArePerHead whether the titles announce amounts per head
 */
public record InheritedContext(
    ChartOfAccounts chart,
    StageAndTime stageAndTime,
    @Nullable Fund fund,
    @Nullable Subject subject,
    @Nullable String agency,
    String title,
    boolean amountsArePerHead) {

  /** A copy with another stage and time. */
  public InheritedContext withStageAndTime(StageAndTime other) {
    return new InheritedContext(chart, other, fund, subject, agency, title, amountsArePerHead);
  }

  /** A copy with another subject. */
  public InheritedContext withSubject(Subject other) {
    return new InheritedContext(chart, stageAndTime, fund, other, agency, title, amountsArePerHead);
  }

  /** A copy with another fund. */
  public InheritedContext withFund(Fund other) {
    return new InheritedContext(
        chart, stageAndTime, other, subject, agency, title, amountsArePerHead);
  }

  /**
   * The agency followed by the title, which may print its name in full. Used to match short forms
   * of the agency against either.
   */
  String agencyAndTitle() {
    return Objects.toString(agency, "") + title;
  }

  /** Whether the title of the document contains a name, quotation marks aside. */
  public boolean isNamedInTitle(String name) {
    return title.replaceAll("[“”\"]", "").contains(name);
  }

  /** The subject for the funding of the single project that the text is about, or null. */
  public @Nullable Subject projectFunding() {
    return subject != null && !subject.isInChart() && subject.item() != null ? subject : null;
  }

  /** Whether the text evaluates projects, whether or not it names one. */
  public boolean textEvaluatesProjects() {
    return subject != null
        && !subject.isInChart()
        && subject.account().equals(AccountNameResolver.NAMED_PROJECT_FUNDING);
  }

  /** Whether the text evaluates a whole, of a body or of projects, to which bare amounts belong. */
  public boolean textEvaluatesWhole() {
    return subject != null && Lexicon.standard().isDefaultAccountName(subject.account());
  }
}
