package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.model.Section;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Checks the scores in the text of a report against the totals of the forms and against the grades
 * that it states.
 */
public final class ReportedScoreChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ReportedScoreChecks.class);
  private static final PrefilteredPattern SCORE_OF_BODY = PATTERNS.getPrefiltered("of-body");
  private static final PrefilteredPattern SCORE_OF_PROJECT = PATTERNS.getPrefiltered("of-project");
  private static final Pattern THIS_PROJECT = PATTERNS.get("this");
  private static final Pattern PROJECT_NAME_LABEL = PATTERNS.get("name");
  private static final Pattern TOTAL_LABEL = PATTERNS.get("reported-score-checks-total");
  private static final PrefilteredPattern SCORE_WITH_GRADE =
      PATTERNS.getPrefiltered("score-with-grade");

  private ReportedScoreChecks() {}

  /** The total score that a form states, with its row. */
  private record FormTotalScore(PerformanceForm form, int row, BigDecimal score) {
    /** The last number of the last row that is labeled as a total; empty if there is none. */
    static Optional<FormTotalScore> readFrom(PerformanceForm form) {
      for (int row = form.rows().size() - 1; row >= 0; row--) {
        for (int c = form.rows().get(row).size() - 1; c > 0; c--) {
          Optional<BigDecimal> score = form.findNumber(row, c);
          if (form.findColumn(row, TOTAL_LABEL) >= 0 && score.isPresent()) {
            return Optional.of(new FormTotalScore(form, row, score.get()));
          }
        }
      }
      return Optional.empty();
    }

    CheckResult check(String message, AuditedDocument document, ParagraphMatch stated) {
      BigDecimal reported = stated.parseNumber("score");
      if (reported.subtract(score).abs().compareTo(PrintedNumbers.halfUnitInLastPlace(reported))
          <= 0) {
        return CheckResult.AGREES;
      }
      return ScoreTotalRule.isCorrectedTotal(form.location(row), reported, document)
          ? CheckResult.undecided("total-itself-wrong").withLocation(stated.location())
          : stated
              .createDraft(message)
              .setUnequalNumbers(reported, score)
              .setOtherLocation(form.location(row))
              .toResult(reported, score);
    }
  }

  /** Checks the score of the whole body against the total of the only form on it. */
  public static List<CheckResult> checkBodyScores(AuditedDocument document) {
    List<FormTotalScore> formTotals =
        PerformanceForm.findAll(document).stream()
            .filter(
                f ->
                    document
                        .findSection(f.sectionPath())
                        .map(Section::title)
                        .orElse("")
                        .contains("整体"))
            .flatMap(f -> FormTotalScore.readFrom(f).stream())
            .toList();
    return document
        .findFirstMatches(SCORE_OF_BODY)
        .map(
            stated ->
                formTotals.size() == 1
                    ? formTotals.getFirst().check("score-in-report", document, stated)
                    : CheckResult.undecided("total-not-read").withLocation(stated.location()))
        .toList();
  }

  /**
   * Checks scores of projects, {@code 修缮项目绩效自评得分98.5分}, against the only form of a project with
   * this name.
   */
  public static List<CheckResult> checkProjectScores(AuditedDocument document) {
    Map<String, Optional<FormTotalScore>> totals = new HashMap<>();
    for (PerformanceForm form : PerformanceForm.findAll(document)) {
      findProjectName(form)
          .ifPresent(
              name ->
                  totals.merge(name, FormTotalScore.readFrom(form), (a, b) -> Optional.empty()));
    }
    return totals.isEmpty()
        ? List.of()
        : document
            .findMatches(SCORE_OF_PROJECT)
            .flatMap(
                stated ->
                    findTotal(totals, stated.group("name"))
                        .map(formTotal -> formTotal.check("project-score", document, stated))
                        .stream())
            .toList();
  }

  /** The total in the form of the project with a name; 本项目 means the project of the only form. */
  private static Optional<FormTotalScore> findTotal(
      Map<String, Optional<FormTotalScore>> totals, String name) {
    return totals.size() == 1 && THIS_PROJECT.matcher(name).matches()
        ? totals.values().iterator().next()
        : totals.getOrDefault(normalize(name), Optional.empty());
  }

  private static Optional<String> findProjectName(PerformanceForm form) {
    for (int row = 0; row < Math.min(3, form.rows().size()); row++) {
      int head = form.findColumn(row, PROJECT_NAME_LABEL);
      List<String> cells = form.rows().get(row);
      if (head >= 0 && head + 1 < cells.size() && cells.get(head + 1).length() > 2) {
        return Optional.of(normalize(cells.get(head + 1)));
      }
    }
    return Optional.empty();
  }

  private static String normalize(String project) {
    return ReportFormChecks.normalize(project.replaceAll("[\\d.]", ""));
  }

  /**
   * Checks a score against the grade that the same sentence gives, by the bounds of grades that the
   * document prints. Undecided if the document does not print the bounds for the score, since every
   * body may set its own.
   */
  public static List<CheckResult> checkGrades(AuditedDocument document) {
    GradeBounds bounds = GradeBounds.readFrom(document);
    return document.findMatches(SCORE_WITH_GRADE).map(m -> checkGrade(m, bounds)).toList();
  }

  private static CheckResult checkGrade(ParagraphMatch graded, GradeBounds bounds) {
    BigDecimal score = graded.parseNumber("score");
    String right = bounds.findGrade(score);
    if (right == null) {
      return CheckResult.undecided("own-grades").withLocation(graded.location());
    }
    String stated = graded.group("grade");
    return stated.startsWith(right)
        ? CheckResult.AGREES
        : graded
            .createDraft("score-grade")
            .setNumbers(stated, right)
            .setFormulaPattern("%s分 → %s，文中写 %s", score, right, stated)
            .toResult(score, right, stated);
  }
}
