package org.mingzhang.web.answer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;
import org.mingzhang.question.AmountLimit;
import org.mingzhang.question.UnansweredQuestion;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.render.Labels;

/**
 * Says of a question that it is not answered, why, and which pages come nearest.
 *
 * @param question the question
 * @param labels texts of the page's language
 * @param links addresses in the page's language
 */
record UnansweredView(UnansweredQuestion question, Labels labels, PortalLinks links) {
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
    String account = question.account().map(Account::name).orElse("");
    String shown = labels.account(account);
    return switch (question.kind()) {
      case OWN_PLACE -> List.of(page("unanswered.page.regions", "/regions"));
      case UNDISCLOSED ->
          List.of(
              page("unanswered.page.transparency", "/transparency"),
              page("unanswered.page.coverage", "/coverage"));
      case COMPLETION ->
          List.of(
              new AnswerView.Document(
                  labels.text("unanswered.page.completion", completionQuery()),
                  links.search(
                      question
                          .account()
                          .map(
                              asked ->
                                  SearchUrl.of(completionQuery(), SearchScope.FACTS)
                                      .withToggled(FacetDimension.ACCOUNT, asked.name()))
                          .orElseGet(
                              () -> SearchUrl.of(completionQuery(), SearchScope.FACTS)))));
      case FULL_SCORE ->
          List.of(
              new AnswerView.Document(
                  labels.text("unanswered.page.full-score"),
                  links.search(
                      SearchUrl.of("lost:0 weight:>0", SearchScope.INDICATORS)
                          .withToggled(
                              FacetDimension.TARGET_RESULT, Labels.id(Indicator.TargetResult.MISSED)))));
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

  /** The query for the rates of completion that are asked for: 完成率:<60%. */
  private String completionQuery() {
    AmountLimit limit = Objects.requireNonNull(question.limit());
    String equal = limit.inclusive() ? "=" : "";
    return "完成率:"
        + (limit.lower() != null && limit.upper() != null
            ? limit.lower() + ".." + limit.upper()
            : limit.lower() == null ? "<" + equal + limit.upper() : ">" + equal + limit.lower())
        + "%";
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
