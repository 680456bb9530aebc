package org.mingzhang.web.answer;

import java.util.List;
import org.mingzhang.account.Account;
import org.mingzhang.question.AmountLimit;
import org.mingzhang.question.UnansweredQuestion;
import org.mingzhang.text.TsvResource;
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
  private static final List<List<String>> PAGES =
      TsvResource.readRows(UnansweredView.class, "unanswered-pages.tsv", 4);

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
    AmountLimit limit = question.limit();
    String range = limit == null ? "" : limit.toRange();
    return PAGES.stream()
        .filter(page -> page.getFirst().equals(question.kind().id()))
        .map(
            page -> {
              QueryString query = new QueryString();
              for (String parameter : TsvResource.splitList(page.get(3))) {
                int end = parameter.indexOf('=');
                String value = parameter.substring(end + 1);
                query.add(
                    parameter.substring(0, end),
                    value.replace("{account}", account).replace("{range}", range));
              }
              return new AnswerView.Document(
                  labels.text("unanswered.page." + page.get(1), labels.account(account), range),
                  links.page(query.appendTo(page.get(2))));
            })
        .toList();
  }
}
