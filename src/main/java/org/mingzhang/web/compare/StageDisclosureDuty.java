package org.mingzhang.web.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Stage;
import org.mingzhang.search.Hit;

/**
 * Which kinds of documents state the accounts of a year at a stage. Only if a document of such a
 * kind is held can an account be called unstated: a budget is silent about results, and the
 * self-evaluation of a project about the accounts of its agency.
 */
public final class StageDisclosureDuty {
  private StageDisclosureDuty() {}

  /**
   * Finds the documents of a year whose kind must state the accounts of that year at a stage, see
   * {@link #isDueToState}.
   */
  public static List<Hit> findDueDocuments(List<Hit> documents, int year, String stage) {
    return documents.stream()
        .filter(d -> Objects.equals(d.year(), year) && isDueToState(d, stage))
        .toList();
  }

  /**
   * Whether a document is of a kind that states the accounts of its year at a stage.
   *
   * @param stage label of the stage; another text if the stage is unknown, in which case budgets
   *     and final accounts state it
   */
  public static boolean isDueToState(Hit document, String stage) {
    String label = document.category();
    Optional<Category> category = label == null ? Optional.empty() : Category.ofLabel(label);
    return category.filter(c -> isDueToState(c, Stage.ofLabel(stage).orElse(null))).isPresent();
  }

  private static boolean isDueToState(Category category, @Nullable Stage stage) {
    if (stage == null) {
      return category.isBudget() || category.isFinalAccount();
    }
    return switch (stage) {
      case BUDGET -> category.isBudget();
      case INITIAL_BUDGET -> category.isBudget() || category.isFinalAccount();
      case ADJUSTED_BUDGET, RESULT -> category.isFinalAccount();
      case EXECUTION ->
          category.isFinalAccount() || category == Category.DEPARTMENT_SELF_EVALUATION;
    };
  }
}
