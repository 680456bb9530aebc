package org.mingzhang.web.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Stage;
import org.mingzhang.question.UnansweredQuestion;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.render.Labels;

/**
 * Says of a question that it is not answered, why, and which pages come nearest.
 *
 * @param question the question
 * @param labels texts of the page's language
 * @param links addresses in the page's language
 */
record UnansweredView(UnansweredQuestion question, Labels labels, PortalLinks links) {
  /** Account whose comparison is offered if the question names none. */
  private static final String USUAL_ACCOUNT = "三公经费";

  AnswerView build() {
    String key = "unanswered." + question.kind().id();
    return new AnswerView(
        "cannot",
        labels.text(key),
        "",
        false,
        0,
        0,
        List.of(),
        List.of(),
        "",
        List.of(labels.text(key + ".why")),
        List.of(),
        nearestPages(),
        "",
        List.of(),
        List.of(),
        "");
  }

  private List<AnswerView.Document> nearestPages() {
    String account = question.account().map(Account::name).orElse(USUAL_ACCOUNT);
    String shown = labels.account(account);
    return switch (question.kind()) {
      case OWN_PLACE -> List.of(page("unanswered.page.regions", "/regions"));
      case UNDISCLOSED ->
          List.of(
              page("unanswered.page.transparency", "/transparency"),
              page("unanswered.page.coverage", "/coverage"));
      case ORDER -> List.of(page("unanswered.page.compare", "/compare"));
      case PER_HEAD ->
          List.of(
              new AnswerView.Document(
                  labels.text("unanswered.page.account", shown), compare(account, null)));
      case OVER_BUDGET ->
          List.of(
              new AnswerView.Document(
                  labels.text("unanswered.page.result", shown), compare(account, Stage.RESULT)),
              new AnswerView.Document(
                  labels.text("unanswered.page.budget", shown),
                  compare(account, Stage.INITIAL_BUDGET)));
    };
  }

  private AnswerView.Document page(String key, String path) {
    return new AnswerView.Document(labels.text(key), links.page(path));
  }

  private String compare(String account, @Nullable Stage stage) {
    return links.page(
        new QueryString()
            .add("name", account)
            .add("stage", stage == null ? null : stage.label())
            .appendTo("/compare"));
  }
}
